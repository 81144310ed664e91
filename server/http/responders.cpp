// What the responders share: the pairs of a request, and who is refused before the archive is
// asked.
#include "server/http/responders.h"

#include <string>

#include "server/http/accept.h"
#include "server/http/problem.h"

namespace gazette::server {

http::QueryList query_of(const httplib::Request& request) {
  return {request.params.begin(), request.params.end()};
}

bool refuse_request(Call& call, const ParameterReader& reader, bool acceptable,
                    std::string_view offered) {
  if (!reader.errors().empty()) {
    send_parameter_errors(call.response, reader.errors());
  } else if (!acceptable) {
    send_problem(call.response, "not-acceptable", "Ici : " + std::string(offered) + ".");
  } else {
    return false;
  }
  return true;
}

bool refuse_unless_json(Call& call, const ParameterReader& reader) {
  constexpr std::string_view kJson = "application/json";
  return refuse_request(call, reader, accept_quality(call.request, kJson) > 0, kJson);
}

}  // namespace gazette::server
