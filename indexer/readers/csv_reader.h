// CSV and TSV with a header row, as spreadsheets and databases export them.
#pragma once

#include "indexer/readers/reader.h"

namespace gazette::indexer {

class CsvReader : public Reader {
 public:
  void read(InputStream& input, const ReadOptions& options, RecordSink& sink) const override;
};

/// True when the first line is a header row: several columns, among them a title or a text.
bool starts_like_csv(std::string_view start);

}  // namespace gazette::indexer
