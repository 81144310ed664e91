// Clause by clause; only here do stop words, exclusions and proximities become nodes.
#include "server/query/resolve.h"

#include <algorithm>
#include <utility>

#include "server/query/word_terms.h"

namespace gazette::server {
namespace {

using Kind = Clause::Kind;
using Sign = Clause::Sign;

Node node_of(Node::Kind kind, std::vector<Node> children) {
  if (children.size() == 1 && (kind == Node::Kind::kAnd || kind == Node::Kind::kOr)) {
    return std::move(children.front());
  }
  Node node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}

/// `first` and what stands beside it under `kind`; `first` alone when nothing does.
Node beside(Node::Kind kind, Node first, std::vector<Node> others) {
  if (others.empty()) return first;
  others.insert(others.begin(), std::move(first));
  return node_of(kind, std::move(others));
}

bool needs_text(const Node& node) {
  const bool word =
      node.kind == Node::Kind::kWord && (!node.word.positional || !node.word.also_terms.empty());
  return word || node.exact_phrase ||
         std::any_of(node.children.begin(), node.children.end(), needs_text);
}

class Resolver {
 public:
  explicit Resolver(const ResolveContext& context) : words_(context) {}

  Node resolve(const Clause& clause) {
    switch (clause.kind) {
      case Kind::kVanished:
        return node_of(Node::Kind::kNothing, {});
      case Kind::kWords:
      case Kind::kNot:
        return all({&clause});
      case Kind::kAnd:
        return conjunction(clause);
      case Kind::kPhrase:
        return phrase(clause, false);
      case Kind::kOr:
        return alternatives(clause);
      case Kind::kProximity:
        return proximity(clause);
      case Kind::kValue:
        return value(clause);
      case Kind::kDate:
        return date(clause);
    }
    return {};
  }

 private:
  static Sign sign_at(const Clause& clause, std::size_t i) {
    return i + 1 == clause.words.size() ? clause.sign : Sign::kNone;
  }

  Node conjunction(const Clause& clause) {
    std::vector<const Clause*> children;
    for (const Clause& child : clause.children) children.push_back(&child);
    return all(children);
  }

  /// What is asked for, then what only ranks, then what is excluded.
  Node all(const std::vector<const Clause*>& clauses) {
    std::vector<Node> asked, ranking, excluded;
    for (const Clause* clause : clauses) {
      if (clause->kind == Kind::kNot) {
        excluded.push_back(resolve(clause->children.front()));
      } else if (clause->kind == Kind::kWords) {
        for (std::size_t i = 0; i < clause->words.size();) {
          const bool ranks = clause->optional || clause->words[i].optional;
          (ranks ? ranking : asked).push_back(free_words(*clause, i));
        }
      } else {
        (clause->optional ? ranking : asked).push_back(resolve(*clause));
      }
    }
    Node node = asked.empty() ? Node{} : node_of(Node::Kind::kAnd, std::move(asked));
    node = beside(Node::Kind::kMaybe, std::move(node), std::move(ranking));
    return beside(Node::Kind::kAndNot, std::move(node), std::move(excluded));
  }

  /// The word at `i`, or what it makes with its neighbours; moves `i` behind it.
  Node free_words(const Clause& clause, std::size_t& i) {
    const std::vector<QueryWord>& words = clause.words;
    const std::size_t parts = same_place_count(words, i);
    Node word = lone_word(words[i], sign_at(clause, i), clause.where);
    const bool by_stem = word.word.kind == Word::Kind::kStem;
    if (parts > 1 && by_stem) {  // MH17 is not MH370 and 17 dead
      const auto first = words.begin() + static_cast<std::ptrdiff_t>(i);
      std::vector<QueryWord> run(first, first + static_cast<std::ptrdiff_t>(parts));
      for (QueryWord& part : run) part.offset -= first->offset;
      i += parts;
      return side_by_side(run, clause.where, [](std::size_t) { return Sign::kNone; });
    }
    const bool joins = words[i].joined && i + 1 < words.size() &&
                       words[i].optional == words[i + 1].optional &&
                       sign_at(clause, i + 1) == Sign::kNone;
    if (!joins) {
      ++i;
      return word;
    }
    QueryWord whole = words[i];
    whole.forms = *words[i].joined;
    whole.end = words[i + 1].end;
    std::vector<Node> both, either;
    both.push_back(std::move(word));
    both.push_back(lone_word(words[i + 1], Sign::kNone, clause.where));
    either.push_back(node_of(Node::Kind::kAnd, std::move(both)));
    either.push_back(lone_word(whole, Sign::kNone, clause.where));
    i += 2;
    return node_of(Node::Kind::kOr, std::move(either));
  }

