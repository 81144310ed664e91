// Errors as application/problem+json (RFC 9457), the same from both programs: one table of codes,
// titles and statuses.
#pragma once

#include <httplib.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gazette::http {

/// What is wrong with one parameter, told to its sender.
struct ParameterError {
  std::string parameter = {};
  std::string detail = {};   ///< French sentence
  std::string example = {};  ///< a pair that would be taken
  bool unknown = false;
  std::optional<std::size_t> position = {};  ///< code points into `q`, with strict=true
  std::vector<std::string> candidates = {};  ///< of a place: "insee:75056 (Paris, Île-de-France)"
};

/// A refusal, or a failure without its cause.
struct Problem {
  int status = 500;
  std::string code = {};      ///< kebab-case, stable; `type` is "/errors/" + code
  std::string title = {};     ///< French, the same for every problem of this code
  std::string detail = {};    ///< French sentence about this one
  std::string instance = {};  ///< the request's id
  std::vector<ParameterError> errors = {};
};

std::string problem_json(const Problem& problem);

/// Makes `response` this problem: status, body, content type; `title` and `status` come from the
/// code, `instance` from the response's X-Request-Id.
void send_problem(httplib::Response& response, std::string_view code, std::string detail,
                  std::vector<ParameterError> errors = {});

}  // namespace gazette::http
