// The places that an article names for sure: they choose among homonyms.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "common/places/gazetteer.h"

namespace gazette::indexer {

class Company {
 public:
  void add(Gazetteer::Row row);

  /// True when `row` or a place around it, a continent left out, was added.
  [[nodiscard]] bool is_inside(Gazetteer::Row row) const;

  /// True when the division that `row` lies in, or a place in it, was added.
  [[nodiscard]] bool shares_division(Gazetteer::Row row) const;

  /// Places of the same country as `row`, itself and the country left out; `of_its_type` counts
  /// only those of its type.
  [[nodiscard]] int compatriots(Gazetteer::Row row, bool of_its_type) const;

 private:
  struct Member {
    Gazetteer::Row row;
    PlaceBrief place;
  };
  std::vector<Member> members_;  ///< few: a linear search is the fastest
};

}  // namespace gazette::indexer
