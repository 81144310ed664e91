// Content negotiation.
#include "server/http/accept.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <string>

namespace gazette::server {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return std::tolower(c); });
  return out;
}

/// Takes the next item of a comma list off `list`, trimmed.
std::string_view next_item(std::string_view& list, char separator) {
  const std::size_t end = list.find(separator);
  const std::string_view item = trimmed(list.substr(0, end));
  list = end == std::string_view::npos ? std::string_view{} : list.substr(end + 1);
  return item;
}

/// An item such as "text/html;level=1;q=0.5": its name in lower case and its q, 1 when not said.
struct Weighted {
  std::string name;
  double quality = 1;
};

Weighted weighted(std::string_view item) {
  Weighted out{lower(next_item(item, ';')), 1};
  while (!item.empty()) {
    const std::string_view parameter = next_item(item, ';');
    if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) continue;
    const std::string_view digits = parameter.substr(2);
    if (std::from_chars(digits.data(), digits.data() + digits.size(), out.quality).ec !=
        std::errc()) {
      out.quality = 0;
    }
  }
  return out;
}

/// All values of a header, as one list.
std::string header_list(const httplib::Request& request, const char* name) {
  std::string list;
  const auto [begin, end] = request.headers.equal_range(name);
  for (auto it = begin; it != end; ++it) list += (list.empty() ? "" : ",") + it->second;
  return list;
}

}  // namespace

double accept_quality(const httplib::Request& request, std::string_view type) {
  if (!request.has_header("Accept")) return 1;
  const std::string list = header_list(request, "Accept");
  const std::string family = std::string(type.substr(0, type.find('/'))) + "/*";
  double quality = 0;
  int best = -1;  // how specific the range was that decided
  for (std::string_view rest = list; !rest.empty();) {
    const Weighted range = weighted(next_item(rest, ','));
    const int specific = range.name == type     ? 2
                         : range.name == family ? 1
                         : range.name == "*/*"  ? 0
                                                : -1;
    if (specific > best) {
      best = specific;
      quality = range.quality;
    }
  }
  return trimmed(list).empty() ? 1 : quality;
}

std::optional<std::size_t> best_accepted(const httplib::Request& request,
                                         std::span<const std::string_view> offered) {
  std::optional<std::size_t> best;
  double quality = 0;
  for (std::size_t i = 0; i < offered.size(); ++i) {
    const double wanted = accept_quality(request, offered[i]);
    if (wanted <= quality) continue;
    quality = wanted;
    best = i;
  }
  return best;
}

bool accepts_gzip(const httplib::Request& request) {
  const std::string list = header_list(request, "Accept-Encoding");
  double any = 0;
  for (std::string_view rest = list; !rest.empty();) {
    const Weighted coding = weighted(next_item(rest, ','));
    if (coding.name == "gzip" || coding.name == "x-gzip") return coding.quality > 0;
    if (coding.name == "*") any = coding.quality;
  }
  return any > 0;
}

bool none_match_hits(const httplib::Request& request, std::string_view etag) {
  const auto opaque = [](std::string_view tag) {
    return tag.starts_with("W/") ? tag.substr(2) : tag;
  };
  const std::string list = header_list(request, "If-None-Match");
  for (std::string_view rest = list; !rest.empty();) {
    const std::string_view tag = next_item(rest, ',');
    if (tag == "*" || opaque(tag) == opaque(etag)) return true;
  }
  return false;
}

}  // namespace gazette::server
