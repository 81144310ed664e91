// The lines of an export.
#include "server/render/export_format.h"

#include <array>
#include <string>
#include <vector>

#include "server/render/citation.h"

namespace gazette::server {
namespace {

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
      return {};  // a number: see write_cell
    case HitField::kSimilarCount:
      return std::to_string(hit.similar_count);
    case HitField::kHighlights:
      return fragments_cell(hit);
  }
  return {};
}

void write_cell(HitField field, const Hit& hit, CsvWriter& csv) {
  if (field == HitField::kScore) return csv.decimal(hit.score);
  csv.cell(cell_text(field, hit));
}

/// Of each format, in the order of ExportFormat.
struct FormatFacts {
  std::string_view content_type, suffix;
};
constexpr std::array kFormats = std::to_array<FormatFacts>({
    {"application/x-ndjson", "ndjson"},
    {"text/csv; charset=utf-8; header=present", "csv"},
    {kRisType, "ris"},
    {kBibtexType, "bib"},
    {kCslType, "json"},
});

}  // namespace

void write_export_head(const ExportForm& form, std::string& out) {
  if (form.format == ExportFormat::kCsl) out += "[";
  if (form.format != ExportFormat::kCsv) return;
  CsvWriter csv(form.dialect, out);
  csv.begin_file();
  for (const HitField field : form.hit.fields) {
    csv.cell(kHitFieldNames.at(static_cast<std::size_t>(field)));
  }
  csv.end_row();
}

void write_export_hit(const Hit& hit, std::size_t index, const ExportForm& form, std::string& out) {
  switch (form.format) {
    case ExportFormat::kNdjson: {
      JsonWriter json(out);
      write_hit(hit, form.hit, json);
      out += '\n';
      return;
    }
    case ExportFormat::kCsv: {
      CsvWriter csv(form.dialect, out);
      for (const HitField field : form.hit.fields) write_cell(field, hit, csv);
      return csv.end_row();
    }
    case ExportFormat::kRis:
      return write_ris(hit.article, out);
    case ExportFormat::kBibtex:
      return write_bibtex(hit.article, out);
    case ExportFormat::kCsl:
      out += index == 0 ? "\n" : ",\n";
      return write_csl(hit.article, out);
  }
}

void write_export_end(std::size_t count, const ExportForm& form, std::string& out) {
  if (form.format == ExportFormat::kCsl) out += "\n]\n";
  if (form.format != ExportFormat::kNdjson) return;
  out += "{\"end\":true,\"count\":" + std::to_string(count) + "}\n";
}

std::string_view export_content_type(ExportFormat format) {
  return kFormats.at(static_cast<std::size_t>(format)).content_type;
}

std::string export_file_name(ExportFormat format) {
  return "gazette." + std::string(export_suffix(format));
}

std::string_view export_suffix(ExportFormat format) {
  return kFormats.at(static_cast<std::size_t>(format)).suffix;
}

}  // namespace gazette::server
