// A client that writes exactly the bytes it is told, and reads what comes back, for hostile tests.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace gazette::testing {

/// One connection to 127.0.0.1.
class RawClient {
 public:
  explicit RawClient(std::uint16_t port, int receive_buffer = 0)
      : fd_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    if (receive_buffer > 0) {
      setsockopt(fd_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
      throw std::runtime_error("cannot connect");
    }
  }
  ~RawClient() { close(fd_); }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  /// False when the other side has closed.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t count = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }

  void shut_writing() { shutdown(fd_, SHUT_WR); }

  /// One recv, waiting at most `wait`; empty when nothing came, `closed()` tells why.
  std::string read_some(std::chrono::milliseconds wait = std::chrono::seconds(10)) {
    pollfd waiting{fd_, POLLIN, 0};
    if (poll(&waiting, 1, static_cast<int>(wait.count())) <= 0) return {};
    char block[65536];
    const ssize_t count = recv(fd_, block, sizeof block, 0);
    closed_ = count <= 0;
    return closed_ ? std::string() : std::string(block, static_cast<std::size_t>(count));
  }

  /// Everything until the other side closes (or ten seconds of silence).
  std::string read_all() {
    std::string all;
    while (!closed_) {
      const std::string part = read_some();
      if (part.empty() && !closed_) break;
      all += part;
    }
    return all;
  }

  /// Until `end` has been seen `times` times.
  std::string read_until(std::string_view end, int times = 1) {
    std::string all;
    while (!closed_) {
      std::size_t at = 0;
      int seen = 0;
      while ((at = all.find(end, at)) != std::string::npos) ++seen, at += end.size();
      if (seen >= times) break;
      const std::string part = read_some();
      if (part.empty()) break;
      all += part;
    }
    return all;
  }

  [[nodiscard]] bool closed() const { return closed_; }

 private:
  int fd_;
  bool closed_ = false;
};

}  // namespace gazette::testing
