// First sight: what speaks against each candidate, what for it, by its own words alone.
#include <optional>

#include "indexer/enrich/place_mentions/judged.h"
#include "indexer/enrich/place_mentions/name_lists.h"
#include "indexer/enrich/place_mentions/senses.h"

namespace gazette::indexer {
namespace {

/// "à" leads to towns and islands; "à Hollande" is a person.
bool takes_other_preposition(Gazetteer::Row row, const PlaceBrief& place, const CueFound& cue) {
  if (!cue.town || place.type == "city") return false;
  const std::string_view forms = Gazetteer::instance().row(row).forms;
  return forms.find("en ") != std::string_view::npos ||
         forms.find("au ") != std::string_view::npos ||
         forms.find("aux ") != std::string_view::npos;
}

bool is_french_commune(Gazetteer::Row row) {
  return Gazetteer::instance().row(row).id.starts_with("insee:");
}

/// What one word may name beside a place.
enum class NameOf : std::uint8_t { kPlace, kFirstName, kFigure };

NameOf use_as_name(const MarkedText& text, const Candidate& candidate) {
  if (candidate.first != candidate.last) return NameOf::kPlace;
  const std::string_view word = text.folded(candidate.first);
  if (is_public_figure(word)) return NameOf::kFigure;
  return is_first_name(word) ? NameOf::kFirstName : NameOf::kPlace;
}

/// True when a name of this prominence is a place with such a cue.
bool is_enough(const Judged& judged, NameOf name, bool capitals) {
  const PlaceBrief& place = judged.place;
  const CueFound& cue = judged.cue;
  if (place.type == "world" || is_village(place)) return false;
  const bool country = place.type == "country" || place.type == "territory";
  // "Dominique a téléphoné", "Hollande a tranché"; but "la Dominique", "en Hollande"
  if (country && name != NameOf::kPlace) return cue.region;
  if (name == NameOf::kFigure && cue.cue != Cue::kStrong) return false;
  if (takes_other_preposition(judged.row, place, cue)) return false;
  const bool word = has_flag(place, 'w');
  const bool person = has_flag(place, 'p') || has_flag(place, 's');
  if (capitals && cue.cue == Cue::kNone) return !word && !person && place.rank >= kLargeTown;
  if (cue.cue == Cue::kStrong) {
    if (!word) return true;
    return cue.rule != "parenthesis" || place.rank >= kTown;  // "(Libres !)" is a party
  }
  const bool weak = cue.cue == Cue::kWeak;
  const bool region = place.type != "city" && place.type != "admin1";
  if (word)
    return place.rank >= kKnownToAll ||
           (weak && (place.rank >= kLargeTown || (region && place.type != "admin2")));
  if (region) return true;
  if (person && place.type == "admin1") return weak && place.rank >= kTown;
  if (person) return place.rank >= kLargeTown + 10 || (weak && place.rank >= kLargeTown);
  if (place.rank >= kLargeTown || (weak && place.rank >= kTown)) return true;
  return cue.rule == "of" && place.rank >= kSmallTown && is_french_commune(judged.row);
}

constexpr double kPaired = 58;  // of both sides of "Nîmes-Béziers", "Israël-Gaza"

/// 1 when a hyphen stands before the word.
int hyphens(const MarkedText& text, std::size_t word) {
  return word < text.size() && text.word(word).joint == Joint::kHyphen ? 1 : 0;
}

/// "Nîmes-Béziers", "Israël-Gaza": two well-known places that a hyphen joins are both meant; races
/// and papers ("Paris-Nice", "Nice-Matin") are in the list of other names, or no pair.
void accept_pairs(Field& field) {
  const auto well_known = [](const Judged& judged) {
    return judged.veto == "glued" && judged.place.rank >= kPaired &&
           (judged.place.rank >= kKnownToAll ||
            judged.place.flags.find_first_of("wps") == std::string_view::npos);
  };
  for (std::size_t i = 1; i < field.judged.size(); ++i) {
    Judged& left = field.judged[i - 1];
    Judged& right = field.judged[i];
    const bool pair = left.candidate.last + 1 == right.candidate.first &&
                      field.text.word(right.candidate.first).joint == Joint::kHyphen;
    if (!pair || !well_known(left) || !well_known(right)) continue;
    if (hyphens(field.text, left.candidate.first) + hyphens(field.text, right.candidate.last + 1) >
        0) {
      continue;  // "Paris-Match-Lyon": more than a pair
    }
    for (Judged* const judged : {&left, &right}) {
      judged->veto = {};
      judged->rule = "pair";
    }
  }
}

}  // namespace

bool has_flag(const PlaceBrief& place, char flag) {
  return place.flags.find(flag) != std::string_view::npos;
}

bool is_village(const PlaceBrief& place) {
  return place.rank < kSmallTown && place.type == "city" && place.country == "FR";
}

bool is_part_of_any_country(Gazetteer::Row row, const PlaceBrief& place) {
  if (!has_flag(place, 'w') || place.rank >= kLargeTown - 1) return false;
  return place.type == "admin1" ||
         (place.type == "admin2" && Gazetteer::instance().row(row).name == "Nord");
}

void judge(Field& field, Memory& memory) {
  static const Company nobody;
  for (const Candidate& candidate : find_candidates(field.text)) {
    Judged judged;
    judged.candidate = candidate;
    judged.cue = field.context.cue(candidate);
    const std::optional<Gazetteer::Row> inside = sense_by_parenthesis(field.text, candidate);
    judged.settled = inside.has_value();
    judged.row = inside ? *inside : choose_sense(field.text, candidate, judged.cue, nobody);
    judged.place = Gazetteer::instance().brief(judged.row);
    judged.veto = field.context.veto(candidate, judged.place, judged.cue);
    if (judged.veto == "person") memory.persons.emplace(field.text.folded(candidate.last));
    if (judged.veto.empty()) {
      const bool strict =
          is_strict_name(field.text.folded_between(candidate.first, candidate.last));
      if (judged.settled) {
        judged.rule = "qualified";
      } else if (strict && judged.cue.cue != Cue::kStrong) {
        judged.veto = "strict name";
      } else if (is_enough(judged, use_as_name(field.text, candidate),
                           field.context.in_capitals(candidate))) {
        judged.rule = judged.cue.cue == Cue::kStrong ? judged.cue.rule : "prominent";
      }
    }
    field.judged.push_back(judged);
  }
  accept_pairs(field);
}

}  // namespace gazette::indexer
