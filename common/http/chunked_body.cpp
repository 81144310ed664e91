// Decodes a chunked request body piece by piece.
#include "common/http/chunked_body.h"

#include <algorithm>
#include <charconv>

namespace gazette::http {
namespace {

constexpr std::size_t kMaxSizeLine = 256;  // bytes: sixteen digits and an extension nobody sends
constexpr std::size_t kMaxTrailer = 4 * 1024;  // bytes: dropped anyway

Refusal malformed() { return {400, "bad-chunk", "Le corps « chunked » est mal formé."}; }

}  // namespace

std::optional<Refusal> ChunkedBody::take_size_line(const std::string& line, std::size_t body_size) {
  const char* const end = line.data() + line.size();
  const auto [stop, error] = std::from_chars(line.data(), end, chunk_left_, 16);
  if (error == std::errc::invalid_argument) return malformed();
  if (stop != end && *stop != ';' && *stop != ' ' && *stop != '\t') return malformed();
  if (error == std::errc::result_out_of_range || chunk_left_ > max_bytes_ - body_size) {
    return Refusal{413, "body-too-large",
                   "Le corps dépasse " + std::to_string(max_bytes_) + " octets."};
  }
  state_ = chunk_left_ == 0 ? State::kTrailer : State::kData;
  return std::nullopt;
}

std::optional<Refusal> ChunkedBody::take_line(const std::string& line, std::size_t body_size) {
  if (state_ == State::kSizeLine) return take_size_line(line, body_size);
  if (state_ == State::kDataEnd) {
    if (!line.empty()) return malformed();
    state_ = State::kSizeLine;
  } else if (line.empty()) {
    state_ = State::kDone;
  }
  return std::nullopt;
}

std::optional<Refusal> ChunkedBody::take(const std::string& buffer, std::size_t& at,
                                         std::string& body) {
  while (at < buffer.size() && state_ != State::kDone) {
    if (state_ == State::kData) {
      const std::size_t count = std::min(chunk_left_, buffer.size() - at);
      body.append(buffer, at, count);
      at += count;
      chunk_left_ -= count;
      if (chunk_left_ == 0) state_ = State::kDataEnd;
      continue;
    }
    const char c = buffer[at++];
    if (c != '\n') {
      line_ += c;
      const bool trailer = state_ == State::kTrailer;
      if (trailer && ++trailer_bytes_ > kMaxTrailer) return malformed();
      if (!trailer && line_.size() > kMaxSizeLine) return malformed();
      continue;
    }
    if (line_.empty() || line_.back() != '\r') return malformed();
    line_.pop_back();
    const std::string line = std::move(line_);
    line_.clear();
    if (auto refusal = take_line(line, body.size())) return refusal;
  }
  return std::nullopt;
}

}  // namespace gazette::http
