// A keep-alive HTTP/1.1 client on a plain socket: what it costs is next to nothing, so that what is
// timed is the server.
#pragma once

#include <string>

namespace gazette::bench {

/// One connection. Throws std::runtime_error when it breaks or an answer is not understood.
class HttpClient {
 public:
  HttpClient(const std::string& host, const std::string& port);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  /// The body of a 200 answer to GET; anything else throws.
  std::string get(const std::string& target);

 private:
  void fill();

  int socket_ = -1;
  std::string host_;
  std::string buffer_;  ///< received, not yet read
};

/// Percent-encodes all but letters, digits and -._~
std::string url_encoded(const std::string& text);

}  // namespace gazette::bench
