// From values to codes, from codes to sets of articles by a pass over the column.
#include "server/search/value_filter.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>

#include "server/search/facet_codes.h"
#include "server/search/place_readings.h"

namespace gazette::server {
namespace {

FacetField facet_of(ValueField field) {
  switch (field) {
    case ValueField::kAuthor:
      return FacetField::kAuthor;
    case ValueField::kSection:
      return FacetField::kSection;
    case ValueField::kSource:
      return FacetField::kSource;
    case ValueField::kTag:
      return FacetField::kTag;
    case ValueField::kPlace:
      break;
  }
  return FacetField::kPlace;
}

/// True when every word of `asked` is a word of `folded` (both as folded_words() gives them).
bool has_words(std::string_view folded, std::string_view asked) {
  const std::string padded = " " + std::string(folded);
  while (!asked.empty()) {
    const std::size_t end = asked.find(' ') + 1;
    if (padded.find(" " + std::string(asked.substr(0, end))) == std::string::npos) return false;
    asked.remove_prefix(end);
  }
  return true;
}

}  // namespace

std::vector<Code> codes_of(const Dictionary& dictionary, const std::vector<std::string>& values) {
  std::vector<Code> codes;
  for (const std::string& value : values) {
    if (const Code* code = dictionary.find(value)) codes.push_back(*code);
  }
  return codes;
}

std::vector<Code> codes_by_words(const Dictionary& dictionary, const std::string& asked,
                                 bool whole) {
  std::vector<Code> codes;
  if (asked.empty()) return codes;
  for (Code code = 0; code < dictionary.size(); ++code) {
    const std::string& folded = dictionary[code].folded;
    if (whole ? folded == asked : has_words(folded, asked)) codes.push_back(code);
  }
  return codes;
}

std::shared_ptr<const CachedSet> with_values(const View& view, FacetField field,
                                             std::vector<Code> values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  std::string key = "values " + std::to_string(static_cast<int>(field));
  for (const Code code : values) key += ' ' + std::to_string(code);
  return view.snapshot.sets().get(key, [&] {
    const CodeColumn& column = view.columns().of(field);
    std::vector<char> wanted(view.columns().dictionary(field).size(), 0);
    for (const Code code : values) wanted[code] = 1;
    std::vector<Number> found;
    for (Number n = 0; n < view.columns().size; ++n) {
      const std::span<const Code> codes = column[n];
      if (std::any_of(codes.begin(), codes.end(), [&](Code c) { return wanted[c] != 0; })) {
        found.push_back(n);
      }
    }
    auto made = std::make_shared<CachedSet>();
    made->set = DocSet(found.size(), found.data());
    made->set.runOptimize();
    return made;
  });
}

DocSet passing(const View& view, const FieldFilter& filter) {
  const Dictionary& dictionary = view.columns().dictionary(filter.field);
  DocSet set = filter.include.empty()
                   ? range_set(0, view.columns().size)
                   : with_values(view, filter.field, codes_of(dictionary, filter.include))->set;
  if (!filter.exclude.empty()) {
    set -= with_values(view, filter.field, codes_of(dictionary, filter.exclude))->set;
  }
  return set;
}

DocSet of_days(const Columns& columns, std::optional<CivilDay> from, std::optional<CivilDay> to) {
  const auto [first, last] = columns.of_days(from.value_or(std::numeric_limits<CivilDay>::min()),
                                             to.value_or(std::numeric_limits<CivilDay>::max()));
  return range_set(first, last);
}

DocSet with_named_value(const View& view, const Node& node) {
  const FacetField field = facet_of(node.field);
  const Dictionary& dictionary = view.columns().dictionary(field);
  const std::string asked = folded_words(node.value, view.analyzer);
  std::vector<Code> codes = node.field == ValueField::kPlace
                                ? codes_of_place(dictionary, node, asked)
                                : codes_by_words(dictionary, asked, node.whole_value);
  return with_values(view, field, std::move(codes))->set;
}

}  // namespace gazette::server
