// The listening socket: where a program is reached.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/error.h"
#include "common/http/unique_fd.h"

namespace gazette::http {

/// "127.0.0.1:7700", "[::1]:0", "localhost:7700", ":7700" (every address).
struct Address {
  std::string host;
  std::uint16_t port = 0;
};

Result<Address> parse_address(std::string_view text);

/// "http://127.0.0.1:7700", with brackets round an IPv6 address.
std::string url_of(const Address& address);

/// A bound, listening, non-blocking socket and the address that it got (the port, when 0 was
/// asked).
struct Listener {
  UniqueFd socket;
  Address address;
};

/// An Error says that the host is unknown or the port taken.
Result<Listener> listen_on(const Address& address);

}  // namespace gazette::http
