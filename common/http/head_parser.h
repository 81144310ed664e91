// Reads a request's head (request line and headers) into httplib's Request, strictly.
#pragma once

#include <httplib.h>

#include <optional>
#include <string_view>

#include "common/http/refusal.h"

namespace gazette::http {

/// How the body that follows a head is delimited.
struct BodyForm {
  bool chunked = false;
  std::size_t length = 0;         ///< of a body that is not chunked
  bool expects_continue = false;  ///< the client waits for "100 Continue"
};

/// What a head says.
struct Head {
  httplib::Request request;  ///< method, target, path (decoded), params, version, headers
  BodyForm body;
  bool keep_alive = true;
};

/// Parses the bytes before the empty line, line ends of all lines included. Refused: control
/// characters, a bare line feed, folded headers, an absent or repeated Host, both Content-Length
/// and Transfer-Encoding, malformed escapes. `Range` is dropped: nothing here is served in parts.
/// Text that is not UTF-8 passes: the handler knows which parameter it is in.
std::optional<Refusal> parse_head(std::string_view bytes, Head& head);

}  // namespace gazette::http
