// Where the words of a phrase or proximity stand: the one meaning of "side by side" and "near".
#include "server/query/positions.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace gazette::server {
namespace {

void sort_each_once(std::vector<Stretch>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

std::vector<Stretch> phrase(const Node& node, const WordPositions& positions) {
  std::vector<std::uint32_t> starts = positions(node.children.front().word);
  for (std::size_t i = 1; i < node.children.size() && !starts.empty(); ++i) {
    const std::vector<std::uint32_t> here = positions(node.children[i].word);
    std::erase_if(starts, [&](std::uint32_t start) {
      return !std::binary_search(here.begin(), here.end(), start + node.offsets[i]);
    });
  }
  std::vector<Stretch> out;
  out.reserve(starts.size());
  for (const std::uint32_t start : starts) out.push_back({start, start + node.offsets.back()});
  return out;
}

/// Pairs with 1 <= second.first - first.last <= window, as the hull of both.
void add_ordered(const std::vector<Stretch>& first, const std::vector<Stretch>& second,
                 std::uint32_t window, std::vector<Stretch>& out) {
  for (const Stretch& a : first) {
    const auto from =
        std::upper_bound(second.begin(), second.end(), a.last,
                         [](std::uint32_t last, const Stretch& b) { return last < b.first; });
    for (auto b = from; b != second.end() && b->first - a.last <= window; ++b) {
      out.push_back({a.first, b->last});
    }
  }
}

bool has_form(const Word& word, const std::string& form) {
  return std::binary_search(word.mark_forms.begin(), word.mark_forms.end(), form);
}

bool is_word(const Word& word, const Token& token) {
  switch (word.mark_by) {
    case Word::MarkBy::kExact:
      return has_form(word, token.word->exact);
    case Word::MarkBy::kFolded:
      return has_form(word, token.word->folded);
    case Word::MarkBy::kStem:
      break;
  }
  return (token.by_stem() && has_form(word, token.word->stem)) ||
         (token.by_name() && has_form(word, token.word->name));
}

Node all_of_nodes(std::vector<Node> children) {
  if (children.size() == 1) return std::move(children.front());
  Node node;
  node.kind = Node::Kind::kAnd;
  node.children = std::move(children);
  return node;
}

/// The word by its terms, and the word by its also_terms when it has any.
void add_word(const Node& node, std::vector<Node>& out) {
  Node plain = node;
  plain.word.also_terms.clear();
  out.push_back(plain);
  if (node.word.also_terms.empty()) return;
  plain.word.terms = node.word.also_terms;
  plain.word.positional = false;
  out.push_back(std::move(plain));
}

Node phrase_candidates(const Node& node) {
  Node placed = node;
  placed.exact_phrase = false;
  placed.children.clear();
  placed.offsets.clear();
  std::vector<Node> asked;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const Node& child = node.children[i];
    add_word(child, asked);
    if (!child.word.positional) continue;
    placed.children.push_back(child);
    placed.children.back().word.also_terms.clear();
    placed.offsets.push_back(node.offsets[i]);
  }
  if (placed.children.size() < 2) return all_of_nodes(std::move(asked));
  std::erase_if(asked, [](const Node& child) { return child.word.positional; });
  const std::uint32_t first = placed.offsets.front();
  for (std::uint32_t& offset : placed.offsets) offset -= first;
  asked.insert(asked.begin(), std::move(placed));
  return all_of_nodes(std::move(asked));
}

}  // namespace

std::vector<Stretch> occurrences(const Node& node, const WordPositions& positions) {
  std::vector<Stretch> out;
  switch (node.kind) {
    case Node::Kind::kWord:
      for (const std::uint32_t at : positions(node.word)) out.push_back({at, at});
      return out;
    case Node::Kind::kPhrase:
      return phrase(node, positions);
    case Node::Kind::kOr:
      for (const Node& child : node.children) {
        for (const Stretch& each : occurrences(child, positions)) out.push_back(each);
      }
      break;
    case Node::Kind::kNear:
    case Node::Kind::kThen: {
      const std::vector<Stretch> a = occurrences(node.children[0], positions);
      const std::vector<Stretch> b = occurrences(node.children[1], positions);
      add_ordered(a, b, node.window, out);
      if (node.kind == Node::Kind::kNear) add_ordered(b, a, node.window, out);
      break;
    }
    default:
      return out;
  }
  sort_each_once(out);
  return out;
}

bool stands_in(const Node& node, std::span<const Token> tokens) {
  const WordPositions positions = [&](const Word& word) {
    std::vector<std::uint32_t> at;
    for (const Token& token : tokens) {
      const bool again = !at.empty() && at.back() == token.position;
      if (!again && is_word(word, token)) at.push_back(token.position);
    }
    return at;
  };
  return !occurrences(node, positions).empty();
}

Node candidates(const Node& node) {
  switch (node.kind) {
    case Node::Kind::kWord: {
      std::vector<Node> asked;
      add_word(node, asked);
      return all_of_nodes(std::move(asked));
    }
    case Node::Kind::kPhrase:
      return node.exact_phrase ? phrase_candidates(node) : node;
    case Node::Kind::kNear:
    case Node::Kind::kThen:
      if (!node.exact_phrase) return node;
      return all_of_nodes({candidates(node.children[0]), candidates(node.children[1])});
    default:
      break;
  }
  Node out = node;
  for (Node& child : out.children) child = candidates(child);
  return out;
}

}  // namespace gazette::server
