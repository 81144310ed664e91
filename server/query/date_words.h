// The vocabulary of dates in French: months, days, seasons, units, small numbers.
#pragma once

#include <optional>
#include <string_view>

#include "server/query/calendar.h"

namespace gazette::server {

/// All take a folded word (see date_tokens.h); none when it is no such word.
std::optional<int> month_word(std::string_view word);    ///< 1..12; "sept", "juil" too
std::optional<int> weekday_word(std::string_view word);  ///< Monday 0 … Sunday 6
std::optional<Season> season_word(std::string_view word);
std::optional<TimeUnit> unit_word(std::string_view word);  ///< jour(s), semaine(s), mois, an(s) …
std::optional<int> number_word(std::string_view word);     ///< un … vingt, trente
std::optional<int> ordinal_word(std::string_view word);    ///< premier, 1er, deuxième, 2e … 4
bool last_word(std::string_view word);                     ///< dernier(s), dernière(s), passé(e)

}  // namespace gazette::server
