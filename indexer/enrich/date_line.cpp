// Puts the items of a line together: which clock goes with which day, under which label.
#include "indexer/enrich/date_line.h"

#include <algorithm>
#include <utility>

#include "indexer/enrich/date_moment.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kMaxLineBytes = 400;  // a date line is short; longer is a paragraph
constexpr std::size_t kMaxOtherWords = 6;   // "Par Jeanne Dupont avec AFP, le 22 septembre 2023"
constexpr std::size_t kMaxOtherWordsLabelled = 14;  // a label ("publié") makes it sure

/// Reads items into moments.
class Assembly {
 public:
  void add(const DateItem& item) {
    switch (item.kind) {
      case DateItemKind::kPublishedLabel:
      case DateItemKind::kModifiedLabel:
        add_label(item);
        break;
      case DateItemKind::kDay:
        add_day(item);
        break;
      case DateItemKind::kAgo: {
        Moment moment;
        moment.ago = item.ago;
        open(std::move(moment));
        break;
      }
      case DateItemKind::kWeekday: {
        Moment moment;
        moment.weekday = item.weekday;
        open(std::move(moment));
        break;
      }
      case DateItemKind::kClock:
        add_clock(item.clock);
        break;
      case DateItemKind::kMonthOnly:
        month_only_ = true;
        break;
      case DateItemKind::kYearOnly:
        year_only_ = true;
        ++other_words_;
        break;
      case DateItemKind::kRange:
        range_ = true;
        break;
      case DateItemKind::kEpoch:
        break;
      case DateItemKind::kOther:
        ++other_words_;
        return;
    }
    if (begin_ == end_) begin_ = item.begin;
    end_ = item.end;
  }

  [[nodiscard]] const Moment* moment(DateKind kind) const {
    const auto found = std::find_if(moments_.begin(), moments_.end(),
                                    [kind](const Moment& m) { return m.kind == kind; });
    return found == moments_.end() ? nullptr : &*found;
  }
  [[nodiscard]] bool labelled() const { return labelled_; }
  [[nodiscard]] std::size_t other_words() const { return other_words_; }
  [[nodiscard]] std::size_t begin() const { return begin_; }
  [[nodiscard]] std::size_t end() const { return end_; }

  /// Why there is no date to take; a code of the empty string when there is one.
  [[nodiscard]] Error refused() const {
    if (range_ || several_)
      return refusal("range", "plusieurs dates ou une période : laquelle prendre ?");
    if (!moments_.empty()) return {};
    if (month_only_) return refusal("month-only", "un mois sans jour n'est pas une date");
    if (pending_clock_) return refusal("time-only", "une heure sans jour n'est pas une date");
    if (year_only_) return refusal("year-only", "une année seule n'est pas une date");
    return refusal("no-date", "aucune date lisible");
  }

 private:
  void add_label(const DateItem& item) {
    labelled_ = true;
    kind_ = item.kind == DateItemKind::kModifiedLabel ? DateKind::kModified : DateKind::kPublished;
    opened_ = false;
  }

  void add_day(const DateItem& item) {
    if (opened_ && moments_.back().borrowed_day) {  // "mis à jour à 16h36 le 06/08/2017"
      moments_.back().day = item.day;
      moments_.back().borrowed_day = false;
      return;
    }
    if (opened_ && moments_.back().day && moments_.back().day->date == item.day.date) return;
    Moment moment;
    moment.day = item.day;
    moment.clock = item.day.clock;
    if (opened_ && moments_.back().weekday) {  // "mercredi à 18h, le 20 septembre 2023"
      if (!moment.clock) moment.clock = moments_.back().clock;
      moment.day->weekday = moments_.back().weekday;
      moments_.pop_back();
      opened_ = false;
    }
    open(std::move(moment));
  }

  void open(Moment moment) {
    moment.kind = kind_;
    if (pending_clock_ && !moment.clock) moment.clock = std::exchange(pending_clock_, std::nullopt);
    const bool same_kind = std::any_of(moments_.begin(), moments_.end(),
                                       [&](const Moment& m) { return m.kind == kind_; });
    if (same_kind && opened_) several_ = true;
    moments_.push_back(std::move(moment));
    opened_ = true;
  }

  void add_clock(const ClockTime& clock) {
    if (opened_ && !moments_.back().clock) {
      moments_.back().clock = clock;
      return;
    }
    if (opened_) {
      add_universal_clock(*moments_.back().clock, clock);
      return;
    }
    if (kind_ == DateKind::kModified && !moments_.empty()) {
      Moment moment = moments_.back();
      moment.clock = clock;
      moment.borrowed_day = true;
      open(std::move(moment));
      return;
    }
    pending_clock_ = clock;
  }

