// GET and POST /v1/search: one page of hits, facets, histogram.
#include <array>
#include <optional>
#include <string>

#include "common/http/url.h"
#include "server/http/conditional.h"
#include "server/http/params/json_body.h"
#include "server/http/params/requests.h"
#include "server/http/problem.h"
#include "server/http/responders.h"
#include "server/render/answer_json.h"

namespace gazette::server {
namespace {

constexpr std::string_view kPath = "/v1/search";
constexpr std::size_t kMaxLink = 16 * 1024;  // bytes: what proxies and this server surely take

/// A GET address for these pairs; empty when it would be too long to be one.
std::string link_of(http::QueryList query, const std::string& key, const std::string& value) {
  query.emplace_back(key, value);
  std::string link = std::string(kPath) + "?" + http::query_string(query);
  return link.size() <= kMaxLink ? link : std::string();
}

SearchLinks links_of(const SearchAnswer& answer, const ParameterReader& reader) {
  static constexpr std::array<std::string_view, 2> kPaging{"offset", "cursor"};
  static constexpr std::array<std::string_view, 3> kPagingAndOp{"offset", "cursor", "op"};
  SearchLinks links;
  if (!answer.cursor.empty()) {
    links.next = link_of(reader.normalised(kPaging), "cursor", answer.cursor);
  }
  if (answer.relaxed_total) links.relaxed = link_of(reader.normalised(kPagingAndOp), "op", "or");
  return links;
}

void answer_query(Call& call, http::QueryList query, std::vector<ParameterError> errors) {
  ParameterReader reader(std::move(query), Endpoint::kSearch, Strictness::kStrict);
  const SearchRequest request = read_search_request(reader, {call.zone, call.today});
  const HitForm form{.fields = read_fields(reader, kDefaultHitFields),
                     .highlight = request.highlight,
                     .explain = request.explain};
  errors.insert(errors.end(), reader.errors().begin(), reader.errors().end());
  if (!errors.empty()) return send_parameter_errors(call.response, std::move(errors));
  if (refuse_unless_json(call, reader) || answer_unchanged(call, reader.normalised())) return;
  const Result<SearchAnswer> answer = call.archive.search(request);
  if (!answer.ok()) return send_error(call.response, answer.error(), request.selection.q);
  const SearchLinks links = links_of(*answer, reader);
  if (!links.next.empty()) {
    call.response.headers.emplace("Link", "<" + links.next + ">; rel=\"next\"");
  }
  call.response.headers.emplace("Content-Type", "application/json");
  call.response.body = search_json(*answer, form, links);
}

bool begins_object(std::string_view body) {
  const std::size_t at = body.find_first_not_of(" \t\r\n");
  return at != std::string_view::npos && body[at] == '{';
}

}  // namespace

void answer_search(Call& call) { answer_query(call, query_of(call.request), {}); }

void answer_search_posted(Call& call) {
  http::QueryList query = query_of(call.request);
  std::vector<ParameterError> errors;
  const std::string type = call.request.get_header_value("Content-Type");
  const std::string& body = call.request.body;
  const bool form = type.starts_with("application/x-www-form-urlencoded");
  if (type.empty() || type.starts_with("application/json") || (form && begins_object(body))) {
    read_json_body(body, query, errors);  // `curl -d '{…}'` says that it sends a form
  } else if (form) {
    const auto pairs = http::parse_query_string(body);
    if (!pairs) {
      return send_problem(call.response, "bad-body", "Le formulaire contient un « % » mal formé.");
    }
    query.insert(query.end(), pairs->begin(), pairs->end());
  } else {
    return send_problem(call.response, "unsupported-media-type",
                        "Un corps application/json est attendu.");
  }
  answer_query(call, std::move(query), std::move(errors));
}

}  // namespace gazette::server
