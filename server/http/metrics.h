// What the server counts of its own work, in the text form that Prometheus reads.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <tuple>

namespace gazette::server {

/// What is told of the archive beside.
struct ArchiveFigures {
  bool ready = false;  ///< there is a revision; the others are 0 without
  std::size_t articles = 0;
  std::uint64_t revision = 0;
};

/// Thread-safe. Labels are the patterns of routes, methods and statuses: what was asked, and of
/// what, is never among them, and their number has a bound.
class Metrics {
 public:
  Metrics();

  void begin();  ///< a request has come
  void end();    ///< its answer has gone

  /// `route` is a pattern of the table of routes or "other".
  void count(std::string_view route, std::string_view method, int status,
             std::chrono::nanoseconds time, std::size_t bytes);

  /// The whole document, with the figures of the archive and of the process.
  [[nodiscard]] std::string text(const ArchiveFigures& archive) const;

 private:
  static constexpr std::size_t kBuckets = 15;
  struct Latency {
    std::array<std::uint64_t, kBuckets> within{};  ///< by bound, not cumulated; the last has none
    std::uint64_t count = 0;
    double seconds = 0;
  };
  using Request = std::tuple<std::string, std::string, int>;  ///< route, method, status

  void write_requests(std::string& out) const;
  void write_latencies(std::string& out) const;

  mutable std::mutex mutex_;
  std::map<Request, std::uint64_t> requests_;
  std::map<std::string, Latency> latencies_;  ///< by route
  std::map<std::string, std::uint64_t> sent_;
  std::int64_t in_flight_ = 0;
  std::int64_t started_ = 0;  ///< seconds UTC
};

/// A label's value: backslashes, quotes and line ends escaped.
std::string label_value(std::string_view text);

}  // namespace gazette::server
