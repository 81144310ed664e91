// Rows -> drafts, by what the header row calls the columns.
#include "indexer/readers/csv_reader.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/cli/language.h"
#include "indexer/readers/article_text.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/clean_text.h"
#include "indexer/readers/csv_rows.h"
#include "indexer/readers/draft.h"
#include "indexer/readers/field_names.h"
#include "indexer/readers/markup_text.h"
#include "indexer/readers/xml_tree.h"

namespace gazette::indexer {
namespace {

constexpr std::array<char, 4> kDelimiters = {',', ';', '\t', '|'};
constexpr std::size_t kMaxColumns =
    1000;  // of exports with a column a tag; more is no table of articles
constexpr std::size_t kMostLinesAbove = 10;  // about the table, over its header row
constexpr std::size_t kLeastKnownBelow = 3;  // columns of a header that is not the first line
constexpr std::size_t kMaxHeaderBytes = std::size_t{64} << 10;

using Columns = std::vector<std::optional<FieldName>>;

bool has(const Columns& columns, FieldName field) {
  return std::find(columns.begin(), columns.end(), field) != columns.end();
}

Columns columns_of(const std::vector<std::string>& header) {
  Columns columns;
  for (const std::string& cell : header) columns.push_back(field_of(clean_line(cell)));
  return columns;
}

std::size_t known(const Columns& columns) {
  return static_cast<std::size_t>(
      std::count_if(columns.begin(), columns.end(), [](const auto& c) { return c.has_value(); }));
}

/// "sep=;", which Excel writes above the header.
std::string_view without_separator_line(std::string_view text, char& separator) {
  const std::string_view line = text.substr(0, text.find('\n'));
  if (!line.starts_with("sep=") || line.size() < 5) return text;
  separator = line[4];
  return text.substr(std::min(line.size() + 1, text.size()));
}

struct Header {
  std::string_view line;
  char delimiter = kDelimiters.front();
  std::size_t known = 0;  ///< columns with a known name
};

/// A line read with the delimiter by which most columns have a known header.
Header header_in(std::string_view line) {
  Header best{line, kDelimiters.front(), 0};
  for (const char delimiter : kDelimiters) {
    const std::vector<std::string> cells = split_csv_line(line, delimiter);
    const std::size_t count = known(columns_of(cells));
    const bool too_wide = best.known == 0 && cells.size() > kMaxColumns;
    if (count > best.known || too_wide) best = {line, delimiter, count};
  }
  return best;
}

bool names_text(const Columns& columns) {
  return has(columns, FieldName::kTitle) || has(columns, FieldName::kBody);
}

/// A sentence with a comma may hold a word that is also a header; a third of its pieces do not.
bool is_header(const Header& header) {
  const std::vector<std::string> cells = split_csv_line(header.line, header.delimiter);
  if (cells.size() > kMaxColumns) return true;  // refused by the reader, with its reason
  return names_text(columns_of(cells)) && header.known >= 2 && 3 * header.known >= cells.size();
}

/// The header row: the first line, or one under a few lines about the table ("Export du 3 mars").
Header header_of(std::string_view start) {
  char separator = '\0';
  start.remove_prefix(std::min(start.find_first_not_of("\r\n"), start.size()));
  start = without_separator_line(start, separator);
  const Header first = header_in(start.substr(0, start.find_first_of("\r\n")));
  if (separator != '\0') return {first.line, separator, first.known};
  if (is_header(first)) return first;
  for (std::size_t lines = 0; lines < kMostLinesAbove && !start.empty(); ++lines) {
    start.remove_prefix(std::min(start.find_first_of("\r\n"), start.size()));
    start.remove_prefix(std::min(start.find_first_not_of("\r\n"), start.size()));
    const Header header = header_in(start.substr(0, start.find_first_of("\r\n")));
    if (header.known >= kLeastKnownBelow && is_header(header)) return header;
  }
  return first;
}

/// Cells of one row by field; of columns with one name the first that is not empty.
class Cells {
 public:
  Cells(const Columns& columns, const CsvRow& row) : columns_(columns), row_(row) {}

  [[nodiscard]] std::string operator[](FieldName field) const {
    for (std::size_t i = 0; i < std::min(columns_.size(), row_.cells.size()); ++i) {
      if (columns_[i] == field && !clean_line(row_.cells[i]).empty()) return row_.cells[i];
    }
    return {};
  }

  /// All cells of lists that go over several columns ("auteur1", "auteur2").
  [[nodiscard]] std::vector<std::string> all(FieldName field) const {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < std::min(columns_.size(), row_.cells.size()); ++i) {
      if (columns_[i] == field) out.push_back(row_.cells[i]);
    }
    return out;
  }

