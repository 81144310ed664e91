// What one request reads from: a snapshot, a handle of it and an analyzer, all its own for that
// time.
#pragma once

#include <xapian.h>

#include <vector>

#include "common/analysis/analyzer.h"
#include "server/search/snapshot.h"

namespace gazette::server {

/// Memory that is kept from request to request.
struct Scratch {
  std::vector<float> scores;    ///< by article number
  std::vector<Number> numbers;  ///< of one posting list
};

struct View {
  Snapshot& snapshot;
  const Xapian::Database& db;
  Analyzer& analyzer;
  Scratch& scratch;

  [[nodiscard]] const Columns& columns() const { return snapshot.columns(); }
};

}  // namespace gazette::server
