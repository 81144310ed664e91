// Queries compared over time, as JSON and as CSV.
#pragma once

#include <string>

#include "server/render/csv.h"
#include "server/search/answer.h"

namespace gazette::server {

/// {"interval", "timezone", "buckets": [{"from", "to", "label", "total"}], "series": [{"q",
/// "interpreted", "warnings", "total", "counts": [], "share": []}]}; the share of an interval
/// without articles is null.
std::string trends_json(const Trends& trends);

/// One row an interval: from, to, total_articles, then two columns a query: its count, its share.
std::string trends_csv(const Trends& trends, CsvDialect dialect);

}  // namespace gazette::server
