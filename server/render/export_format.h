// The lines of an export: NDJSON, CSV, and what reference managers read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "server/render/csv.h"
#include "server/render/hit_json.h"
#include "server/search/answer.h"

namespace gazette::server {

enum class ExportFormat : std::uint8_t { kNdjson, kCsv, kRis, kBibtex, kCsl };

/// How every article of an export is written.
struct ExportForm {
  ExportFormat format = ExportFormat::kNdjson;
  CsvDialect dialect = CsvDialect::kRfc4180;
  HitForm hit;  ///< fields and marks; only NDJSON takes marks, citations take neither
};

/// What comes before the first article: nothing, the header row, or a bracket.
void write_export_head(const ExportForm& form, std::string& out);

/// One article; `index` counts from 0.
void write_export_hit(const Hit& hit, std::size_t index, const ExportForm& form, std::string& out);

/// What tells that the export is whole: {"end":true,"count":N}, a bracket; nothing for the others.
void write_export_end(std::size_t count, const ExportForm& form, std::string& out);

std::string_view export_content_type(ExportFormat format);

/// "gazette.csv".
std::string export_file_name(ExportFormat format);

/// What the names of files of this format end with: "csv".
std::string_view export_suffix(ExportFormat format);

}  // namespace gazette::server
