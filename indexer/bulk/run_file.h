// Runs on disk: what the segments of a bulk load have turned over, one behind the other in one
// file, each read back from front to end while all of them are merged.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gazette::indexer {

/// Reads one run. Lives no longer than its file. Throws std::system_error when the disk fails or
/// the run ends too early.
class RunReader {
 public:
  RunReader(int file, std::uint64_t begin, std::uint64_t end, std::size_t buffer_bytes);

  std::uint64_t number();

  /// The next `size` bytes; valid until the next call.
  std::string_view bytes(std::size_t size);

 private:
  void need(std::size_t size);

  int file_;
  std::uint64_t next_, end_;  ///< in the file: what is not in the buffer yet
  std::string buffer_;
  std::size_t at_ = 0, filled_ = 0;
  std::size_t buffer_bytes_;
};

/// The file: written run after run, then read. Removed when it goes. Throws std::system_error.
class RunFile {
 public:
  explicit RunFile(std::filesystem::path path);
  ~RunFile();
  RunFile(const RunFile&) = delete;
  RunFile& operator=(const RunFile&) = delete;

  /// What is put from here on belongs to a new run.
  void begin_run();
  void put_number(std::uint64_t value);
  void put_bytes(std::string_view bytes);

  /// Readers of all runs, in the order in which they were written; nothing is put after that.
  [[nodiscard]] std::vector<RunReader> readers();

 private:
  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  void flush();

  std::filesystem::path path_;
  std::unique_ptr<std::FILE, CloseFile> file_;
  std::string buffer_;
  std::uint64_t written_ = 0;  ///< bytes, those in the buffer not counted
  std::vector<std::uint64_t> begins_;
};

}  // namespace gazette::indexer
