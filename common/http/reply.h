// A request whose answer comes later, from another thread.
#pragma once

#include <httplib.h>

#include "common/http/connection.h"

namespace gazette::http {

class Front;

/// Holds the connection until it is sent, once, from any thread; while it waits no thread of the
/// front does. One that goes unsent becomes the handler's answer to an error. Must be gone before
/// the front is.
class Reply {
 public:
  Reply(Front& front, Connection& connection, httplib::Request request, bool keep_alive,
        Clock::time_point started);
  Reply(Reply&& other) noexcept;
  Reply& operator=(Reply&&) = delete;
  ~Reply();

  [[nodiscard]] const httplib::Request& request() const { return request_; }

  /// The request's body, once: nothing is left of it here.
  std::string take_body() { return std::move(request_.body); }

  /// `response` has no content provider.
  void send(const httplib::Response& response);

 private:
  friend class Front;

  Front* front_;  ///< none: sent, or moved from
  Connection* connection_;
  httplib::Request request_;
  bool keep_alive_;
  Clock::time_point started_;
};

}  // namespace gazette::http
