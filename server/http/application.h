// The server's answers to HTTP requests: routes in the middle, and round them what every answer
// carries (identity, security headers, CORS, keys, compression).
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "common/http/access_log.h"
#include "common/http/handler.h"
#include "common/http/keys.h"
#include "common/http/request_id.h"
#include "common/time_zone.h"
#include "server/http/metrics.h"
#include "server/http/rate_limit.h"
#include "server/search/archive.h"

namespace gazette::server {

using http::AccessLog;
using http::Keys;

struct ApplicationOptions {
  TimeZone zone = TimeZone::paris();
  std::vector<std::string> cors_origins;  ///< "https://journal.example", or "*"
  Keys keys;
  bool public_pages = false;  ///< with keys: the pages for people stay open
  double rate_limit = 0;      ///< requests a second and address; 0: none
  AccessLog* log = nullptr;
  std::function<std::int64_t()> now;  ///< seconds UTC; the clock when empty
};

/// Thread-safe. `archive` and the log must outlive it.
class Application : public http::Handler {
 public:
  Application(Archive& archive, ApplicationOptions options);

  void handle(const httplib::Request& request, httplib::Response& response) override;
  void refuse(const httplib::Request& request, const http::Refusal& refusal,
              httplib::Response& response) override;
  void fail(const httplib::Request& request, std::exception_ptr error,
            httplib::Response& response) override;
  void done(const httplib::Request& request, const httplib::Response& response,
            const http::Outcome& outcome) override;

 private:
  void put_common_headers(const httplib::Request& request, httplib::Response& response);
  bool may_enter(const httplib::Request& request, httplib::Response& response);
  void put_cors_headers(const httplib::Request& request, httplib::Response& response) const;
  [[nodiscard]] std::int64_t now() const;

  Archive& archive_;
  ApplicationOptions options_;
  RateLimit rate_limit_;
  Metrics metrics_;
  http::RequestIds request_ids_;
};

}  // namespace gazette::server
