// Turns the bytes of one connection into complete requests, within the limits. No sockets here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "common/http/chunked_body.h"
#include "common/http/head_parser.h"
#include "common/http/limits.h"
#include "common/http/refusal.h"

namespace gazette::http {

/// Looks at the head of a request before its body is read.
using HeadCheck = std::function<std::optional<Refusal>(const httplib::Request&)>;

/// Reads one request after the other from a growing buffer. A refusal is final: close.
class RequestReader {
 public:
  /// Both must outlive the reader. `check` may be none.
  explicit RequestReader(const Limits& limits, const HeadCheck& check = kNoCheck)
      : limits_(limits), check_(check) {}

  enum class State : std::uint8_t { kNeedMore, kComplete, kRefused };

  /// Looks at what arrived. When complete, the bytes of the request have left `buffer` and what
  /// follows stays.
  State read(std::string& buffer);

  /// The request; once, after kComplete. `keep_alive` is what its sender asked for.
  httplib::Request take(bool& keep_alive);

  [[nodiscard]] const Refusal& refusal() const { return *refusal_; }

  /// What is known of a refused request (its method and target, perhaps), for the log.
  [[nodiscard]] const httplib::Request& refused_request() const { return head_.request; }

  /// True once, when the client waits for "100 Continue" before it sends its body.
  bool take_continue();

  /// True between a request's head and the end of its body.
  [[nodiscard]] bool in_body() const { return in_body_; }

  /// Bytes of a body already decoded, beside what stands in the buffer.
  [[nodiscard]] std::size_t held_bytes() const { return body_.size(); }

 private:
  State refuse(Refusal refusal);
  State scan_head(std::string& buffer);
  State read_head(std::string& buffer, std::size_t head_end);
  State read_body(std::string& buffer);

  static const HeadCheck kNoCheck;

  const Limits& limits_;
  const HeadCheck& check_;
  bool in_body_ = false;
  std::size_t scanned_ = 0;     ///< bytes of the head already looked at
  std::size_t line_begin_ = 0;  ///< of the line under way
  std::size_t lines_ = 0;
  Head head_;
  std::optional<ChunkedBody> chunked_;
  std::string body_;
  bool continue_due_ = false;
  std::optional<Refusal> refusal_;
};

}  // namespace gazette::http
