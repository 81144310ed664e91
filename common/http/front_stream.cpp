// Streamed answers: written on a thread of their own, as fast as their reader takes them.
#include <sys/socket.h>

#include <exception>
#include <string>

#include "common/http/front.h"
#include "common/http/response_writer.h"

namespace gazette::http {
namespace {

constexpr std::size_t kBlock = 64 * 1024;  // bytes gathered before they are sent

void reset_on_close(int fd) {
  const linger now{1, 0};  // RST: what the kernel still holds for a reader that is gone is dropped
  setsockopt(fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

}  // namespace

/// Gathers blocks, frames them, and sends them with a deadline each. The head goes out with the
/// first block, so that an answer that fails before it can still become another.
class Front::StreamWriter {
 public:
  StreamWriter(Front& front, const StreamJob& job)
      : front_(front),
        job_(job),
        chunked_(job.request.version == "HTTP/1.1"),
        keep_alive_(job.keep_alive && chunked_) {}

  bool write(std::string_view data) {
    if (failed_) return false;
    body_ += data;
    return body_.size() < kBlock || send_block();
  }

  bool finish() {
    if (failed_ || !send_block()) return false;
    return !chunked_ || send_bytes(kLastChunk);
  }

  [[nodiscard]] bool head_sent() const { return head_sent_; }
  [[nodiscard]] bool keep_alive() const { return keep_alive_; }
  [[nodiscard]] std::size_t sent() const { return sent_; }

 private:
  bool send_block() {
    std::string bytes;
    bytes.reserve(body_.size() + 512);
    if (!head_sent_) {
      write_response(*job_.response,
                     {.framing = chunked_ ? Framing::kChunked : Framing::kUntilClose,
                      .keep_alive = keep_alive_},
                     bytes);
      head_sent_ = true;
    }
    if (chunked_) {
      write_chunk(body_, bytes);
    } else {
      bytes += body_;
    }
    body_.clear();
    return send_bytes(bytes);
  }

  bool send_bytes(std::string_view bytes) {
    const auto deadline = Clock::now() + front_.options_.limits.block_time;
    const auto quitting = [](void* front) { return static_cast<Front*>(front)->quit_.load(); };
    failed_ = !send_all(job_.connection->socket.get(), bytes, deadline, quitting, &front_);
    if (!failed_) sent_ += bytes.size();
    return !failed_;
  }

  Front& front_;
  const StreamJob& job_;
  const bool chunked_;
  const bool keep_alive_;
  std::string body_;
  std::size_t sent_ = 0;
  bool head_sent_ = false, failed_ = false;
};

/// Hands the connection over; false, with a refusal as its answer, when all stream threads are
/// busy.
bool Front::lend(StreamJob job) {
  Connection& c = *job.connection;
  {
    const std::lock_guard lock(stream_mutex_);
    if (streams_busy_ < options_.limits.streams) {
      ++streams_busy_;
      c.lent = true;
      stream_jobs_.push_back(std::move(job));
      stream_ready_.notify_one();
      return true;
    }
  }
  httplib::Response response;
  handler_.refuse(
      job.request,
      {429, "too-many-streams", "Trop d’exports en cours ; recommencez dans quelques secondes."},
      response);
  answer_whole(c, job.request, response, job.keep_alive, job.started);
  return false;
}

void Front::run_streams() {
  while (true) {
    StreamJob job;
    {
      std::unique_lock lock(stream_mutex_);
      stream_ready_.wait(lock, [this] { return quit_ || !stream_jobs_.empty(); });
      if (stream_jobs_.empty()) return;
      job = std::move(stream_jobs_.front());
      stream_jobs_.pop_front();
    }
    run_stream(job);
  }
}

void Front::run_stream(StreamJob& job) {
  Connection& c = *job.connection;
  StreamWriter writer(*this, job);
  bool complete = false;
  std::exception_ptr error;
  try {
    bool more = true;
    httplib::DataSink sink;
    sink.write = [&](const char* data, std::size_t size) { return writer.write({data, size}); };
    sink.is_writable = [] { return true; };
    sink.done = [&] { more = false; };
    bool ok = true;
    while (ok && more) ok = job.response->content_provider_(0, 0, sink);
    complete = ok && writer.finish();
  } catch (...) {  // NOLINT(bugprone-empty-catch): answered below, when there still is a way
    error = std::current_exception();
  }
  {
    const std::lock_guard lock(stream_mutex_);
    --streams_busy_;
  }
  const std::lock_guard lock(c.mutex);
  c.lent = false;
  if (!complete && !writer.head_sent() && error) {
    httplib::Response response;
    handler_.fail(job.request, error, response);
    answer_whole(c, job.request, response, job.keep_alive, job.started);
    return serve(c);
  }
  handler_.done(job.request, *job.response, {writer.sent(), Clock::now() - job.started, !complete});
  if (!complete) {
    reset_on_close(c.socket.get());
    return close(c);
  }
  c.close_after = !writer.keep_alive() || stopping_;
  serve(c);
}

}  // namespace gazette::http
