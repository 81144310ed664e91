// The bounds that the front holds every client to, each with its reason.
#pragma once

#include <chrono>
#include <cstddef>

namespace gazette::http {

/// Defaults are for production; tests shrink them.
struct Limits {
  /// Request target. A query of 6,000 bytes of French is some 18 KB percent-encoded.
  std::size_t target_bytes = 24 * 1024;
  /// Request line and headers together: the target, and the 8 KB that browsers and proxies may add.
  std::size_t head_bytes = 32 * 1024;
  /// Header lines; browsers behind proxies send some forty.
  std::size_t header_lines = 100;
  /// A request's body: a batch of ten thousand queries fits, an upload does not.
  std::size_t body_bytes = 1024 * 1024;
  /// What all connections together may keep in memory, received and not yet sent.
  std::size_t buffered_bytes = 256u << 20;
  /// Connections open at once; idle ones make room for new ones.
  std::size_t connections = 4096;
  /// What is read for nothing after a refusal; who still sends then never reads why.
  std::size_t linger_bytes = 4u << 20;
  /// Answers streamed at once (exports); each holds a thread and a revision of the database.
  std::size_t streams = 4;

  /// From the first byte of a request to its last: a slow client gains nothing by dripping bytes.
  std::chrono::milliseconds request_time{10'000};
  /// From an answer's first byte that did not fit the socket to its last.
  std::chrono::milliseconds answer_time{30'000};
  /// One block of a streamed answer (64 KB): 2 KB/s is the slowest reader that is waited for.
  std::chrono::milliseconds block_time{30'000};
  /// A kept-alive connection without a request; longer than the idle time of usual proxies (60 s).
  std::chrono::milliseconds idle_time{75'000};
  /// After a refusal: how long what the client still sends is thrown away, so that it reads why.
  std::chrono::milliseconds linger_time{2'000};
  /// On shutdown: how long answers under way may take.
  std::chrono::milliseconds stop_time{10'000};
};

}  // namespace gazette::http
