// Offsets, abbreviations and places behind a printed time.
#include "indexer/enrich/clock_zone.h"

#include <string_view>
#include <utility>

#include "common/places/gazetteer.h"
#include "common/places/place_name.h"

namespace gazette::indexer {
namespace {

constexpr std::int32_t kHour = 3600;
constexpr std::int64_t kMaxOffsetHours = 14;  // Pacific/Kiritimati
constexpr std::size_t kMaxPlaceWords = 5;     // "heure de l'Est du Canada"

struct Abbreviation {
  std::string_view name;  ///< folded
  std::int32_t minutes;   ///< east of UTC
};

// Only those with one meaning in French news or fixed by RFC 822 (EST is -05:00 in every season).
constexpr Abbreviation kAbbreviations[] = {
    {"utc", 0},    {"gmt", 0},    {"tu", 0},     {"ut", 0},     {"z", 0},      {"cet", 60},
    {"cest", 120}, {"hec", 60},   {"heec", 120}, {"haec", 120}, {"mez", 60},   {"mesz", 120},
    {"wet", 0},    {"west", 60},  {"eet", 120},  {"eest", 180}, {"msk", 180},  {"bst", 60},
    {"est", -300}, {"edt", -240}, {"cst", -360}, {"cdt", -300}, {"mst", -420}, {"mdt", -360},
    {"pst", -480}, {"pdt", -420}, {"ast", -240}, {"adt", -180}, {"nst", -210}, {"ndt", -150},
    {"hne", -300}, {"hae", -240}, {"hnc", -360}, {"hac", -300}, {"hnr", -420}, {"har", -360},
    {"hnp", -480}, {"hap", -420}, {"hna", -240}, {"haa", -180}, {"hnt", -210}, {"hat", -150},
    {"wat", 60},   {"cat", 120},  {"eat", 180},  {"sast", 120}, {"ret", 240},  {"gft", -180},
    {"nct", 660},  {"jst", 540},  {"kst", 540},  {"hkt", 480},  {"aest", 600}, {"aedt", 660},
    {"trt", 180},  {"azt", 240},  {"amt", 240},
};

// Places of countries with several zones, and names that are no place. Folded.
constexpr std::pair<std::string_view, std::string_view> kZones[] = {
    {"france", "Europe/Paris"},
    {"metropole", "Europe/Paris"},
    {"hexagone", "Europe/Paris"},
    {"bruxelles", "Europe/Brussels"},
    {"madrid", "Europe/Madrid"},
    {"barcelone", "Europe/Madrid"},
    {"espagne", "Europe/Madrid"},
    {"canaries", "Atlantic/Canary"},
    {"lisbonne", "Europe/Lisbon"},
    {"portugal", "Europe/Lisbon"},
    {"acores", "Atlantic/Azores"},
    {"berlin", "Europe/Berlin"},
    {"allemagne", "Europe/Berlin"},
    {"kiev", "Europe/Kyiv"},
    {"kyiv", "Europe/Kyiv"},
    {"ukraine", "Europe/Kyiv"},
    {"moscou", "Europe/Moscow"},
    {"saint petersbourg", "Europe/Moscow"},
    {"vladivostok", "Asia/Vladivostok"},
    {"new york", "America/New_York"},
    {"washington", "America/New_York"},
    {"boston", "America/New_York"},
    {"miami", "America/New_York"},
    {"floride", "America/New_York"},
    {"atlanta", "America/New_York"},
    {"philadelphie", "America/New_York"},
    {"cap canaveral", "America/New_York"},
    {"cote est", "America/New_York"},
    {"est", "America/Toronto"},
    {"chicago", "America/Chicago"},
    {"houston", "America/Chicago"},
    {"dallas", "America/Chicago"},
    {"texas", "America/Chicago"},
    {"denver", "America/Denver"},
    {"phoenix", "America/Phoenix"},
    {"arizona", "America/Phoenix"},
    {"los angeles", "America/Los_Angeles"},
    {"san francisco", "America/Los_Angeles"},
    {"seattle", "America/Los_Angeles"},
    {"las vegas", "America/Los_Angeles"},
    {"californie", "America/Los_Angeles"},
    {"cote ouest", "America/Los_Angeles"},
    {"pacifique", "America/Los_Angeles"},
    {"honolulu", "Pacific/Honolulu"},
    {"hawai", "Pacific/Honolulu"},
    {"hawaii", "Pacific/Honolulu"},
    {"alaska", "America/Anchorage"},
    {"montreal", "America/Toronto"},
    {"quebec", "America/Toronto"},
    {"ottawa", "America/Toronto"},
    {"toronto", "America/Toronto"},
    {"ontario", "America/Toronto"},
    {"halifax", "America/Halifax"},
    {"winnipeg", "America/Winnipeg"},
    {"calgary", "America/Edmonton"},
    {"edmonton", "America/Edmonton"},
    {"vancouver", "America/Vancouver"},
    {"terre neuve", "America/St_Johns"},
    {"mexico", "America/Mexico_City"},
    {"mexique", "America/Mexico_City"},
    {"rio de janeiro", "America/Sao_Paulo"},
    {"rio", "America/Sao_Paulo"},
    {"sao paulo", "America/Sao_Paulo"},
    {"brasilia", "America/Sao_Paulo"},
    {"bresil", "America/Sao_Paulo"},
    {"manaus", "America/Manaus"},
    {"buenos aires", "America/Argentina/Buenos_Aires"},
    {"argentine", "America/Argentina/Buenos_Aires"},
    {"santiago", "America/Santiago"},
    {"chili", "America/Santiago"},
    {"quito", "America/Guayaquil"},
    {"kinshasa", "Africa/Kinshasa"},
    {"lubumbashi", "Africa/Lubumbashi"},
    {"pekin", "Asia/Shanghai"},
    {"shanghai", "Asia/Shanghai"},
    {"chine", "Asia/Shanghai"},
    {"jakarta", "Asia/Jakarta"},
    {"djakarta", "Asia/Jakarta"},
    {"kuala lumpur", "Asia/Kuala_Lumpur"},
    {"oulan bator", "Asia/Ulaanbaatar"},
    {"almaty", "Asia/Almaty"},
    {"astana", "Asia/Almaty"},
    {"tachkent", "Asia/Tashkent"},
    {"nicosie", "Asia/Nicosia"},
    {"jerusalem", "Asia/Jerusalem"},
    {"ramallah", "Asia/Hebron"},
    {"gaza", "Asia/Gaza"},
    {"sydney", "Australia/Sydney"},
    {"canberra", "Australia/Sydney"},
    {"melbourne", "Australia/Melbourne"},
    {"brisbane", "Australia/Brisbane"},
    {"perth", "Australia/Perth"},
    {"adelaide", "Australia/Adelaide"},
    {"darwin", "Australia/Darwin"},
    {"auckland", "Pacific/Auckland"},
    {"wellington", "Pacific/Auckland"},
    {"nouvelle zelande", "Pacific/Auckland"},
    {"tahiti", "Pacific/Tahiti"},
    {"papeete", "Pacific/Tahiti"},
    {"polynesie", "Pacific/Tahiti"},
    {"polynesie francaise", "Pacific/Tahiti"},
    {"marquises", "Pacific/Marquesas"},
    {"gambier", "Pacific/Gambier"},
};

bool is_sign_of_offset(const DateToken& token) { return token.is_sign('+') || token.is_sign('-'); }

/// Digits behind a sign at `at`: 1, 01, 0130, 01:30, 1h30. False when they are none.
bool read_offset_digits(const DateTokens& tokens, std::size_t& at, std::int32_t& seconds,
                        bool& impossible) {
  const DateToken& number = tokens[at];
  if (!number.is_number(1, 4) || number.digits == 3) return false;
  std::int64_t hours = number.value;
  std::int64_t minutes = 0;
  ++at;
  if (number.digits == 4) {
    hours = number.value / 100;
    minutes = number.value % 100;
  } else if ((tokens[at].is_sign(':') || tokens[at].is("h")) && !tokens[at].spaced &&
             tokens[at + 1].is_number(2, 2) && !tokens[at + 1].spaced) {
    minutes = tokens[at + 1].value;
    at += 2;
  } else if (tokens[at].is("h") && !tokens[at].spaced) {
    ++at;
  }
  impossible = minutes > 59 || hours * 60 + minutes > kMaxOffsetHours * 60;
  seconds = impossible ? 0 : static_cast<std::int32_t>((hours * 60 + minutes) * 60);
  return true;
}

/// "+02:00", "-0300", " +0200": a sign glued to digits that are an offset and not the end of a
/// range of hours.
std::optional<ClockZone> read_bare_offset(const DateTokens& tokens, std::size_t at) {
  if (!is_sign_of_offset(tokens[at]) || tokens[at + 1].spaced) return std::nullopt;
  const DateToken& number = tokens[at + 1];
  const bool colon = tokens[at + 2].is_sign(':') && !tokens[at + 2].spaced;
  const bool whole =
      number.is_number(4, 4) || (number.is_number(2, 2) && (colon || !tokens[at].spaced));
  if (!whole || (number.digits == 2 && tokens[at + 2].is("h"))) return std::nullopt;
  ClockZone zone;
  const bool west = tokens[at].is_sign('-');
  std::int32_t seconds = 0;
  zone.after = at + 1;
  if (!read_offset_digits(tokens, zone.after, seconds, zone.impossible)) return std::nullopt;
  zone.offset_seconds = west ? -seconds : seconds;
  return zone;
}

/// "UTC", "GMT+2", "HAE".
std::optional<ClockZone> read_abbreviation(const DateTokens& tokens, std::size_t at) {
  const DateToken& word = tokens[at];
  if (word.kind != DateTokenKind::kWord) return std::nullopt;
  const bool universal = word.word == "utc" || word.word == "gmt";
  if (!universal && !word.upper && word.word != "z") return std::nullopt;  // "est" is a verb
  for (const Abbreviation& known : kAbbreviations) {
    if (known.name != word.word) continue;
    ClockZone zone;
    zone.offset_seconds = known.minutes * 60;
    zone.after = at + 1;
    const DateToken& sign = tokens[at + 1];
    if (universal && is_sign_of_offset(sign) && !tokens[at + 2].spaced) {
      std::size_t digits = at + 2;
      std::int32_t seconds = 0;
      if (read_offset_digits(tokens, digits, seconds, zone.impossible)) {
        zone.offset_seconds = sign.is_sign('-') ? -seconds : seconds;
        zone.after = digits;
      }
    }
    return zone;
  }
  return std::nullopt;
}

/// "heure de Kourou", "heure locale", "heure française".
std::optional<ClockZone> read_named_hour(const DateTokens& tokens, std::size_t at) {
  if (!tokens[at].is("heure") && !tokens[at].is("heures")) return std::nullopt;
  const DateToken& next = tokens[at + 1];
  ClockZone zone;
  zone.after = at + 2;
  if (next.is("locale") || next.is("locales")) {
    zone.local = true;
    return zone;
  }
  if (next.is("francaise") || next.is("metropolitaine")) {
    zone.zone = TimeZone::paris();
    return zone;
  }
  std::size_t begin = at + 1;
  if (next.is("de") || next.is("d") || next.is("du") || next.is("des") || next.is("a")) ++begin;
  if (begin == at + 1) return std::nullopt;
  while (tokens[begin].is("la") || tokens[begin].is("l") || tokens[begin].is("le") ||
         tokens[begin].is_sign('\''))
    ++begin;
  std::string name;
  std::string first_word;
  for (std::size_t end = begin; end < begin + kMaxPlaceWords * 2; ++end) {
    if (tokens[end].is_sign('-') || tokens[end].is_sign('\'')) continue;
    if (tokens[end].kind != DateTokenKind::kWord) break;
    name += (name.empty() ? "" : " ") + tokens[end].word;
    if (first_word.empty()) first_word = name;
    if (std::optional<TimeZone> found = zone_of_place(name)) {
      zone.zone = std::move(found);
      zone.after = end + 1;  // the longest name wins: "New York", not "New"
    }
  }
  if (first_word.empty()) return std::nullopt;
  if (!zone.zone) {
    zone.unknown_name = first_word;
    zone.after = begin + 1;
  }
  return zone;
}

}  // namespace

std::optional<TimeZone> zone_of_place(std::string_view name) {
  const std::string folded = fold_place_name(name);
  const auto find = [](std::string_view iana) -> std::optional<TimeZone> {
    Result<TimeZone> zone = TimeZone::find(iana);
    if (!zone.ok()) return std::nullopt;
    return std::move(zone).value();
  };
  for (const auto& [place, iana] : kZones) {
    if (place == folded) return find(iana);
  }
  const Gazetteer& places = Gazetteer::instance();
  const std::optional<Gazetteer::Row> row = places.resolve(folded);
  if (!row) return std::nullopt;
  const std::string iana = TimeZone::only_zone_of(places.row(*row).country);
  return iana.empty() ? std::nullopt : find(iana);
}

std::optional<ClockZone> read_clock_zone(const DateTokens& tokens, std::size_t at) {
  const bool parenthesis = tokens[at].is_sign('(') || tokens[at].is_sign('[');
  const std::size_t begin = parenthesis || tokens[at].is_sign(',') ? at + 1 : at;
  std::optional<ClockZone> zone = read_abbreviation(tokens, begin);
  if (!zone) zone = read_bare_offset(tokens, begin);
  if (!zone) zone = read_named_hour(tokens, begin);
  if (!zone) return std::nullopt;
  if (parenthesis && (tokens[zone->after].is_sign(')') || tokens[zone->after].is_sign(']')))
    ++zone->after;
  return zone;
}

}  // namespace gazette::indexer
