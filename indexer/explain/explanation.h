// What `explain` says of one record, before it is JSON or text.
#pragma once

#include "indexer/enrich/date_line.h"
#include "indexer/enrich/dateline.h"
#include "indexer/enrich/enrich.h"
#include "indexer/readers/reader.h"

namespace gazette::indexer {

struct Explanation {
  std::string source;     ///< file, or "-"
  Record record;          ///< its article as it would be indexed
  Enrichment enrichment;  ///< of that article
};

/// A mention with the text it stands in.
struct ShownMention {
  std::string_view field;  ///< "title", "subtitle", "body"
  std::string_view text;   ///< of that field
  PlaceMention mention;
  std::size_t start = 0, end = 0;  ///< code points of the field
};

/// Reads of `record` what `add` would index.
Explanation explain_record(Record&& record, const std::string& source);

/// All mentions, title first, in order.
std::vector<ShownMention> shown_mentions(const Explanation& explanation);

/// How exactly the article's date is known: by the text it was read from where that says it.
std::string_view date_precision(const Record& record);

/// Why there is no date; empty when there is one, or none was stated.
std::string_view date_fault(const Record& record);

/// The article's dateline in its parts; none when it has none.
std::optional<ParsedDateline> dateline_parts(const Article& article);

}  // namespace gazette::indexer
