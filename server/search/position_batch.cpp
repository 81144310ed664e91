// Reads position lists term by term.
#include "server/search/position_batch.h"

#include <algorithm>
#include <numeric>

namespace gazette::server {

PositionBatch::PositionBatch(const View& view, const Node& node) : view_(view) { add_words(node); }

void PositionBatch::add_words(const Node& node) {
  for (const Node& child : node.children) add_words(child);
  if (node.kind != Node::Kind::kWord) return;
  Lists& lists = lists_[&node.word];
  if (node.word.terms.size() < 2) return;
  for (const std::string& term : node.word.terms) {
    lists.sets.push_back(view_.snapshot.postings(view_.db, {term}));
  }
}

void PositionBatch::read(std::span<const Number> articles) {
  articles_ = articles;
  const std::vector<Xapian::docid>& docids = view_.columns().docid;
  by_docid_.resize(articles.size());
  std::iota(by_docid_.begin(), by_docid_.end(), 0);
  std::sort(by_docid_.begin(), by_docid_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return docids[articles[a]] < docids[articles[b]];
  });
  for (auto& [word, lists] : lists_) read_word(*word, lists);
}

void PositionBatch::read_list(const std::string& term, Xapian::docid docid,
                              std::vector<std::uint32_t>& out) {
  const Xapian::PositionIterator end = view_.db.positionlist_end(docid, term);
  for (auto at = view_.db.positionlist_begin(docid, term); at != end; ++at) out.push_back(*at);
}

void PositionBatch::read_word(const Word& word, Lists& lists) {
  lists.begin.assign(articles_.size(), 0);
  lists.size.assign(articles_.size(), 0);
  lists.positions.clear();
  for (const std::uint32_t i : by_docid_) {
    const std::size_t begin = lists.positions.size();
    const Xapian::docid docid = view_.columns().docid[articles_[i]];
    if (lists.sets.empty()) {
      if (!word.terms.empty()) read_list(word.terms.front(), docid, lists.positions);
    } else {
      for (std::size_t t = 0; t < word.terms.size(); ++t) {
        // Xapian is slow to say that an article lacks a term: it is asked only for those there are.
        if (lists.sets[t]->set.contains(articles_[i])) {
          read_list(word.terms[t], docid, lists.positions);
        }
      }
      const auto first = lists.positions.begin() + static_cast<std::ptrdiff_t>(begin);
      std::sort(first, lists.positions.end());
      lists.positions.erase(std::unique(first, lists.positions.end()), lists.positions.end());
    }
    lists.begin[i] = static_cast<std::uint32_t>(begin);
    lists.size[i] = static_cast<std::uint32_t>(lists.positions.size() - begin);
  }
}

std::vector<std::uint32_t> PositionBatch::positions(const Word& word, std::size_t i) const {
  const Lists& lists = lists_.at(&word);
  const auto begin = lists.positions.begin() + lists.begin[i];
  return {begin, begin + lists.size[i]};
}

}  // namespace gazette::server
