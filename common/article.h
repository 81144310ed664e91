// The article: one model for every input format, and its native JSON both ways.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/news_time.h"

namespace gazette {

/// A place as answers show it; `id` is the gazetteer's ("insee:75056"), or "name:…" for one it does
/// not know.
struct Place {
  std::string id;
  std::string name;     ///< in French
  std::string type;     ///< "city", "country", "disputed", …; empty when unknown
  std::string country;  ///< ISO 3166-1 alpha-2, or empty
  std::optional<double> lat, lon;
  bool operator==(const Place&) const = default;
};

/// Where an article was written.
struct Dateline {
  std::string text;            ///< as printed: "Paris / La Gazette"
  std::optional<Place> place;  ///< absent when no known place stands in it
  bool operator==(const Dateline&) const = default;
};

/// All strings are valid UTF-8, NFC; empty means absent. Only `title` or `body` is required.
struct Article {
  std::string id;   ///< 1 to kMaxIdBytes bytes
  std::string url;  ///< absolute http(s) URL or empty
  std::string title, subtitle;
  std::string body;  ///< paragraphs parted by one blank line ("\n\n")
  std::optional<NewsTime> published, modified;
  std::string source, section;
  std::vector<std::string> authors, tags;
  std::string language;  ///< BCP 47
  std::optional<Dateline> dateline;
  std::vector<Place> places;  ///< what it is about, most prominent first
  std::string image, rights;
  std::uint64_t version =
      0;  ///< as the source counts them; 0: it does not. A lower one never replaces
  bool operator==(const Article&) const = default;
};

inline constexpr std::size_t kMaxIdBytes =
    200;  // a Xapian term holds 245 bytes; the id is one, with a prefix

/// One line of native JSON, keys as in the API, absent fields left out, no newline.
std::string to_json(const Article& article);

}  // namespace gazette
