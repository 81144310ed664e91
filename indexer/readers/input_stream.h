// The text of one input, from a file, standard input or memory: looked at ahead, then read by lines
// or whole. Readers see neither gzip nor encodings.
#pragma once

#include <cstddef>
#include <exception>
#include <memory>
#include <string>
#include <string_view>

#include "common/error.h"
#include "indexer/readers/byte_source.h"

namespace gazette::indexer {

/// Buffers a source, unpacked (gzip) and as valid UTF-8 without a byte-order mark or U+0000. Memory
/// stays within the limits asked for, whatever comes. What the source throws is thrown once
/// everything before it was taken.
class InputStream {
 public:
  /// `name` is what messages call it. Nothing is read yet.
  InputStream(std::unique_ptr<ByteSource> source, std::string name);

  [[nodiscard]] const std::string& name() const { return name_; }

  /// What was noticed so far; nothing before the first byte was looked at.
  [[nodiscard]] const InputNotes& notes() const { return *notes_; }

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
  void rethrow_failure() const;

  std::unique_ptr<InputNotes> notes_ = std::make_unique<InputNotes>();
  std::unique_ptr<ByteSource> source_;
  bool opened_ = false;
  std::string name_;
  std::string buffer_;
  std::size_t at_ = 0;  ///< first byte of buffer_ that was not taken
  std::size_t line_ = 1;
  bool ended_ = false;
  std::exception_ptr failure_;
};

}  // namespace gazette::indexer
