// Under which address the client reached this server.
#include "server/http/public_address.h"

#include <algorithm>

namespace gazette::server {
namespace {

constexpr std::size_t kMaxHost = 261;  // 255 bytes of a DNS name, and a port

bool is_host_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '-' || c == '_' || c == ':' || c == '[' || c == ']';
}

}  // namespace

std::string public_address(const httplib::Request& request) {
  const std::string host = request.get_header_value("Host");
  const bool usable = !host.empty() && host.size() <= kMaxHost &&
                      std::all_of(host.begin(), host.end(), is_host_character);
  if (!usable) return {};
  const bool secure = request.get_header_value("X-Forwarded-Proto") == "https";
  return (secure ? "https://" : "http://") + host;
}

}  // namespace gazette::server
