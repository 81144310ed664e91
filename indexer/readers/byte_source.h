// Where the bytes of an input come from, before anything is made of them.
#pragma once

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>

namespace gazette::indexer {

/// Where bytes come from; one that unpacks or converts wraps another.
class ByteSource {
 public:
  virtual ~ByteSource() = default;

  /// Up to `size` bytes into `into`; 0 at the end. Throws std::system_error when the input cannot
  /// be read, DamagedInput when it is not whole; what was read before stays good.
  virtual std::size_t read(char* into, std::size_t size) = 0;
};

/// Bytes that cannot be unpacked further; what() is a sentence in the user's language.
class DamagedInput : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What was noticed of an input on its way to text.
struct InputNotes {
  std::string encoding;              ///< "UTF-8", "windows-1252" …; empty while all is ASCII
  std::size_t replaced = 0;          ///< byte sequences that are no text, now U+FFFD
  std::size_t trailing_garbage = 0;  ///< bytes behind the end of packed data
  std::string binary;                ///< why the bytes are no text at all; empty when they are
};

/// Opens a file for reading; "-" is standard input. Throws std::system_error with the path.
std::unique_ptr<ByteSource> open_file(const std::string& path);

/// The same of a file that a folder held: throws DamagedInput when a pipe or the like has taken its
/// place, which one would wait for in vain.
std::unique_ptr<ByteSource> open_found_file(const std::string& path);

/// Bytes already in memory.
std::unique_ptr<ByteSource> from_memory(std::string bytes);

}  // namespace gazette::indexer
