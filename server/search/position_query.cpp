// Builds positional queries, and the posting source that narrows them.
#include "server/search/position_query.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace gazette::server {
namespace {

using Query = Xapian::Query;

/// The terms of a word, or of a choice of words; none for anything else.
std::optional<std::vector<std::string>> terms_of(const Node& node) {
  if (node.kind == Node::Kind::kWord) return node.word.terms;
  if (node.kind != Node::Kind::kOr) return std::nullopt;
  std::vector<std::string> terms;
  for (const Node& child : node.children) {
    const auto some = terms_of(child);
    if (!some) return std::nullopt;
    terms.insert(terms.end(), some->begin(), some->end());
  }
  return terms;
}

Query any_of(const std::vector<std::string>& terms) {
  return {Query::OP_OR, terms.begin(), terms.end()};
}

Query joined(Query::op op, const Node& node) {
  std::vector<Query> parts;
  for (const Node& child : node.children) parts.push_back(position_query(child).query);
  return {op, parts.begin(), parts.end()};
}

/// Xapian counts the places of a window with both ends.
Query in_order(const std::vector<Query>& parts, std::uint32_t greatest_difference) {
  return {Query::OP_PHRASE, parts.begin(), parts.end(), greatest_difference + 1};
}

/// The operands as words; none when one is more than that.
std::optional<std::vector<Query>> word_operands(const Node& node) {
  std::vector<Query> words;
  for (const Node& child : node.children) {
    const auto terms = terms_of(child);
    if (!terms) return std::nullopt;
    words.push_back(any_of(*terms));
  }
  return words;
}

PositionQuery phrase(const Node& node, const std::vector<Query>& words) {
  bool contiguous = true;
  for (std::size_t i = 0; i < node.offsets.size(); ++i) contiguous &= node.offsets[i] == i;
  return {in_order(words, node.offsets.back()), contiguous};
}

}  // namespace

PositionQuery position_query(const Node& node) {
  if (const auto terms = terms_of(node)) return {any_of(*terms), true};
  if (node.kind == Node::Kind::kOr) return {joined(Query::OP_OR, node), false};
  const auto words = word_operands(node);
  if (!words || words->size() < 2) return {joined(Query::OP_AND, node), false};
  if (node.kind == Node::Kind::kPhrase) {
    return node.offsets.size() == words->size() ? phrase(node, *words)
                                                : PositionQuery{joined(Query::OP_AND, node), false};
  }
  if (words->size() != 2) return {joined(Query::OP_AND, node), false};
  const Query there = in_order(*words, node.window);
  if (node.kind == Node::Kind::kThen) return {there, true};
  const Query back = in_order({words->at(1), words->at(0)}, node.window);
  return {Query(Query::OP_OR, there, back), true};
}

DocidSource::DocidSource(std::vector<Xapian::docid> docids) : docids_(std::move(docids)) {}

Xapian::doccount DocidSource::get_termfreq_min() const {
  return static_cast<Xapian::doccount>(docids_.size());
}
Xapian::doccount DocidSource::get_termfreq_est() const { return get_termfreq_min(); }
Xapian::doccount DocidSource::get_termfreq_max() const { return get_termfreq_min(); }

void DocidSource::next(double) {
  if (started_) {
    ++at_;
  } else {
    started_ = true;
  }
}

void DocidSource::skip_to(Xapian::docid docid, double) {
  started_ = true;
  const auto from = docids_.begin() + static_cast<std::ptrdiff_t>(at_);
  at_ = static_cast<std::size_t>(std::lower_bound(from, docids_.end(), docid) - docids_.begin());
}

bool DocidSource::at_end() const { return at_ >= docids_.size(); }

Xapian::docid DocidSource::get_docid() const { return docids_[at_]; }

DocidSource* DocidSource::clone() const { return new DocidSource(docids_); }

void DocidSource::init(const Xapian::Database&) {
  at_ = 0;
  started_ = false;
}

}  // namespace gazette::server
