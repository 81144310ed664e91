// Days counted from today: hier, la semaine dernière, ce mois-ci, lundi dernier.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "server/query/date_grammar.h"

namespace gazette::server {

/// The expression at token `at`, after its article: "hier", "semaine dernière", "mois dernier",
/// "an dernier", "week-end dernier", "lundi dernier", "septembre dernier", "été dernier"; with
/// "ce", "cet" or "cette" before it "semaine", "mois-ci", "année", "week-end".
std::optional<DateMatch> relative_date(std::span<const DateToken> tokens, std::size_t at,
                                       CivilDay today);

}  // namespace gazette::server
