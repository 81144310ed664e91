// Bytes of one input, from a file, standard input or memory: looked at ahead, then read by lines or
// whole.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "common/error.h"

namespace gazette::indexer {

/// Where bytes come from; one that decompresses wraps another.
class ByteSource {
 public:
  virtual ~ByteSource() = default;

  /// Up to `size` bytes into `into`; 0 at the end. Throws std::system_error when the input cannot
  /// be read.
  virtual std::size_t read(char* into, std::size_t size) = 0;
};

/// Opens a file for reading; "-" is standard input. Throws std::system_error with the path.
std::unique_ptr<ByteSource> open_file(const std::string& path);

/// Bytes already in memory.
std::unique_ptr<ByteSource> from_memory(std::string bytes);

/// Buffers a source. A byte-order mark of UTF-8 at the start is skipped. Memory stays within the
/// limits asked for, whatever comes.
class InputStream {
 public:
  /// `name` is what messages call it.
  InputStream(std::unique_ptr<ByteSource> source, std::string name);

  [[nodiscard]] const std::string& name() const { return name_; }

  /// Number of the line that the next read starts in, 1-based.
  [[nodiscard]] std::size_t line() const { return line_; }

  /// The next bytes, `size` of them or what there is to the end, without moving on. Valid until the
  /// next call.
  std::string_view peek(std::size_t size);

  /// Moves on by `size` bytes that were seen with peek.
  void skip(std::size_t size);

  enum class Line { kLine, kTooLong, kEnd };

  /// The next line, without its end ("\n" or "\r\n"), valid until the next call. A line longer than
  /// `limit` is passed over.
  Line next_line(std::string_view& line, std::size_t limit);

  /// All that is left; an Error "too-large" when it is more than `limit` bytes.
  Result<std::string> rest(std::size_t limit);

 private:
  bool fill();

  std::unique_ptr<ByteSource> source_;
  std::string name_;
  std::string buffer_;
  std::size_t at_ = 0;  ///< first byte of buffer_ that was not taken
  std::size_t line_ = 1;
  bool ended_ = false;
};

}  // namespace gazette::indexer
