// From the values of a document's slots to codes of the facet dictionaries, which grow as new
// values come.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/analysis/analyzer.h"
#include "server/search/columns.h"

namespace gazette::server {

/// The words of `text`, folded, each followed by a space: what `contains` and `auteur:` compare.
std::string folded_words(std::string_view text, Analyzer& analyzer);

/// One loader's; the dictionaries it hands out are immutable.
class FacetCodes {
 public:
  FacetCodes();

  /// The code of a plain value.
  Code code(FacetField field, const std::string& value);

  /// The codes of a place and of all it lies in. `names` are the document's own names of places the
  /// gazetteer does not know ("id\x1fname").
  const std::vector<Code>& place_codes(FacetField field, const std::string& id,
                                       const std::vector<std::string>& names);

  /// The dictionaries as they are now.
  std::array<std::shared_ptr<const Dictionary>, kFacetFieldCount> hand_out();

 private:
  Dictionary& writable(FacetField field);
  Code add(FacetField field, const std::string& value, const std::string& label);
  Code add_place(FacetField field, std::int32_t row, Code parent);

  Analyzer analyzer_;
  std::array<std::shared_ptr<Dictionary>, kFacetFieldCount> dictionaries_;
  std::array<bool, kFacetFieldCount> handed_out_{};
  std::array<std::unordered_map<std::string, std::vector<Code>>, kFacetFieldCount> expansions_;
};

}  // namespace gazette::server
