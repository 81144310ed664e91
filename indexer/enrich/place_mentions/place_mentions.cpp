// Judges the candidates of a text: what speaks against each, what for it, and what the rest of the
// text says.
#include "indexer/enrich/place_mentions/place_mentions.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>

#include "indexer/enrich/dateline.h"
#include "indexer/enrich/place_mentions/candidates.h"
#include "indexer/enrich/place_mentions/company.h"
#include "indexer/enrich/place_mentions/context.h"
#include "indexer/enrich/place_mentions/name_lists.h"
#include "indexer/enrich/place_mentions/senses.h"
#include "indexer/enrich/place_mentions/word_set.h"

namespace gazette::indexer {
namespace {

// Ranks (see the gazetteer) from which a name needs less from its context.
constexpr double kKnownToAll = 80;  // capitals and countries
constexpr double kLargeTown = 60;
constexpr double kTown = 50;
constexpr double kSmallTown = 40;  // French communes from 2,000 inhabitants

struct Judged {
  Candidate candidate;
  Gazetteer::Row row = -1;  ///< the sense without its company
  PlaceBrief place;         ///< of that row
  CueFound cue;
  std::string_view veto;
  std::string_view rule;   ///< empty until it is accepted
  bool qualified = false;  ///< "Bourges (Cher)"
};

/// What one field taught that counts in the whole article.
struct Memory {
  std::unordered_set<std::string> persons;  ///< folded last words of names of people
  Company company;                          ///< places that were accepted
  std::unordered_set<std::string> sure;     ///< folded names that a cue made sure
};

struct Field {
  MarkedText text;
  Context context;
  std::vector<Judged> judged;

