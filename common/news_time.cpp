// Civil dates, and the ISO 8601 forms that machines write.
#include "common/news_time.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

#include "common/time_zone.h"
#include "common/utf8.h"

namespace gazette {
namespace {

constexpr std::int64_t kSecondsPerDay = 86'400;
constexpr int kMaxOffsetHours = 14;         // the widest in use: Pacific/Kiritimati
constexpr std::size_t kMaxShownBytes = 64;  // of a date that is refused

std::int64_t floor_days(std::int64_t seconds) {
  return seconds / kSecondsPerDay - (seconds % kSecondsPerDay < 0 ? 1 : 0);
}

/// Reads `text` from the left; remembers where it stood when it failed.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool done() const { return at_ == text_.size(); }
  [[nodiscard]] char peek() const { return done() ? '\0' : text_[at_]; }

  bool take(char wanted) {
    if (done() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }
  bool take_any(std::string_view wanted) {
    if (done() || wanted.find(text_[at_]) == std::string_view::npos) return false;
    ++at_;
    return true;
  }

  /// Exactly `count` digits.
  bool number(std::size_t count, int& value) {
    if (text_.size() - at_ < count) return false;
    int read = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const char c = text_[at_ + i];
      if (c < '0' || c > '9') return false;
      read = read * 10 + (c - '0');
    }
    at_ += count;
    value = read;
    return true;
  }

  void skip_digits() {
    while (!done() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
  }
  void skip_spaces() {
    while (take_any(" \t\r\n")) {
    }
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

struct Clock {
  int hour = 0, minute = 0, second = 0;
};

bool read_date(Cursor& in, CivilDate& date, bool& basic) {
  if (!in.number(4, date.year)) return false;
  basic = !in.take('-');
  if (!in.number(2, date.month)) return false;
  if (!basic && !in.take('-')) return false;
  return in.number(2, date.day);
}

bool read_clock(Cursor& in, bool basic, Clock& clock) {
  if (!in.number(2, clock.hour)) return false;
  if (!basic && !in.take(':')) return false;
  if (!in.number(2, clock.minute)) return false;
  const bool seconds = basic ? (in.peek() >= '0' && in.peek() <= '9') : in.take(':');
  if (seconds && !in.number(2, clock.second)) return false;
  if (seconds && in.take_any(".,")) in.skip_digits();
  if (clock.second == 60) clock.second = 59;  // a leap second; the calendar here has none
  return clock.hour < 24 && clock.minute < 60 && clock.second < 60;
}

/// Z, +01:00, +0100 or +01; nothing leaves `offset` empty.
bool read_offset(Cursor& in, std::optional<std::int32_t>& offset) {
  if (in.take_any("Zz")) {
    offset = 0;
    return true;
  }
  const bool west = in.peek() == '-';
  if (!in.take_any("+-")) return true;
  int hours = 0;
  int minutes = 0;
  if (!in.number(2, hours)) return false;
  const bool colon = in.take(':');
  if (!in.number(2, minutes) && colon) return false;
  if (minutes > 59 || hours * 60 + minutes > kMaxOffsetHours * 60) return false;
  const std::int32_t seconds = (hours * 60 + minutes) * 60;
  offset = west ? -seconds : seconds;
  return true;
}

}  // namespace

CivilDay to_day(CivilDate date) {
  using namespace std::chrono;
  const year_month_day ymd{year{date.year}, month{static_cast<unsigned>(date.month)},
                           day{static_cast<unsigned>(date.day)}};
  return static_cast<CivilDay>(sys_days{ymd}.time_since_epoch().count());
}

CivilDate to_date(CivilDay day) {
  using namespace std::chrono;
  const year_month_day ymd{sys_days{days{day}}};
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  if (month == 2 && std::chrono::year{year}.is_leap()) return 29;
  return kDays[static_cast<std::size_t>(month - 1)];
}

bool exists(CivilDate date) {
  return date.year >= 1 && date.year <= 9999 && date.day >= 1 &&
         date.day <= days_in_month(date.year, date.month);
}

std::string to_string(CivilDate date) {
  std::array<char, 48> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  return out.data();
}

std::int64_t NewsTime::instant(const TimeZone& zone) const {
  if (precision == Precision::kDay) return local_seconds - zone.offset_at_local(local_seconds);
  return local_seconds - offset_seconds;
}

CivilDay NewsTime::day(const TimeZone& zone) const {
  if (precision == Precision::kDay) return static_cast<CivilDay>(floor_days(local_seconds));
  const std::int64_t utc = instant(zone);
  return static_cast<CivilDay>(floor_days(utc + zone.offset_at(utc)));
}

std::string NewsTime::to_string() const {
  const std::int64_t day = floor_days(local_seconds);
  std::string text = gazette::to_string(to_date(static_cast<CivilDay>(day)));
  if (precision == Precision::kDay) return text;
  const int clock = static_cast<int>(local_seconds - day * kSecondsPerDay);
  const int east = offset_seconds < 0 ? -offset_seconds : offset_seconds;
  std::array<char, 48> out{};
  std::snprintf(out.data(), out.size(), "T%02d:%02d:%02d%c%02d:%02d", clock / 3600, clock / 60 % 60,
                clock % 60, offset_seconds < 0 ? '-' : '+', east / 3600, east / 60 % 60);
  return text + out.data();
}

Result<NewsTime> parse_news_time(std::string_view text, const TimeZone& zone) {
  Cursor in(text);
  const auto bad = [&](std::string_view why) {
    std::size_t shown = std::min(text.size(), kMaxShownBytes);
    while (!utf8::on_boundary(text, shown)) --shown;
    return Error{"bad-date",
                 std::string(why) + " : « " + std::string(text.substr(0, shown)) +
                     " » ; attendu : 2023-09-22 ou 2023-09-22T18:58:00+02:00",
                 "", in.at()};
  };
  CivilDate date;
  bool basic = false;
  in.skip_spaces();
  if (!read_date(in, date, basic)) return bad("date illisible");
  if (!exists(date)) return bad("cette date n'existe pas");
  NewsTime time;
  time.local_seconds = to_day(date) * kSecondsPerDay;
  const std::size_t date_end = in.at();
  in.skip_spaces();
  if (in.done()) {
    time.precision = NewsTime::Precision::kDay;
    return time;
  }
  if (in.at() == date_end && !in.take_any("Tt")) return bad("date illisible");
  Clock clock;
  std::optional<std::int32_t> offset;
  if (!read_clock(in, basic, clock)) return bad("heure illisible");
  in.skip_spaces();
  if (!read_offset(in, offset)) return bad("décalage horaire illisible");
  in.skip_spaces();
  if (!in.done()) return bad("date illisible");
  time.local_seconds += clock.hour * 3600 + clock.minute * 60 + clock.second;
  if (offset) {
    time.offset_seconds = *offset;
    return time;
  }
  // A clock reading inside a gap is moved on by it, as the clocks were: 02:30 became 03:30.
  const std::int64_t utc = time.local_seconds - zone.offset_at_local(time.local_seconds);
  time.offset_seconds = zone.offset_at(utc);
  time.local_seconds = utc + time.offset_seconds;
  return time;
}

}  // namespace gazette
