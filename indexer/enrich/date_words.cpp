// Tables of months, weekdays and what stands around them.
#include "indexer/enrich/date_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gazette::indexer {
namespace {

using Entry = std::pair<std::string_view, int>;

constexpr Entry kMonths[] = {
    {"janvier", 1},   {"janv", 1},     {"jan", 1},       {"january", 1},   {"fevrier", 2},
    {"fevr", 2},      {"fev", 2},      {"feb", 2},       {"february", 2},  {"mars", 3},
    {"mar", 3},       {"march", 3},    {"avril", 4},     {"avr", 4},       {"apr", 4},
    {"april", 4},     {"mai", 5},      {"may", 5},       {"juin", 6},      {"jun", 6},
    {"june", 6},      {"juillet", 7},  {"juil", 7},      {"juill", 7},     {"jul", 7},
    {"july", 7},      {"aout", 8},     {"aou", 8},       {"aug", 8},       {"august", 8},
    {"septembre", 9}, {"sept", 9},     {"sep", 9},       {"september", 9}, {"octobre", 10},
    {"oct", 10},      {"october", 10}, {"novembre", 11}, {"nov", 11},      {"november", 11},
    {"decembre", 12}, {"dec", 12},     {"december", 12},
};

constexpr Entry kWeekdays[] = {
    {"lundi", 1},  {"lun", 1},      {"monday", 1},    {"mon", 1},      {"mardi", 2},
    {"mar", 2},    {"tuesday", 2},  {"tue", 2},       {"tues", 2},     {"mercredi", 3},
    {"mer", 3},    {"merc", 3},     {"wednesday", 3}, {"wed", 3},      {"jeudi", 4},
    {"jeu", 4},    {"thursday", 4}, {"thu", 4},       {"thurs", 4},    {"vendredi", 5},
    {"ven", 5},    {"vend", 5},     {"friday", 5},    {"fri", 5},      {"samedi", 6},
    {"sam", 6},    {"saturday", 6}, {"sat", 6},       {"dimanche", 7}, {"dim", 7},
    {"sunday", 7}, {"sun", 7},
};

constexpr Entry kSmallNumbers[] = {
    {"un", 1},   {"une", 1},  {"deux", 2}, {"trois", 3}, {"quatre", 4}, {"cinq", 5},   {"six", 6},
    {"sept", 7}, {"huit", 8}, {"neuf", 9}, {"dix", 10},  {"onze", 11},  {"douze", 12},
};

constexpr std::string_view kFillers[] = {
    "le",       "la",     "l",       "a",       "au",       "du",           "de",
    "d",        "en",     "et",      "ce",      "cet",      "cette",        "date",
    "heure",    "heures", "h",       "min",     "mn",       "minute",       "minutes",
    "mins",     "temps",  "lecture", "lire",    "duree",    "estime",       "estimee",
    "ligne",    "jour",   "jours",   "dernier", "derniere", "modification", "publication",
    "parution", "on",     "at",      "the",     "of",       "vers",         "depuis",
    "il",       "y",      "er",      "edition", "article",  "par",          "t",
    "s",        "soit",   "matin",   "soir",    "apres",    "midi",         "locale",
    "locales",  "ete",    "hiver",
};

template <std::size_t Size>
std::optional<int> find(const Entry (&table)[Size], std::string_view word) {
  for (const Entry& entry : table) {
    if (entry.first == word) return entry.second;
  }
  return std::nullopt;
}

}  // namespace

std::optional<int> month_number(std::string_view word) { return find(kMonths, word); }

std::optional<int> weekday_number(std::string_view word) { return find(kWeekdays, word); }

std::string_view weekday_name(int weekday) {
  static constexpr std::array<std::string_view, 7> kNames{"lundi",    "mardi",  "mercredi", "jeudi",
                                                          "vendredi", "samedi", "dimanche"};
  return kNames[static_cast<std::size_t>(weekday - 1)];
}

std::optional<int> small_number(std::string_view word) { return find(kSmallNumbers, word); }

bool is_date_filler(std::string_view word) {
  return std::find(std::begin(kFillers), std::end(kFillers), word) != std::end(kFillers);
}

}  // namespace gazette::indexer
