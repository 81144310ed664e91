// Turns httplib's Response into the bytes of an answer.
#pragma once

#include <httplib.h>

#include <string>
#include <string_view>

namespace gazette::http {

/// How an answer's body is delimited.
enum class Framing { kLength, kChunked, kUntilClose };

struct WriteOptions {
  Framing framing = Framing::kLength;
  bool head_only = false;  ///< HEAD: the headers of the answer, not its body
  bool keep_alive = true;
  bool old_client = false;  ///< HTTP/1.0: keep-alive must be said
};

/// Appends status line, headers (Date and framing added; a header with a line break in it is left
/// out) and, with kLength, the body.
void write_response(const httplib::Response& response, const WriteOptions& options,
                    std::string& out);

/// Appends `data` as one chunk; nothing when it is empty, for that would end the body.
void write_chunk(std::string_view data, std::string& out);

/// What ends a chunked body.
inline constexpr std::string_view kLastChunk = "0\r\n\r\n";

}  // namespace gazette::http
