// Walks the tree of a query for its words.
#include "server/search/query_words.h"

#include <utility>

#include "server/search/ranking.h"

namespace gazette::server {
namespace {

constexpr double kStopWordWeight = 0.05;  // against 1 to 12 for words of content

void collect_words(const Node& node, std::vector<const Word*>& words) {
  if (node.kind == Node::Kind::kWord) return words.push_back(&node.word);
  for (const Node& child : node.children) {
    collect_words(child, words);
    if (node.kind == Node::Kind::kAndNot) return;
  }
}

class MarksMaker {
 public:
  explicit MarksMaker(const View& view) : view_(view) {}

  Marks make(const Node& root) {
    walk(root);
    marks_.title_only = title_words_ > 0 && title_words_ == marks_.words.size();
    return std::move(marks_);
  }

 private:
  void walk(const Node& node) {
    switch (node.kind) {
      case Node::Kind::kWord:
        marks_.free_words.push_back(add(node));
        break;
      case Node::Kind::kPhrase:
      case Node::Kind::kNear:
      case Node::Kind::kThen:
        add_sequence(node);
        break;
      default:
        for (const Node& child : node.children) {
          walk(child);
          if (node.kind == Node::Kind::kAndNot) break;
        }
    }
  }

  std::size_t add(const Node& node) {
    const Word& word = node.word;
    Marks::Word mark;
    mark.by = word.mark_by == Word::MarkBy::kExact    ? Marks::By::kExact
              : word.mark_by == Word::MarkBy::kFolded ? Marks::By::kFolded
                                                      : Marks::By::kStem;
    mark.forms = word.mark_forms;
    mark.stop_word = word.stop_word;
    mark.weight = kStopWordWeight;
    if (!word.stop_word && !word.terms.empty()) {
      mark.weight =
          rarity(view_.snapshot.postings(view_.db, word.terms)->size, view_.columns().size);
    }
    mark.title_only = node.text_field == TextField::kTitle;
    if (mark.title_only) ++title_words_;
    marks_.words.push_back(std::move(mark));
    return marks_.words.size() - 1;
  }

  void add_sequence(const Node& node) {
    Marks::Sequence sequence;
    sequence.kind = node.kind == Node::Kind::kPhrase ? Marks::Sequence::Kind::kPhrase
                    : node.kind == Node::Kind::kNear ? Marks::Sequence::Kind::kNear
                                                     : Marks::Sequence::Kind::kThen;
    sequence.offsets = node.offsets;
    sequence.window = node.window;
    for (const Node& child : node.children) {
      std::vector<std::size_t> slot;
      // An operand that is itself a phrase is marked where it stands, wherever that is.
      if (!add_alternatives(child, slot)) return walk_children(node);
      sequence.slots.push_back(std::move(slot));
    }
    marks_.sequences.push_back(std::move(sequence));
  }

  bool add_alternatives(const Node& node, std::vector<std::size_t>& slot) {
    if (node.kind == Node::Kind::kWord) {
      slot.push_back(add(node));
      return true;
    }
    if (node.kind != Node::Kind::kOr) return false;
    for (const Node& child : node.children) {
      if (!add_alternatives(child, slot)) return false;
    }
    return true;
  }

  void walk_children(const Node& node) {
    for (const Node& child : node.children) walk(child);
  }

  View view_;
  Marks marks_;
  std::size_t title_words_ = 0;
};

bool has_any(const View& view, const std::vector<std::string>& terms, Number number) {
  return !terms.empty() && view.snapshot.postings(view.db, terms)->set.contains(number);
}

std::string form_found(const View& view, const Word& word, Number number) {
  if (word.kind == Word::Kind::kPrefix) return "prefix";
  if (word.kind == Word::Kind::kFuzzy) return "fuzzy";
  if (word.kind == Word::Kind::kExact) return "exact";
  if (!word.exact_term.empty() && has_any(view, {word.exact_term}, number)) return "exact";
  if (word.kind == Word::Kind::kFolded || has_any(view, word.folded_terms, number)) return "folded";
  return "stem";
}

}  // namespace

std::vector<const Word*> positive_words(const Node& root) {
  std::vector<const Word*> words;
  collect_words(root, words);
  return words;
}

Marks marks_of(const View& view, const Node& root) { return MarksMaker(view).make(root); }

std::vector<MatchedWord> matched_words(const View& view, const std::vector<const Word*>& words,
                                       Number number) {
  std::vector<MatchedWord> matched;
  for (const Word* word : words) {
    if (!has_any(view, word->terms, number)) continue;
    matched.push_back({word->text, form_found(view, *word, number)});
  }
  return matched;
}

std::optional<Node> without(const Node& root, const Word* word) {
  if (&root.word == word) return std::nullopt;
  if (root.children.empty()) return root;
  Node left = root;
  left.children.clear();
  left.offsets.clear();
  for (std::size_t i = 0; i < root.children.size(); ++i) {
    std::optional<Node> child = without(root.children[i], word);
    const bool is_condition = root.kind == Node::Kind::kAndNot || root.kind == Node::Kind::kMaybe;
    if (!child && i == 0 && is_condition) return std::nullopt;
    if (!child) continue;
    left.children.push_back(std::move(*child));
    if (i < root.offsets.size()) left.offsets.push_back(root.offsets[i]);
  }
  if (left.children.empty()) return std::nullopt;
  const bool joins = root.kind != Node::Kind::kAndNot && root.kind != Node::Kind::kMaybe;
  if (left.children.size() == 1 && joins) return Node(std::move(left.children.front()));
  for (std::size_t i = left.offsets.size(); i-- > 0;) left.offsets[i] -= left.offsets[0];
  return left;
}

}  // namespace gazette::server
