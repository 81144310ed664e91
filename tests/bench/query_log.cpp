// The query log: class, op, from, to, text, parted by tabs.
#include "tests/bench/query_log.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace gazette::bench {

std::vector<LoggedQuery> read_query_log(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::vector<LoggedQuery> queries;
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    LoggedQuery query;
    std::string op;
    const bool whole = std::getline(fields, query.group, '\t') && std::getline(fields, op, '\t') &&
                       std::getline(fields, query.from, '\t') &&
                       std::getline(fields, query.to, '\t') && std::getline(fields, query.text);
    if (!whole) throw std::runtime_error("not a line of a query log: " + line);
    query.any_word = op == "or";
    queries.push_back(std::move(query));
  }
  return queries;
}

}  // namespace gazette::bench
