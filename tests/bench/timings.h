// Times by class of query, and the table that is printed of them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/bench/stock.h"

namespace gazette::bench {

/// What one engine did for the queries of each class.
struct EngineTimes {
  std::string name;
  std::map<std::string, std::vector<double>> ms;  ///< by class, one a query and pass
  std::vector<double> cpu_ms;                     ///< of the answering thread; empty: not known
  std::map<std::string, Work> work;               ///< by class, summed over one pass

  [[nodiscard]] std::vector<double> all() const;
};

/// p50, p95 and p99 of each engine by class and over all, mean totals, share of hits with a mark;
/// then the first engine against each of the others.
void print_times(const std::vector<EngineTimes>& engines, std::size_t queries_a_class);

}  // namespace gazette::bench
