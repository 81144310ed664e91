// The description of the API is what the server does: every route, every parameter, every answer.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "common/http/url.h"
#include "server/http/params/parameter_table.h"
#include "server/http/routes.h"
#include "tests/server/http/json_schema.h"
#include "tests/server/http/running_server.h"

namespace gazette::server {
namespace {

using nlohmann::json;
using testing::newsroom;
using testing::RunningServer;
using testing::schema_fault;

/// An address of this pattern that answers.
std::string address_of(std::string pattern) {
  const std::size_t open = pattern.find('{');
  if (open == std::string::npos) return pattern;
  const std::string name = pattern.substr(open, pattern.find('}') + 1 - open);
  return pattern.replace(open, name.size(), name == "{id}" ? "art%2F1" : "section");
}

std::set<std::string> query_names(const json& operation) {
  std::set<std::string> names;
  for (const json& parameter : operation.value("parameters", json::array())) {
    if (parameter.at("in") == "query") names.insert(parameter.at("name").get<std::string>());
  }
  return names;
}

std::string encoded_example(const ParameterSpec& spec) {
  const std::string_view value = spec.example.substr(spec.example.find('=') + 1);
  return std::string(spec.name) + "=" + http::percent_encoded(value);
}

httplib::Result ask(const RunningServer& server, const std::string& method,
                    const std::string& target) {
  if (method == "get") return server.get(target);
  httplib::Client client = server.client();
  return client.Post(target, "port", "text/plain");
}

}  // namespace

TEST_CASE("openapi: the paths are the routes, and their methods") {
  const RunningServer server(newsroom());
  const json document = server.json("/v1/openapi.json");
  CHECK(document.at("openapi") == "3.1.0");
  std::size_t described = 0;
  for (const Route& route : routes()) {
    const std::string pattern(route.pattern);
    CAPTURE(pattern);
    CHECK(document.at("paths").contains(pattern) != route.page);
    if (route.page) continue;
    ++described;
    const json& path = document.at("paths").at(pattern);
    CHECK(path.contains("get") == (route.get != nullptr));
    CHECK(path.contains("post") == (route.post != nullptr));
    for (const auto& [method, operation] : path.items()) {
      CHECK_FALSE(operation.at("summary").get<std::string>().empty());
      CHECK_FALSE(operation.at("operationId").get<std::string>().empty());
    }
  }
  CHECK(document.at("paths").size() == described);
}

TEST_CASE("openapi: each parameter it names is taken there, and no other is") {
  const RunningServer server(newsroom());
  const json document = server.json("/v1/openapi.json");
  for (const auto& [pattern, path] : document.at("paths").items()) {
    if (!pattern.starts_with("/v1/")) continue;  // health and metrics look at no parameter
    for (const auto& [method, operation] : path.items()) {
      const std::set<std::string> names = query_names(operation);
      for (const ParameterSpec& spec : parameter_table()) {
        CAPTURE(pattern);
        CAPTURE(spec.name);
        const auto result = ask(server, method, address_of(pattern) + "?" + encoded_example(spec));
        REQUIRE(result);
        const bool unknown =
            result->status == 400 && result->body.find("unknown-parameter") != std::string::npos;
        const bool posted_search = pattern == "/v1/search" && method == "post";
        if (posted_search) continue;  // text/plain is refused there; its table is that of GET
        CHECK(unknown != names.contains(std::string(spec.name)));
      }
    }
  }
}

TEST_CASE("openapi: every reference leads somewhere") {
  const RunningServer server(newsroom());
  const json document = server.json("/v1/openapi.json");
  const std::string text = document.dump();
  const std::string key = "\"$ref\":\"#";
  std::size_t count = 0;
  for (std::size_t at = text.find(key); at != std::string::npos; at = text.find(key, at + 1)) {
    const std::size_t begin = at + key.size();
    const std::string pointer = text.substr(begin, text.find('"', begin) - begin);
    CAPTURE(pointer);
    CHECK(document.contains(json::json_pointer(pointer)));
    ++count;
  }
  CHECK(count > 20);
}

TEST_CASE("openapi: real answers have the shapes it tells") {
  std::vector<Article> articles = newsroom();
  articles[3].places = {Place{"insee:75056", "Paris", "city", "FR", 48.8566, 2.3522}};
  articles[3].dateline = Dateline{"Saint-Loin", {}};
  articles[4].places = {Place{"name:saint-loin", "Saint-Loin", "", "", {}, {}}};
  const RunningServer server(articles);
  const json document = server.json("/v1/openapi.json");
  const json& schemas = document.at("components").at("schemas");
  const auto check = [&](const std::string& target, const char* schema) {
    CAPTURE(target);
    CHECK(schema_fault(server.json(target), schemas.at(schema), schemas) == "");
  };
  const std::string all_fields =
      "&fields=id,url,title,subtitle,published,modified,source,section,authors,tags,language,"
      "dateline,places,image,rights,body,score,similar_count,highlights";
  check("/v1/search?q=port&facets=place,section,tag,date&explain=true" + all_fields,
        "SearchAnswer");
  check("/v1/search?q=port&highlight=ranges&section=-Monde&facets=section&limit=1", "SearchAnswer");
  check("/v1/search?q=port%20zzzz", "SearchAnswer");
  check("/v1/search?q=lieu:Paris&facets=place,dateline" + all_fields, "SearchAnswer");
  check("/v1/facets/place?place=Paris&place=-name:saint-loin", "FacetAnswer");
  check("/v1/search?q=port%20mars%202023&highlight=none&collapse=story", "SearchAnswer");
  check("/v1/trends?q=port&q=", "Trends");
  check("/v1/facets/section?section=Monde", "FacetAnswer");
  check("/v1/articles/art%2F3", "Article");
  check("/v1/articles/art%2F3?q=port&highlight=ranges", "Article");
  check("/v1/articles/art%2F3?format=csl", "CslItems");
  check("/v1/export?format=csl", "CslItems");
  check("/v1/analyze?text=l%27%C3%A9t%C3%A9", "Analysis");
  check("/v1/stats", "Stats");
  if (document.at("paths").contains("/v1/suggest")) {
    check("/v1/articles/art%2F3/similar", "Similar");
    check("/v1/suggest?q=port", "Suggestions");
    check("/v1/suggest?q=po&format=opensearch", "OpenSearchSuggestions");
  }
  check("/healthz", "Status");
  check("/readyz", "Status");
  check("/v1/openapi.json", "Description");
  check("/v1/search?plce=Paris&limit=x", "Problem");
  check("/v1/search?place=Saint-Denis", "Problem");
  check("/v1/search?strict=true&q=%28", "Problem");
  const json answer = server.json("/v1/search?limit=0");
  json wrong = answer;
  wrong["totl"] = 1;
  CHECK(schema_fault(wrong, schemas.at("SearchAnswer"), schemas) == ".totl is unknown");
  const std::string ndjson = server.get("/v1/export?q=port&fields=id,places")->body;
  for (std::size_t at = 0; at < ndjson.size(); at = ndjson.find('\n', at) + 1) {
    const json line = json::parse(ndjson.substr(at, ndjson.find('\n', at) - at));
    CHECK(schema_fault(line, schemas.at("ExportLine"), schemas) == "");
  }
}

}  // namespace gazette::server
