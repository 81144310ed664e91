// One method a kind of node; op=or is settled here, so that later stages know only ET, OU, SAUF.
#include "server/query/bind.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "server/query/bind_text.h"
#include "server/query/limits.h"
#include "server/query/proximity.h"

namespace gazette::server {
namespace {

using Kind = Clause::Kind;
using Sign = Clause::Sign;

class Binder {
 public:
  explicit Binder(const BindContext& context) : context_(context) {}

  Clause bind(const Ast& ast) {
    Clause clause = bind_kind(ast);
    clause.begin = ast.begin;
    clause.end = ast.end;
    return clause;
  }

 private:
  Clause bind_kind(const Ast& ast) {
    switch (ast.kind) {
      case Ast::Kind::kNothing:
        return {};
      case Ast::Kind::kWord:
      case Ast::Kind::kPhrase:
        return leaf(ast);
      case Ast::Kind::kSequence:
        return context_.op == JoinWords::kOr ? any_word(ast) : all_of(bind_all(ast), negated_);
      case Ast::Kind::kAnd:
        return all_of(bind_all(ast), negated_);
      case Ast::Kind::kOr:
        return any_of(bind_all(ast));
      case Ast::Kind::kNot:
        return excluded(ast);
      case Ast::Kind::kMust:
        return required(ast);
      case Ast::Kind::kProximity:
        return proximity(ast);
      case Ast::Kind::kField:
        return in_field(ast);
    }
    return {};
  }

  std::vector<Clause> bind_all(const Ast& ast) {
    std::vector<Clause> children;
    children.reserve(ast.children.size());
    for (const Ast& child : ast.children) children.push_back(bind(child));
    return children;
  }

  void mended(std::string_view code, const Ast& ast, std::string detail) {
    context_.diagnostics.mended(code, ast.begin, std::move(detail));
  }

  /// Side by side with op=or: any of the plain ones will do; what has a sign or a field narrows.
  Clause any_word(const Ast& ast) {
    std::vector<Clause> plain, narrowing;
    bool required_one = false;
    for (const Ast& child : ast.children) {
      Clause clause = bind(child);
      if (clause.kind == Kind::kVanished) continue;
      required_one = required_one || child.kind == Ast::Kind::kMust;
      if (child.kind == Ast::Kind::kNot || child.kind == Ast::Kind::kMust ||
          child.kind == Ast::Kind::kField) {
        narrowing.push_back(std::move(clause));
        continue;
      }
      for (Clause& part : parted(std::move(clause))) plain.push_back(std::move(part));
    }
    return any_of_plain(std::move(plain), std::move(narrowing), required_one);
  }

  /// Any of `plain`, within `narrowing`. Stop words only rank beside other words; beside a required
  /// word all of `plain` does.
  Clause any_of_plain(std::vector<Clause> plain, std::vector<Clause> narrowing, bool ranks_only) {
    const auto stop_word = [&](const Clause& clause) {
      return only_stop_words(clause) && !clause.literal && !negated_;
    };
    std::vector<Clause> stop_words;
    if (!std::all_of(plain.begin(), plain.end(), stop_word)) {
      const auto first = std::stable_partition(
          plain.begin(), plain.end(), [&](const Clause& clause) { return !stop_word(clause); });
      std::move(first, plain.end(), std::back_inserter(stop_words));
      plain.erase(first, plain.end());
    }
    std::vector<Clause> all;
    all.push_back(any_of(std::move(plain)));
    all.front().optional = ranks_only && all.front().kind != Kind::kVanished;
    std::move(narrowing.begin(), narrowing.end(), std::back_inserter(all));
    std::move(stop_words.begin(), stop_words.end(), std::back_inserter(all));
    return all_of(std::move(all), negated_);
  }

  /// With op=or, cessez-le-feu is what its words are with spaces.
  static std::vector<Clause> parted(Clause clause) {
    const std::vector<QueryWord>& words = clause.words;
    if (clause.kind != Kind::kWords || words.size() < 2 || clause.sign != Sign::kNone) {
      return one(std::move(clause));
    }
    std::vector<Clause> parts;
    for (std::size_t i = 0; i < words.size(); ++i) {
      Clause& part = parts.emplace_back();
      part.kind = Kind::kWords;
      part.begin = words[i].begin;
      part.end = words[i].end;
      part.where = clause.where;
      part.literal = clause.literal;
      part.words = {words[i]};
      part.words.front().offset = 0;
      part.words.front().optional = false;
      const bool shares_its_place =  // the parts of weekend
          (i > 0 && words[i - 1].begin == words[i].begin) ||
          (i + 1 < words.size() && words[i + 1].begin == words[i].begin);
      part.text = shares_its_place ? words[i].forms.exact : words[i].typed;
    }
    return parts;
  }

  Clause excluded(const Ast& ast) {
    const bool outer = std::exchange(negated_, true);
    Clause child = bind(ast.children.front());
    negated_ = outer;
    return none_of(std::move(child));
  }

  Clause required(const Ast& ast) {
    Clause child = bind(ast.children.front());
    if (child.kind != Kind::kWords) return child;
    child.literal = true;
    return all_of(one(std::move(child)), negated_);
  }

  static std::vector<Clause> one(Clause clause) {
    std::vector<Clause> list;
    list.push_back(std::move(clause));
    return list;
  }

  Clause proximity(const Ast& ast) {
    std::vector<Clause> operands;
    std::vector<Ast::Link> links;
    for (std::size_t i = 0; i < ast.children.size(); ++i) {
      Clause operand = bind(ast.children[i]);
      if (operand.kind == Kind::kVanished) continue;
      if (!operands.empty()) links.push_back(ast.links[i - 1]);
      operands.push_back(std::move(operand));
    }
    if (operands.empty()) return {};
    if (operands.size() == 1) return std::move(operands.front());
    proximities_ += links.size();
    if (proximities_ > limits::kMaxProximities) {
      mended("too-many-proximities", ast,
             "Plus de " + std::to_string(limits::kMaxProximities) +
                 " PROCHE ou SUIVI : les suivants sont lus comme ET.");
      return all_of(std::move(operands), negated_);
    }
    return proximity_of(std::move(operands), std::move(links), negated_, context_.diagnostics);
  }

  Clause in_field(const Ast& ast) {
    const auto outer = std::exchange(field_, ast.field);
    Clause child = bind(ast.children.front());
    field_ = outer;
    return child;
  }

  /// A word or phrase, which the field around it makes text or a filter.
  Clause leaf(const Ast& ast) {
    if (field_ && *field_ != FieldName::kTitle) return bind_filter(ast, *field_, context_);
    const TextField where = field_ ? TextField::kTitle : TextField::kAny;
    Clause clause = bind_text(ast, where, context_);
    return clause.kind == Kind::kWords ? all_of(one(std::move(clause)), negated_) : clause;
  }

  const BindContext& context_;
  std::optional<FieldName> field_;
  bool negated_ = false;
  std::size_t proximities_ = 0;
};

}  // namespace

Clause bind(const Ast& ast, const BindContext& context) { return Binder(context).bind(ast); }

}  // namespace gazette::server
