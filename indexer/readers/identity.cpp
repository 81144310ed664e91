// What names an article or a place that comes without an id, and what may be a link.
#include <xxhash.h>

#include <algorithm>

#include "common/places/gazetteer.h"
#include "common/utf8.h"
#include "indexer/enrich/unknown_place.h"
#include "indexer/readers/clean_text.h"
#include "indexer/readers/draft.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kMaxUrlBytes = 4000;  // longer ones are data, not addresses
constexpr std::size_t kMaxPlaceNameBytes = 150;

std::string hex_hash(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (const std::uint64_t half : {hash.high64, hash.low64}) {
    for (int shift = 60; shift >= 0; shift -= 4) out.push_back(kDigits[half >> shift & 0xF]);
  }
  return out;
}

}  // namespace

bool is_web_url(std::string_view text) {
  if (text.size() > kMaxUrlBytes) return false;
  const std::size_t colon = text.find("://");
  if (colon == std::string_view::npos) return false;
  std::string scheme(text.substr(0, colon));
  std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (scheme != "http" && scheme != "https") return false;
  const std::string_view rest = text.substr(colon + 3);
  const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
  const bool clean = std::none_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7F || c == '"' || c == '<' || c == '>' || c == '\\';
  });
  return clean && !host.empty() && host.front() != ':';
}

std::optional<Place> place_of_name(std::string_view name) {
  const std::string cleaned = clean_line(name);
  if (cleaned.size() > kMaxPlaceNameBytes) return std::nullopt;
  if (std::optional<Place> known = Gazetteer::instance().best(cleaned)) return known;
  return unknown_place(cleaned);
}

std::string bounded_id(std::string_view text) {
  const std::string cleaned = clean_line(text);
  return cleaned.size() <= kMaxIdBytes ? cleaned : "guid-" + hex_hash(cleaned);
}

std::string derived_id(const Article& article) {
  if (!article.url.empty()) {
    return "url-" + hex_hash(std::string_view(article.url).substr(0, article.url.find('#')));
  }
  std::string content = article.title;
  content.append(1, '\0').append(article.published ? article.published->to_string() : "");
  content.append(1, '\0').append(article.body);
  return "txt-" + hex_hash(content);
}

}  // namespace gazette::indexer
