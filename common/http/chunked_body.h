// Decodes a chunked request body piece by piece, bounded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "common/http/refusal.h"

namespace gazette::http {

/// One body. Extensions are skipped and trailers dropped.
class ChunkedBody {
 public:
  explicit ChunkedBody(std::size_t max_bytes) : max_bytes_(max_bytes) {}

  /// Takes from `buffer` starting at `at` what it can, moving `at` on; decoded bytes go to `body`.
  std::optional<Refusal> take(const std::string& buffer, std::size_t& at, std::string& body);

  /// True when the last chunk and its trailers have been read.
  [[nodiscard]] bool complete() const { return state_ == State::kDone; }

 private:
  enum class State : std::uint8_t { kSizeLine, kData, kDataEnd, kTrailer, kDone };

  std::optional<Refusal> take_size_line(const std::string& line, std::size_t body_size);
  std::optional<Refusal> take_line(const std::string& line, std::size_t body_size);

  std::size_t max_bytes_;
  State state_ = State::kSizeLine;
  std::size_t chunk_left_ = 0;
  std::size_t trailer_bytes_ = 0;
  std::string line_;  ///< the part of a line seen so far
};

}  // namespace gazette::http
