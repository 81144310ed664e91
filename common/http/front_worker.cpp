// What a worker does with a connection that has something for it.
#include <sys/epoll.h>
#include <sys/socket.h>

#include <cerrno>

#include "common/http/front.h"
#include "common/http/response_writer.h"

namespace gazette::http {
namespace {

constexpr int kTurns = 16;  // pipelined requests answered before others get their turn
constexpr std::size_t kBudgetFloor = 16 * 1024;  // bytes that any connection may hold

}  // namespace

void Front::work() {
  while (true) {
    epoll_event event{};
    const int count = epoll_wait(epoll_.get(), &event, 1, -1);
    if (quit_) return;
    if (count != 1) continue;
    const auto index = static_cast<std::uint32_t>(event.data.u64);
    if (index >= options_.limits.connections) continue;
    Connection& connection = slots_[index];
    const std::lock_guard lock(connection.mutex);
    const auto generation = static_cast<std::uint32_t>(event.data.u64 >> 32);
    if (!connection.socket || connection.generation != generation || connection.lent) continue;
    serve(connection);
  }
}

void Front::serve(Connection& c) {
  if (c.phase == Connection::Phase::kLingering) return linger(c);
  for (int turn = 0;; ++turn) {
    if (!c.flush()) return close(c);
    if (c.unsent()) return arm(c, EPOLLOUT, Connection::Phase::kWriting);
    if (c.close_after) {
      if (!c.unread_input || c.peer_closed) return close(c);
      shutdown(c.socket.get(), SHUT_WR);
      return linger(c);
    }
    if (turn == kTurns) return arm(c, EPOLLIN | EPOLLOUT, Connection::Phase::kReading);
    if (!read_request(c)) return;
    if (c.unsent()) continue;  // a refusal, or "100 Continue"
    if (!answer(c)) return;    // another thread has it now
  }
}

/// True when there is something to send or a request to answer; false when the connection was
/// armed or closed.
bool Front::read_request(Connection& c) {
  using Received = Connection::Received;
  constexpr std::size_t kShortRead = 16 * 1024;  // less than asked for: the socket is empty
  bool drained = false;
  while (true) {
    switch (c.reader->read(c.in)) {
      case RequestReader::State::kComplete:
        return true;
      case RequestReader::State::kRefused:
        answer_refused(c, c.reader->refused_request(), c.reader->refusal());
        return true;
      case RequestReader::State::kNeedMore:
        break;
    }
    const bool begun = !c.in.empty() || c.reader->in_body();
    if (c.peer_closed) {
      close(c);
      return false;
    }
    if (c.reader->take_continue()) {
      c.out += "HTTP/1.1 100 Continue\r\n\r\n";
      return true;
    }
    if (drained || (!begun && c.phase == Connection::Phase::kAnswering)) {  // saves a system call
      arm(c, EPOLLIN, begun ? Connection::Phase::kReading : Connection::Phase::kIdle);
      return false;
    }
    const std::size_t before = c.in.size();
    switch (c.receive()) {
      case Received::kData:
        drained = c.in.size() - before < kShortRead;
        break;
      case Received::kClosed:
        c.peer_closed = true;
        break;
      case Received::kNothing:
        drained = true;
        break;
      case Received::kFailed:
        close(c);
        return false;
    }
  }
}

/// Answers the request that is complete; false when its answer comes from elsewhere.
bool Front::answer(Connection& c) {
  const auto started = Clock::now();
  bool keep_alive = true;
  httplib::Request request = c.reader->take(keep_alive);
  request.remote_addr = c.peer;
  c.phase = Connection::Phase::kAnswering;
  if (defer(c, request, keep_alive, started)) return false;
  auto response = std::make_unique<httplib::Response>();
  response->status = 200;
  try {
    handler_.handle(request, *response);
  } catch (...) {  // NOLINT(bugprone-empty-catch): told to the handler, which answers 500 or 503
    response = std::make_unique<httplib::Response>();
    handler_.fail(request, std::current_exception(), *response);
  }
  keep_alive = keep_alive && !stopping_;
  if (response->content_provider_ && request.method != "HEAD") {
    StreamJob job{&c, std::move(request), std::move(response), keep_alive, started};
    return !lend(std::move(job));
  }
  answer_whole(c, request, *response, keep_alive, started);
  return true;
}

void Front::answer_whole(Connection& c, const httplib::Request& request,
                         const httplib::Response& response, bool keep_alive,
                         Clock::time_point started) {
  const std::size_t before = c.out.size();
  write_response(response,
                 {.framing = response.content_provider_ ? Framing::kChunked : Framing::kLength,
                  .head_only = request.method == "HEAD",
                  .keep_alive = keep_alive,
                  .old_client = request.version == "HTTP/1.0"},
                 c.out);
  if (!keep_alive) {
    c.close_after = true;
    c.unread_input = c.unread_input || !c.in.empty();
  }
  handler_.done(request, response, {c.out.size() - before, Clock::now() - started, false});
}

void Front::answer_refused(Connection& c, const httplib::Request& request, const Refusal& refusal) {
  httplib::Response response;
  handler_.refuse(request, refusal, response);
  c.unread_input = true;
  answer_whole(c, request, response, false, Clock::now());
}

void Front::linger(Connection& c) {
  constexpr int kRounds = 64;  // 1 MB at most is read for nothing before others get their turn
  for (int round = 0; round < kRounds; ++round) {
    const auto received = c.discard();
    if (received == Connection::Received::kNothing) break;
    if (received != Connection::Received::kData) return close(c);
    if (c.discarded > options_.limits.linger_bytes) return close(c);
  }
  arm(c, EPOLLIN, Connection::Phase::kLingering);
}

/// Waits for `events`; a deadline runs from when the phase began.
void Front::arm(Connection& c, std::uint32_t events, Connection::Phase phase) {
  if (!within_budget(c)) return close(c);
  if (c.phase != phase || phase == Connection::Phase::kIdle) {
    const Limits& limits = options_.limits;
    const auto time = phase == Connection::Phase::kIdle      ? limits.idle_time
                      : phase == Connection::Phase::kReading ? limits.request_time
                      : phase == Connection::Phase::kWriting ? limits.answer_time
                                                             : limits.linger_time;
    c.deadline = Clock::now() + time;
    c.phase = phase;
  }
  epoll_event event{};
  event.events = events | EPOLLONESHOT;
  event.data.u64 =
      (std::uint64_t{c.generation} << 32) | static_cast<std::uint32_t>(&c - slots_.get());
  if (epoll_ctl(epoll_.get(), EPOLL_CTL_MOD, c.socket.get(), &event) != 0) close(c);
}

/// Counts what this connection holds; false when all together hold too much and this one is among
/// the cause.
bool Front::within_budget(Connection& c) {
  const std::size_t held = c.held_bytes();
  buffered_ += held - c.counted;
  c.counted = held;
  return held <= kBudgetFloor || buffered_ <= options_.limits.buffered_bytes;
}

}  // namespace gazette::http
