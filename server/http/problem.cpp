// Problem answers of the query server.
#include "server/http/problem.h"

#include "common/utf8.h"

namespace gazette::server {

void send_parameter_errors(httplib::Response& response, std::vector<ParameterError> errors) {
  const ParameterError& first = errors.front();
  std::string detail = first.detail;
  if (errors.size() > 1) detail += " (et " + std::to_string(errors.size() - 1) + " autre(s))";
  const char* const code = first.parameter.empty() ? "bad-body"
                           : first.unknown         ? "unknown-parameter"
                                                   : "bad-parameter";
  send_problem(response, code, std::move(detail), std::move(errors));
}

void send_error(httplib::Response& response, const Error& error, std::string_view q) {
  const bool of_cursor = error.code == "bad-cursor" || error.code == "cursor-expired";
  const char* const code = of_cursor            ? error.code.c_str()
                           : error.field == "q" ? "bad-query"
                                                : "bad-parameter";
  ParameterError entry{.parameter = error.field, .detail = error.message};
  if (error.field == "q") entry.position = utf8::length(q.substr(0, error.offset));
  send_problem(response, code, error.message, {std::move(entry)});
}

}  // namespace gazette::server
