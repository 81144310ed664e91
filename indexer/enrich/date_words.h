// The words of French (and machine-made English) date lines.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace gazette::indexer {

/// 1..12 for a month's name or abbreviation, folded ("sept", "fevr", "aout", "oct").
std::optional<int> month_number(std::string_view word);

/// 1 (Monday) .. 7 for a weekday's name or abbreviation.
std::optional<int> weekday_number(std::string_view word);

/// The French name of a weekday, 1 (Monday) .. 7.
std::string_view weekday_name(int weekday);

/// 2 for "deux"; one to twelve, and "un" and "une".
std::optional<int> small_number(std::string_view word);

/// Words that say when without saying anything else: "le", "a", "date", "lecture".
bool is_date_filler(std::string_view word);

}  // namespace gazette::indexer
