// The vocabulary of dates in French: months, days, seasons, units, small numbers.
#include "server/query/date_words.h"

#include <array>

namespace gazette::server {
namespace {

template <typename T>
struct Entry {
  std::string_view word;
  T value;
};

template <typename T, std::size_t N>
std::optional<T> look_up(const std::array<Entry<T>, N>& table, std::string_view word) {
  for (const Entry<T>& entry : table) {
    if (entry.word == word) return entry.value;
  }
  return std::nullopt;
}

constexpr std::array<Entry<int>, 27> kMonths{{
    {"janvier", 1},   {"janv", 1}, {"fevrier", 2},   {"fevr", 2}, {"fev", 2},      {"mars", 3},
    {"avril", 4},     {"avr", 4},  {"mai", 5},       {"juin", 6}, {"juillet", 7},  {"juil", 7},
    {"juill", 7},     {"aout", 8}, {"septembre", 9}, {"sept", 9}, {"octobre", 10}, {"oct", 10},
    {"novembre", 11}, {"nov", 11}, {"decembre", 12}, {"dec", 12}, {"jan", 1},      {"sep", 9},
    {"aou", 8},       {"jul", 7},  {"jun", 6},
}};

constexpr std::array<Entry<int>, 7> kWeekdays{{
    {"lundi", 0},
    {"mardi", 1},
    {"mercredi", 2},
    {"jeudi", 3},
    {"vendredi", 4},
    {"samedi", 5},
    {"dimanche", 6},
}};

constexpr std::array<Entry<Season>, 4> kSeasons{{
    {"printemps", Season::kSpring},
    {"ete", Season::kSummer},
    {"automne", Season::kAutumn},
    {"hiver", Season::kWinter},
}};

constexpr std::array<Entry<TimeUnit>, 9> kUnits{{
    {"jour", TimeUnit::kDay},
    {"jours", TimeUnit::kDay},
    {"semaine", TimeUnit::kWeek},
    {"semaines", TimeUnit::kWeek},
    {"mois", TimeUnit::kMonth},
    {"an", TimeUnit::kYear},
    {"ans", TimeUnit::kYear},
    {"annee", TimeUnit::kYear},
    {"annees", TimeUnit::kYear},
}};

constexpr std::array<Entry<int>, 22> kNumbers{{
    {"un", 1},         {"une", 1},    {"deux", 2},   {"trois", 3},   {"quatre", 4},
    {"cinq", 5},       {"six", 6},    {"sept", 7},   {"huit", 8},    {"neuf", 9},
    {"dix", 10},       {"onze", 11},  {"douze", 12}, {"treize", 13}, {"quatorze", 14},
    {"quinze", 15},    {"seize", 16}, {"vingt", 20}, {"trente", 30}, {"quarante", 40},
    {"cinquante", 50}, {"cent", 100},
}};

constexpr std::array<Entry<int>, 16> kOrdinals{{
    {"premier", 1},
    {"premiere", 1},
    {"1er", 1},
    {"1ere", 1},
    {"1re", 1},
    {"deuxieme", 2},
    {"second", 2},
    {"seconde", 2},
    {"2e", 2},
    {"2eme", 2},
    {"2nd", 2},
    {"troisieme", 3},
    {"3e", 3},
    {"3eme", 3},
    {"quatrieme", 4},
    {"4e", 4},
}};

constexpr std::array<Entry<bool>, 6> kLast{{
    {"dernier", true},
    {"derniere", true},
    {"derniers", true},
    {"dernieres", true},
    {"passe", true},
    {"passee", true},
}};

}  // namespace

std::optional<int> month_word(std::string_view word) { return look_up(kMonths, word); }
std::optional<int> weekday_word(std::string_view word) { return look_up(kWeekdays, word); }
std::optional<Season> season_word(std::string_view word) { return look_up(kSeasons, word); }
std::optional<TimeUnit> unit_word(std::string_view word) { return look_up(kUnits, word); }
std::optional<int> number_word(std::string_view word) { return look_up(kNumbers, word); }
std::optional<int> ordinal_word(std::string_view word) { return look_up(kOrdinals, word); }
bool last_word(std::string_view word) { return look_up(kLast, word).has_value(); }

}  // namespace gazette::server
