// The list of formats, and the one that an input starts like.
#include "indexer/readers/detect.h"

#include <algorithm>

#include "common/cli/language.h"
#include "indexer/readers/csv_reader.h"
#include "indexer/readers/feed_reader.h"
#include "indexer/readers/html_reader.h"
#include "indexer/readers/json_reader.h"
#include "indexer/readers/json_start.h"
#include "indexer/readers/newsml1.h"
#include "indexer/readers/newsml_g2.h"
#include "indexer/readers/nitf.h"
#include "indexer/readers/page_reader.h"
#include "indexer/readers/wxr_reader.h"
#include "indexer/readers/xml_reader.h"

namespace gazette::indexer {
namespace {

// Enough for the first line of NDJSON in almost every archive; a longer one is told by its start.
constexpr std::size_t kLookBytes = std::size_t{64} << 10;

constexpr std::string_view kSpaces = " \t\r\n";

template <typename R>
std::unique_ptr<Reader> make() {
  return std::make_unique<R>();
}

bool is_text(std::string_view /*start*/) { return true; }

/// A format: its name for --format, whether an input starts like it, its reader. `starts_like` gets
/// the first bytes (up to kLookBytes) without white space at either end, never empty.
struct Format {
  std::string_view name;
  bool (*starts_like)(std::string_view start);
  std::unique_ptr<Reader> (*reader)();
};

// Asked in this order: what is told for certain first, what takes anything last.
constexpr Format kFormats[] = {
    {"ndjson", starts_like_ndjson, make<NdjsonReader>},
    {"json", starts_like_json, make<JsonReader>},
    {"ndjson", holds_object_lines, make<NdjsonReader>},
    {"wxr", starts_like_wxr, make<WxrReader>},
    {"feed", starts_like_feed, make<FeedReader>},
    {"newsml-g2", starts_like_newsml_g2, make<NewsmlG2Reader>},
    {"newsml", starts_like_newsml1, make<Newsml1Reader>},
    {"nitf", starts_like_nitf, make<NitfReader>},
    {"html", starts_like_html, make<HtmlReader>},
    {"xml", starts_like_xml, make<OtherXmlReader>},
    {"csv", starts_like_csv, make<CsvReader>},
    {"text", is_text, make<PageReader>},
};

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

}  // namespace

const std::vector<std::string>& format_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> out = {"auto"};
    for (const Format& format : kFormats) {
      if (std::find(out.begin(), out.end(), format.name) == out.end()) {
        out.emplace_back(format.name);
      }
    }
    return out;
  }();
  return names;
}

Result<std::unique_ptr<Reader>> reader_of(std::string_view format) {
  for (const Format& known : kFormats) {
    if (known.name == format) return known.reader();
  }
  std::string known;
  for (const std::string& name : format_names()) known += (known.empty() ? "" : ", ") + name;
  return Error{"unknown-format",
               tr("format inconnu : ", "unknown format: ") + std::string(format) +
                   tr(" (connus : ", " (known: ") + known + ")",
               "format", 0};
}

Result<std::string> detect_format(InputStream& input) {
  const std::string_view start = input.peek(kLookBytes);
  const std::string_view text = trimmed(start);
  if (text.empty()) return Error{"empty-input", tr("fichier vide", "empty file"), "", 0};
  if (const std::string& binary = input.notes().binary; !binary.empty()) {
    return Error{"binary-input", binary, "", 0};
  }
  const auto* const format = std::find_if(std::begin(kFormats), std::end(kFormats),
                                          [&](const Format& f) { return f.starts_like(text); });
  return std::string(format->name);
}

}  // namespace gazette::indexer
