// Judges the candidates of an article: first each by its own words, then by what the rest of the
// article says.
#include "indexer/enrich/place_mentions/place_mentions.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/enrich/place_mentions/demonyms.h"
#include "indexer/enrich/place_mentions/judged.h"
#include "indexer/enrich/place_mentions/senses.h"
#include "indexer/enrich/place_mentions/unknown_names.h"
#include "indexer/enrich/place_mentions/word_set.h"
#include "indexer/enrich/unknown_place.h"

namespace gazette::indexer {
namespace {

std::string name_of(const Field& field, const Judged& judged) {
  return field.text.folded_between(judged.candidate.first, judged.candidate.last);
}

/// True when nothing but a comma, "et" and small words part two names: "les Deux-Sèvres, la Vendée
/// et la Vienne".
bool is_list(const MarkedText& text, std::size_t last, std::size_t first) {
  static const WordSet links("et ou la le les l de d du des au aux a en dans sur", ' ');
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

/// "Orange a coupé ses antennes à Orange": the second makes nothing of the first.
bool is_ambiguous(const PlaceBrief& place) {
  return place.rank < kLargeTown && place.flags.find_first_of("wps") != std::string_view::npos;
}

/// A village behind a preposition, in an article that names its département or a neighbour.
void accept_village(Judged& judged, const Memory& memory) {
  if (judged.cue.cue != Cue::kStrong) return;
  if (judged.cue.settlement && judged.candidate.names.size() == 1) {  // "le village de Taussac"
    judged.rule = judged.cue.rule;
    return;
  }
  for (const packed::NameRecord& name : judged.candidate.names) {
    if (!memory.company.shares_division(name.row)) continue;
    judged.row = name.row;
    judged.settled = true;
    judged.rule = "beside its département";
    return;
  }
}

bool joined(const Field& field, std::size_t first, std::size_t second) {
  return is_list(field.text, field.judged[first].candidate.last,
                 field.judged[second].candidate.first);
}

/// False for words and villages, which a list does not make places.
bool may_be_listed(const Judged& judged) {
  if (!judged.rule.empty() || !judged.veto.empty() || is_village(judged.place)) return false;
  return !has_flag(judged.place, 'w') || judged.place.rank >= kLargeTown ||
         judged.cue.cue != Cue::kNone;
}

/// A name in a list behind an accepted one, or one that is sure elsewhere in the article.
void accept_by_company(Field& field, const Memory& memory) {
  for (std::size_t i = 0; i < field.judged.size(); ++i) {
    Judged& judged = field.judged[i];
    if (!judged.rule.empty() || !judged.veto.empty()) continue;
    const bool cued = judged.cue.cue != Cue::kNone;
    const bool ambiguous = is_ambiguous(judged.place);
    const std::string name = name_of(field, judged);
    const bool listed = i > 0 && may_be_listed(judged) && !field.judged[i - 1].rule.empty() &&
                        joined(field, i - 1, i);
    if (listed) {
      judged.rule = "list";
    } else if ((cued && memory.sure.contains(name)) ||
               (!ambiguous && memory.accepted.contains(name))) {
      judged.rule = "sure elsewhere";  // what is sure was accepted too
    } else if (is_village(judged.place)) {
      accept_village(judged, memory);
    }
  }
}

/// A name in a list before an accepted one.
void accept_lists_backwards(Field& field) {
  for (std::size_t i = field.judged.size(); i-- > 1;) {
    Judged& before = field.judged[i - 1];
    if (!field.judged[i].rule.empty() && may_be_listed(before) && joined(field, i - 1, i)) {
      before.rule = "list";
    }
  }
}

/// "Laval" is a person where "Pierre Laval" stands in the same article, unless a cue says
/// otherwise.
void drop_persons(Field& field, const Memory& memory) {
  for (Judged& judged : field.judged) {
    if (judged.rule.empty() || judged.settled || judged.cue.cue == Cue::kStrong ||
        judged.cue.rule == "preposition") {
      continue;  // "contre Laval" is the town or its team
    }
    if (judged.place.rank >= kKnownToAll || judged.candidate.first != judged.candidate.last)
      continue;
    if (!memory.persons.contains(std::string(field.text.folded(judged.candidate.last)))) continue;
    judged.rule = {};
    judged.veto = "person";
  }
}

/// Drops "le Sud" and the like unless other places of its country stand in the article, or its town
/// before it.
void drop_parts_of_any_country(Field& field, const Memory& memory) {
  const Gazetteer& gazetteer = Gazetteer::instance();
  for (std::size_t i = 0; i < field.judged.size(); ++i) {
    Judged& judged = field.judged[i];
    if (judged.rule.empty() || !has_flag(judged.place, 'w')) continue;
    const Gazetteer::Row row =
        choose_sense(field.text, judged.candidate, judged.cue, memory.company);
    if (!is_part_of_any_country(row, gazetteer.brief(row))) continue;
    if (judged.rule == "parenthesis" && i > 0 && field.judged[i - 1].settled) continue;
    const std::size_t next = judged.candidate.last + 1;
    const std::string_view behind = field.text.folded(next);
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
        judged.settled || judged.place.rank >= kKnownToAll || has_one_sense(judged.candidate);
    if (sure && !is_part_of_any_country(judged.row, judged.place)) memory.company.add(judged.row);
    std::string name = name_of(field, judged);
    if (judged.cue.cue == Cue::kStrong || judged.settled) memory.sure.insert(name);
    memory.accepted.insert(std::move(name));
  }
}

std::vector<PlaceMention> mentions(const Field& field, const Memory& memory) {
  std::vector<PlaceMention> found;
  for (const Judged& judged : field.judged) {
    if (judged.rule.empty()) continue;
    const Gazetteer::Row row =
        judged.settled || judged.candidate.names.size() == 1
            ? judged.row
            : choose_sense(field.text, judged.candidate, judged.cue, memory.company);
    found.push_back({field.text.word(judged.candidate.first).begin,
                     field.text.word(judged.candidate.last).end, row, judged.rule});
  }
  return found;
}

void add_unknown(const Field& field, const std::vector<UnknownName>& names,
                 std::vector<PlaceMention>& found) {
  if (names.empty()) return;
  for (const UnknownName& name : names) {
    found.push_back(
        {field.text.word(name.first).begin, field.text.word(name.last).end, -1, name.rule});
  }
  std::sort(found.begin(), found.end(),
            [](const PlaceMention& a, const PlaceMention& b) { return a.begin < b.begin; });
}

/// The places of a dateline at the head of the body: "BAKOU, 22 sept (AFP) -", "Paris -- ".
void add_dateline(const ParsedDateline& dateline, std::vector<PlaceMention>& found) {
  std::erase_if(found, [&](const PlaceMention& m) { return m.begin < dateline.length; });
  std::vector<PlaceMention> head;
  for (const DatelinePlace& place : dateline.places) {
    head.push_back({place.begin, place.end, place.row.value_or(-1), kDatelineRule});
  }
  found.insert(found.begin(), head.begin(), head.end());
}

}  // namespace

FieldMentions find_place_mentions(const ArticleTexts& texts, const ParsedDateline* dateline) {
  Field fields[3] = {Field(texts.title), Field(texts.subtitle), Field(texts.body)};
  Memory memory;
  for (Field& field : fields) judge(field, memory);
  for (Field& field : fields) drop_persons(field, memory);
  for (const Field& field : fields) remember(field, memory);
  for (Field& field : fields) accept_by_company(field, memory);
  for (Field& field : fields) accept_lists_backwards(field);
  for (const Field& field : fields) remember(field, memory);
  for (Field& field : fields) drop_parts_of_any_country(field, memory);
  std::unordered_set<std::string> unknown;
  std::vector<UnknownName> unknown_names[3];
  for (std::size_t i = 0; i < std::size(fields); ++i) {
    unknown_names[i] = find_unknown_names(fields[i], memory, unknown);
  }
  FieldMentions found;
  std::vector<PlaceMention>* const lists[3] = {&found.title, &found.subtitle, &found.body};
  for (std::size_t i = 0; i < std::size(fields); ++i) {
    repeat_unknown_names(fields[i], unknown, unknown_names[i]);
    *lists[i] = mentions(fields[i], memory);
    add_unknown(fields[i], unknown_names[i], *lists[i]);
  }
  for (const Field& field : fields) find_demonyms(field.text, found.demonyms);
  if (dateline != nullptr) add_dateline(*dateline, found.body);
  return found;
}

FieldMentions find_place_mentions(const ArticleTexts& texts) {
  if (!may_begin_with_dateline(texts.body)) return find_place_mentions(texts, nullptr);
  const Result<ParsedDateline> dateline = parse_dateline(texts.body);
  return find_place_mentions(texts, dateline.ok() ? &dateline.value() : nullptr);
}

Place place_of(const PlaceMention& mention, std::string_view text) {
  if (mention.row >= 0) return Gazetteer::instance().place(mention.row);
  const std::string_view surface = text.substr(mention.begin, mention.end - mention.begin);
  return unknown_place(surface).value_or(Place{});
}

}  // namespace gazette::indexer