  explicit Field(std::string_view words) : text(words), context(text) {}
};

bool has(const PlaceBrief& place, char flag) {
  return place.flags.find(flag) != std::string_view::npos;
}

std::string folded_name(const MarkedText& text, const Candidate& candidate) {
  std::string name;
  for (std::size_t i = candidate.first; i <= candidate.last; ++i) {
    if (!name.empty()) name += ' ';
    name += text.folded(i);
  }
  return name;
}

/// Names of divisions that are parts of any country, or words: "le Sud", "le Centre", "le Nord".
/// They need their own country beside them; "le Lot" does not.
bool is_part_of_any_country(Gazetteer::Row row, const PlaceBrief& place) {
  if (!has(place, 'w') || place.rank >= kLargeTown - 1) return false;
  return place.type == "admin1" ||
         (place.type == "admin2" && Gazetteer::instance().row(row).name == "Nord");
}

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

/// "Orange a coupé ses antennes à Orange": the second makes nothing of the first.
bool is_ambiguous(const PlaceBrief& place) {
  return place.rank < kLargeTown && place.flags.find_first_of("wps") != std::string_view::npos;
}

/// What one word may name beside a place.
enum class NameOf : std::uint8_t { kPlace, kFirstName, kFigure };

NameOf use_as_name(const MarkedText& text, const Candidate& candidate) {
  if (candidate.first != candidate.last) return NameOf::kPlace;
  const std::string& word = text.folded(candidate.first);
  if (is_public_figure(word)) return NameOf::kFigure;
  return is_first_name(word) ? NameOf::kFirstName : NameOf::kPlace;
}

/// True when a name of this prominence is a place with such a cue.
bool is_enough(const Judged& judged, NameOf name, bool capitals) {
  const PlaceBrief& place = judged.place;
  const CueFound& cue = judged.cue;
  if (place.type == "world") return false;
  const bool country = place.type == "country" || place.type == "territory";
  // "Dominique a téléphoné", "Hollande a tranché"; but "la Dominique", "en Hollande"
  if (country && name != NameOf::kPlace) return cue.region;
  if (name == NameOf::kFigure && cue.cue != Cue::kStrong) return false;
  if (takes_other_preposition(judged.row, place, cue)) return false;
  const bool word = has(place, 'w');
  const bool person = has(place, 'p') || has(place, 's');
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

void judge(Field& field, Memory& memory) {
  static const Company nobody;
  for (const Candidate& candidate : find_candidates(field.text)) {
    Judged judged;
    judged.candidate = candidate;
    judged.cue = field.context.cue(candidate);
    const std::optional<Gazetteer::Row> inside = sense_by_parenthesis(field.text, candidate);
    judged.qualified = inside.has_value();
    judged.row = inside ? *inside : choose_sense(field.text, candidate, judged.cue, nobody);
    judged.place = Gazetteer::instance().brief(judged.row);
    judged.veto = field.context.veto(candidate, judged.place, judged.cue);
    if (judged.veto == "person") memory.persons.insert(field.text.folded(candidate.last));
    if (judged.veto.empty()) {
      if (judged.qualified) {
        judged.rule = "qualified";
      } else if (is_enough(judged, use_as_name(field.text, candidate),
                           field.context.in_capitals(candidate))) {
        judged.rule = judged.cue.cue == Cue::kStrong ? judged.cue.rule : "prominent";
      }
    }
    field.judged.push_back(judged);
  }
}

/// True when nothing but a comma, "et" and small words part two names: "les Deux-Sèvres, la Vendée
/// et la Vienne".
bool is_list(const MarkedText& text, std::size_t last, std::size_t first) {
  static const WordSet links("et ou la le les l de d du des au aux a en dans sur");
  if (first - last > 3) return false;
  bool parted = false;
  for (std::size_t i = last + 1; i <= first; ++i) {
    const Joint joint = text.word(i).joint;
    if (joint == Joint::kComma || joint == Joint::kSlash)
      parted = true;
    else if (joint != Joint::kSpace && joint != Joint::kApostrophe)
      return false;
    if (i == first) break;
    if (!links.contains(text.folded(i))) return false;
    if (text.folded(i) == "et" || text.folded(i) == "ou") parted = true;
  }
  return parted;
}

/// A name in a list with accepted ones, or one that is sure elsewhere in the article.
void accept_by_company(Field& field, const Memory& memory) {
  const auto joined = [&](std::size_t first, std::size_t second) {
    return is_list(field.text, field.judged[first].candidate.last,
                   field.judged[second].candidate.first);
  };
  for (std::size_t i = 0; i < field.judged.size(); ++i) {
    Judged& judged = field.judged[i];
    if (!judged.rule.empty() || !judged.veto.empty()) continue;
    const PlaceBrief& place = judged.place;
    const bool after = i > 0 && !field.judged[i - 1].rule.empty() && joined(i - 1, i);
    const bool before =
        i + 1 < field.judged.size() && !field.judged[i + 1].rule.empty() && joined(i, i + 1);
    const bool word = has(place, 'w') && place.rank < kLargeTown && judged.cue.cue == Cue::kNone;
    if ((after || before) && !word) {
      judged.rule = "list";
    } else if (memory.sure.contains(folded_name(field.text, judged.candidate)) &&
               (judged.cue.cue != Cue::kNone || !is_ambiguous(place))) {
      judged.rule = "sure elsewhere";
    }
  }
}

/// "Laval" is a person where "Pierre Laval" stands in the same article, unless a cue says
/// otherwise.
void drop_persons(Field& field, const Memory& memory) {
  for (Judged& judged : field.judged) {
    if (judged.rule.empty() || judged.qualified || judged.cue.cue == Cue::kStrong ||
        judged.cue.rule == "preposition") {
      continue;  // "contre Laval" is the town or its team
    }
    if (judged.place.rank >= kKnownToAll || judged.candidate.first != judged.candidate.last)
      continue;
    if (memory.persons.contains(field.text.folded(judged.candidate.last))) judged.rule = {};
  }
}

/// Drops "le Sud" and the like unless other places of its country stand in the article, or its town
/// before it.
void drop_parts_of_any_country(Field& field, const Memory& memory) {
  const Gazetteer& gazetteer = Gazetteer::instance();
  for (std::size_t i = 0; i < field.judged.size(); ++i) {
    Judged& judged = field.judged[i];
    if (judged.rule.empty() || !has(judged.place, 'w')) continue;
    const Gazetteer::Row row =
        choose_sense(field.text, judged.candidate, judged.cue, memory.company);
    if (!is_part_of_any_country(row, gazetteer.brief(row))) continue;
    if (judged.rule == "parenthesis" && i > 0 && field.judged[i - 1].qualified) continue;
    const std::size_t next = judged.candidate.last + 1;
    const std::string& behind = field.text.folded(next);
    const bool part = next < field.text.size() && field.text.word(next).joint == Joint::kSpace &&
                      (behind == "de" || behind == "du" || behind == "des" || behind == "d");
    const bool at_home =
        memory.company.is_inside(row) || memory.company.compatriots(row, false) > 0;
    if (!at_home || part || judged.cue.cue == Cue::kNone) judged.rule = {};
  }
}

void remember(const Field& field, Memory& memory) {
  for (const Judged& judged : field.judged) {
    if (judged.rule.empty()) continue;
    const bool sure =
        judged.candidate.names.size() == 1 || judged.qualified || judged.place.rank >= kKnownToAll;
    if (sure && !is_part_of_any_country(judged.row, judged.place)) memory.company.add(judged.row);
    if (judged.cue.cue == Cue::kStrong || judged.qualified) {
      memory.sure.insert(folded_name(field.text, judged.candidate));
    }
  }
}

std::vector<PlaceMention> mentions(const Field& field, const Memory& memory) {
  std::vector<PlaceMention> found;
  for (const Judged& judged : field.judged) {
    if (judged.rule.empty()) continue;
    const Gazetteer::Row row =
        judged.qualified || judged.candidate.names.size() == 1
            ? judged.row
            : choose_sense(field.text, judged.candidate, judged.cue, memory.company);
    found.push_back({field.text.word(judged.candidate.first).begin,
                     field.text.word(judged.candidate.last).end, row, judged.rule});
  }
  return found;
}

/// The places of a dateline at the head of the body: "BAKOU, 22 sept (AFP) -", "Paris -- ".
void add_dateline(std::string_view body, std::vector<PlaceMention>& found) {
  if (!may_begin_with_dateline(body)) return;
  const Result<ParsedDateline> dateline = parse_dateline(body);
  if (!dateline.ok()) return;
  std::erase_if(found, [&](const PlaceMention& m) { return m.begin < dateline->length; });
  std::vector<PlaceMention> head;
  for (const DatelinePlace& place : dateline->places) {
    if (place.row) head.push_back({place.begin, place.end, *place.row, kDatelineRule});
  }
  found.insert(found.begin(), head.begin(), head.end());
}

}  // namespace

FieldMentions find_place_mentions(const ArticleTexts& texts) {
  Field fields[3] = {Field(texts.title), Field(texts.subtitle), Field(texts.body)};
  Memory memory;
  for (Field& field : fields) judge(field, memory);
  for (Field& field : fields) drop_persons(field, memory);
  for (const Field& field : fields) remember(field, memory);
  for (Field& field : fields) accept_by_company(field, memory);
  for (const Field& field : fields) remember(field, memory);
  for (Field& field : fields) drop_parts_of_any_country(field, memory);
  FieldMentions found{mentions(fields[0], memory), mentions(fields[1], memory),
                      mentions(fields[2], memory)};
  add_dateline(texts.body, found.body);
  return found;
}

}  // namespace gazette::indexer