  Node lone_word(const QueryWord& word, Sign sign, TextField where) {
    Node node;
    node.kind = Node::Kind::kWord;
    node.text_field = where;
    node.word = words_.free_word(word, sign, where);
    return node;
  }

  Node alternatives(const Clause& clause) {
    std::vector<Node> children;
    for (const Clause& child : clause.children) children.push_back(resolve(child));
    return node_of(Node::Kind::kOr, std::move(children));
  }

  /// `near`: as an operand of a proximity, where one word has to have its place too.
  Node phrase(const Clause& clause, bool near) {
    std::vector<Node> variants;
    for (const std::vector<QueryWord>& words : clause.variants) {
      const Sign sign = clause.sign;
      if (words.size() == 1 && !near) {
        variants.push_back(lone_word(words.front(), sign, clause.where));
      } else {
        variants.push_back(side_by_side(words, clause.where, [&](std::size_t) { return sign; }));
      }
    }
    return node_of(Node::Kind::kOr, std::move(variants));
  }

  template <typename SignAt>
  Node side_by_side(const std::vector<QueryWord>& words, TextField where, SignAt sign) {
    Node node;
    node.kind = Node::Kind::kPhrase;
    node.text_field = where;
    for (std::size_t i = 0; i < words.size(); ++i) {
      Node child;
      child.kind = Node::Kind::kWord;
      child.text_field = where;
      child.word = words_.placed_word(words[i], sign(i), where, node.exact_phrase);
      node.children.push_back(std::move(child));
      node.offsets.push_back(words[i].offset);
    }
    if (node.children.size() > 1) return node;
    return Node(std::move(node.children.front()));  // verified, if need be, by what it stands in
  }

  /// An operand of a proximity: a word, a phrase, or any of such.
  Node operand(const Clause& clause) {
    if (clause.kind == Kind::kWords) {
      return side_by_side(clause.words, clause.where,
                          [&](std::size_t i) { return sign_at(clause, i); });
    }
    if (clause.kind == Kind::kPhrase) return phrase(clause, true);
    std::vector<Node> children;
    for (const Clause& child : clause.children) children.push_back(operand(child));
    return node_of(Node::Kind::kOr, std::move(children));
  }

  Node proximity(const Clause& clause) {
    std::vector<Node> operands;
    for (const Clause& child : clause.children) operands.push_back(operand(child));
    std::vector<Node> links;
    for (std::size_t i = 0; i < clause.links.size(); ++i) {
      Node node;
      node.kind = clause.links[i].ordered ? Node::Kind::kThen : Node::Kind::kNear;
      node.window = clause.links[i].window;
      node.children = {operands[i], operands[i + 1]};
      node.exact_phrase = needs_text(node);
      node.text_field = first_field(node);
      links.push_back(std::move(node));
    }
    return node_of(Node::Kind::kAnd, std::move(links));
  }

  static TextField first_field(const Node& node) {
    return node.kind == Node::Kind::kWord || node.children.empty()
               ? node.text_field
               : first_field(node.children.front());
  }

  static Node value(const Clause& clause) {
    Node node;
    node.kind = Node::Kind::kValue;
    node.field = clause.field;
    node.value = clause.text;
    node.whole_value = clause.quoted;
    return node;
  }

  static Node date(const Clause& clause) {
    Node node;
    node.kind = Node::Kind::kDate;
    node.from = clause.from;
    node.to = clause.to;
    return node;
  }

  WordTerms words_;
};

}  // namespace

Node resolve(const Clause& root, const ResolveContext& context) {
  return Resolver(context).resolve(root);
}

bool has_words(const Node& node) {
  if (node.kind == Node::Kind::kWord) return true;
  if (node.kind == Node::Kind::kAndNot) return has_words(node.children.front());
  return std::any_of(node.children.begin(), node.children.end(), has_words);
}

}  // namespace gazette::server
