// Problem answers of the query server, from what it knows of queries and parameters.
#pragma once

#include <httplib.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/http/problem.h"
#include "common/http/request_id.h"

namespace gazette::server {

using http::kRequestIdHeader;
using http::ParameterError;
using http::send_problem;

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
