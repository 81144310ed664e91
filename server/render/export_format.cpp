// The lines of an export: NDJSON and CSV (RFC 4180).
#include "server/render/export_format.h"

#include <string>
#include <vector>

#include "common/utf8.h"

namespace gazette::server {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kListSeparator = "|";  // inside a cell: authors, tags, places

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) {
    if (!out.empty()) out += kListSeparator;
    out += item;
  }
  return out;
}

std::string place_names(const std::vector<Place>& places) {
  std::string out;
  for (const Place& place : places) {
    if (!out.empty()) out += kListSeparator;
    out += place.name;
  }
  return out;
}

std::string dateline_cell(const std::optional<Dateline>& dateline) {
  if (!dateline) return {};
  return dateline->place ? dateline->place->name : dateline->text;
}

std::string fragments_cell(const Hit& hit) {
  std::string out;
  for (const MarkedText& fragment : hit.body) {
    if (!out.empty()) out += " […] ";
    out += fragment.text;
  }
  return out;
}

std::string number_text(double value) {
  std::string out;
  JsonWriter(out).number(value);
  return out;
}

std::string cell_text(HitField field, const Hit& hit) {
  const Article& article = hit.article;
  const auto time = [](const std::optional<NewsTime>& t) {
    return t ? t->to_string() : std::string();
  };
  switch (field) {
    case HitField::kId:
      return article.id;
    case HitField::kUrl:
      return article.url;
    case HitField::kTitle:
      return article.title;
    case HitField::kSubtitle:
      return article.subtitle;
    case HitField::kPublished:
      return time(article.published);
    case HitField::kModified:
      return time(article.modified);
    case HitField::kSource:
      return article.source;
    case HitField::kSection:
      return article.section;
    case HitField::kAuthors:
      return joined(article.authors);
    case HitField::kTags:
      return joined(article.tags);
    case HitField::kLanguage:
      return article.language;
    case HitField::kDateline:
      return dateline_cell(article.dateline);
    case HitField::kPlaces:
      return place_names(article.places);
    case HitField::kImage:
      return article.image;
    case HitField::kRights:
      return article.rights;
    case HitField::kBody:
      return article.body;
    case HitField::kScore:
      return number_text(hit.score);
    case HitField::kSimilarCount:
      return std::to_string(hit.similar_count);
    case HitField::kHighlights:
      return fragments_cell(hit);
  }
  return {};
}

/// Spreadsheets run a cell that begins like this.
bool looks_like_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
}

void write_cell(std::string_view text, CsvDialect dialect, std::string& out) {
  std::string repaired;
  if (!utf8::valid(text)) {
    repaired = utf8::repaired(text);
    text = repaired;
  }
  const bool guarded = dialect == CsvDialect::kExcelFr && looks_like_formula(text);
  if (!guarded && text.find_first_of(",;\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  if (guarded) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

char separator(CsvDialect dialect) { return dialect == CsvDialect::kExcelFr ? ';' : ','; }

}  // namespace

void write_export_head(const ExportForm& form, std::string& out) {
  if (form.format != ExportFormat::kCsv) return;
  if (form.dialect == CsvDialect::kExcelFr) out += kByteOrderMark;
  bool first = true;
  for (const HitField field : form.hit.fields) {
    if (!first) out += separator(form.dialect);
    out += kHitFieldNames.at(static_cast<std::size_t>(field));
    first = false;
  }
  out += "\r\n";
}

void write_export_hit(const Hit& hit, const ExportForm& form, std::string& out) {
  if (form.format == ExportFormat::kNdjson) {
    JsonWriter json(out);
    write_hit(hit, form.hit, json);
    out += '\n';
    return;
  }
  bool first = true;
  for (const HitField field : form.hit.fields) {
    if (!first) out += separator(form.dialect);
    write_cell(cell_text(field, hit), form.dialect, out);
    first = false;
  }
  out += "\r\n";
}

void write_export_end(std::size_t count, const ExportForm& form, std::string& out) {
  if (form.format != ExportFormat::kNdjson) return;
  out += "{\"end\":true,\"count\":" + std::to_string(count) + "}\n";
}

std::string_view export_content_type(const ExportForm& form) {
  return form.format == ExportFormat::kCsv ? "text/csv; charset=utf-8; header=present"
                                           : "application/x-ndjson";
}

std::string_view export_file_name(const ExportForm& form) {
  return form.format == ExportFormat::kCsv ? "gazette.csv" : "gazette.ndjson";
}

}  // namespace gazette::server
