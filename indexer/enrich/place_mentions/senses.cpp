// Parenthesis, preposition, company, prominence.
#include "indexer/enrich/place_mentions/senses.h"

#include <algorithm>

namespace gazette::indexer {
namespace {

constexpr double kCompanyReach =
    35;  // ranks that company may bridge: Saint-Denis, not Paris in Texas
constexpr double kKnownToAll = 80;  // a capital is meant unless much speaks against it
constexpr std::size_t kMaxParenthesisWords = 8;

bool is_town(const PlaceRow& place) { return place.type == "city" || place.type == "district"; }

/// True when `row` lies in a place that the text names, or beside several.
bool in_company(Gazetteer::Row row, const std::set<Gazetteer::Row>& company, bool known_to_all) {
  const Gazetteer& gazetteer = Gazetteer::instance();
  const std::vector<Gazetteer::Row> above = gazetteer.ancestors(row);
  for (const Gazetteer::Row ancestor : above) {
    const std::string_view type = gazetteer.row(ancestor).type;
    if (type != "continent" && company.contains(ancestor)) return true;
  }
  if (above.empty()) return false;
  const PlaceRow place = gazetteer.row(row);
  int compatriots = 0;
  int siblings = 0;
  for (const Gazetteer::Row other : company) {
    const PlaceRow companion = gazetteer.row(other);
    if (other == row || companion.country != place.country || companion.type == "country") continue;
    ++compatriots;
    if (companion.type == place.type && !is_town(place)) ++siblings;
  }
  // A list of départements or states makes one of Vienne; other towns of France do not.
  return known_to_all ? siblings >= 2 : compatriots >= 2;
}

}  // namespace

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
                            const std::set<Gazetteer::Row>& company) {
  if (const std::optional<Gazetteer::Row> row = sense_by_parenthesis(text, candidate)) return *row;
  if (candidate.names.size() == 1) return candidate.names.front().row;
  const Gazetteer& gazetteer = Gazetteer::instance();
  const double best = gazetteer.row(candidate.names.front().row).rank;
  for (const packed::NameRecord& name : candidate.names) {
    const PlaceRow place = gazetteer.row(name.row);
    if (place.rank + kCompanyReach < best) break;
    const bool fits = !(cue.town && !is_town(place)) && !(cue.region && is_town(place));
    if (fits && in_company(name.row, company, best >= kKnownToAll)) return name.row;
  }
  if (cue.town || cue.region) {
    for (const packed::NameRecord& name : candidate.names) {
      const PlaceRow place = gazetteer.row(name.row);
      if (place.rank + kCompanyReach < best) break;
      if (is_town(place) == cue.town) return name.row;
    }
  }
  return candidate.names.front().row;
}

}  // namespace gazette::indexer
