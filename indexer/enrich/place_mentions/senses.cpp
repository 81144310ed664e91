// Parenthesis, preposition, company, prominence.
#include "indexer/enrich/place_mentions/senses.h"

namespace gazette::indexer {
namespace {

constexpr double kCompanyReach =
    35;  // ranks that company may bridge: Saint-Denis, not Paris in Texas
constexpr double kWideRegion = 45;
constexpr double kKnownToAll = 80;  // a capital is meant unless much speaks against it
constexpr std::size_t kMaxParenthesisWords = 8;

bool is_town(const PlaceBrief& place) { return place.type == "city" || place.type == "district"; }

bool is_wide(const PlaceBrief& place) {
  return place.type == "macroregion" || place.type == "ocean" || place.type == "sea" ||
         place.type == "desert" || place.type == "union";
}

/// True when `row` lies in a place that the text names, or beside several.
bool in_company(Gazetteer::Row row, const PlaceBrief& place, const Company& company,
                bool known_to_all) {
  if (company.is_inside(row)) return true;
  // A list of départements or states makes one of Vienne; other towns of France do not.
  if (known_to_all) return !is_town(place) && company.compatriots(row, true) >= 2;
  return company.compatriots(row, false) >= 2;
}

}  // namespace

bool has_one_sense(const Candidate& candidate) {
  if (candidate.names.size() == 1) return true;
  const Gazetteer& gazetteer = Gazetteer::instance();
  return gazetteer.brief(candidate.names[1].row).rank + kCompanyReach <
         gazetteer.brief(candidate.names[0].row).rank;
}

std::optional<Gazetteer::Row> sense_by_parenthesis(const MarkedText& text,
                                                   const Candidate& candidate) {
  const std::size_t open = candidate.last + 1;
  if (open >= text.size() || text.word(open).joint != Joint::kOpen) return std::nullopt;
  std::size_t last = open;
  while (last + 1 < text.size() && last - open < kMaxParenthesisWords &&
         text.word(last + 1).joint != Joint::kClose &&
         text.word(last + 1).joint != Joint::kSentence &&
         text.word(last + 1).joint != Joint::kComma && text.word(last + 1).joint != Joint::kColon) {
    ++last;
  }
  const Gazetteer& gazetteer = Gazetteer::instance();
  for (const Gazetteer::Row around : gazetteer.find_name(text.between(open, last))) {
    for (const packed::NameRecord& name : candidate.names) {
      if (name.row != around && gazetteer.inside(name.row, around)) return name.row;
    }
  }
  return std::nullopt;
}

Gazetteer::Row choose_sense(const MarkedText& text, const Candidate& candidate, const CueFound& cue,
                            const Company& company) {
  if (const std::optional<Gazetteer::Row> row = sense_by_parenthesis(text, candidate)) return *row;
  if (candidate.names.size() == 1) return candidate.names.front().row;
  const Gazetteer& gazetteer = Gazetteer::instance();
  const PlaceBrief first = gazetteer.brief(candidate.names.front().row);
  // The Sahel and the Atlantic are no division of a country that happens to stand beside them.
  if (first.rank >= kWideRegion && is_wide(first)) return candidate.names.front().row;
  const double best = first.rank;
  std::optional<Gazetteer::Row> fitting;
  for (const packed::NameRecord& name : candidate.names) {
    const PlaceBrief place = gazetteer.brief(name.row);
    if (place.rank + kCompanyReach < best) break;
    if ((cue.town && !is_town(place)) || (cue.region && is_town(place))) continue;
    if (!fitting) fitting = name.row;
    if (in_company(name.row, place, company, best >= kKnownToAll)) return name.row;
  }
  return fitting.value_or(candidate.names.front().row);
}

}  // namespace gazette::indexer
