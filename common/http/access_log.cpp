// One line a request.
#include "common/http/access_log.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string_view>

#include "common/http/request_id.h"

namespace gazette::http {
namespace {

constexpr auto kFlushPeriod = std::chrono::milliseconds(200);
constexpr std::size_t kMaxWaiting = 1u << 20;  // bytes; more are dropped and counted
constexpr std::size_t kMaxPath = 500;          // bytes of a path shown

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text.data();
}

void write_fully(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = write(fd, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
}

}  // namespace

AccessLog::AccessLog(Options options) : options_(options), writer_([this] { run(); }) {}

AccessLog::~AccessLog() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  changed_.notify_one();
  writer_.join();
}

void AccessLog::request(const httplib::Request& request, const httplib::Response& response,
                        const Outcome& outcome) {
  if (!options_.requests) return;
  std::string_view target = request.target;
  if (!options_.queries) target = target.substr(0, target.find('?'));
  target = target.substr(0, options_.queries ? std::string_view::npos : kMaxPath);
  const double ms = std::chrono::duration<double, std::milli>(outcome.time).count();
  std::array<char, 96> figures{};
  std::snprintf(figures.data(), figures.size(), " %d %zu %.1fms", response.status, outcome.bytes,
                ms);
  std::string line = request.remote_addr.empty() ? "-" : request.remote_addr;
  line += ' ';
  line += request.method.empty() ? "-" : request.method;
  line += ' ';
  line += target.empty() ? "-" : target;
  line += figures.data();
  line += ' ';
  line += response.get_header_value(kRequestIdHeader);
  if (outcome.cut) line += " interrompu";
  add(std::move(line));
}

void AccessLog::message(const std::string& text) { add(text); }

void AccessLog::add(std::string line) {
  line = utc_now() + ' ' + line + '\n';
  const std::lock_guard lock(mutex_);
  if (lines_.size() + line.size() > kMaxWaiting) {
    ++dropped_;
  } else {
    if (lines_.empty()) changed_.notify_one();
    lines_ += line;
  }
}

void AccessLog::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stop_ || !lines_.empty(); });
    changed_.wait_for(lock, kFlushPeriod, [this] { return stop_; });
    std::string lines;
    lines.swap(lines_);
    if (dropped_ > 0) lines += std::to_string(dropped_) + " lignes perdues\n";
    dropped_ = 0;
    const bool stop = stop_;
    lock.unlock();
    write_fully(options_.fd, lines);
    lock.lock();
    if (stop && lines_.empty()) return;
  }
}

}  // namespace gazette::http
