// Recursive descent over lexemes that are in order already: nothing is checked twice.
#include "server/query/parser.h"

#include <utility>

namespace gazette::server {
namespace {

using Kind = Lexeme::Kind;

class Parser {
 public:
  explicit Parser(const std::vector<Lexeme>& lexemes) : lexemes_(lexemes) {}

  Ast query() { return lexemes_.empty() ? Ast{} : alternatives(); }

 private:
  [[nodiscard]] bool at_end() const {
    return at_ >= lexemes_.size() || lexemes_[at_].kind == Kind::kClose;
  }
  [[nodiscard]] bool at(Kind kind) const {
    return at_ < lexemes_.size() && lexemes_[at_].kind == kind;
  }

  static Ast under(Ast::Kind kind, std::vector<Ast> children) {
    Ast node;
    node.kind = kind;
    node.begin = children.front().begin;
    node.end = children.back().end;
    node.children = std::move(children);
    return node;
  }

  /// One child is itself; several stand under `kind`.
  static Ast join(Ast::Kind kind, std::vector<Ast> children) {
    if (children.size() == 1) return std::move(children.front());
    return under(kind, std::move(children));
  }

  Ast alternatives() {
    std::vector<Ast> children;
    children.push_back(sequence());
    while (at(Kind::kOr)) {
      ++at_;
      children.push_back(sequence());
    }
    return join(Ast::Kind::kOr, std::move(children));
  }

  Ast sequence() {
    std::vector<Ast> children;
    children.push_back(conjunction());
    while (!at_end() && !at(Kind::kOr)) children.push_back(conjunction());
    // Even one word: it may be several, side by side, to the analyzer.
    if (children.front().kind == Ast::Kind::kWord) {
      return under(Ast::Kind::kSequence, std::move(children));
    }
    return join(Ast::Kind::kSequence, std::move(children));
  }

  Ast conjunction() {
    std::vector<Ast> children;
    children.push_back(signed_operand());
    while (at(Kind::kAnd)) {
      ++at_;
      children.push_back(signed_operand());
    }
    return join(Ast::Kind::kAnd, std::move(children));
  }

  Ast signed_operand() {
    if (!at(Kind::kNot) && !at(Kind::kMust)) return proximity();
    Ast node = sign();
    node.children.push_back(proximity());
    node.end = node.children.back().end;
    return node;
  }

  Ast sign() {
    Ast node;
    node.kind = at(Kind::kNot) ? Ast::Kind::kNot : Ast::Kind::kMust;
    node.begin = lexemes_[at_++].begin;
    return node;
  }

  Ast proximity() {
    std::vector<Ast> children;
    std::vector<Ast::Link> links;
    children.push_back(operand());
    while (at(Kind::kNear) || at(Kind::kThen)) {
      links.push_back({at(Kind::kThen), lexemes_[at_].window});
      ++at_;
      const bool has_sign = at(Kind::kNot) || at(Kind::kMust);
      children.push_back(has_sign ? signed_word() : operand());
    }
    Ast node = join(Ast::Kind::kProximity, std::move(children));
    if (!links.empty()) node.links = std::move(links);
    return node;
  }

  /// `a PROCHE/3 -b`: the sign stays with its operand, and binding finds it no place in a
  /// proximity.
  Ast signed_word() {
    Ast node = sign();
    node.children.push_back(operand());
    node.end = node.children.back().end;
    return node;
  }

  Ast operand() {
    const Lexeme& lexeme = lexemes_[at_++];
    if (lexeme.kind == Kind::kOpen) {
      Ast group = alternatives();
      ++at_;  // its bracket
      return group;
    }
    Ast node;
    node.begin = lexeme.begin;
    node.end = lexeme.end;
    if (lexeme.kind == Kind::kField) {
      node.kind = Ast::Kind::kField;
      node.field = lexeme.field;
      node.children.push_back(operand());
      node.end = node.children.back().end;
      return node;
    }
    node.kind = lexeme.kind == Kind::kPhrase ? Ast::Kind::kPhrase : Ast::Kind::kWord;
    node.text = lexeme.text;
    node.exact = lexeme.exact;
    node.prefix = lexeme.prefix;
    node.fuzzy = lexeme.fuzzy;
    return node;
  }

  const std::vector<Lexeme>& lexemes_;
  std::size_t at_ = 0;
};

}  // namespace

Ast parse(const std::vector<Lexeme>& lexemes) { return Parser(lexemes).query(); }

}  // namespace gazette::server
