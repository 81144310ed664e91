// Joins clauses so that two ways of typing the same query come to the same tree.
#include "server/query/clause.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "server/query/canonical.h"

namespace gazette::server {
namespace {

using Kind = Clause::Kind;

/// `children` with those of kind `joined` replaced by their own, and none that vanished. One that
/// only ranks stays whole.
std::vector<Clause> opened(std::vector<Clause> children, Kind joined) {
  std::vector<Clause> flat;
  flat.reserve(children.size());
  for (Clause& child : children) {
    if (child.kind == Kind::kVanished) continue;
    if (child.kind != joined || child.optional) {
      flat.push_back(std::move(child));
      continue;
    }
    std::move(child.children.begin(), child.children.end(), std::back_inserter(flat));
  }
  return flat;
}

/// What prints alike is alike; what is asked for stands for what only ranks.
void drop_repeated(std::vector<Clause>& children) {
  if (children.size() < 2) return;
  std::unordered_set<std::string> asked;
  std::unordered_set<std::string> seen;
  for (const Clause& child : children) {
    if (!child.optional) asked.insert(canonical(child));
  }
  std::vector<Clause> kept;
  kept.reserve(children.size());
  for (Clause& child : children) {
    const std::string text = canonical(child);
    if (child.optional && asked.contains(text)) continue;
    if (seen.insert(text).second) kept.push_back(std::move(child));
  }
  children = std::move(kept);
}

Clause joined(Kind kind, std::vector<Clause> children) {
  if (children.empty()) return {};
  if (children.size() == 1 && !children.front().optional) return std::move(children.front());
  Clause clause;
  clause.kind = kind;
  clause.begin = children.front().begin;
  clause.end = children.back().end;
  clause.children = std::move(children);
  return clause;
}

bool asks_for_text(const Clause& clause) {
  return !clause.optional && !is_filter(clause) && clause.kind != Kind::kNot &&
         !only_stop_words(clause);
}

bool has_content_word(const Clause& clause) {
  return std::any_of(clause.words.begin(), clause.words.end(),
                     [](const QueryWord& word) { return !word.forms.stop_word; });
}

}  // namespace

bool only_stop_words(const Clause& clause) {
  const bool plain = clause.sign == Clause::Sign::kNone || clause.sign == Clause::Sign::kExact;
  return clause.kind == Kind::kWords && plain && !has_content_word(clause);
}

bool only_ranks(const Clause& clause) {
  return clause.optional || (clause.kind == Kind::kWords &&
                             std::all_of(clause.words.begin(), clause.words.end(),
                                         [](const QueryWord& word) { return word.optional; }));
}

Clause all_of(std::vector<Clause> children, bool literal) {
  children = opened(std::move(children), Kind::kAnd);
  const bool content = std::any_of(children.begin(), children.end(), asks_for_text);
  for (Clause& child : children) {
    if (child.kind != Kind::kWords) continue;
    const bool asked = literal || child.literal || child.sign == Clause::Sign::kExact || !content;
    for (QueryWord& word : child.words) word.optional = !asked && word.forms.stop_word;
    const bool signed_word =
        child.sign == Clause::Sign::kPrefix || child.sign == Clause::Sign::kFuzzy;
    if (signed_word) child.words.back().optional = false;
  }
  drop_repeated(children);
  return joined(Kind::kAnd, std::move(children));
}

Clause any_of(std::vector<Clause> children) {
  children = opened(std::move(children), Kind::kOr);
  drop_repeated(children);
  return joined(Kind::kOr, std::move(children));
}

Clause none_of(Clause child) {
  if (child.kind == Kind::kVanished) return child;
  Clause clause;
  clause.kind = Kind::kNot;
  clause.begin = child.begin;
  clause.end = child.end;
  clause.children.push_back(std::move(child));
  return clause;
}

}  // namespace gazette::server
