// The lines of an export: NDJSON and CSV.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "server/render/hit_json.h"
#include "server/search/answer.h"

namespace gazette::server {

enum class ExportFormat : std::uint8_t { kNdjson, kCsv };

enum class CsvDialect : std::uint8_t {
  kRfc4180,  ///< commas, what scripts read
  kExcelFr,  ///< semicolons, a byte order mark, and no cell that Excel would run as a formula
};

/// How every article of an export is written.
struct ExportForm {
  ExportFormat format = ExportFormat::kNdjson;
  CsvDialect dialect = CsvDialect::kRfc4180;
  HitForm hit;  ///< fields and marks; CSV takes no marks
};

/// What comes before the first article: nothing, or the header row.
void write_export_head(const ExportForm& form, std::string& out);

/// One line.
void write_export_hit(const Hit& hit, const ExportForm& form, std::string& out);

/// What tells that the export is whole: {"end":true,"count":N}; nothing for CSV.
void write_export_end(std::size_t count, const ExportForm& form, std::string& out);

std::string_view export_content_type(const ExportForm& form);
std::string_view export_file_name(const ExportForm& form);

}  // namespace gazette::server
