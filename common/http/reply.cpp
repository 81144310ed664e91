// Answers that come later: the connection is lent until then, as to a stream thread.
#include "common/http/reply.h"

#include <sys/epoll.h>

#include <stdexcept>
#include <utility>

#include "common/http/front.h"

namespace gazette::http {

Reply::Reply(Front& front, Connection& connection, httplib::Request request, bool keep_alive,
             Clock::time_point started)
    : front_(&front),
      connection_(&connection),
      request_(std::move(request)),
      keep_alive_(keep_alive),
      started_(started) {}

Reply::Reply(Reply&& other) noexcept
    : front_(std::exchange(other.front_, nullptr)),
      connection_(other.connection_),
      request_(std::move(other.request_)),
      keep_alive_(other.keep_alive_),
      started_(other.started_) {}

Reply::~Reply() {
  if (front_ == nullptr) return;
  httplib::Response response;
  front_->handler_.fail(
      request_, std::make_exception_ptr(std::logic_error("a request went without an answer")),
      response);
  send(response);
}

void Reply::send(const httplib::Response& response) {
  if (front_ == nullptr) throw std::logic_error("a second answer to one request");
  std::exchange(front_, nullptr)->answer_later(*this, response);
}

/// True when the handler has taken the request, which then is `request` no more.
bool Front::defer(Connection& c, httplib::Request& request, bool keep_alive,
                  Clock::time_point started) {
  Reply reply(*this, c, std::move(request), keep_alive, started);
  c.lent = true;  // before anybody can answer; who answers waits for the mutex that we hold
  if (handler_.defer(reply)) return true;
  c.lent = false;
  request = std::move(reply.request_);
  reply.front_ = nullptr;
  return false;
}

void Front::answer_later(Reply& reply, const httplib::Response& response) {
  Connection& c = *reply.connection_;
  const std::lock_guard lock(c.mutex);
  c.lent = false;
  answer_whole(c, reply.request_, response, reply.keep_alive_ && !stopping_, reply.started_);
  if (!c.flush()) return close(c);
  if (c.unsent()) return arm(c, EPOLLOUT, Connection::Phase::kWriting);
  // What more there is to do with it is a worker's: this thread has others to answer.
  const bool more = c.close_after || !c.in.empty();
  if (more) return arm(c, EPOLLIN | EPOLLOUT, Connection::Phase::kReading);
  arm(c, EPOLLIN, Connection::Phase::kIdle);
}

}  // namespace gazette::http
