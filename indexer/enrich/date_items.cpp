// Finds the items of a date line, the longest first at each token.
#include "indexer/enrich/date_items.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/enrich/clock_time.h"
#include "indexer/enrich/date_words.h"
#include "indexer/enrich/printed_day.h"

namespace gazette::indexer {
namespace {

constexpr int kFirstNewsYear = 1605;
constexpr int kLastNewsYear = 2100;

struct Found {
  DateItem item;
  std::size_t after = 0;
};

bool starts_with_any(std::string_view word, std::initializer_list<std::string_view> stems) {
  for (const std::string_view stem : stems) {
    if (word.starts_with(stem) && word.size() <= stem.size() + 2)
      return true;  // endings e, s, es, r
  }
  return false;
}

std::optional<Found> read_label(const DateTokens& tokens, std::size_t at) {
  const DateToken& token = tokens[at];
  if (token.kind != DateTokenKind::kWord) return std::nullopt;
  Found found;
  found.after = at + 1;
  const std::string& word = token.word;
  if (word == "mis" || word == "mise") {
    const bool online = tokens[at + 1].is("en") && tokens[at + 2].is("ligne");
    const bool updated = tokens[at + 1].is("a") && tokens[at + 2].is("jour");
    if (!online && !updated) return std::nullopt;
    found.item.kind = online ? DateItemKind::kPublishedLabel : DateItemKind::kModifiedLabel;
    found.after = at + 3;
    return found;
  }
  if (word == "maj" || word == "updated" || word == "modified" ||
      starts_with_any(word, {"modifie", "actualise", "corrige", "revise"}) ||
      ((word == "modification" || word == "actualisation") && at > 0 &&
       tokens[at - 1].is("derniere"))) {
    found.item.kind = DateItemKind::kModifiedLabel;
    return found;
  }
  if (word == "paru" || word == "parue" || word == "published" || word == "posted" ||
      word == "created" ||
      starts_with_any(word, {"publie", "poste", "diffuse", "cree", "redige"})) {
    found.item.kind = DateItemKind::kPublishedLabel;
    return found;
  }
  return std::nullopt;
}

std::optional<TimeUnit> unit_of(const DateToken& token) {
  static constexpr std::pair<std::string_view, TimeUnit> kUnits[] = {
      {"seconde", TimeUnit::kSecond}, {"secondes", TimeUnit::kSecond},
      {"sec", TimeUnit::kSecond},     {"s", TimeUnit::kSecond},
      {"minute", TimeUnit::kMinute},  {"minutes", TimeUnit::kMinute},
      {"min", TimeUnit::kMinute},     {"mn", TimeUnit::kMinute},
      {"mins", TimeUnit::kMinute},    {"heure", TimeUnit::kHour},
      {"heures", TimeUnit::kHour},    {"h", TimeUnit::kHour},
      {"jour", TimeUnit::kDay},       {"jours", TimeUnit::kDay},
      {"j", TimeUnit::kDay},          {"semaine", TimeUnit::kWeek},
      {"semaines", TimeUnit::kWeek},  {"sem", TimeUnit::kWeek},
      {"mois", TimeUnit::kMonth},     {"an", TimeUnit::kYear},
      {"ans", TimeUnit::kYear},       {"annee", TimeUnit::kYear},
      {"annees", TimeUnit::kYear}};
  for (const auto& [name, unit] : kUnits) {
    if (token.is(name)) return unit;
  }
  return std::nullopt;
}

/// il y a 3 jours, il y a une heure.
std::optional<Found> read_ago(const DateTokens& tokens, std::size_t at) {
  if (!tokens[at].is("il") || !tokens[at + 1].is("y") || !tokens[at + 2].is("a"))
    return std::nullopt;
  std::size_t number = at + 3;
  while (tokens[number].is("environ") || tokens[number].is("moins") || tokens[number].is("plus") ||
         tokens[number].is("pres") || tokens[number].is("de") || tokens[number].is("d") ||
         tokens[number].is_sign('\'')) {
    ++number;
  }
  Found found;
  found.item.kind = DateItemKind::kAgo;
  if (tokens[number].is("quelques") || tokens[number + 1].is("instant")) {
    found.item.ago.unit = TimeUnit::kMinute;  // "il y a quelques secondes": the reference itself
    found.after = number + 2;
    const std::optional<TimeUnit> some = unit_of(tokens[number + 1]);
    const bool soon = tokens[number + 1].is("instant") || tokens[number + 1].is("instants") ||
                      some == TimeUnit::kSecond || some == TimeUnit::kMinute;
    return soon ? std::optional<Found>(found) : std::nullopt;
  }
  if (tokens[number].is_number(1, 4)) {
    found.item.ago.amount = tokens[number].value;
  } else if (tokens[number].kind == DateTokenKind::kWord && small_number(tokens[number].word)) {
    found.item.ago.amount = *small_number(tokens[number].word);
  } else {
    return std::nullopt;
  }
  const std::optional<TimeUnit> unit = unit_of(tokens[number + 1]);
  if (!unit) return std::nullopt;
  found.item.ago.unit = *unit;
  found.after = number + 2;
  return found;
}

/// hier, avant-hier, aujourd'hui, ce matin, demain.
std::optional<Found> read_relative_day(const DateTokens& tokens, std::size_t at) {
  Found found;
  found.item.kind = DateItemKind::kAgo;
  const DateToken& token = tokens[at];
  const auto part_of_day = [](const DateToken& t) {
    return t.is("matin") || t.is("soir") || t.is("midi") || t.is("jour") || t.is("apres");
  };
  if (token.is("hier") || token.is("yesterday")) {
    found.item.ago.amount = 1;
    found.after = at + 1;
    if (part_of_day(tokens[found.after])) ++found.after;
    return found;
  }
  if (token.is("avant") && tokens[at + 1].is_sign('-') && tokens[at + 2].is("hier")) {
    found.item.ago.amount = 2;
    found.after = at + 3;
    return found;
  }
  if (token.is("aujourd") && tokens[at + 1].is_sign('\'') && tokens[at + 2].is("hui")) {
    found.after = at + 3;
    return found;
  }
  if (token.is("a") && tokens[at + 1].is("l") && tokens[at + 3].is("instant")) {
    found.item.ago.unit = TimeUnit::kMinute;
    found.after = at + 4;
    return found;
  }
  if (token.is("today")) {
    found.after = at + 1;
    return found;
  }
  if ((token.is("ce") || token.is("cet")) && part_of_day(tokens[at + 1])) {
    found.after = at + 2;
    if (tokens[at + 1].is("apres")) found.after = tokens[at + 2].is_sign('-') ? at + 4 : at + 3;
    return found;
  }
  if (token.is("demain")) {
    found.item.ago.amount = -1;
    found.after = at + 1;
    return found;
  }
  return std::nullopt;
}

std::optional<Found> read_day_item(const DateTokens& tokens, std::size_t at) {
  Found found;
  if (const std::optional<std::size_t> after = read_day_range(tokens, at)) {
    found.item.kind = DateItemKind::kRange;
    found.after = *after;
    return found;
  }
  std::optional<DayMatch> day = read_day(tokens, at);
  if (!day) return std::nullopt;
  found.item.kind = DateItemKind::kDay;
  found.after = day->after;
  found.item.day = std::move(day->day);
  if (tokens[found.after].is("au") || tokens[found.after].is("jusqu")) {
    const std::size_t second = tokens[found.after].is("au") ? found.after + 1 : found.after + 3;
    if (const std::optional<DayMatch> end = read_day(tokens, second)) {
      found.item.kind = DateItemKind::kRange;
      found.after = end->after;
    }
  }
  return found;
}

std::optional<Found> read_clock_item(const DateTokens& tokens, std::size_t at) {
  std::optional<ClockMatch> clock = read_clock(tokens, at);
  if (!clock) return std::nullopt;
  Found found;
  found.item.kind = DateItemKind::kClock;
  found.after = clock->after;
  found.item.clock = std::move(clock->clock);
  return found;
}

bool is_year(const DateToken& token) {
  return token.is_number(4, 4) && token.value >= kFirstNewsYear && token.value <= kLastNewsYear;
}

/// septembre 2023; mercredi; 2023.
std::optional<Found> read_partial(const DateTokens& tokens, std::size_t at) {
  Found found;
  found.after = at + 1;
  const DateToken& token = tokens[at];
  if (token.kind == DateTokenKind::kWord && month_number(token.word) && is_year(tokens[at + 1])) {
    found.item.kind = DateItemKind::kMonthOnly;
    found.after = at + 2;
    return found;
  }
  if (is_year(token)) {
    const bool month = tokens[at + 1].is_sign('-') && tokens[at + 2].is_number(2, 2) &&
                       !tokens[at + 2].spaced && tokens[at + 2].value >= 1 &&
                       tokens[at + 2].value <= 12;
    found.item.kind = month ? DateItemKind::kMonthOnly : DateItemKind::kYearOnly;
    if (month) found.after = at + 3;
    return found;
  }
  // Only whole names: "mer" and "dim" are words of their own.
  if (token.kind == DateTokenKind::kWord && token.word.size() > 4) {
    if (const std::optional<int> weekday = weekday_number(token.word)) {
      found.item.kind = DateItemKind::kWeekday;
      found.item.weekday = *weekday;
      return found;
    }
  }
  return std::nullopt;
}

/// A line that is one number, as meta tags write instants.
std::optional<DateItem> read_epoch(const DateTokens& tokens) {
  const DateToken& number = tokens[0];
  if (tokens.size() != 1 || number.kind != DateTokenKind::kNumber) return std::nullopt;
  DateItem item;
  item.kind = DateItemKind::kEpoch;
  item.begin = number.begin;
  item.end = number.end;
  if (number.digits == 9 || number.digits == 10) {
    item.epoch_seconds = number.value;
  } else if (number.digits == 12 || number.digits == 13) {
    item.epoch_seconds = number.value / 1000;
  } else if (number.value != 0 || number.digits > 2) {
    return std::nullopt;
  }
  return item;
}

}  // namespace

std::vector<DateItem> read_date_items(const DateTokens& tokens) {
  if (const std::optional<DateItem> epoch = read_epoch(tokens)) return {*epoch};
  using Read = std::optional<Found> (*)(const DateTokens&, std::size_t);
  static constexpr std::array<Read, 6> kReaders{read_label,    read_ago,        read_relative_day,
                                                read_day_item, read_clock_item, read_partial};
  std::vector<DateItem> items;
  for (std::size_t at = 0; at < tokens.size();) {
    std::optional<Found> found;
    for (const Read read : kReaders) {
      found = read(tokens, at);
      if (found) break;
    }
    if (!found) {
      found.emplace();
      found->after = at + 1;
    }
    found->after = std::min(found->after, tokens.size());
    found->item.begin = tokens[at].begin;
    found->item.end = tokens[found->after - 1].end;
    const DateToken& token = tokens[at];
    const bool silent = found->item.kind == DateItemKind::kOther &&
                        (token.kind == DateTokenKind::kSign || is_date_filler(token.word));
    if (!silent) items.push_back(std::move(found->item));
    at = found->after;
  }
  return items;
}

}  // namespace gazette::indexer
