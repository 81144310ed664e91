// Problem documents.
#include "common/http/problem.h"

#include <doctest/doctest.h>

namespace gazette::http {
namespace {

TEST_CASE("problem: the document, key by key") {
  CHECK(problem_json({.status = 400,
                      .code = "bad-parameter",
                      .title = "T",
                      .detail = "D",
                      .instance = "req-1",
                      .errors = {{.parameter = "place",
                                  .detail = "E",
                                  .example = "place=Paris",
                                  .candidates = {"insee:75056"}}}}) ==
        R"({"type":"/errors/bad-parameter","title":"T","status":400,"detail":"D",)"
        R"("instance":"req-1","errors":[{"parameter":"place","detail":"E","example":"place=Paris",)"
        R"("candidates":["insee:75056"]}]})");
  CHECK(
      problem_json({.status = 500, .code = "internal", .title = "T", .detail = "a\xFF"}) ==
      "{\"type\":\"/errors/internal\",\"title\":\"T\",\"status\":500,\"detail\":\"a\xEF\xBF\xBD\","
      "\"instance\":null}");
}

TEST_CASE("problem: an answer that was begun becomes the problem, and says when to come back") {
  httplib::Response response;
  response.headers.emplace("Content-Type", "application/json");
  response.headers.emplace("X-Request-Id", "req-7");
  send_problem(response, "queue-full", "Plus tard.");
  CHECK(response.status == 429);
  CHECK(response.headers.count("Content-Type") == 1);
  CHECK(response.get_header_value("Content-Type") == "application/problem+json");
  CHECK(response.has_header("Retry-After"));
  CHECK(response.body.find("\"instance\":\"req-7\"") != std::string::npos);
  CHECK_THROWS(send_problem(response, "no-such-code", ""));
}

}  // namespace
}  // namespace gazette::http
