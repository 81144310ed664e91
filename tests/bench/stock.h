// Stock Xapian set up for French as its documentation recommends: TermGenerator and QueryParser
// with the French stemmer, MatchSpy facets, MSet::snippet.
#pragma once

#include <xapian.h>

#include <string>

#include "tests/bench/corpus.h"
#include "tests/bench/query_log.h"

namespace gazette::bench {

/// Writes an index from scratch; one commit at the end, flushing as Xapian does by default.
class StockIndexer {
 public:
  explicit StockIndexer(const std::string& directory);
  void add(const BenchArticle& article);
  void commit() { db_.commit(); }

 private:
  Xapian::WritableDatabase db_;
  Xapian::TermGenerator generator_;
};

/// What an answer came to, so that both engines can be seen to have done the same work.
struct Work {
  std::size_t total = 0;
  std::size_t hits = 0;
  std::size_t marked_hits = 0;  ///< hits with a mark in their title or passages
  std::size_t facet_values = 0;

  Work& operator+=(const Work& other) {
    total += other.total;
    hits += other.hits;
    marked_hits += other.marked_hits;
    facet_values += other.facet_values;
    return *this;
  }
};

/// Answers from such an index, or from one that scriptindex made with the same slots.
class StockArchive {
 public:
  explicit StockArchive(const std::string& directory);

  /// Ten hits with highlighted title and passage, exact total, facets section, source and month.
  Work answer(const LoggedQuery& query);

 private:
  Xapian::Database db_;
  Xapian::Stem stem_;
  Xapian::QueryParser parser_;
};

}  // namespace gazette::bench
