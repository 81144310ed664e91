// The forms of a time of day.
#include "indexer/enrich/clock_time.h"

#include "indexer/enrich/date_words.h"

namespace gazette::indexer {
namespace {

bool is_hour_mark(const DateToken& token) {
  return token.is("h") || token.is("heure") || token.is("heures") || token.is("hrs") ||
         token.is("hr");
}

bool is_minute_mark(const DateToken& token) {
  return token.is("min") || token.is("mn") || token.is("minute") || token.is("minutes") ||
         token.is("m");
}

/// True when the number at `at` is the day of a date and not the minutes of a time before it.
bool begins_date(const DateTokens& tokens, std::size_t at) {
  const DateToken& next = tokens[at + 1];
  if (next.is_sign('/') || next.is("er")) return true;
  return next.kind == DateTokenKind::kWord && month_number(next.word).has_value();
}

/// 18h, 18h58, 18 h 58 min 07 s, 18 heures 58.
std::optional<ClockMatch> read_with_mark(const DateTokens& tokens, std::size_t at) {
  if (!tokens[at].is_number(1, 2) || !is_hour_mark(tokens[at + 1])) return std::nullopt;
  ClockMatch found;
  found.clock.hour = static_cast<int>(tokens[at].value);
  found.clock.precision = DatePrecision::kHour;
  found.after = at + 2;
  const DateToken& minutes = tokens[found.after];
  if (!minutes.is_number(1, 2) || begins_date(tokens, found.after)) return found;
  if (minutes.spaced && minutes.digits == 1) return found;  // "18h - 2 min de lecture"
  found.clock.minute = static_cast<int>(minutes.value);
  found.clock.precision = DatePrecision::kMinute;
  ++found.after;
  if (!is_minute_mark(tokens[found.after]) && !tokens[found.after].is_sign(':')) return found;
  const DateToken& seconds = tokens[found.after + 1];
  if (seconds.is_number(2, 2) && (tokens[found.after + 2].is("s") || !seconds.spaced)) {
    found.clock.second = static_cast<int>(seconds.value);
    found.clock.precision = DatePrecision::kSecond;
    found.after += tokens[found.after + 2].is("s") ? 3 : 2;
  } else if (tokens[found.after].kind == DateTokenKind::kWord) {
    ++found.after;
  }
  return found;
}

/// 18:58, 18:58:07, 18:58:07.123, 6:58 PM; 18.58 only behind "à".
std::optional<ClockMatch> read_with_colon(const DateTokens& tokens, std::size_t at) {
  const DateToken& sign = tokens[at + 1];
  const bool dot = sign.is_sign('.') && at > 0 && tokens[at - 1].is("a");
  if (!tokens[at].is_number(1, 2) || sign.spaced || (!sign.is_sign(':') && !dot))
    return std::nullopt;
  if (!tokens[at + 2].is_number(2, 2) || tokens[at + 2].spaced) return std::nullopt;
  ClockMatch found;
  found.clock.hour = static_cast<int>(tokens[at].value);
  found.clock.minute = static_cast<int>(tokens[at + 2].value);
  found.after = at + 3;
  if (tokens[found.after].is_sign(':') && tokens[found.after + 1].is_number(2, 2) &&
      !tokens[found.after].spaced) {
    found.clock.second = static_cast<int>(tokens[found.after + 1].value);
    found.clock.precision = DatePrecision::kSecond;
    found.after += 2;
    const bool fraction = (tokens[found.after].is_sign('.') || tokens[found.after].is_sign(',')) &&
                          tokens[found.after + 1].kind == DateTokenKind::kNumber &&
                          !tokens[found.after + 1].spaced;
    if (fraction) found.after += 2;
  }
  const DateToken& half = tokens[found.after];
  if ((half.is("pm") || half.is("am")) && found.clock.hour >= 1 && found.clock.hour <= 12) {
    found.clock.hour = found.clock.hour % 12 + (half.is("pm") ? 12 : 0);
    ++found.after;
  }
  return found;
}

/// T185800 and T1858 of the basic form.
std::optional<ClockMatch> read_basic(const DateTokens& tokens, std::size_t at) {
  const bool behind_t =
      at > 1 && tokens[at - 1].is("t") && !tokens[at].spaced && !tokens[at - 1].spaced;
  if (!behind_t || !(tokens[at].is_number(6, 6) || tokens[at].is_number(4, 4))) return std::nullopt;
  const bool seconds = tokens[at].digits == 6;
  const int value = static_cast<int>(tokens[at].value);
  ClockMatch found;
  found.clock.hour = seconds ? value / 10'000 : value / 100;
  found.clock.minute = seconds ? value / 100 % 100 : value % 100;
  found.clock.second = seconds ? value % 100 : 0;
  found.clock.precision = seconds ? DatePrecision::kSecond : DatePrecision::kMinute;
  found.after = at + 1;
  return found;
}

std::optional<ClockMatch> read_word(const DateTokens& tokens, std::size_t at) {
  const bool afternoon = at > 0 && (tokens[at - 1].is_sign('-') || tokens[at - 1].is("apres"));
  if ((!tokens[at].is("midi") || afternoon) && !tokens[at].is("minuit")) return std::nullopt;
  ClockMatch found;
  found.clock.hour = tokens[at].is("midi") ? 12 : 0;
  found.clock.precision = DatePrecision::kHour;
  found.after = at + 1;
  if (tokens[at + 1].is("et") && (tokens[at + 2].is("demi") || tokens[at + 2].is("demie"))) {
    found.clock.minute = 30;
    found.clock.precision = DatePrecision::kMinute;
    found.after = at + 3;
  } else if (tokens[at + 1].is_number(2, 2) && !begins_date(tokens, at + 1)) {
    found.clock.minute = static_cast<int>(tokens[at + 1].value);
    found.clock.precision = DatePrecision::kMinute;
    found.after = at + 2;
  }
  return found;
}

}  // namespace

std::optional<ClockMatch> read_clock(const DateTokens& tokens, std::size_t at) {
  for (const auto read : {read_with_mark, read_with_colon, read_basic, read_word}) {
    std::optional<ClockMatch> found = read(tokens, at);
    if (!found) continue;
    ClockTime& clock = found->clock;
    if (clock.second == 60 && clock.minute == 59) clock.second = 59;  // a leap second
    clock.impossible = clock.hour > 23 || clock.minute > 59 || clock.second > 59;
    clock.zone = read_clock_zone(tokens, found->after);
    if (clock.zone) found->after = clock.zone->after;
    return found;
  }
  return std::nullopt;
}

}  // namespace gazette::indexer
