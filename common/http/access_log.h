// One line a request, without what was asked unless that is wanted.
#pragma once

#include <httplib.h>

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <string>
#include <thread>

#include "common/http/handler.h"

namespace gazette::http {

/// Gathers lines and writes them from a thread of its own, so that no answer waits for a disk.
/// Lines are dropped, and their number told, when what reads them is too slow.
class AccessLog {
 public:
  struct Options {
    int fd = 2;
    bool requests = true;  ///< false: only messages
    bool queries = false;  ///< the query string too
  };

  explicit AccessLog(Options options);
  ~AccessLog();  ///< writes what is left
  AccessLog(const AccessLog&) = delete;
  AccessLog& operator=(const AccessLog&) = delete;

  /// "2026-11-22T10:00:00Z 127.0.0.1 GET /v1/search 200 5123 1.4ms req-…".
  void request(const httplib::Request& request, const httplib::Response& response,
               const Outcome& outcome);

  /// A message of the server itself, after the time.
  void message(const std::string& text);

 private:
  void add(std::string line);
  void run();

  Options options_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::string lines_;
  std::size_t dropped_ = 0;
  bool stop_ = false;
  std::thread writer_;
};

}  // namespace gazette::http
