// Reads a zone's transitions from ICU once; every later question is a binary search.
#include "common/time_zone.h"

#include <unicode/basictz.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tztrans.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <stdexcept>

#include "common/news_time.h"

namespace gazette {
namespace {

constexpr std::int64_t kSecondsPerDay = 86'400;
// News stands between these years. Before, the first offset holds; after, the last one of the
// table.
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;
constexpr std::size_t kMaxNameBytes = 64;  // the longest IANA name has 32

std::int64_t year_start(int year) { return to_day({year, 1, 1}) * kSecondsPerDay; }

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::string_view city_of(std::string_view zone) {
  const std::size_t slash = zone.rfind('/');
  return slash == std::string_view::npos ? zone : zone.substr(slash + 1);
}

/// Levenshtein distance of two short ASCII names.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, replaced});
    }
  }
  return row[b.size()];
}

/// The known zone nearest to `name`, by its whole name or its city; empty when none is near.
std::string suggestion(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> ids(icu::TimeZone::createTimeZoneIDEnumeration(
      UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
  if (U_FAILURE(status) || ids == nullptr || name.empty()) return {};
  const std::string wanted = lower(name.substr(0, kMaxNameBytes));
  std::string best;
  std::size_t best_distance = 3;  // more edits than two are another name
  while (const char* id = ids->next(nullptr, status)) {
    const std::string known = lower(id);
    const std::size_t d =
        std::min(distance(wanted, known), distance(city_of(wanted), city_of(known)));
    if (d < best_distance) {
      best_distance = d;
      best = id;
    }
  }
  return best;
}

/// Only names of the tz database: ICU also takes "GMT+2" and three-letter names of its own making.
bool is_iana_name(const icu::UnicodeString& id) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString canonical;
  UBool is_system = 0;
  icu::TimeZone::getCanonicalID(id, canonical, is_system, status);
  return U_SUCCESS(status) && is_system != 0 && id != icu::UnicodeString(UCAL_UNKNOWN_ZONE_ID);
}

Error unknown_zone(std::string_view name) {
  const std::string near = suggestion(name);
  std::string message = "fuseau horaire inconnu : « " + std::string(name.substr(0, kMaxNameBytes)) +
                        " » ; donnez un nom IANA comme ";
  message += near.empty() ? "Europe/Paris" : near;
  return Error{"bad-time-zone", message, "", 0};
}

}  // namespace

Result<TimeZone> TimeZone::find(std::string_view name) {
  const bool ascii =
      std::all_of(name.begin(), name.end(), [](char c) { return c > 32 && c < 127; });
  if (name.empty() || name.size() > kMaxNameBytes || !ascii) return unknown_zone(name);
  const icu::UnicodeString id = icu::UnicodeString::fromUTF8(std::string(name));
  if (!is_iana_name(id)) return unknown_zone(name);
  const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
  const auto* rules = dynamic_cast<const icu::BasicTimeZone*>(zone.get());
  if (rules == nullptr) return unknown_zone(name);

  const auto offset_seconds = [&](UDate at) {
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t raw = 0;
    std::int32_t saving = 0;
    rules->getOffset(at, 0, raw, saving, status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU cannot read zone " + std::string(name));
    // Whole minutes: local mean times before 1911 have seconds, which RFC 3339 cannot write.
    return (raw + saving) / 60'000 * 60;
  };

  TimeZone result;
  result.name_ = std::string(name);
  UDate at = static_cast<UDate>(year_start(kFirstYear)) * 1000.0;
  const UDate end = static_cast<UDate>(year_start(kLastYear + 1)) * 1000.0;
  result.first_offset_ = offset_seconds(at);
  std::int32_t last = result.first_offset_;
  icu::TimeZoneTransition transition;
  while (rules->getNextTransition(at, 0, transition) != 0 && transition.getTime() < end) {
    at = transition.getTime();
    const std::int32_t offset = offset_seconds(at);
    if (offset != last) {
      result.transitions_.push_back({static_cast<std::int64_t>(at / 1000.0), offset});
    }
    last = offset;
  }
  return result;
}

const TimeZone& TimeZone::paris() {
  static const TimeZone zone = [] {
    Result<TimeZone> found = find(kDefaultZone);
    if (!found.ok()) throw std::runtime_error("ICU has no data for Europe/Paris");
    return std::move(found).value();
  }();
  return zone;
}

std::string TimeZone::only_zone_of(std::string_view country) {
  if (country.size() != 2) return {};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> ids(icu::TimeZone::createTimeZoneIDEnumeration(
      UCAL_ZONE_TYPE_CANONICAL_LOCATION, std::string(country).c_str(), nullptr, status));
  if (U_FAILURE(status) || ids == nullptr || ids->count(status) != 1) return {};
  const char* id = ids->next(nullptr, status);
  return id == nullptr ? std::string() : std::string(id);
}

std::int32_t TimeZone::offset_at(std::int64_t utc_seconds) const {
  const auto after =
      std::upper_bound(transitions_.begin(), transitions_.end(), utc_seconds,
                       [](std::int64_t at, const Transition& t) { return at < t.utc_seconds; });
  return after == transitions_.begin() ? first_offset_ : std::prev(after)->offset_seconds;
}

std::int32_t TimeZone::offset_at_local(std::int64_t local_seconds) const {
  // A transition has been passed, on the clock, once neither side of its gap or overlap is left:
  // that is the greater of its two offsets. Before that the offset before it holds, for both.
  std::size_t low = 0;
  std::size_t high = transitions_.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::int32_t before =
        middle == 0 ? first_offset_ : transitions_[middle - 1].offset_seconds;
    const std::int32_t after = transitions_[middle].offset_seconds;
    if (local_seconds - std::max(before, after) >= transitions_[middle].utc_seconds) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low == 0 ? first_offset_ : transitions_[low - 1].offset_seconds;
}

}  // namespace gazette
