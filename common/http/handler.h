// What the front asks of a program: answers to requests. Ordinary httplib requests and responses.
#pragma once

#include <httplib.h>

#include <chrono>
#include <cstddef>
#include <exception>
#include <optional>

#include "common/http/refusal.h"
#include "common/http/reply.h"

namespace gazette::http {

/// What became of a request, for the log and the counters.
struct Outcome {
  std::size_t bytes = 0;  ///< sent, head included
  std::chrono::nanoseconds time{};
  bool cut = false;  ///< the answer could not be sent to its end
};

/// Called from any of the front's threads at once. Only `handle` may throw.
class Handler {
 public:
  virtual ~Handler() = default;

  /// Looks at a request that has a body, before that is read: who may not send one is refused here,
  /// so that nothing is kept for him.
  virtual std::optional<Refusal> refuse_head(const httplib::Request& /*head*/) { return {}; }

  /// True when it has moved `reply` away, to be sent later from any thread; false leaves the
  /// request to handle().
  virtual bool defer(Reply& /*reply*/) { return false; }

  /// Fills `response`: a body, or a content provider (chunked) that is then run on a thread of its
  /// own. Such a provider writes all it has in one call and returns false to break the answer off;
  /// what it throws before the first block is sent goes to `fail`.
  virtual void handle(const httplib::Request& request, httplib::Response& response) = 0;

  /// The answer to a request that the front refuses; `request` has what could be read of it.
  virtual void refuse(const httplib::Request& request, const Refusal& refusal,
                      httplib::Response& response) = 0;

  /// The answer in place of one that threw.
  virtual void fail(const httplib::Request& request, std::exception_ptr error,
                    httplib::Response& response) = 0;

  /// After an answer was made, or its stream has ended.
  virtual void done(const httplib::Request& request, const httplib::Response& response,
                    const Outcome& outcome) = 0;
};

}  // namespace gazette::http
