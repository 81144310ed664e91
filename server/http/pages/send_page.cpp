// What every page carries.
#include "server/http/pages/send_page.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "server/web/links.h"

namespace gazette::server {
namespace {

// Nothing inline, nothing foreign: even an escaping mistake could run and load nothing.
constexpr const char* kPagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
constexpr const char* kPermissions =
    "camera=(), geolocation=(), microphone=(), browsing-topics=(), clipboard-write=(self)";

constexpr std::array kSelectionKeys = std::to_array<std::string_view>(
    {"q", "op", "match", "dates", "from", "to", "place", "dateline", "section", "source", "author",
     "tag", "lang", "sort", "collapse"});

}  // namespace

void put_page_policies(httplib::Response& response) {
  if (response.has_header("Content-Security-Policy")) return;
  response.headers.emplace("Content-Security-Policy", kPagePolicy);
  response.headers.emplace("Permissions-Policy", kPermissions);
  response.headers.emplace("Cross-Origin-Opener-Policy", "same-origin");
  response.headers.emplace("Cross-Origin-Resource-Policy", "same-origin");
}

void send_page(httplib::Response& response, std::string document) {
  response.headers.erase("Content-Type");
  response.headers.emplace("Content-Type", "text/html; charset=utf-8");
  put_page_policies(response);
  response.body = std::move(document);
}

http::QueryList selection_pairs(const ParameterReader& reader) {
  http::QueryList pairs = reader.normalised();
  std::erase_if(pairs, [](const auto& pair) {
    return std::find(kSelectionKeys.begin(), kSelectionKeys.end(), pair.first) ==
           kSelectionKeys.end();
  });
  // The words first: addresses are read by people too.
  std::stable_partition(pairs.begin(), pairs.end(), [](const auto& p) { return p.first == "q"; });
  return pairs;
}

void fold_stories(const ParameterReader& reader, Selection& selection) {
  if (!reader.has("collapse")) selection.collapse = Collapse::kStory;
}

std::vector<PageNotice> notices_of(const ParameterReader& reader) {
  std::vector<PageNotice> notices;
  for (const ParameterError& error : reader.errors()) {
    notices.push_back({error.parameter + " : " + error.detail, error.candidates});
  }
  return notices;
}

std::optional<std::size_t> page_number(const http::QueryList& query, std::string_view name,
                                       std::size_t most) {
  const std::string_view text = value_of(query, name);
  std::size_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (text.empty() || error != std::errc() || stop != end || number > most) return std::nullopt;
  return number;
}

}  // namespace gazette::server
