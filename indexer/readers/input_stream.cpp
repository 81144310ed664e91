// Reads inputs through one buffer that grows only as far as it is asked to.
#include "indexer/readers/input_stream.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "common/cli/language.h"
#include "indexer/stop.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{256} << 10;  // one read; larger ones were no faster
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

class FileSource : public ByteSource {
 public:
  FileSource(int descriptor, std::string path) : fd_(descriptor), path_(std::move(path)) {}
  ~FileSource() override {
    if (fd_ != STDIN_FILENO) close(fd_);
  }
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;

  std::size_t read(char* into, std::size_t size) override {
    while (wait_readable()) {
      const ssize_t got = ::read(fd_, into, size);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR && errno != EAGAIN) {
        throw std::system_error(errno, std::generic_category(), path_);
      }
    }
    return 0;
  }

 private:
  /// False when the program was asked to stop: a pipe may stay silent for ever.
  [[nodiscard]] bool wait_readable() const {
    pollfd waits[] = {{fd_, POLLIN, 0}, {stop_descriptor(), POLLIN, 0}};
    while (poll(waits, 2, -1) < 0 && errno == EINTR) {
    }
    return !stop_requested();
  }

  int fd_;
  std::string path_;
};

class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string bytes) : bytes_(std::move(bytes)) {}

  std::size_t read(char* into, std::size_t size) override {
    const std::size_t count = std::min(size, bytes_.size() - at_);
    std::memcpy(into, bytes_.data() + at_, count);
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

}  // namespace

std::unique_ptr<ByteSource> open_file(const std::string& path) {
  if (path == "-") return std::make_unique<FileSource>(STDIN_FILENO, "stdin");
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) throw std::system_error(errno, std::generic_category(), path);
  return std::make_unique<FileSource>(fd, path);
}

std::unique_ptr<ByteSource> from_memory(std::string bytes) {
  return std::make_unique<MemorySource>(std::move(bytes));
}

InputStream::InputStream(std::unique_ptr<ByteSource> source, std::string name)
    : source_(std::move(source)), name_(std::move(name)) {
  if (peek(kByteOrderMark.size()) == kByteOrderMark) at_ += kByteOrderMark.size();
}

bool InputStream::fill() {
  if (ended_) return false;
  if (at_ > 0) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kChunkBytes);
  const std::size_t got = source_->read(buffer_.data() + size, kChunkBytes);
  buffer_.resize(size + got);
  ended_ = got == 0;
  return !ended_;
}

std::string_view InputStream::peek(std::size_t size) {
  while (buffer_.size() - at_ < size && fill()) {
  }
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
