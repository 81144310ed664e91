// Turns bytes into complete requests. Each byte of a head is looked at once, however it drips in.
#include "common/http/request_reader.h"

#include <utility>

namespace gazette::http {
namespace {

/// Tells HTTP from TLS and the like at the first byte, instead of waiting for a line that never
/// comes.
bool begins_method(char c) { return c > 0x20 && c < 0x7F; }

std::string bytes_text(std::size_t bytes) { return std::to_string(bytes) + " octets"; }

}  // namespace

const HeadCheck RequestReader::kNoCheck;

RequestReader::State RequestReader::refuse(Refusal refusal) {
  refusal_ = std::move(refusal);
  return State::kRefused;
}

RequestReader::State RequestReader::read(std::string& buffer) {
  if (refusal_) return State::kRefused;
  if (!in_body_) {
    const State state = scan_head(buffer);
    if (state != State::kComplete) return state;
  }
  return read_body(buffer);
}

RequestReader::State RequestReader::scan_head(std::string& buffer) {
  while (true) {
    if (lines_ == 0 && !buffer.empty() && buffer[0] != '\r' && !begins_method(buffer[0])) {
      return refuse({400, "bad-request", "Ceci n’est pas une requête HTTP."});
    }
    const std::size_t feed = buffer.find('\n', scanned_);
    const std::size_t line_end = feed == std::string::npos ? buffer.size() : feed;
    if (lines_ == 0 && line_end - line_begin_ > limits_.target_bytes) {
      return refuse({414, "target-too-long",
                     "L’adresse dépasse " + bytes_text(limits_.target_bytes) +
                         " : utilisez POST /v1/search."});
    }
    if (line_end > limits_.head_bytes) {
      return refuse({431, "head-too-large",
                     "Les en-têtes dépassent " + bytes_text(limits_.head_bytes) + "."});
    }
    if (feed == std::string::npos) {
      scanned_ = buffer.size();
      return State::kNeedMore;
    }
    if (feed == line_begin_ || buffer[feed - 1] != '\r') {
      return refuse({400, "bad-request", "Les lignes doivent se terminer par CR LF."});
    }
    scanned_ = feed + 1;
    const bool empty = feed == line_begin_ + 1;
    if (empty && lines_ == 0) {  // RFC 9112: empty lines before a request are passed over
      buffer.erase(0, scanned_);
      scanned_ = line_begin_ = 0;
      continue;
    }
    if (empty) return read_head(buffer, line_begin_);
    line_begin_ = scanned_;
    if (++lines_ > limits_.header_lines + 1) {
      return refuse({431, "too-many-headers",
                     "Plus de " + std::to_string(limits_.header_lines) + " en-têtes."});
    }
  }
}

RequestReader::State RequestReader::read_head(std::string& buffer, std::size_t head_end) {
  if (auto refusal = parse_head(std::string_view(buffer).substr(0, head_end), head_)) {
    return refuse(std::move(*refusal));
  }
  buffer.erase(0, scanned_);
  scanned_ = line_begin_ = lines_ = 0;
  if (check_ && (head_.body.chunked || head_.body.length > 0)) {
    if (auto refusal = check_(head_.request)) return refuse(std::move(*refusal));
  }
  if (head_.body.length > limits_.body_bytes) {
    return refuse(
        {413, "body-too-large", "Le corps dépasse " + bytes_text(limits_.body_bytes) + "."});
  }
  if (head_.body.chunked) chunked_.emplace(limits_.body_bytes);
  in_body_ = true;
  continue_due_ = head_.body.expects_continue;
  return State::kComplete;
}

RequestReader::State RequestReader::read_body(std::string& buffer) {
  if (chunked_) {
    std::size_t at = 0;
    auto refusal = chunked_->take(buffer, at, body_);
    buffer.erase(0, at);
    if (refusal) return refuse(std::move(*refusal));
    if (!chunked_->complete()) return State::kNeedMore;
    head_.request.body = std::move(body_);
  } else {
    if (buffer.size() < head_.body.length) return State::kNeedMore;
    head_.request.body = buffer.substr(0, head_.body.length);
    buffer.erase(0, head_.body.length);
  }
  return State::kComplete;
}

httplib::Request RequestReader::take(bool& keep_alive) {
  keep_alive = head_.keep_alive;
  httplib::Request request = std::move(head_.request);
  head_ = Head{};
  body_.clear();
  chunked_.reset();
  in_body_ = false;
  continue_due_ = false;
  return request;
}

bool RequestReader::take_continue() { return std::exchange(continue_due_, false); }

}  // namespace gazette::http
