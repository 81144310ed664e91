// bench_answer GAZETTE_DB STOCK_DB QUERIES [PASSES]: the full answer (ten marked hits, exact total,
// facets section, source and month) in one process, Gazette beside stock Xapian, query by query.
// STOCK_DB may be `-`: Gazette alone, to profile.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>
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

template <typename Engine>
void time_query(EngineTimes& times, const LoggedQuery& query, bool first, Engine engine) {
  const double start = wall_ms(), cpu_start = thread_cpu_ms();
  const Work work = engine();
  times.cpu_ms.push_back(thread_cpu_ms() - cpu_start);
  times.ms[query.group].push_back(wall_ms() - start);
  if (first) times.work[query.group] += work;
}

int run(const std::string& gazette_db, const std::string& stock_db, const std::string& log,
        int passes) {
  server::Archive archive(gazette_db, {});
  std::unique_ptr<StockArchive> stock;
  if (stock_db != "-") stock = std::make_unique<StockArchive>(stock_db);
  const std::vector<LoggedQuery> queries = read_query_log(log);
  std::vector<EngineTimes> times{{.name = "gazette", .ms = {}, .cpu_ms = {}, .work = {}}};
  if (stock) times.push_back({.name = "stock Xapian", .ms = {}, .cpu_ms = {}, .work = {}});
  std::set<std::string> groups;
  for (const LoggedQuery& query : queries) {  // warm: caches of the engines and of the disk
    answer(archive, query);
    if (stock) stock->answer(query);
    groups.insert(query.group);
  }
  for (int pass = 0; pass < passes; ++pass) {
    for (const LoggedQuery& query : queries) {
      time_query(times[0], query, pass == 0, [&] { return answer(archive, query); });
      if (stock) time_query(times[1], query, pass == 0, [&] { return stock->answer(query); });
    }
  }
  std::printf("in process, %zu queries, %d passes\n", queries.size(), passes);
  print_times(times, queries.size() / groups.size());
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
