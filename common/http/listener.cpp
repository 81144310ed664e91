// The listening socket.
#include "common/http/listener.h"

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <memory>

namespace gazette::http {
namespace {

constexpr int kBacklog = 1024;  // a burst of connections while every thread answers

struct AddrInfoDeleter {
  void operator()(addrinfo* info) const { freeaddrinfo(info); }
};

Error listen_error(const Address& address, const std::string& why) {
  return {
      "cannot-listen",
      "impossible d’écouter sur " + address.host + ":" + std::to_string(address.port) + " : " + why,
      "listen"};
}

std::uint16_t bound_port(int fd) {
  sockaddr_storage storage{};
  socklen_t size = sizeof storage;
  if (getsockname(fd, reinterpret_cast<sockaddr*>(&storage), &size) != 0) return 0;
  if (storage.ss_family == AF_INET6) {
    return ntohs(reinterpret_cast<const sockaddr_in6*>(&storage)->sin6_port);
  }
  return ntohs(reinterpret_cast<const sockaddr_in*>(&storage)->sin_port);
}

UniqueFd open_socket(const addrinfo& info) {
  UniqueFd fd(
      socket(info.ai_family, info.ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, info.ai_protocol));
  if (!fd) return fd;
  const int on = 1;
  setsockopt(fd.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (bind(fd.get(), info.ai_addr, info.ai_addrlen) != 0 || listen(fd.get(), kBacklog) != 0) {
    const int error = errno;
    fd.reset();
    errno = error;
  }
  return fd;
}

}  // namespace

Result<Address> parse_address(std::string_view text) {
  const auto bad = [&] {
    return Error{"bad-address",
                 "adresse d’écoute illisible : « " + std::string(text) +
                     " » ; attendu HÔTE:PORT, par exemple 127.0.0.1:7700 ou [::1]:7700",
                 "listen"};
  };
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return bad();
  std::string_view host = text.substr(0, colon);
  const std::string_view digits = text.substr(colon + 1);
  if (host.starts_with('[') && host.ends_with(']')) {
    host = host.substr(1, host.size() - 2);
  } else if (host.find(':') != std::string_view::npos) {
    return bad();
  }
  Address address{std::string(host), 0};
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, address.port);
  if (error != std::errc() || stop != end || digits.empty()) return bad();
  return address;
}

std::string url_of(const Address& address) {
  const bool v6 = address.host.find(':') != std::string::npos;
  const bool any = address.host.empty() || address.host == "0.0.0.0" || address.host == "::";
  const std::string host = any ? "localhost" : v6 ? "[" + address.host + "]" : address.host;
  return "http://" + host + ":" + std::to_string(address.port);
}

Result<Listener> listen_on(const Address& address) {
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  const int failed = getaddrinfo(address.host.empty() ? nullptr : address.host.c_str(),
                                 std::to_string(address.port).c_str(), &hints, &found);
  if (failed != 0) return listen_error(address, "hôte inconnu");
  const std::unique_ptr<addrinfo, AddrInfoDeleter> infos(found);
  int error = 0;
  for (const addrinfo* info = infos.get(); info != nullptr; info = info->ai_next) {
    UniqueFd fd = open_socket(*info);
    if (fd) {
      const std::uint16_t port = bound_port(fd.get());
      return Listener{std::move(fd), {address.host, port}};
    }
    error = errno;
  }
  if (error == EADDRINUSE) {
    return listen_error(address,
                        "ce port est déjà pris ; choisissez-en un autre (0 : un port libre)");
  }
  if (error == EACCES) return listen_error(address, "permission refusée (ports sous 1024 : root)");
  return listen_error(address, std::strerror(error));
}

}  // namespace gazette::http
