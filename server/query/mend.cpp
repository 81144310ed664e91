// Two passes: brackets first, then operators, so that each looks only at what stands just before.
#include "server/query/mend.h"

#include <algorithm>
#include <string>

#include "server/query/limits.h"

namespace gazette::server {
namespace {

using Kind = Lexeme::Kind;

bool is_operand(const Lexeme& lexeme) {
  return lexeme.kind == Kind::kWord || lexeme.kind == Kind::kPhrase;
}
bool is_binary(const Lexeme& lexeme) {
  return lexeme.kind == Kind::kAnd || lexeme.kind == Kind::kOr || lexeme.kind == Kind::kNear ||
         lexeme.kind == Kind::kThen;
}
bool is_sign(const Lexeme& lexeme) {
  return lexeme.kind == Kind::kNot || lexeme.kind == Kind::kMust;
}

/// Which brackets have a partner and are not too deep.
class Brackets {
 public:
  explicit Brackets(const std::vector<Lexeme>& lexemes) : kept_(lexemes.size(), true) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < lexemes.size(); ++i) {
      if (lexemes[i].kind == Kind::kOpen) {
        if (open.size() >= limits::kMaxDepth) drop(i, too_deep_);
        open.push_back(i);
      } else if (lexemes[i].kind == Kind::kClose) {
        if (open.empty()) {
          drop(i, unopened_);
        } else {
          kept_[i] = kept_[open.back()];
          open.pop_back();
        }
      }
    }
    unclosed_ = open;
    closers_missing_ = static_cast<std::size_t>(
        std::count_if(open.begin(), open.end(), [&](std::size_t i) { return kept_[i]; }));
  }

  [[nodiscard]] bool kept(std::size_t i) const { return kept_[i]; }
  [[nodiscard]] std::size_t closers_missing() const { return closers_missing_; }

  void tell(const std::vector<Lexeme>& lexemes, Diagnostics& diagnostics) const {
    if (!too_deep_.empty()) {
      diagnostics.mended("too-deep", lexemes[too_deep_.front()].begin,
                         "Plus de " + std::to_string(limits::kMaxDepth) +
                             " parenthèses imbriquées : les plus profondes sont ignorées.");
    }
    tell_unbalanced(lexemes, unopened_, "fermante", diagnostics);
    tell_unbalanced(lexemes, unclosed_, "ouvrante", diagnostics);
  }

 private:
  void drop(std::size_t i, std::vector<std::size_t>& list) {
    kept_[i] = false;
    list.push_back(i);
  }

  static void tell_unbalanced(const std::vector<Lexeme>& lexemes,
                              const std::vector<std::size_t>& list, const char* which,
                              Diagnostics& diagnostics) {
    if (list.empty()) return;
    const std::string detail =
        list.size() == 1
            ? "Une parenthèse " + std::string(which) + " n'a pas son pendant."
            : std::to_string(list.size()) + " parenthèses " + which + "s n'ont pas leur pendant.";
    diagnostics.mended("unbalanced-parenthesis", lexemes[list.front()].begin, detail);
  }

  std::vector<bool> kept_;
  std::vector<std::size_t> too_deep_, unopened_, unclosed_;
  std::size_t closers_missing_ = 0;
};

/// Puts lexemes out one by one, so that what is out can always go on to a whole query.
class Order {
 public:
  explicit Order(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void take(const Lexeme& lexeme) {
    if (lexeme.kind == Kind::kClose) {
      close(lexeme);
    } else if (is_binary(lexeme)) {
      binary(lexeme);
    } else if (is_sign(lexeme) || lexeme.kind == Kind::kField) {
      before_operand(lexeme);
    } else {
      out_.push_back(lexeme);
    }
  }

  std::vector<Lexeme> finish() {
    drop_trailing();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool after_operand() const {
    return !out_.empty() && (is_operand(out_.back()) || out_.back().kind == Kind::kClose);
  }

  void binary(const Lexeme& lexeme) {
    drop_fields();
    if (after_operand()) {
      out_.push_back(lexeme);
    } else if (out_.empty() || out_.back().kind == Kind::kOpen) {
      tell("leading-operator", lexeme, "n'a rien avant lui");
    } else {
      tell("doubled-operator", lexeme, "suit un autre opérateur");
    }
  }

  /// One sign is enough, and a field takes none inside: `--x`, `titre:auteur:x`.
  void before_operand(const Lexeme& lexeme) {
    const bool sign = is_sign(lexeme);
    if (sign) drop_fields();
    if (!out_.empty() && sign && is_sign(out_.back())) {
      tell("doubled-operator", lexeme, "suit un autre opérateur");
      return;
    }
    if (!sign) drop_fields();
    out_.push_back(lexeme);
  }

  void close(const Lexeme& lexeme) {
    drop_trailing();
    if (!out_.empty() && out_.back().kind == Kind::kOpen) {
      out_.pop_back();  // "()" says nothing
      drop_dangling();
    } else {
      out_.push_back(lexeme);
    }
  }

  void drop_fields() {
    while (!out_.empty() && out_.back().kind == Kind::kField) drop_last();
  }

  /// Signs and fields that turn out to have nothing to stand before.
  void drop_dangling() {
    while (!out_.empty() && (is_sign(out_.back()) || out_.back().kind == Kind::kField)) drop_last();
  }

  void drop_trailing() {
    while (!out_.empty() && !after_operand() && out_.back().kind != Kind::kOpen) drop_last();
  }

  void drop_last() {
    const Lexeme& last = out_.back();
    if (last.kind == Kind::kField) {
      diagnostics_.mended("empty-field", last.begin,
                          "Le champ « " + std::string(french_name(last.field)) +
                              " » n'est suivi de rien : il est ignoré.");
    } else {
      tell("trailing-operator", last, "n'a rien après lui");
    }
    out_.pop_back();
  }

  void tell(std::string_view code, const Lexeme& lexeme, std::string_view why) {
    diagnostics_.mended(code, lexeme.begin,
                        "L'opérateur " + std::string(name(lexeme.kind)) + " " + std::string(why) +
                            " : il est ignoré.");
  }

  static std::string_view name(Kind kind) {
    switch (kind) {
      case Kind::kAnd:
        return "ET";
      case Kind::kOr:
        return "OU";
      case Kind::kNot:
        return "SAUF";
      case Kind::kMust:
        return "+";
      case Kind::kNear:
        return "PROCHE";
      case Kind::kThen:
        return "SUIVI";
      default:
        return "";
    }
  }

  Diagnostics& diagnostics_;
  std::vector<Lexeme> out_;
};

}  // namespace

std::vector<Lexeme> mend(const std::vector<Lexeme>& lexemes, Diagnostics& diagnostics) {
  const Brackets brackets(lexemes);
  brackets.tell(lexemes, diagnostics);
  Order order(diagnostics);
  for (std::size_t i = 0; i < lexemes.size(); ++i) {
    if (brackets.kept(i)) order.take(lexemes[i]);
  }
  const std::size_t end = lexemes.empty() ? 0 : lexemes.back().end;
  for (std::size_t i = 0; i < brackets.closers_missing(); ++i) {
    Lexeme closer;
    closer.kind = Kind::kClose;
    closer.begin = closer.end = end;
    order.take(closer);
  }
  return order.finish();
}

}  // namespace gazette::server
