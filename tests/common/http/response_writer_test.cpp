// The bytes of an answer.
#include "common/http/response_writer.h"

#include <doctest/doctest.h>

namespace gazette::http {
namespace {

std::string written(const httplib::Response& response, const WriteOptions& options) {
  std::string out;
  write_response(response, options, out);
  return out;
}

httplib::Response answer(int status, std::string body) {
  httplib::Response response;
  response.status = status;
  response.body = std::move(body);
  response.headers.emplace("X-A", "b");
  return response;
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("response writer: status line, date, headers, length and body") {
  const std::string bytes = written(answer(200, "hello"), {});
  CHECK(bytes.starts_with("HTTP/1.1 200 OK\r\nDate: "));
  CHECK(has(bytes, " GMT\r\nX-A: b\r\n"));
  CHECK(has(bytes, "Content-Length: 5\r\n"));
  CHECK_FALSE(has(bytes, "Connection:"));
  CHECK(bytes.ends_with("\r\n\r\nhello"));
}

TEST_CASE("response writer: HEAD tells the length of a body that it does not send") {
  const std::string bytes = written(answer(200, "hello"), {.head_only = true});
  CHECK(has(bytes, "Content-Length: 5\r\n"));
  CHECK(bytes.ends_with("\r\n\r\n"));
}

TEST_CASE("response writer: 304 and 204 have neither body nor length") {
  for (const int status : {304, 204}) {
    const std::string bytes = written(answer(status, "x"), {});
    CHECK_FALSE(has(bytes, "Content-Length"));
    CHECK(bytes.ends_with("\r\n\r\n"));
  }
}

TEST_CASE("response writer: the connection's fate is said when it is not the default") {
  CHECK(has(written(answer(200, ""), {.keep_alive = false}), "Connection: close\r\n"));
  CHECK(has(written(answer(200, ""), {.old_client = true}), "Connection: keep-alive\r\n"));
}

TEST_CASE("response writer: a header with a line break is left out, not split") {
  httplib::Response response = answer(200, "");
  response.headers.emplace("Link", "a\r\nSet-Cookie: x");
  CHECK_FALSE(has(written(response, {}), "Set-Cookie"));
}

TEST_CASE("response writer: chunks") {
  std::string out;
  write_chunk(std::string(17, 'x'), out);
  CHECK(out == "11\r\n" + std::string(17, 'x') + "\r\n");
  write_chunk("", out);
  CHECK(out.size() == 23);
}

}  // namespace gazette::http
