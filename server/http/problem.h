// Problem answers: one table of codes, titles and statuses.
#pragma once

#include <httplib.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "server/render/problem_json.h"

namespace gazette::server {

inline constexpr const char* kRequestIdHeader = "X-Request-Id";

/// Makes `response` this problem: status, body, content type; `title` and `status` come from the
/// code, `instance` from the response's X-Request-Id.
void send_problem(httplib::Response& response, std::string_view code, std::string detail,
                  std::vector<ParameterError> errors = {});

/// 400 for the faults of parameters.
void send_parameter_errors(httplib::Response& response, std::vector<ParameterError> errors);

/// 400 for what the archive refused.
void send_error(httplib::Response& response, const Error& error, std::string_view q);

/// Thrown inside a streamed answer before its first byte; becomes send_error.
class RefusedRequest : public std::runtime_error {
 public:
  RefusedRequest(Error error, std::string q)
      : std::runtime_error(error.message), error_(std::move(error)), q_(std::move(q)) {}
  [[nodiscard]] const Error& error() const { return error_; }
  [[nodiscard]] const std::string& q() const { return q_; }

 private:
  Error error_;
  std::string q_;
};

}  // namespace gazette::server
