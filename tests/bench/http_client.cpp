// A keep-alive HTTP/1.1 client on a plain socket.
#include "tests/bench/http_client.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <stdexcept>

namespace gazette::bench {

HttpClient::HttpClient(const std::string& host, const std::string& port)
    : host_(host + ":" + port) {
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (getaddrinfo(host.c_str(), port.c_str(), &wanted, &found) != 0) {
    throw std::runtime_error("no such host: " + host_);
  }
  socket_ = socket(found->ai_family, found->ai_socktype, found->ai_protocol);
  const int refused = connect(socket_, found->ai_addr, found->ai_addrlen);
  freeaddrinfo(found);
  if (refused != 0) throw std::runtime_error("cannot connect to " + host_);
  const int yes = 1;
  setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

HttpClient::~HttpClient() { close(socket_); }

void HttpClient::fill() {
  char bytes[65536];
  const ssize_t count = recv(socket_, bytes, sizeof bytes, 0);
  if (count <= 0) throw std::runtime_error("the server closed the connection");
  buffer_.append(bytes, static_cast<std::size_t>(count));
}

std::string HttpClient::get(const std::string& target) {
  const std::string request = "GET " + target + " HTTP/1.1\r\nHost: " + host_ + "\r\n\r\n";
  if (send(socket_, request.data(), request.size(), 0) != static_cast<ssize_t>(request.size())) {
    throw std::runtime_error("cannot send");
  }
  std::size_t head = 0;
  while ((head = buffer_.find("\r\n\r\n")) == std::string::npos) fill();
  std::string headers = buffer_.substr(0, head);
  std::transform(headers.begin(), headers.end(), headers.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const std::size_t length_at = headers.find("\r\ncontent-length:");
  if (headers.compare(0, 12, "http/1.1 200") != 0 || length_at == std::string::npos) {
    throw std::runtime_error("not a whole answer to " + target + ":\n" + headers);
  }
  const std::size_t length = std::stoul(headers.substr(length_at + 17));
  while (buffer_.size() < head + 4 + length) fill();
  std::string body = buffer_.substr(head + 4, length);
  buffer_.erase(0, head + 4 + length);
  return body;
}

std::string url_encoded(const std::string& text) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || c == '-' || c == '.' || c == '_' || c == '~') {
      result += c;
    } else {
      char escape[4];
      std::snprintf(escape, sizeof escape, "%%%02X", byte);
      result += escape;
    }
  }
  return result;
}

}  // namespace gazette::bench
