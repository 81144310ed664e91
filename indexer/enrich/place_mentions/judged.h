// The candidates of a text with what was decided of each, and what one text of an article teaches
// about the others.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "common/places/gazetteer.h"
#include "indexer/enrich/place_mentions/candidates.h"
#include "indexer/enrich/place_mentions/company.h"
#include "indexer/enrich/place_mentions/context.h"

namespace gazette::indexer {

// Ranks (see the gazetteer) from which a name needs less from its context.
inline constexpr double kKnownToAll = 80;  // capitals and countries
inline constexpr double kLargeTown = 60;
inline constexpr double kTown = 50;
inline constexpr double kSmallTown = 40;  // French communes from 2,000 inhabitants

struct Judged {
  Candidate candidate;
  Gazetteer::Row row = -1;  ///< the sense without its company
  PlaceBrief place;         ///< of that row
  CueFound cue;
  std::string_view veto;
  std::string_view rule;  ///< empty until it is accepted
  bool settled = false;   ///< its own words chose the sense: "Bourges (Cher)"
};

/// What one text taught that counts in the whole article.
struct Memory {
  std::unordered_set<std::string> persons;   ///< folded last words of names of people
  Company company;                           ///< places that were accepted
  std::unordered_set<std::string> sure;      ///< folded names that a cue made sure
  std::unordered_set<std::string> accepted;  ///< folded names of accepted places
};

struct Field {
  MarkedText text;
  Context context;
  std::vector<Judged> judged;

  explicit Field(std::string_view words) : text(words), context(text) {}
};

bool has_flag(const PlaceBrief& place, char flag);

/// A French commune that is hardly ever in the news: its name alone makes no place.
bool is_village(const PlaceBrief& place);

/// Names of divisions that are parts of any country, or words: "le Sud", "le Centre", "le Nord".
/// They need their own country beside them; "le Lot" does not.
bool is_part_of_any_country(Gazetteer::Row row, const PlaceBrief& place);

/// Finds the candidates of `field` and accepts those that their own words make places.
void judge(Field& field, Memory& memory);

}  // namespace gazette::indexer
