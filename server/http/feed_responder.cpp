// GET /v1/feed: the newest matches of a search as Atom.
#include <array>
#include <string>
#include <string_view>

#include "common/http/url.h"
#include "server/http/accept.h"
#include "server/http/conditional.h"
#include "server/http/params/requests.h"
#include "server/http/problem.h"
#include "server/http/public_address.h"
#include "server/http/responders.h"
#include "server/render/atom.h"

namespace gazette::server {
namespace {

constexpr std::array<std::string_view, 3> kOffered{kAtomType, "application/xml", "text/xml"};
constexpr std::array<std::string_view, 2> kPaging{"offset", "cursor"};
constexpr std::array<std::string_view, 3> kPagingAndSize{"offset", "cursor", "limit"};
constexpr std::size_t kPassageSize = 240;  // characters: a reader shows a few lines of an entry

SearchRequest read_feed_request(ParameterReader& reader, const Call& call) {
  SearchRequest request = read_page_request(reader, {call.zone, call.today});
  // A feed that showed the best first would never show its reader what is new.
  if (!reader.has("sort")) request.selection.sort = Sort::kNewest;
  request.fragments = 1;
  request.fragment_size = kPassageSize;
  return request;
}

std::string address(std::string_view path, const http::QueryList& query) {
  return query.empty() ? std::string(path) : std::string(path) + "?" + http::query_string(query);
}

}  // namespace

void answer_feed(Call& call) {
  ParameterReader reader(query_of(call.request), Endpoint::kFeed, Strictness::kStrict);
  const SearchRequest request = read_feed_request(reader, call);
  const bool acceptable = best_accepted(call.request, kOffered).has_value();
  if (refuse_request(call, reader, acceptable, "application/atom+xml")) return;
  AtomFrame frame;
  frame.base = public_address(call.request);
  frame.per_page = request.limit;
  http::QueryList tagged = reader.normalised();
  tagged.emplace_back("base", frame.base);  // links are written with it
  if (answer_unchanged(call, tagged)) return;
  const Result<SearchAnswer> answer = call.archive.search(request);
  if (!answer.ok()) return send_error(call.response, answer.error(), request.selection.q);
  frame.identity = http::query_string(reader.normalised(kPagingAndSize));
  frame.self = address("/v1/feed", reader.normalised());
  frame.alternate = address("/search", reader.normalised(kPagingAndSize));
  if (!answer->cursor.empty()) {
    http::QueryList next = reader.normalised(kPaging);
    next.emplace_back("cursor", answer->cursor);
    frame.next = address("/v1/feed", next);
    call.response.headers.emplace("Link", "<" + frame.next + ">; rel=\"next\"");
  }
  if (request.cursor.empty()) frame.offset = request.offset;
  if (answer->hits.empty()) frame.updated = call.archive.stats().last_commit;
  call.response.headers.emplace("Content-Type", std::string(kAtomType));
  call.response.body = atom_feed(*answer, frame, call.zone);
}

}  // namespace gazette::server
