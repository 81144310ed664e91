// bench_answer GAZETTE_DB STOCK_DB QUERIES [PASSES]: the full answer (ten marked hits, exact total,
// facets section, source and month) in one process, Gazette beside stock Xapian, query by query.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <set>
#include <stdexcept>

#include "server/render/answer_json.h"
#include "server/search/archive.h"
#include "tests/bench/query_log.h"
#include "tests/bench/stock.h"
#include "tests/bench/stopwatch.h"
#include "tests/bench/timings.h"

namespace gazette::bench {
namespace {

CivilDay day_of(const std::string& yyyymmdd) {
  const auto number = [&](std::size_t at, std::size_t count) {
    return std::stoi(yyyymmdd.substr(at, count));
  };
  return to_day({number(0, 4), number(4, 2), number(6, 2)});
}

server::SearchRequest request_of(const LoggedQuery& query) {
  server::SearchRequest request;
  request.selection.q = query.text;
  request.selection.op = query.any_word ? server::JoinWords::kOr : server::JoinWords::kAnd;
  if (!query.from.empty()) {
    request.selection.from = day_of(query.from);
    request.selection.to = day_of(query.to);
  }
  request.facets = {server::FacetField::kSection, server::FacetField::kSource};
  request.histogram = true;
  request.interval = server::Interval::kMonth;
  return request;
}

/// The answer as the bytes that are sent.
Work answer(server::Archive& archive, const LoggedQuery& query) {
  const Result<server::SearchAnswer> found = archive.search(request_of(query));
  if (!found.ok()) throw std::runtime_error(query.text + ": " + found.error().message);
  Work work;
  work.total = found->total;
  work.hits = found->hits.size();
  for (const server::Hit& hit : found->hits) {
    bool marked = hit.title && !hit.title->marks.empty();
    for (const server::MarkedText& passage : hit.body) marked = marked || !passage.marks.empty();
    work.marked_hits += marked ? 1 : 0;
  }
  for (const server::Facet& facet : found->facets) work.facet_values += facet.values.size();
  const std::string json = server::search_json(*found, {}, {});
  if (json.empty()) throw std::runtime_error("empty answer");
  return work;
}

void add(EngineTimes& engine, const LoggedQuery& query, double ms, const Work& work, bool first) {
  engine.ms[query.group].push_back(ms);
  if (!first) return;
  Work& sum = engine.work[query.group];
  sum.total += work.total;
  sum.hits += work.hits;
  sum.marked_hits += work.marked_hits;
}

template <typename Engine>
void time_query(EngineTimes& times, const LoggedQuery& query, bool first, Engine engine) {
  const double start = wall_ms();
  const Work work = engine();
  add(times, query, wall_ms() - start, work, first);
}

int run(const std::string& gazette_db, const std::string& stock_db, const std::string& log,
        int passes) {
  server::Archive archive(gazette_db, {});
  StockArchive stock(stock_db);
  const std::vector<LoggedQuery> queries = read_query_log(log);
  EngineTimes gazette_times{"gazette", {}, {}}, stock_times{"stock Xapian", {}, {}};
  std::set<std::string> groups;
  for (const LoggedQuery& query : queries) {  // warm: caches of the engines and of the disk
    answer(archive, query);
    stock.answer(query);
    groups.insert(query.group);
  }
  for (int pass = 0; pass < passes; ++pass) {
    for (const LoggedQuery& query : queries) {
      time_query(gazette_times, query, pass == 0, [&] { return answer(archive, query); });
      time_query(stock_times, query, pass == 0, [&] { return stock.answer(query); });
    }
  }
  std::printf("in process, %zu queries, %d passes\n", queries.size(), passes);
  print_times({gazette_times, stock_times}, queries.size() / groups.size());
  return 0;
}

}  // namespace
}  // namespace gazette::bench

int main(int argc, char** argv) {
  if (argc != 4 && argc != 5) {
    std::fprintf(stderr, "usage: bench_answer GAZETTE_DB STOCK_DB QUERIES [PASSES]\n");
    return 2;
  }
  try {
    return gazette::bench::run(argv[1], argv[2], argv[3], argc == 5 ? std::atoi(argv[4]) : 5);
  } catch (const Xapian::Error& e) {
    std::fprintf(stderr, "bench_answer: %s\n", e.get_description().c_str());
  } catch (const std::exception& e) {
    std::fprintf(stderr, "bench_answer: %s\n", e.what());
  }
  return 2;
}
