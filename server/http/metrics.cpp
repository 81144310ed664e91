// Counters and histograms as Prometheus' text format 0.0.4. An own writer: Debian's library for it
// brings a web server and curl along.
#include "server/http/metrics.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <fstream>

#include "server/http/version.h"

namespace gazette::server {
namespace {

/// Upper bounds in seconds: a page takes about one millisecond, an export minutes.
constexpr std::array<double, 14> kBounds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                         0.1,    0.25,  0.5,    1,     2.5,  10,    60};

/// Without an exponent: bounds of buckets are labels, which are compared as text.
std::string number_text(double value) {
  std::array<char, 64> digits{};  // far more than seconds, bytes or revisions have
  const auto written =
      std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
  return {digits.data(), written.ptr};
}

void write_head(std::string_view name, std::string_view type, std::string_view help,
                std::string& out) {
  out += "# HELP " + std::string(name) + ' ' + std::string(help) + "\n# TYPE " + std::string(name) +
         ' ' + std::string(type) + '\n';
}

void write_gauge(std::string_view name, std::string_view help, double value, std::string& out) {
  write_head(name, "gauge", help, out);
  out += std::string(name) + ' ' + number_text(value) + '\n';
}

std::string_view known_method(std::string_view method) {
  static constexpr std::array<std::string_view, 4> kKnown{"GET", "HEAD", "POST", "OPTIONS"};
  const auto* const found = std::find(kKnown.begin(), kKnown.end(), method);
  return found == kKnown.end() ? "other" : *found;
}

/// Bytes that the process has in memory now; 0 when the system does not say.
double resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  std::uint64_t total = 0;
  std::uint64_t resident = 0;
  statm >> total >> resident;
  return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE));
}

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) {
    constexpr double kMicro = 1e-6;
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * kMicro;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

void write_archive(const ArchiveFigures& archive, std::string& out) {
  write_gauge("gazette_archive_ready", "1 while a database can be read.", archive.ready ? 1 : 0,
              out);
  write_gauge("gazette_archive_articles", "Articles in the revision that is served.",
              static_cast<double>(archive.articles), out);
  write_gauge("gazette_archive_revision", "Revision that is served.",
              static_cast<double>(archive.revision), out);
}

void write_process(std::int64_t started, std::string& out) {
  write_gauge("process_resident_memory_bytes", "Resident memory.", resident_bytes(), out);
  write_gauge("process_start_time_seconds", "Start of the process, in seconds since 1970.",
              static_cast<double>(started), out);
  write_head("process_cpu_seconds_total", "counter", "Processor time, of user and system.", out);
  out += "process_cpu_seconds_total " + number_text(cpu_seconds()) + '\n';
  write_head("gazette_build_info", "gauge", "The version that runs.", out);
  out += "gazette_build_info{version=\"" + label_value(kProgramVersion) + "\"} 1\n";
}

}  // namespace

std::string label_value(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == '"') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out;
}

Metrics::Metrics()
    : started_(std::chrono::duration_cast<std::chrono::seconds>(
                   std::chrono::system_clock::now().time_since_epoch())
                   .count()) {
  static_assert(kBuckets == kBounds.size() + 1);
}

void Metrics::begin() {
  const std::lock_guard lock(mutex_);
  ++in_flight_;
}

void Metrics::end() {
  const std::lock_guard lock(mutex_);
  --in_flight_;
}

void Metrics::count(std::string_view route, std::string_view method, int status,
                    std::chrono::nanoseconds time, std::size_t bytes) {
  const double seconds = std::chrono::duration<double>(time).count();
  const auto* const bound = std::lower_bound(kBounds.begin(), kBounds.end(), seconds);
  const std::string name(route);
  const std::lock_guard lock(mutex_);
  ++requests_[{name, std::string(known_method(method)), status}];
  Latency& latency = latencies_[name];
  ++latency.within.at(static_cast<std::size_t>(bound - kBounds.begin()));
  ++latency.count;
  latency.seconds += seconds;
  sent_[name] += bytes;
}

void Metrics::write_requests(std::string& out) const {
  write_head("gazette_http_requests_total", "counter", "Requests answered.", out);
  for (const auto& [request, count] : requests_) {
    const auto& [route, method, status] = request;
    out += "gazette_http_requests_total{route=\"" + label_value(route) + "\",method=\"" + method +
           "\",status=\"" + std::to_string(status) + "\"} " + std::to_string(count) + '\n';
  }
  write_head("gazette_http_sent_bytes_total", "counter", "Bytes sent, heads included.", out);
  for (const auto& [route, bytes] : sent_) {
    out += "gazette_http_sent_bytes_total{route=\"" + label_value(route) + "\"} " +
           std::to_string(bytes) + '\n';
  }
}

void Metrics::write_latencies(std::string& out) const {
  constexpr std::string_view kName = "gazette_http_request_duration_seconds";
  write_head(kName, "histogram", "Time from a request's last byte to its answer's.", out);
  for (const auto& [route, latency] : latencies_) {
    const std::string label = "{route=\"" + label_value(route) + "\"";
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < kBuckets; ++i) {
      sum += latency.within.at(i);
      const std::string bound = i < kBounds.size() ? number_text(kBounds.at(i)) : "+Inf";
      out.append(kName).append("_bucket").append(label).append(",le=\"").append(bound);
      out.append("\"} ").append(std::to_string(sum)) += '\n';
    }
    out += std::string(kName) + "_sum" + label + "} " + number_text(latency.seconds) + '\n';
    out += std::string(kName) + "_count" + label + "} " + std::to_string(latency.count) + '\n';
  }
}

std::string Metrics::text(const ArchiveFigures& archive) const {
  std::string out;
  {
    const std::lock_guard lock(mutex_);
    write_requests(out);
    write_latencies(out);
    write_gauge("gazette_http_requests_in_flight", "Requests that are being answered.",
                static_cast<double>(in_flight_), out);
  }
  write_archive(archive, out);
  write_process(started_, out);
  return out;
}

}  // namespace gazette::server
