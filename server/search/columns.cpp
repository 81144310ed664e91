// Look-ups in the columns.
#include "server/search/columns.h"

#include <algorithm>
#include <utility>

namespace gazette::server {

const Code* Dictionary::find(std::string_view value) const {
  const auto at = codes_.find(value);
  return at == codes_.end() ? nullptr : &at->second;
}

Code Dictionary::add(Value value) {
  const Code code = static_cast<Code>(values_.size());
  codes_.emplace(value.value, code);
  values_.push_back(std::move(value));
  return code;
}

std::pair<Number, Number> Columns::of_days(CivilDay from, CivilDay to) const {
  if (from > to) return {0, 0};
  const auto first =
      std::partition_point(day.begin(), day.end(), [&](CivilDay d) { return d > to; });
  const auto last = std::partition_point(first, day.end(), [&](CivilDay d) { return d >= from; });
  return {static_cast<Number>(first - day.begin()), static_cast<Number>(last - day.begin())};
}

}  // namespace gazette::server
