// Formats by name and by content.
#include "indexer/readers/detect.h"

#include <algorithm>

#include "common/cli/language.h"
#include "indexer/readers/json_reader.h"
#include "indexer/readers/page_reader.h"

namespace gazette::indexer {
namespace {

// Enough for the first line of NDJSON in almost every archive; a longer one is told by its start.
constexpr std::size_t kLookBytes = std::size_t{64} << 10;

constexpr std::string_view kSpaces = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

/// Objects one a line, or one JSON text: NDJSON when the first line ends where an object may end,
/// or when the next line starts another object though the first was cut.
bool is_ndjson(std::string_view start) {
  const std::size_t end = start.find('\n');
  if (end == std::string_view::npos) return true;  // one line: one record
  const std::string_view first = trimmed(start.substr(0, end));
  if (first.ends_with('}')) return true;
  const std::string_view next = trimmed(start.substr(end));
  return next.starts_with('{') && first.size() > 1 && !first.ends_with('[') &&
         !first.ends_with(',') && !first.ends_with(':');
}

/// The first visible character behind the bracket that JSON starts with; '\0' for none.
char second_visible(std::string_view text) {
  const std::size_t at = text.find_first_not_of(kSpaces, 1);
  return at == std::string_view::npos ? '\0' : text[at];
}

/// NDJSON whose first line is none: most of the next ones are objects.
bool has_object_lines(std::string_view text) {
  constexpr std::size_t kLines = 20;
  std::size_t objects = 0;
  std::size_t others = 0;
  for (std::size_t i = 0; i < kLines && !text.empty(); ++i) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    ++(line.starts_with("{\"") && line.ends_with('}') ? objects : others);
  }
  return objects > others;
}

}  // namespace

const std::vector<std::string>& format_names() {
  static const std::vector<std::string> names = {"auto", "ndjson", "json", "text"};
  return names;
}

Result<std::unique_ptr<Reader>> reader_of(std::string_view format) {
  if (format == "ndjson") return std::unique_ptr<Reader>(std::make_unique<NdjsonReader>());
  if (format == "json") return std::unique_ptr<Reader>(std::make_unique<JsonReader>());
  if (format == "text") return std::unique_ptr<Reader>(std::make_unique<PageReader>());
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
  if (start.find('\0') != std::string_view::npos) {
    return Error{"binary-input",
                 tr("fichier binaire ou d'un encodage inconnu (octets nuls)",
                    "binary file, or an unknown encoding (NUL bytes)"),
                 "", 0};
  }
  const char second = second_visible(text);
  if (text.front() == '{' && (second == '"' || second == '}')) {
    return std::string(is_ndjson(text) ? "ndjson" : "json");
  }
  if (text.front() == '[' && (second == '{' || second == '[' || second == ']')) {
    return std::string("json");
  }
  return std::string(has_object_lines(text) ? "ndjson" : "text");
}

}  // namespace gazette::indexer
