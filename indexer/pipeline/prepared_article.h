// A document ready to be written, and what it adds to the lexicon.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "common/index/fingerprint.h"
#include "indexer/pipeline/edition.h"

namespace gazette::indexer {

struct PreparedArticle {
  std::string id;
  std::string content_hash;  ///< 8 bytes, as in the content slot
  Edition edition;
  Xapian::Document document;
  std::vector<std::pair<std::string, std::string>> stems;  ///< folded stem, accented stem
  std::size_t bytes = 0;                                   ///< of its text
  Fingerprint fingerprint;
};

}  // namespace gazette::indexer
