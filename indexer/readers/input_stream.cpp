// Reads inputs through one buffer that grows only as far as it is asked to.
#include "indexer/readers/input_stream.h"

#include <algorithm>

#include "common/cli/language.h"
#include "indexer/readers/gunzip.h"
#include "indexer/readers/utf8_source.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} << 10;  // one read; larger ones were no faster

}  // namespace

InputStream::InputStream(std::unique_ptr<ByteSource> source, std::string name)
    : source_(std::move(source)), name_(std::move(name)) {}

bool InputStream::fill() {
  if (ended_) return false;
  if (at_ > 0) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kChunkBytes);
  std::size_t got = 0;
  try {
    if (!opened_) {
      opened_ = true;
      source_ = to_utf8(unpacked(std::move(source_), *notes_), *notes_);
    }
    got = source_->read(buffer_.data() + size, kChunkBytes);
  } catch (const std::exception&) {  // thrown again once what came before it is taken
    failure_ = std::current_exception();
  }
  buffer_.resize(size + got);
  ended_ = got == 0;
  return !ended_;
}

void InputStream::rethrow_failure() const {
  if (failure_) std::rethrow_exception(failure_);
}

std::string_view InputStream::peek(std::size_t size) {
  while (buffer_.size() - at_ < size && fill()) {
  }
  if (at_ == buffer_.size()) rethrow_failure();
  return std::string_view(buffer_).substr(at_, size);
}

void InputStream::skip(std::size_t size) {
  const auto from = buffer_.begin() + static_cast<std::ptrdiff_t>(at_);
  line_ +=
      static_cast<std::size_t>(std::count(from, from + static_cast<std::ptrdiff_t>(size), '\n'));
  at_ += size;
}

InputStream::Line InputStream::next_line(std::string_view& line, std::size_t limit) {
  std::size_t searched = 0;  // bytes from at_ that hold no line end
  bool too_long = false;
  for (;;) {
    const std::size_t end = buffer_.find('\n', at_ + searched);
    if (end != std::string::npos) {
      line = std::string_view(buffer_).substr(at_, end - at_);
      at_ = end + 1;
      ++line_;
      break;
    }
    searched = buffer_.size() - at_;
    if (searched > limit) {
      too_long = true;
      at_ = buffer_.size();
      searched = 0;
    }
    if (fill()) continue;
    rethrow_failure();
    if (at_ == buffer_.size()) {
      line = {};
      return too_long ? Line::kTooLong : Line::kEnd;
    }
    line = std::string_view(buffer_).substr(at_);
    at_ = buffer_.size();
    break;
  }
  if (too_long || line.size() > limit) {
    line = {};
    return Line::kTooLong;
  }
  if (line.ends_with('\r')) line.remove_suffix(1);
  return Line::kLine;
}

Result<std::string> InputStream::rest(std::size_t limit) {
  while (buffer_.size() - at_ <= limit && fill()) {
  }
  rethrow_failure();
  if (buffer_.size() - at_ > limit) {
    return Error{"too-large",
                 tr("plus de ", "more than ") + std::to_string(limit >> 20) +
                     tr(" Mio pour un seul document", " MiB for one document"),
                 "", 0};
  }
  std::string bytes = buffer_.substr(at_);
  skip(bytes.size());
  return bytes;
}

}  // namespace gazette::indexer
