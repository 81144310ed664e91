// All runs at once: the least term of any, from each run that has it.
#include "indexer/bulk/merge_runs.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/bulk/glass_codec.h"
#include "indexer/bulk/glass_rows.h"
#include "indexer/bulk/posting_list.h"

namespace gazette::indexer {
namespace {

/// A run and the term that it stands at.
struct Cursor {
  RunReader* run;
  std::size_t order;  ///< of the run among all
  std::string term;
  std::uint64_t count = 0;  ///< documents of the term in this run
  std::uint64_t total = 0;  ///< sum of their wdfs

  /// Goes to the next term; false at the end.
  bool next() {
    const std::uint64_t size = run->number();
    if (size == 0) return false;
    term = run->bytes(size);
    count = run->number();
    total = run->number();
    return true;
  }
};

/// Orders a heap so that the least term comes out first, of equal ones the first run's.
struct ComesLater {
  bool operator()(const Cursor* a, const Cursor* b) const {
    const int order = a->term.compare(b->term);
    return order != 0 ? order > 0 : a->order > b->order;
  }
};

/// The postings of one term, run by run.
class TermWriter {
 public:
  TermWriter(glass::TableWriter& postlist, glass::TableWriter& position)
      : postings_(postlist), position_(position) {}

  void write(const std::vector<Cursor*>& cursors) {
    std::uint64_t count = 0;
    std::uint64_t total = 0;
    for (const Cursor* cursor : cursors) {
      count += cursor->count;
      total += cursor->total;
    }
    key_.clear();
    glass::put_sorted_string(key_, cursors.front()->term, true);
    document_key_.clear();
    glass::put_sorted_string(document_key_, cursors.front()->term, false);
    postings_.begin(key_, document_key_, count, total);
    for (const Cursor* cursor : cursors) add(*cursor);
    postings_.end();
  }

 private:
  void add(const Cursor& cursor) {
    const std::size_t prefix = document_key_.size();
    std::uint32_t document = 0;
    for (std::uint64_t i = 0; i < cursor.count; ++i) {
      document += static_cast<std::uint32_t>(cursor.run->number());
      postings_.add(document, cursor.run->number());
      const std::uint64_t size = cursor.run->number();
      if (size == 0) continue;
      glass::put_sorted_uint(document_key_, document);
      position_.add(document_key_, cursor.run->bytes(size));
      document_key_.resize(prefix);
    }
  }

  glass::PostingListWriter postings_;
  glass::TableWriter& position_;
  std::string key_, document_key_;
};

}  // namespace

void merge_values(std::vector<RunReader>& runs, glass::TableWriter& postlist) {
  std::vector<std::uint64_t> slots;  // + 1, of the row that each run stands at
  for (RunReader& run : runs) slots.push_back(run.number());
  for (;;) {
    std::uint64_t least = 0;
    for (const std::uint64_t slot : slots) {
      if (slot != 0 && (least == 0 || slot < least)) least = slot;
    }
    if (least == 0) return;
    for (std::size_t i = 0; i < runs.size(); ++i) {
      for (; slots[i] == least; slots[i] = runs[i].number()) {
        const auto document = static_cast<std::uint32_t>(runs[i].number());
        const std::string key =
            glass::value_chunk_key(static_cast<std::uint32_t>(least - 1), document);
        postlist.add(key, runs[i].bytes(runs[i].number()));
      }
    }
  }
}

void merge_postings(std::vector<RunReader>& runs, glass::TableWriter& postlist,
                    glass::TableWriter& position) {
  std::vector<Cursor> cursors;
  for (RunReader& run : runs) cursors.push_back({.run = &run, .order = cursors.size(), .term = {}});
  std::vector<Cursor*> heap;
  for (Cursor& cursor : cursors) {
    if (cursor.next()) heap.push_back(&cursor);
  }
  std::make_heap(heap.begin(), heap.end(), ComesLater());
  TermWriter writer(postlist, position);
  std::vector<Cursor*> same;  // those that stand at the least term, in order
  while (!heap.empty()) {
    same.clear();
    do {
      std::pop_heap(heap.begin(), heap.end(), ComesLater());
      same.push_back(heap.back());
      heap.pop_back();
    } while (!heap.empty() && heap.front()->term == same.front()->term);
    writer.write(same);
    for (Cursor* cursor : same) {
      if (!cursor->next()) continue;
      heap.push_back(cursor);
      std::push_heap(heap.begin(), heap.end(), ComesLater());
    }
  }
}

}  // namespace gazette::indexer