  /// "18h58 (16h58 GMT)": the second reading tells the offset of the first.
  static void add_universal_clock(ClockTime& first, const ClockTime& second) {
    if (first.zone || !second.zone || second.zone->offset_seconds != 0 || second.impossible) return;
    int minutes = (first.hour - second.hour) * 60 + first.minute - second.minute;
    if (minutes > 14 * 60) minutes -= 24 * 60;
    if (minutes < -12 * 60) minutes += 24 * 60;
    ClockZone zone;
    zone.offset_seconds = minutes * 60;
    first.zone = zone;
  }

  std::vector<Moment> moments_;
  std::optional<ClockTime> pending_clock_;  ///< stood before any day
  DateKind kind_ = DateKind::kPublished;
  bool opened_ = false;  ///< the last moment is still being read
  bool labelled_ = false, range_ = false, several_ = false, month_only_ = false, year_only_ = false;
  std::size_t other_words_ = 0, begin_ = 0, end_ = 0;
};

Result<DateLine> from_epoch(const DateItem& item) {
  if (item.epoch_seconds == 0) {
    return refusal("epoch-zero",
                   "zéro seconde depuis 1970 : valeur vide d'un système, pas une date");
  }
  DateLine line;
  line.value.local_seconds = item.epoch_seconds;
  line.precision = DatePrecision::kSecond;
  line.published = line.value;
  line.begin = item.begin;
  line.end = item.end;
  return line;
}

bool lacks_year(const Moment* moment) {
  return moment != nullptr && moment->day && moment->day->date.year == 0;
}

/// "Publié le 20 février, mis à jour le 3 mars 2019": the day without a year is the last one before
/// the update, or the first one after the publication.
DateLineOptions year_of_other(const Assembly& assembly, DateLineOptions options) {
  constexpr std::int64_t kDay = 86'400;
  constexpr std::int64_t kYearAhead = 362 * kDay;  // a reference allows two days more
  const Moment* published = assembly.moment(DateKind::kPublished);
  const Moment* modified = assembly.moment(DateKind::kModified);
  if (options.reference_seconds || published == nullptr || modified == nullptr) return options;
  if (lacks_year(published) == lacks_year(modified)) return options;
  const bool earlier = lacks_year(published);
  std::vector<DateWarning> unused;
  const Result<Resolved> known = resolve_moment(earlier ? *modified : *published, options, unused);
  if (!known.ok()) return options;
  const std::int64_t noon = known->time.local_seconds / kDay * kDay + kDay / 2;
  options.reference_seconds = earlier ? noon - 2 * kDay : noon + kYearAhead;
  return options;
}

Result<DateLine> finish(const Assembly& assembly, const DateLineOptions& given) {
  const DateLineOptions options = year_of_other(assembly, given);
  DateLine line;
  line.begin = assembly.begin();
  line.end = assembly.end();
  line.labelled = assembly.labelled();
  line.other_words = assembly.other_words();
  const Moment* published = assembly.moment(DateKind::kPublished);
  const Moment* modified = assembly.moment(DateKind::kModified);
  if (published != nullptr) {
    const Result<Resolved> resolved = resolve_moment(*published, options, line.warnings);
    if (!resolved.ok()) return resolved.error();
    line.published = line.value = resolved->time;
    line.precision = resolved->precision;
  }
  if (modified != nullptr) {
    std::vector<DateWarning> warnings;
    const Result<Resolved> resolved = resolve_moment(*modified, options, warnings);
    if (!resolved.ok()) {
      if (published == nullptr) return resolved.error();
      line.warnings.push_back(
          {"bad-modified", "date de mise à jour laissée : " + resolved.error().message});
      return line;
    }
    line.warnings.insert(line.warnings.end(), warnings.begin(), warnings.end());
    line.modified = resolved->time;
    if (published == nullptr) {
      line.value = resolved->time;
      line.precision = resolved->precision;
      line.kind = DateKind::kModified;
    }
  }
  return line;
}

}  // namespace

Result<DateLine> parse_date_line(std::string_view text, const DateLineOptions& options) {
  if (text.size() > kMaxLineBytes) return refusal("too-long", "trop long pour une ligne de date");
  const DateTokens tokens(text);
  const std::vector<DateItem> items = read_date_items(tokens);
  if (items.size() == 1 && items[0].kind == DateItemKind::kEpoch) return from_epoch(items[0]);
  Assembly assembly;
  for (const DateItem& item : items) assembly.add(item);
  if (Error error = assembly.refused(); !error.code.empty()) return error;
  const std::size_t most = assembly.labelled() ? kMaxOtherWordsLabelled : kMaxOtherWords;
  if (assembly.other_words() > most) {
    return refusal("prose", "une date dans une phrase n'est pas une ligne de date");
  }
  return finish(assembly, options);
}

std::string_view to_string(DatePrecision precision) {
  switch (precision) {
    case DatePrecision::kDay:
      return "day";
    case DatePrecision::kHour:
      return "hour";
    case DatePrecision::kMinute:
      return "minute";
    case DatePrecision::kSecond:
      return "second";
  }
  return "day";
}

std::string_view to_string(DateKind kind) {
  return kind == DateKind::kModified ? "modified" : "published";
}

}  // namespace gazette::indexer
