// Parameters -> what is asked of the archive. Faults are left with the reader.
#pragma once

#include "common/news_time.h"
#include "common/time_zone.h"
#include "server/http/params/parameter_reader.h"
#include "server/render/export_format.h"
#include "server/render/hit_fields.h"
#include "server/search/request.h"
#include "server/search/suggest/suggestion.h"

namespace gazette::server {

/// What dates hang on.
struct ReadingContext {
  const TimeZone& zone;
  CivilDay today;
};

/// q, op, match, dates, from, to, the filters, sort.
Selection read_selection(ParameterReader& reader, const ReadingContext& context);

/// The selection, limit, offset, cursor.
SearchRequest read_page_request(ParameterReader& reader, const ReadingContext& context);

/// Everything of /v1/search but `fields`.
SearchRequest read_search_request(ParameterReader& reader, const ReadingContext& context);

/// place_level and place_parent, or dateline_level and dateline_parent; nothing for other fields.
PlaceScope read_place_scope(ParameterReader& reader, FacetField field);

/// q, op, match, dates: what an article's highlights hang on.
Selection read_highlight_selection(ParameterReader& reader);

/// Of /v1/suggest: q, limit, types.
SuggestRequest read_suggest_request(ParameterReader& reader);

HighlightForm read_highlight_form(ParameterReader& reader);

/// The keys wanted of each hit, in the order asked; `preset` when nothing was asked.
HitFields read_fields(ParameterReader& reader, const HitFields& preset);

/// format, csv_dialect, fields; `accepted` is the format when none is asked for.
ExportForm read_export_form(ParameterReader& reader, ExportFormat accepted);

CsvDialect read_csv_dialect(ParameterReader& reader);

}  // namespace gazette::server
