// The id of a request: what its answer, its problem document and the log call it.
#pragma once

#include <httplib.h>

#include <atomic>
#include <cstdint>
#include <string>

namespace gazette::http {

inline constexpr const char* kRequestIdHeader = "X-Request-Id";

/// Gives ids; from any thread.
class RequestIds {
 public:
  RequestIds();

  /// The id that the request brings in X-Request-Id, from a proxy say, where it is plain and short;
  /// a new one otherwise.
  std::string id_of(const httplib::Request& request);

 private:
  std::uint64_t seed_;
  std::atomic<std::uint64_t> next_{0};
};

}  // namespace gazette::http
