// One pass over the set and the column of codes, then the most frequent values.
#include "server/search/facets.h"

#include <algorithm>
#include <utility>

#include "common/places/gazetteer.h"
#include "server/search/place_scope.h"

namespace gazette::server {
namespace {

bool names(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

/// The part of a label that a reader types need not end where a word ends.
std::string_view without_last_space(std::string_view folded) {
  if (folded.ends_with(' ')) folded.remove_suffix(1);
  return folded;
}

void add_place_facts(FacetValue& value, Gazetteer::Row row) {
  const PlaceRow place = Gazetteer::instance().row(row);
  value.type = place.type;
  value.country = place.country;
  value.lat = place.lat;
  value.lon = place.lon;
  const std::vector<Gazetteer::Row> above = Gazetteer::instance().ancestors(row);
  if (!above.empty()) value.within = Gazetteer::instance().row(above.front()).name;
}

FacetValue to_value(const Dictionary::Value& entry, std::size_t count) {
  FacetValue value{
      .value = entry.value, .label = entry.label, .parent = entry.parent, .count = count};
  if (entry.row >= 0) add_place_facts(value, entry.row);
  return value;
}

/// A value that no article has, asked for by a filter.
FacetValue absent_value(FacetField field, const std::string& value) {
  FacetValue absent{.value = value, .label = value, .parent = {}};
  if (field != FacetField::kPlace && field != FacetField::kDateline) return absent;
  const Gazetteer& gazetteer = Gazetteer::instance();
  if (const auto row = gazetteer.find_id(value)) {
    absent.label = gazetteer.row(*row).name;
    const std::vector<Gazetteer::Row> above = gazetteer.ancestors(*row);
    if (!above.empty()) absent.parent = gazetteer.row(above.front()).id;
    add_place_facts(absent, *row);
  }
  return absent;
}

/// Values that the filter names: those of the dictionary with their counts, unknown ones with 0.
void add_named(std::vector<FacetValue>& values, const Columns& columns, FacetField field,
               const std::vector<std::uint32_t>& counts, const FieldFilter& filter) {
  const Dictionary& dictionary = columns.dictionary(field);
  const auto add = [&](const std::string& value) {
    if (std::any_of(values.begin(), values.end(),
                    [&](const FacetValue& v) { return v.value == value; })) {
      return;
    }
    const Code* code = dictionary.find(value);
    values.push_back(code != nullptr ? to_value(dictionary[*code], counts[*code])
                                     : absent_value(field, value));
  };
  for (const std::string& value : filter.include) add(value);
  for (const std::string& value : filter.exclude) add(value);
  for (FacetValue& value : values) {
    value.selected = names(filter.include, value.value);
    value.excluded = names(filter.exclude, value.value);
  }
}

}  // namespace

std::vector<std::uint32_t> count_codes(const Columns& columns, FacetField field,
                                       std::span<const Number> articles, Collapse collapse) {
  const CodeColumn& column = columns.of(field);
  std::vector<std::uint32_t> counts(columns.dictionary(field).size(), 0);
  std::vector<std::pair<Story, Number>> copies;
  for (const Number number : articles) {
    const Story story = collapse == Collapse::kStory ? columns.story_of(number) : kNoStory;
    if (story != kNoStory) {
      copies.emplace_back(story, number);
      continue;
    }
    for (const Code code : column[number]) ++counts[code];
  }
  std::sort(copies.begin(), copies.end());
  std::vector<Story> last(copies.empty() ? 0 : counts.size(), kNoStory);  // that had the value
  for (const auto& [story, number] : copies) {
    for (const Code code : column[number]) {
      if (last[code] != story) ++counts[code];
      last[code] = story;
    }
  }
  return counts;
}

namespace {

/// Values that some article has and that are asked for.
std::vector<Code> present_codes(const Columns& columns, FacetField field,
                                std::span<const Number> articles,
                                const std::vector<std::uint32_t>& counts,
                                const FacetOptions& options) {
  const Dictionary& dictionary = columns.dictionary(field);
  const std::string_view contains = without_last_space(options.contains);
  std::vector<char> in_view(dictionary.size(), 1);
  if (field == FacetField::kPlace || field == FacetField::kDateline) {
    PlaceScope scope = options.scope;
    // Who looks for a name wants it whatever its level.
    const bool by_name = !contains.empty() && scope.level == PlaceLevel::kAuto;
    if (by_name) scope.level = PlaceLevel::kAll;
    in_view = in_scope(columns, field, articles, scope);
  }
  std::vector<Code> present;
  for (Code code = 0; code < counts.size(); ++code) {
    if (counts[code] == 0 || in_view[code] == 0) continue;
    if (!contains.empty() && dictionary[code].folded.find(contains) == std::string::npos) continue;
    present.push_back(code);
  }
  return present;
}

}  // namespace

Facet count_facet(const Columns& columns, FacetField field, std::span<const Number> articles,
                  const FacetOptions& options) {
  const Dictionary& dictionary = columns.dictionary(field);
  const std::vector<std::uint32_t> counts = count_codes(columns, field, articles, options.collapse);
  std::vector<Code> present = present_codes(columns, field, articles, counts, options);
  Facet facet;
  facet.field = field;
  facet.total_values = present.size();
  const auto shown = static_cast<std::ptrdiff_t>(std::min(options.limit, present.size()));
  std::partial_sort(present.begin(), present.begin() + shown, present.end(), [&](Code a, Code b) {
    if (counts[a] != counts[b]) return counts[a] > counts[b];
    return dictionary[a].value < dictionary[b].value;
  });
  for (auto at = present.begin(); at != present.begin() + shown; ++at) {
    facet.values.push_back(to_value(dictionary[*at], counts[*at]));
  }
  if (options.filter != nullptr && options.contains.empty()) {
    add_named(facet.values, columns, field, counts, *options.filter);
  } else if (options.filter != nullptr) {
    for (FacetValue& value : facet.values) {
      value.selected = names(options.filter->include, value.value);
      value.excluded = names(options.filter->exclude, value.value);
    }
  }
  return facet;
}

}  // namespace gazette::server
