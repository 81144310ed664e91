// Evaluates the tree of a query over bitmaps; positions are checked last, on what is left.
#include "server/search/matcher.h"

#include <algorithm>
#include <utility>

#include "server/query/positions.h"
#include "server/search/value_filter.h"

namespace gazette::server {
namespace {

// A phrase is checked within what the rest of the query leaves, uncached, when that is this many
// times less than checking it everywhere; else everywhere, for the cache.
constexpr std::size_t kWorthNarrowing = 4;

void append(std::string& key, std::string_view text) {
  key += text;
  key += '\0';
}

/// Equal for nodes that match the same articles of one revision.
void append_key(std::string& key, const Node& node) {
  append(key, std::to_string(static_cast<int>(node.kind)) + (node.exact_phrase ? "x" : "") +
                  (node.text_field == TextField::kTitle ? "t" : "") + ' ' +
                  std::to_string(node.window) + ' ' + std::to_string(node.children.size()));
  if (node.kind == Node::Kind::kWord) {
    append(key, std::to_string(static_cast<int>(node.word.mark_by)) + ' ' +
                    std::to_string(node.word.terms.size()) + ' ' +
                    std::to_string(node.word.also_terms.size()) + ' ' +
                    std::to_string(node.word.mark_forms.size()));
    for (const auto* list : {&node.word.terms, &node.word.also_terms, &node.word.mark_forms}) {
      for (const std::string& item : *list) append(key, item);
    }
  }
  for (const std::uint32_t offset : node.offsets) append(key, std::to_string(offset));
  for (const Node& child : node.children) append_key(key, child);
}

std::string key_of(const Node& node) {
  std::string key = "phrase ";
  append_key(key, node);
  return key;
}

void sort_smallest_first(std::vector<DocSet>& sets) {
  std::sort(sets.begin(), sets.end(),
            [](const DocSet& a, const DocSet& b) { return a.cardinality() < b.cardinality(); });
}

DocSet intersection(std::vector<DocSet> sets) {
  if (sets.empty()) return {};
  sort_smallest_first(sets);
  for (std::size_t i = 1; i < sets.size(); ++i) sets[0] &= sets[i];
  return std::move(sets[0]);
}

}  // namespace

DocSet Matcher::match(const Node& node) {
  switch (node.kind) {
    case Node::Kind::kAll:
      return range_set(0, view_.columns().size);
    case Node::Kind::kNothing:
      return {};
    case Node::Kind::kWord:
      return match_word(node.word);
    case Node::Kind::kAnd:
      return match_all(node);
    case Node::Kind::kOr:
      return match_any(node);
    case Node::Kind::kAndNot:
      return match_first_only(node);
    case Node::Kind::kMaybe:
      return node.children.empty() ? DocSet{} : match(node.children.front());
    case Node::Kind::kPhrase:
    case Node::Kind::kNear:
    case Node::Kind::kThen:
      return match_positional(node);
    case Node::Kind::kValue:
      return with_named_value(view_, node);
    case Node::Kind::kDate:
      return of_days(view_.columns(), node.from, node.to);
  }
  return {};
}

DocSet Matcher::match_word(const Word& word) {
  if (word.terms.empty()) return {};
  DocSet set = view_.snapshot.postings(view_.db, word.terms)->set;
  if (!word.also_terms.empty()) set &= view_.snapshot.postings(view_.db, word.also_terms)->set;
  return set;
}

DocSet Matcher::match_all(const Node& node) {
  std::vector<DocSet> sets;
  for (const Node& child : node.children) {
    if (!is_positional(child)) sets.push_back(match(child));
  }
  if (sets.empty()) {
    for (const Node& child : node.children) sets.push_back(match(child));
    return intersection(std::move(sets));
  }
  DocSet left = intersection(std::move(sets));
  for (const Node& child : node.children) {
    if (is_positional(child)) left = match_positional_within(child, left);
  }
  return left;
}

DocSet Matcher::match_any(const Node& node) {
  std::vector<DocSet> sets;
  sets.reserve(node.children.size());
  for (const Node& child : node.children) sets.push_back(match(child));
  std::vector<const DocSet*> pointers;
  pointers.reserve(sets.size());
  for (const DocSet& set : sets) pointers.push_back(&set);
  return pointers.empty() ? DocSet{} : DocSet::fastunion(pointers.size(), pointers.data());
}

DocSet Matcher::match_first_only(const Node& node) {
  if (node.children.empty()) return {};
  DocSet set = match(node.children.front());
  for (std::size_t i = 1; i < node.children.size() && !set.isEmpty(); ++i) {
    set -= is_positional(node.children[i]) ? match_positional_within(node.children[i], set)
                                           : match(node.children[i]);
  }
  return set;
}

/// Articles that have what every operand needs, wherever it stands.
DocSet Matcher::with_all_operands(const Node& node) {
  if (node.kind == Node::Kind::kWord) return match_word(node.word);
  if (node.exact_phrase) {
    const Node inexact = candidates(node);
    return is_positional(inexact) ? match_positional(inexact) : match(inexact);
  }
  std::vector<DocSet> sets;
  for (const Node& child : node.children) sets.push_back(with_all_operands(child));
  if (node.kind != Node::Kind::kOr) return intersection(std::move(sets));
  DocSet any;
  for (const DocSet& set : sets) any |= set;
  return any;
}

DocSet Matcher::match_positional(const Node& node) {
  const std::string key = key_of(node);
  const auto cached = view_.snapshot.sets().find(key);
  // Reused only when the same would be found now: as much budget is left as it took.
  if (cached && (cached->cut ? cached->budget == budget_.left : cached->spent <= budget_.left)) {
    budget_.left -= cached->spent;
    budget_.cut = budget_.cut || cached->cut;
    return cached->set;
  }
  const bool was_cut = std::exchange(budget_.cut, false);
  auto made = std::make_shared<CachedSet>();
  made->budget = budget_.left;
  made->set = PhraseMatcher(view_, budget_).match(node, with_all_operands(node));
  made->set.runOptimize();
  made->spent = made->budget - budget_.left;
  made->cut = budget_.cut;
  budget_.cut = budget_.cut || was_cut;
  view_.snapshot.sets().put(key, made);
  return made->set;
}

DocSet Matcher::match_positional_within(const Node& node, const DocSet& within) {
  // An exact phrase narrows through its candidates, which are cached for themselves.
  const DocSet among = with_all_operands(node);
  const std::uint64_t left = among.and_cardinality(within);
  if (left * kWorthNarrowing > among.cardinality()) return match_positional(node) & within;
  return PhraseMatcher(view_, budget_).match(node, among & within);
}

}  // namespace gazette::server
