// Any bytes of a client, answered by the server over a small archive: never its own fault, and what
// it sends is what it says it is.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "common/http/request_reader.h"
#include "common/utf8.h"
#include "server/http/application.h"
#include "tests/fuzz/archive.h"
#include "tests/fuzz/require.h"

using gazette::fuzz::require;
namespace http = gazette::http;
namespace server = gazette::server;

namespace {

constexpr std::size_t kMaxAnswer = std::size_t{16} << 20;
constexpr std::int64_t kNow = 1'700'650'800;

server::Application& application() {
  static server::Application made(gazette::fuzz::archive(), {.now = [] { return kNow; }});
  return made;
}

/// The body, made whole where it is streamed.
void collect(httplib::Response& response) {
  if (!response.content_provider_) return;
  httplib::DataSink sink;
  sink.is_writable = [] { return true; };
  sink.done = [] {};
  sink.write = [&](const char* bytes, std::size_t size) {
    response.body.append(bytes, size);
    require(response.body.size() <= kMaxAnswer, "an answer is bounded");
    return true;
  };
  response.content_provider_(0, 0, sink);
  response.content_provider_ = nullptr;
}

void check(const httplib::Response& response) {
  require(response.status >= 200 && response.status < 500, "the fault is never the server's");
  require(response.body.size() <= kMaxAnswer, "an answer is bounded");
  for (const auto& [name, value] : response.headers) {
    require(value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos,
            "a header is one line");
  }
  if (response.has_header("Content-Encoding")) return;
  const std::string type = response.get_header_value("Content-Type");
  require(gazette::utf8::valid(response.body), "an answer is UTF-8");
  if (type.starts_with("application/json") || type.starts_with("application/problem+json")) {
    require(nlohmann::json::accept(response.body), "what is called JSON is JSON");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const http::Limits limits;
  http::RequestReader reader(limits);
  std::string buffer(reinterpret_cast<const char*>(data), size);
  while (reader.read(buffer) == http::RequestReader::State::kComplete) {
    bool keep_alive = false;
    const httplib::Request request = reader.take(keep_alive);
    httplib::Response response;
    response.status = 200;  // as the front sets it
    try {
      application().handle(request, response);
      collect(response);
    } catch (...) {
      response = {};
      application().fail(request, std::current_exception(), response);
    }
    check(response);
  }
  return 0;
}
