// The body of a batch -> its queries.
#include "server/http/batch/query_rows.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "common/utf8.h"
#include "server/http/batch/csv_reader.h"

namespace gazette::server {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::array<std::string_view, 4> kQueryNames{"requete", "requête", "query", "q"};

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

/// A name in a header, white space and capitals aside.
bool names_query(std::string_view cell) {
  std::string name;
  for (const char c : cell) {
    if (c != ' ' && c != '\t') name += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return std::find(kQueryNames.begin(), kQueryNames.end(), name) != kQueryNames.end();
}

class Rows {
 public:
  /// The row after the last one; false when there are too many.
  bool add(std::string query, bool readable, std::string warning) {
    ++count_;
    if (is_blank(query) && warning.empty()) return true;
    if (rows_.size() == kMaxBatchRows) return false;
    QueryRow row{count_, std::move(query), readable, std::move(warning)};
    if (!utf8::valid(row.query)) {
      row = {count_, utf8::repaired(row.query), false, "Le texte n’est pas en UTF-8."};
    }
    rows_.push_back(std::move(row));
    return true;
  }

  std::vector<QueryRow>& rows() { return rows_; }

 private:
  std::vector<QueryRow> rows_;
  std::size_t count_ = 0;
};

/// The line at `at`, which moves to the next one.
std::string_view take_line(std::string_view text, std::size_t& at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  std::string_view line = text.substr(at, end - at);
  if (line.ends_with('\r')) line.remove_suffix(1);
  at = end + 1;
  return line;
}

bool read_lines(std::string_view body, Rows& rows) {
  for (std::size_t at = 0; at < body.size();) {
    if (!rows.add(std::string(take_line(body, at)), true, {})) return false;
  }
  return true;
}

/// The string of a line, or the member of an object that has one of the names.
std::optional<std::string> query_in(const Json& json, std::string& warning) {
  if (json.is_string()) return json.get<std::string>();
  if (!json.is_object()) return std::nullopt;
  for (const std::string_view name : kQueryNames) {
    const auto member = json.find(name);
    if (member == json.end() || !member->is_string()) continue;
    if (json.size() > 1) warning = "Seule « " + std::string(name) + " » est lue.";
    return member->get<std::string>();
  }
  return std::nullopt;
}

bool read_ndjson(std::string_view body, Rows& rows) {
  for (std::size_t at = 0; at < body.size();) {
    const std::string_view line = take_line(body, at);
    const Json json = is_blank(line) ? Json("") : Json::parse(line, nullptr, false);
    std::string warning;
    std::optional<std::string> query = query_in(json, warning);
    const bool readable = query.has_value();
    if (!readable) warning = "Un texte JSON ou un objet {\"q\": \"…\"} est attendu.";
    if (!rows.add(readable ? std::move(*query) : std::string(line), readable, std::move(warning))) {
      return false;
    }
  }
  return true;
}

/// What parts the cells of the first line: a tab, a semicolon where there is no comma, or a comma.
char separator_of(std::string_view body) {
  std::size_t at = 0;
  const std::string_view line = take_line(body, at);
  if (line.find('\t') != std::string_view::npos) return '\t';
  const bool semicolon = line.find(';') != std::string_view::npos;
  return semicolon && line.find(',') == std::string_view::npos ? ';' : ',';
}

/// Index of the column that a header names; none when this is no header.
std::optional<std::size_t> named_column(std::string_view body) {
  std::vector<CsvCell> record;
  if (!CsvReader(body, separator_of(body)).next(record)) return std::nullopt;
  const auto found = std::find_if(record.begin(), record.end(),
                                  [](const CsvCell& cell) { return names_query(cell.text); });
  if (found == record.end()) return std::nullopt;
  return static_cast<std::size_t>(found - record.begin());
}

/// Quotes that CSV did not need.
bool needlessly_quoted(const CsvCell& cell) {
  return cell.quoted && !is_blank(cell.text) &&
         cell.text.find_first_of(",;\t\"\r\n") == std::string::npos;
}

/// True when some cells of the column, the header among them, stand in quotes without need and
/// others do without. Programs quote all of them or only where they must: a hand wrote this, and
/// what it quoted is a phrase.
bool quoted_by_hand(std::string_view body, char separator, std::size_t column) {
  CsvReader reader(body, separator);
  std::vector<CsvCell> record;
  bool needless = false;
  bool plain = false;
  while (reader.next(record)) {
    if (column >= record.size() || is_blank(record[column].text)) continue;
    needless = needless || needlessly_quoted(record[column]);
    plain = plain || !record[column].quoted;
  }
  return needless && plain;
}

/// What is said of cells beyond the `columns` that the header has.
std::string warning_of(const std::vector<CsvCell>& record, std::size_t columns) {
  const auto begin = record.begin() + static_cast<std::ptrdiff_t>(std::min(columns, record.size()));
  const bool more =
      std::any_of(begin, record.end(), [](const CsvCell& cell) { return !is_blank(cell.text); });
  if (!more) return {};
  return "Des colonnes en trop ont été laissées : un texte avec des virgules va entre guillemets.";
}

/// The query of a row; empty when the row is too short to have one.
std::string query_of(std::vector<CsvCell>& record, std::size_t column, bool by_hand) {
  if (column >= record.size()) return {};
  CsvCell& cell = record[column];
  if (by_hand && needlessly_quoted(cell)) return '"' + cell.text + '"';
  return std::move(cell.text);
}

bool read_csv(std::string_view body, Rows& rows) {
  const char separator = separator_of(body);
  const std::optional<std::size_t> named = named_column(body);
  const std::size_t column = named.value_or(0);
  const bool by_hand = quoted_by_hand(body, separator, column);
  CsvReader reader(body, separator);
  std::vector<CsvCell> record;
  std::size_t columns = 1;
  if (named && reader.next(record)) columns = record.size();
  while (reader.next(record)) {
    std::string warning = warning_of(record, columns);
    std::string query = query_of(record, column, by_hand);
    if (!rows.add(std::move(query), true, std::move(warning))) return false;
  }
  return true;
}

bool read_all(std::string_view body, BatchBody kind, Rows& rows) {
  if (kind == BatchBody::kGuess) {
    kind = named_column(body) ? BatchBody::kCsv : BatchBody::kLines;
  }
  switch (kind) {
    case BatchBody::kCsv:
      return read_csv(body, rows);
    case BatchBody::kNdjson:
      return read_ndjson(body, rows);
    default:
      return read_lines(body, rows);
  }
}

}  // namespace

Result<std::vector<QueryRow>> read_query_rows(std::string_view body, BatchBody kind) {
  if (body.starts_with(kByteOrderMark)) body.remove_prefix(kByteOrderMark.size());
  Rows rows;
  if (!read_all(body, kind, rows)) {
    return Error{.code = "too-many-rows",
                 .message = "Une liste a " + std::to_string(kMaxBatchRows) +
                            " recherches au plus : envoyez-la en plusieurs fois.",
                 .field = {}};
  }
  if (rows.rows().empty()) {
    return Error{
        .code = "no-rows", .message = "Le corps ne contient aucune recherche.", .field = {}};
  }
  return std::move(rows.rows());
}

}  // namespace gazette::server
