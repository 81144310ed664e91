// One client's connection: its socket, its buffers, and what it is waiting for.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "common/http/request_reader.h"
#include "common/http/unique_fd.h"

namespace gazette::http {

using Clock = std::chrono::steady_clock;

/// Lives in a slot of the front and is used again. Whoever touches it holds `mutex`; while `lent` a
/// stream thread owns it without, or it waits for an answer that comes later.
struct Connection {
  enum class Phase : std::uint8_t { kIdle, kReading, kAnswering, kWriting, kLingering };
  enum class Received : std::uint8_t { kData, kNothing, kClosed, kFailed };

  std::mutex mutex;
  UniqueFd socket;               ///< none: the slot is free
  std::uint32_t generation = 0;  ///< of the slot's use, so that a late event finds nobody
  bool lent = false;
  Phase phase = Phase::kIdle;
  Clock::time_point deadline;
  std::string peer;  ///< address, no port
  std::string in, out;
  std::size_t out_sent = 0;
  std::optional<RequestReader> reader;
  bool peer_closed = false;   ///< nothing more will come, answers may still be wanted
  bool close_after = false;   ///< once `out` is sent
  bool unread_input = false;  ///< the client may still be sending: linger before closing
  std::size_t discarded = 0;  ///< bytes thrown away while lingering
  std::size_t counted = 0;    ///< bytes of ours in the front's budget

  void open(UniqueFd fd, std::string address, const Limits& limits, const HeadCheck& check);
  void clear();  ///< frees the slot, closing the socket

  /// Reads once what is there, to the end of `in`.
  Received receive();

  /// Throws away what is there, when lingering.
  Received discard();

  /// Sends what it can of `out`; false when the connection is broken.
  bool flush();

  [[nodiscard]] bool unsent() const { return out_sent < out.size(); }

  /// Bytes in memory for this connection.
  [[nodiscard]] std::size_t held_bytes() const;
};

/// Sends all of `data` on a non-blocking socket, waiting while it is full: until `deadline`, or
/// until `give_up` says so. False when it could not.
bool send_all(int fd, std::string_view data, Clock::time_point deadline, bool (*give_up)(void*),
              void* context);

}  // namespace gazette::http