 private:
  const Columns& columns_;
  const CsvRow& row_;
};

void take_places(const Cells& cells, Draft& draft) {
  const std::optional<double> lat = xml::number(cells[FieldName::kLatitude]);
  const std::optional<double> lon = xml::number(cells[FieldName::kLongitude]);
  const std::vector<std::string> names = split_list(cells[FieldName::kPlaces]);
  if (lat && lon && names.size() <= 1) {
    return draft.place(names.empty() ? std::string() : names.front(), lat, lon);
  }
  for (const std::string& name : names) draft.place(name, std::nullopt, std::nullopt);
}

/// "Littoral|Mer": the first is the section, the others are tags. Commas are part of names.
void take_section(const std::string& cell, Draft& draft) {
  if (cell.find_first_of("|;") == std::string::npos) return draft.section(markup_line(cell));
  for (const std::string& name : split_list(cell)) {
    if (draft.article().section.empty()) {
      draft.section(markup_line(name));
    } else {
      draft.tag(name);
    }
  }
}

void fill(const Cells& cells, Draft& draft) {
  draft.guid(cells[FieldName::kId]);
  draft.url(cells[FieldName::kUrl]);
  draft.title(markup_line(cells[FieldName::kTitle]));
  draft.subtitle(markup_line(cells[FieldName::kSubtitle]));
  const std::string clock = clean_line(cells[FieldName::kClock]);
  draft.published(clean_line(cells[FieldName::kPublished]) + (clock.empty() ? "" : " " + clock));
  draft.modified(cells[FieldName::kModified]);
  for (const std::string& cell : cells.all(FieldName::kAuthors)) {
    for (const std::string& name : split_byline(cell)) draft.author(name);
  }
  take_section(cells[FieldName::kSection], draft);
  for (const std::string& cell : cells.all(FieldName::kTags)) {
    for (const std::string& tag : split_list(cell)) draft.tag(tag);
  }
  draft.source(cells[FieldName::kSource]);
  draft.language(cells[FieldName::kLanguage]);
  if (const std::string line = cells[FieldName::kDateline]; !line.empty())
    draft.printed_dateline(line);
  take_places(cells, draft);
  draft.image(cells[FieldName::kImage]);
  draft.rights(cells[FieldName::kRights]);
  draft.version(cells[FieldName::kVersion]);
  draft.status(cells[FieldName::kStatus]);
  draft.embargo(cells[FieldName::kEmbargo]);
  const std::string body = cells[FieldName::kBody];
  take_body(draft, has_tags(body) ? markup_text(body, {.shortcodes = true}) : body);
}

/// True when nothing but empty cells stands behind the header's columns: spreadsheets leave them.
bool fits(const CsvRow& row, const Columns& columns) {
  return std::all_of(
      row.cells.begin() + static_cast<std::ptrdiff_t>(std::min(columns.size(), row.cells.size())),
      row.cells.end(), [](const std::string& cell) { return clean_line(cell).empty(); });
}

std::string uneven(const CsvRow& row, const Columns& columns) {
  return std::to_string(row.cells.size()) + tr(" colonnes au lieu de ", " columns instead of ") +
         std::to_string(columns.size());
}

}  // namespace

void CsvReader::read(InputStream& input, const ReadOptions& options, RecordSink& sink) const {
  const auto reject = [&](std::size_t line, std::string reason) {
    sink.reject({input.name(), line, "", std::move(reason)});
  };
  const Header header = header_of(input.peek(kMaxHeaderBytes).substr(0, kMaxHeaderBytes));
  const std::vector<std::string> wanted = split_csv_line(header.line, header.delimiter);
  CsvRows rows(input, header.delimiter, kMaxColumns, kMaxRecordBytes);
  CsvRow row;
  do {
    if (!rows.next(row)) return reject(0, tr("tableau vide", "empty table"));
    if (!row.fault.empty()) return reject(row.line, std::move(row.fault));
  } while (row.cells.size() < wanted.size() || columns_of(row.cells) != columns_of(wanted));
  const Columns columns = columns_of(row.cells);
  if (!names_text(columns)) {
    return reject(row.line,
                  tr("la première ligne n'a ni « titre » ni « texte » ; en-têtes connus : ",
                     "the first line has neither “title” nor “text”; headers known: ") +
                      known_headers());
  }
  while (rows.next(row)) {
    if (row.fault.empty() && !fits(row, columns)) row.fault = uneven(row, columns);
    if (!row.fault.empty()) {
      reject(row.line, std::move(row.fault));
      continue;
    }
    const bool blank = std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) {
      return clean_line(cell).empty();
    });
    if (blank) continue;
    Draft draft(input, row.line, options);
    if (row.cells.size() < columns.size()) draft.warn("", uneven(row, columns));
    fill(Cells(columns, row), draft);
    if (!std::move(draft).finish(sink)) return;
  }
}

/// A table without a header that is known, to be refused as one and not read as a text: its first
/// two lines have as many semicolons, more than sentences have.
bool is_nameless_table(std::string_view start) {
  constexpr auto kLeastSemicolons = 4;
  const auto next_line = [&start] {
    const std::string_view line = start.substr(0, start.find_first_of("\r\n"));
    start.remove_prefix(line.size());
    start.remove_prefix(std::min(start.find_first_not_of("\r\n"), start.size()));
    return std::count(line.begin(), line.end(), ';');
  };
  const auto first = next_line();
  return first >= kLeastSemicolons && next_line() == first;
}

bool starts_like_csv(std::string_view start) {
  char separator = '\0';
  without_separator_line(start, separator);
  return separator != '\0' || is_header(header_of(start)) || is_nameless_table(start);
}

}  // namespace gazette::indexer
