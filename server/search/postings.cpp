// Decodes posting lists, from docid order to the order of article numbers.
#include "server/search/postings.h"

#include <algorithm>
#include <utility>

namespace gazette::server {
namespace {

constexpr unsigned kMaxCount = 255;  // beyond it a further occurrence changes no rank worth having

// Above one posting in this many articles a pass over all articles is cheaper than sorting.
constexpr std::size_t kScatterShare = 16;

using Posting = std::pair<Number, std::uint8_t>;

std::uint8_t capped(Xapian::termcount count) {
  return static_cast<std::uint8_t>(std::min<Xapian::termcount>(count, kMaxCount));
}

std::vector<Posting> read(const Xapian::Database& db, const Columns& columns,
                          std::span<const std::string> terms) {
  std::vector<Posting> postings;
  for (const std::string& term : terms) {
    const Xapian::PostingIterator end = db.postlist_end(term);
    for (Xapian::PostingIterator at = db.postlist_begin(term); at != end; ++at) {
      const Xapian::docid docid = *at;
      if (docid >= columns.number_of.size() || columns.number_of[docid] == kNoNumber) continue;
      postings.emplace_back(columns.number_of[docid], capped(at.get_wdf()));
    }
  }
  return postings;
}

void sort_by_scatter(std::vector<Posting>& postings, Number articles) {
  std::vector<std::uint16_t> count(articles, 0);  // 0: no posting; else occurrences + 1
  for (const auto& [number, occurrences] : postings) {
    const unsigned before = count[number] == 0 ? 1 : count[number];
    count[number] = static_cast<std::uint16_t>(std::min(before + occurrences, kMaxCount + 1));
  }
  postings.clear();
  for (Number n = 0; n < articles; ++n) {
    if (count[n] != 0) postings.emplace_back(n, static_cast<std::uint8_t>(count[n] - 1));
  }
}

void sort_by_comparing(std::vector<Posting>& postings) {
  std::sort(postings.begin(), postings.end());
  auto kept = postings.begin();
  for (auto at = postings.begin(); at != postings.end(); ++at) {
    if (at != postings.begin() && kept->first == at->first) {
      kept->second = capped(Xapian::termcount{kept->second} + at->second);
    } else {
      if (at != postings.begin()) ++kept;
      *kept = *at;
    }
  }
  if (!postings.empty()) postings.erase(kept + 1, postings.end());
}

bool strictly_ascending(const std::vector<Posting>& postings) {
  return std::adjacent_find(postings.begin(), postings.end(),
                            [](const Posting& a, const Posting& b) {
                              return a.first >= b.first;
                            }) == postings.end();
}

}  // namespace

std::shared_ptr<const Postings> decode_postings(const Xapian::Database& db, const Columns& columns,
                                                std::span<const std::string> terms) {
  std::vector<Posting> read_postings = read(db, columns, terms);
  if (!strictly_ascending(read_postings)) {
    if (read_postings.size() > columns.size / kScatterShare) {
      sort_by_scatter(read_postings, columns.size);
    } else {
      sort_by_comparing(read_postings);
    }
  }
  auto postings = std::make_shared<Postings>();
  std::vector<Number> numbers;
  numbers.reserve(read_postings.size());
  postings->count.reserve(read_postings.size());
  for (const auto& [number, count] : read_postings) {
    numbers.push_back(number);
    postings->count.push_back(count);
  }
  postings->set = DocSet(numbers.size(), numbers.data());
  postings->set.runOptimize();
  postings->set.shrinkToFit();
  postings->size = numbers.size();
  return postings;
}

}  // namespace gazette::server
