// Files, pipes and memory as sources of bytes.
#include "indexer/readers/byte_source.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "common/cli/language.h"
#include "indexer/stop.h"

namespace gazette::indexer {
namespace {

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

std::unique_ptr<ByteSource> open_found_file(const std::string& path) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) throw std::system_error(errno, std::generic_category(), path);
  auto source = std::make_unique<FileSource>(fd, path);
  struct stat status {};
  if (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) {
    throw DamagedInput(tr("ce n'est plus un fichier", "no longer a file"));
  }
  return source;
}

std::unique_ptr<ByteSource> from_memory(std::string bytes) {
  return std::make_unique<MemorySource>(std::move(bytes));
}

}  // namespace gazette::indexer
