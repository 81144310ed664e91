// ICU knows the codes, the gazetteer the places.
#include "indexer/readers/country_code.h"

#include <unicode/uloc.h>

#include <map>

#include "common/places/gazetteer.h"
#include "indexer/readers/draft.h"

namespace gazette::indexer {

std::string country_of_code(std::string_view code) {
  static const std::map<std::string, std::string, std::less<>> countries = [] {
    std::map<std::string, std::string, std::less<>> out;
    for (const char* const* at = uloc_getISOCountries(); *at != nullptr; ++at) {
      out.emplace(*at, *at);
      const std::string locale = std::string("und_") + *at;
      out.emplace(uloc_getISO3Country(locale.c_str()), *at);
    }
    return out;
  }();
  std::string upper(code.substr(code.find_last_of(":/") + 1));
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  const auto found = countries.find(upper);
  return found != countries.end() && !upper.empty() ? found->second : std::string();
}

std::optional<Place> country_place(std::string_view code) {
  const std::string country = country_of_code(code);
  if (country.empty()) return std::nullopt;
  const Gazetteer& gazetteer = Gazetteer::instance();
  const std::optional<Gazetteer::Row> row = gazetteer.find_id("country:" + country);
  return row ? std::optional<Place>(gazetteer.place(*row)) : std::nullopt;
}

std::optional<Place> place_in(std::string_view name, std::string_view country,
                              std::initializer_list<std::string_view> around) {
  const Gazetteer& gazetteer = Gazetteer::instance();
  for (const std::string_view outer : around) {
    if (outer.empty()) continue;
    if (auto inside = gazetteer.best(std::string(name) + " (" + std::string(outer) + ")"))
      return inside;
  }
  const std::string code = country_of_code(country);
  if (!code.empty()) {
    for (const Gazetteer::Row row : gazetteer.find_name(name)) {
      if (gazetteer.brief(row).country == code) return gazetteer.place(row);
    }
  }
  return place_of_name(name);
}

}  // namespace gazette::indexer
