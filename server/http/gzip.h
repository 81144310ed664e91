// gzip for answers that are worth it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace gazette::server {

/// Smaller bodies fit one packet as they are.
inline constexpr std::size_t kMinGzipBytes = 1400;

/// True for the text types that the server sends.
bool is_compressible(std::string_view content_type);

/// The whole of `data`, compressed for speed.
std::string gzipped(std::string_view data);

/// Compresses a body that is made piece by piece.
class GzipStream {
 public:
  GzipStream();
  ~GzipStream();
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;

  /// Appends to `out` what `data` comes to; may be nothing yet.
  void write(std::string_view data, std::string& out);

  /// Appends the rest and the trailer.
  void finish(std::string& out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gazette::server
