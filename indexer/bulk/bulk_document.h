// An article as the rows of the tables it goes to, made in any thread.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "common/index/document.h"
#include "indexer/pipeline/edition.h"

namespace gazette::indexer {

struct BulkDocument {
  /// A term's place in `text` is behind the terms before it, its positions' in `positions` too.
  struct Term {
    std::uint32_t hash = 0;
    std::uint32_t wdf = 0;
    std::uint32_t position_bytes = 0;
    std::uint16_t bytes = 0;
  };

  std::string id;
  Edition edition;
  std::string content_hash;
  std::string data;        ///< the stored article
  std::string term_list;   ///< row of the termlist table
  bool packed = false;     ///< term_list is deflated
  std::string slots_used;  ///< row of the termlist table beside it
  SlotValues values;
  std::vector<Term> terms;   ///< in the order of their bytes
  std::string text;          ///< the terms end to end
  std::string positions;     ///< coded, end to end
  std::uint64_t length = 0;  ///< sum of the wdfs
  std::uint32_t greatest_wdf = 0;
  std::vector<std::pair<std::string, std::string>> stems;  ///< folded stem, accented stem
};

}  // namespace gazette::indexer
