// Any text as a date line, a dateline and an article that names places: what is found stands in the
// text, and enriching again changes nothing.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/utf8.h"
#include "indexer/enrich/date_line.h"
#include "indexer/enrich/enrich.h"
#include "tests/fuzz/require.h"

using gazette::fuzz::require;
using namespace gazette::indexer;

namespace {

void check_dates(std::string_view line) {
  DateLineOptions options;
  options.reference_seconds = 1'700'000'000;
  const auto read = parse_date_line(line, options);
  if (!read.ok()) {
    require(!read.error().message.empty(), "a refused line says why");
    return;
  }
  require(read->begin <= read->end && read->end <= line.size(), "a date stands in its line");
  const std::string text = read->value.to_string();
  const auto again = gazette::parse_news_time(text, gazette::TimeZone::paris());
  require(again.ok() && *again == read->value, "a time is written and read");
}

void check_dateline(std::string_view text) {
  const auto read = parse_dateline(text);
  if (!read.ok()) {
    require(!read.error().message.empty(), "a refused dateline says why");
    return;
  }
  require(!read->places.empty() && read->length <= text.size(), "a dateline begins the text");
  for (const DatelinePlace& place : read->places) {
    require(place.begin < place.end && place.end <= text.size(), "a place stands in the text");
  }
}

void check_mentions(const std::vector<PlaceMention>& mentions, std::string_view text) {
  std::size_t last = 0;
  for (const PlaceMention& mention : mentions) {
    require(mention.begin >= last && mention.begin < mention.end && mention.end <= text.size(),
            "mentions stand in the text, in order");
    require(gazette::utf8::valid(text.substr(mention.begin, mention.end - mention.begin)),
            "a mention holds characters");
    last = mention.begin;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  find_place_mentions({.title = bytes, .subtitle = {}, .body = bytes});
  const std::string text = gazette::utf8::repaired(bytes);
  const std::string line = text.substr(0, text.find('\n'));
  check_dates(line);
  check_dateline(text);
  gazette::Article article;
  article.id = "a";
  article.title = line;
  article.body = text;
  const Enrichment found = enrich(article);
  require(gazette::utf8::valid(article.body), "the body stays UTF-8");
  check_mentions(found.mentions.title, article.title);
  check_mentions(found.mentions.body, article.body);
  gazette::Article again = article;
  enrich(again);
  require(again == article, "enriching again changes nothing");
  return 0;
}
