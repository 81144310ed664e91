// What the words around a name say: that it is a place, or that it is a person, a brand, a team.
#pragma once

#include <string_view>
#include <vector>

#include "common/places/gazetteer.h"
#include "indexer/enrich/place_mentions/candidates.h"

namespace gazette::indexer {

/// How much the words before a name speak for a place.
enum class Cue : std::uint8_t { kNone, kWeak, kStrong };

struct CueFound {
  Cue cue = Cue::kNone;
  std::string_view rule;    ///< "preposition", "parenthesis", "head noun", …
  bool town = false;        ///< "à Québec": the town, not the province
  bool region = false;      ///< "au Québec", "dans la Vienne": not the town
  bool settlement = false;  ///< "le village de", "né à": nothing but a place
};

/// Facts about the words of a text that the judgement of every candidate needs.
class Context {
 public:
  explicit Context(const MarkedText& text);

  [[nodiscard]] CueFound cue(const Candidate& candidate) const;

  /// Why the candidate is no place ("person", "first name", "brand", "team", "street", …);
  /// empty when nothing speaks against it.
  [[nodiscard]] std::string_view veto(const Candidate& candidate, const PlaceBrief& place,
                                      const CueFound& cue) const;

  /// True where capitals say nothing because the words around are written in capitals too.
  [[nodiscard]] bool in_capitals(const Candidate& candidate) const;

  /// True for a word of a name that only contains a place.
  [[nodiscard]] bool is_other_name(std::size_t word) const { return other_name_[word]; }

 private:
  [[nodiscard]] std::string_view before(const Candidate& candidate, std::size_t words) const;
  [[nodiscard]] bool is_adjective_of_settlement(const Candidate& candidate) const;
  [[nodiscard]] bool is_surname(const Candidate& candidate) const;
  [[nodiscard]] bool is_first_name_of_person(const Candidate& candidate, const PlaceBrief& place,
                                             const CueFound& cue) const;
  [[nodiscard]] bool is_street(const Candidate& candidate) const;
  [[nodiscard]] bool is_brand(const Candidate& candidate, const PlaceBrief& place) const;
  [[nodiscard]] bool is_team(const Candidate& candidate) const;
  [[nodiscard]] bool has_determiner(const Candidate& candidate, const PlaceBrief& place) const;
  [[nodiscard]] bool is_foreign_acronym(const Candidate& candidate, const PlaceBrief& place) const;
  void mark_other_names();
  void mark_capitals();

  const MarkedText& text_;
  std::vector<bool> other_name_;  ///< words of names that only contain a place
  std::vector<bool> capitals_;    ///< words inside a run of capitals
};

}  // namespace gazette::indexer
