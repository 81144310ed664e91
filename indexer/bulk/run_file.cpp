// Buffered writing at the end, buffered reading at as many places as there are runs.
#include "indexer/bulk/run_file.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "indexer/bulk/glass_codec.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kWriteBytes = std::size_t{1} << 20;
// Of all readers together; each at least what a disk gives in one go.
constexpr std::size_t kReadBytes = std::size_t{16} << 20;
constexpr std::size_t kLeastReadBytes = std::size_t{16} << 10;
constexpr std::size_t kMostReadBytes = std::size_t{1} << 20;

[[noreturn]] void fail(int code, const std::string& path) {
  throw std::system_error(code, std::generic_category(), path);
}

}  // namespace

RunReader::RunReader(int file, std::uint64_t begin, std::uint64_t end, std::size_t buffer_bytes)
    : file_(file), next_(begin), end_(end), buffer_bytes_(buffer_bytes) {}

/// Has at least `size` bytes in the buffer.
void RunReader::need(std::size_t size) {
  std::memmove(buffer_.data(), buffer_.data() + at_, filled_ - at_);
  filled_ -= at_;
  at_ = 0;
  if (buffer_.size() < std::max(size, buffer_bytes_)) buffer_.resize(std::max(size, buffer_bytes_));
  while (filled_ < size) {
    const std::size_t wanted = std::min<std::uint64_t>(buffer_.size() - filled_, end_ - next_);
    const ssize_t got = pread(file_, buffer_.data() + filled_, wanted, static_cast<off_t>(next_));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) fail(got < 0 ? errno : EIO, "run");
    filled_ += static_cast<std::size_t>(got);
    next_ += static_cast<std::uint64_t>(got);
  }
}

std::uint64_t RunReader::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    if (at_ == filled_) need(1);
    const auto byte = static_cast<unsigned char>(buffer_[at_++]);
    value |= std::uint64_t{byte & 0x7Fu} << shift;
    if (byte < 0x80) return value;
  }
}

std::string_view RunReader::bytes(std::size_t size) {
  if (filled_ - at_ < size) need(size);
  const std::string_view out = std::string_view(buffer_).substr(at_, size);
  at_ += size;
  return out;
}

RunFile::RunFile(std::filesystem::path path) : path_(std::move(path)) {
  file_.reset(std::fopen(path_.c_str(), "wbxe+"));
  if (file_ == nullptr) fail(errno, path_);
  std::setvbuf(file_.get(), nullptr, _IONBF, 0);
}

RunFile::~RunFile() {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

void RunFile::flush() {
  if (std::fwrite(buffer_.data(), 1, buffer_.size(), file_.get()) != buffer_.size()) {
    fail(errno, path_);
  }
  written_ += buffer_.size();
  buffer_.clear();
}

void RunFile::begin_run() { begins_.push_back(written_ + buffer_.size()); }

void RunFile::put_number(std::uint64_t value) { glass::put_uint(buffer_, value); }

void RunFile::put_bytes(std::string_view bytes) {
  buffer_.append(bytes);
  if (buffer_.size() >= kWriteBytes) flush();
}

std::vector<RunReader> RunFile::readers() {
  flush();
  buffer_ = {};
  std::vector<RunReader> out;
  const std::size_t share = kReadBytes / std::max<std::size_t>(begins_.size(), 1);
  const std::size_t buffer_bytes = std::clamp(share, kLeastReadBytes, kMostReadBytes);
  for (std::size_t i = 0; i < begins_.size(); ++i) {
    const std::uint64_t end = i + 1 < begins_.size() ? begins_[i + 1] : written_;
    out.emplace_back(fileno(file_.get()), begins_[i], end, buffer_bytes);
  }
  return out;
}

}  // namespace gazette::indexer
