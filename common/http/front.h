// The HTTP front: sockets on one side, complete and bounded requests for a Handler on the other.
//
// One epoll set, armed for one event at a time, is shared by all workers: whoever wakes reads what
// has come, without waiting, answers if the request is complete, and arms the connection again. So
// a slow or silent client holds memory but never a thread, and no request is handed between threads
// but those whose answer has to wait: a streamed one for its reader, on a thread of its own, and
// one that the handler defers, for whatever it waits for.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "common/http/connection.h"
#include "common/http/handler.h"
#include "common/http/limits.h"
#include "common/http/listener.h"

namespace gazette::http {

struct FrontOptions {
  Limits limits;
  std::size_t threads = 2;  ///< workers; two at least, so that one slow answer is not all
};

/// Serves from start() to stop(). The handler must outlive it.
class Front {
 public:
  /// Throws std::system_error when the machine has no descriptors or threads left.
  Front(Listener listener, FrontOptions options, Handler& handler);
  ~Front();
  Front(const Front&) = delete;
  Front& operator=(const Front&) = delete;

  void start();

  /// Takes no new connection, finishes what is under way within Limits::stop_time, returns when all
  /// threads have ended. Safe to call twice.
  void stop();

  [[nodiscard]] const Address& address() const { return listener_.address; }
  [[nodiscard]] std::size_t open_connections() const { return open_count_; }

 private:
  /// A streamed answer on its way to a stream thread, with the connection lent to it.
  struct StreamJob {
    Connection* connection = nullptr;
    httplib::Request request;
    std::unique_ptr<httplib::Response> response;
    bool keep_alive = true;
    Clock::time_point started;
  };
  class StreamWriter;
  friend class Reply;

  // Accepting and watching over deadlines: one thread.
  void accept_and_sweep();
  void accept_pending();
  void admit(UniqueFd socket, std::string peer);
  void turn_away(UniqueFd socket);
  bool evict_one();
  void sweep();
  void expire(Connection& connection);

  // Workers. The connection's mutex is held.
  void work();
  void serve(Connection& connection);
  bool read_request(Connection& connection);
  bool answer(Connection& connection);
  void answer_refused(Connection& connection, const httplib::Request& request,
                      const Refusal& refusal);
  void answer_whole(Connection& connection, const httplib::Request& request,
                    const httplib::Response& response, bool keep_alive, Clock::time_point started);
  void linger(Connection& connection);
  void arm(Connection& connection, std::uint32_t events, Connection::Phase phase);
  bool within_budget(Connection& connection);
  void close(Connection& connection);

  // Answers that come later, from any thread.
  bool defer(Connection& connection, httplib::Request& request, bool keep_alive,
             Clock::time_point started);
  void answer_later(Reply& reply, const httplib::Response& response);

  // Stream threads.
  bool lend(StreamJob job);
  void run_streams();
  void run_stream(StreamJob& job);

  Listener listener_;
  FrontOptions options_;
  Handler& handler_;
  HeadCheck head_check_;               ///< the handler's, for the readers
  UniqueFd epoll_, wake_, stop_wake_;  ///< eventfds: for the workers, for the acceptor
  std::unique_ptr<Connection[]> slots_;
  std::mutex free_mutex_;
  std::vector<std::uint32_t> free_;
  std::size_t evict_hand_ = 0;
  std::atomic<std::size_t> open_count_{0}, buffered_{0};
  std::atomic<bool> stopping_{false}, quit_{false};
  std::atomic<Clock::rep> stop_began_{0};

  std::mutex stream_mutex_;
  std::condition_variable stream_ready_;
  std::deque<StreamJob> stream_jobs_;
  std::size_t streams_busy_ = 0;

  std::thread acceptor_;
  std::vector<std::thread> workers_, stream_threads_;
};

}  // namespace gazette::http
