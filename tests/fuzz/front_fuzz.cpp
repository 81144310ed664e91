// Any bytes of a client, in any pieces: requests or a refusal, and it ends.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "common/http/limits.h"
#include "common/http/request_reader.h"
#include "tests/fuzz/require.h"

using gazette::fuzz::require;
using gazette::http::RequestReader;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const gazette::http::Limits limits;
  RequestReader reader(limits);
  const std::size_t piece = 1 + data[0] % 64;  // the first byte says in which pieces the rest comes
  std::string buffer;
  for (std::size_t at = 1; at < size; at += piece) {
    buffer.append(reinterpret_cast<const char*>(data) + at, std::min(piece, size - at));
    RequestReader::State state = reader.read(buffer);
    while (state == RequestReader::State::kComplete) {
      bool keep_alive = false;
      const httplib::Request request = reader.take(keep_alive);
      require(!request.method.empty() && !request.path.empty(), "a request has method and path");
      state = reader.read(buffer);
    }
    if (state == RequestReader::State::kRefused) return 0;
  }
  return 0;
}
