// bench_http HOST PORT QUERIES [PASSES]: the full answer of a running gazette-server, one client on
// one kept connection.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <set>

#include "tests/bench/http_client.h"
#include "tests/bench/query_log.h"
#include "tests/bench/stopwatch.h"
#include "tests/bench/timings.h"

namespace gazette::bench {
namespace {

/// "20200131" as the API takes it.
std::string dashed(const std::string& day) {
  return day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6, 2);
}

std::string target_of(const LoggedQuery& query) {
  std::string target =
      "/v1/search?facets=section,source,date&interval=month&q=" + url_encoded(query.text);
  if (query.any_word) target += "&op=or";
  if (!query.from.empty()) target += "&from=" + dashed(query.from) + "&to=" + dashed(query.to);
  return target;
}

std::size_t count(const std::string& text, const std::string& wanted) {
  std::size_t found = 0;
  for (std::size_t at = text.find(wanted); at != std::string::npos;
       at = text.find(wanted, at + 1)) {
    ++found;
  }
  return found;
}

/// What the JSON says, without reading all of it.
Work work_of(const std::string& json) {
  Work work;
  const std::size_t total = json.find("\"total\":");
  work.total = total == std::string::npos ? 0 : std::strtoul(json.c_str() + total + 8, nullptr, 10);
  const std::string key = "\"highlights\":";
  work.hits = count(json, key);
  for (std::size_t at = json.find(key); at != std::string::npos; at = json.find(key, at + 1)) {
    const std::size_t end = json.find(key, at + 1);
    const std::size_t mark = json.find("<mark>", at);
    work.marked_hits += mark < end && mark != std::string::npos ? 1 : 0;
  }
  return work;
}

int run(const std::string& host, const std::string& port, const std::string& log, int passes) {
  const std::vector<LoggedQuery> queries = read_query_log(log);
  HttpClient client(host, port);
  EngineTimes times{.name = "gazette HTTP", .ms = {}, .cpu_ms = {}, .work = {}};
  std::set<std::string> groups;
  for (const LoggedQuery& query : queries) {  // warm, and see what is answered
    const Work work = work_of(client.get(target_of(query)));
    times.work[query.group] += work;
    groups.insert(query.group);
  }
  for (int pass = 0; pass < passes; ++pass) {
    for (const LoggedQuery& query : queries) {
      const std::string target = target_of(query);
      const double start = wall_ms();
      const std::string body = client.get(target);
      times.ms[query.group].push_back(wall_ms() - start);
      if (body.empty()) throw std::runtime_error("empty answer to " + target);
    }
  }
  std::printf("over HTTP, %zu queries, %d passes, one client\n", queries.size(), passes);
  print_times({times}, queries.size() / groups.size());
  return 0;
}

}  // namespace
}  // namespace gazette::bench

int main(int argc, char** argv) {
  if (argc != 4 && argc != 5) {
    std::fprintf(stderr, "usage: bench_http HOST PORT QUERIES [PASSES]\n");
    return 2;
  }
  try {
    return gazette::bench::run(argv[1], argv[2], argv[3], argc == 5 ? std::atoi(argv[4]) : 5);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "bench_http: %s\n", e.what());
    return 2;
  }
}
