// Turns httplib's Response into the bytes of an answer.
#include "common/http/response_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>

namespace gazette::http {
namespace {

/// "Wed, 22 Nov 2023 10:00:00 GMT", made once a second and thread.
const std::string& http_date() {
  thread_local std::time_t made_at = -1;
  thread_local std::string text;
  const std::time_t now = std::time(nullptr);
  if (now != made_at) {
    std::tm parts{};
    gmtime_r(&now, &parts);
    static constexpr std::array kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                  kDays.at(static_cast<std::size_t>(parts.tm_wday)), parts.tm_mday,
                  kMonths.at(static_cast<std::size_t>(parts.tm_mon)), parts.tm_year + 1900,
                  parts.tm_hour, parts.tm_min, parts.tm_sec);
    text = buffer.data();
    made_at = now;
  }
  return text;
}

struct Reason {
  int status;
  std::string_view text;
};

constexpr std::array kReasons = std::to_array<Reason>({
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {207, "Multi-Status"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
    {507, "Insufficient Storage"},
});

/// The phrase of the status line; clients do not read it, people do.
std::string_view reason_of(int status) {
  const auto* const found = std::find_if(kReasons.begin(), kReasons.end(),
                                         [=](const Reason& r) { return r.status == status; });
  return found == kReasons.end() ? "Unknown" : found->text;
}

void append_number(std::size_t value, int base, std::string& out) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, base).ptr;
  out.append(digits.data(), end);
}

void append_header(std::string_view name, std::string_view value, std::string& out) {
  const auto breaks = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
  if (std::any_of(value.begin(), value.end(), breaks)) return;
  out.append(name).append(": ").append(value).append("\r\n");
}

/// RFC 9110: 1xx, 204 and 304 have no body, and no Content-Length that would promise one.
bool bodiless(int status) { return status < 200 || status == 204 || status == 304; }

}  // namespace

void write_response(const httplib::Response& response, const WriteOptions& options,
                    std::string& out) {
  out.reserve(out.size() + response.body.size() + 512);
  out += "HTTP/1.1 ";
  append_number(static_cast<std::size_t>(response.status), 10, out);
  out += ' ';
  out += reason_of(response.status);
  out += "\r\n";
  append_header("Date", http_date(), out);
  for (const auto& [name, value] : response.headers) append_header(name, value, out);
  if (!options.keep_alive) {
    out += "Connection: close\r\n";
  } else if (options.old_client) {
    out += "Connection: keep-alive\r\n";
  }
  if (options.framing == Framing::kChunked) {
    out += "Transfer-Encoding: chunked\r\n";
  } else if (options.framing == Framing::kLength && !bodiless(response.status)) {
    out += "Content-Length: ";
    append_number(response.body.size(), 10, out);
    out += "\r\n";
  }
  out += "\r\n";
  const bool with_body =
      options.framing == Framing::kLength && !options.head_only && !bodiless(response.status);
  if (with_body) out += response.body;
}

void write_chunk(std::string_view data, std::string& out) {
  if (data.empty()) return;
  append_number(data.size(), 16, out);
  out += "\r\n";
  out += data;
  out += "\r\n";
}

}  // namespace gazette::http
