// The forms of datelines, each read where it may stand.
#pragma once

#include <cstddef>
#include <optional>

#include "common/error.h"
#include "indexer/enrich/dateline.h"
#include "indexer/enrich/dateline_parts.h"

namespace gazette::indexer {

constexpr std::size_t kMaxBylineTokens = 16;  // "Par Jean-Paul Petit, envoyé spécial à Goma"

/// Forms that begin with their place: "BAKOU, 22 sept (AFP) -", "Paris / La Gazette", "KIEV —".
Result<ParsedDateline> read_place_first(const DatelineText& line, const PlacesMatch& places);

/// A place that the gazetteer does not know, sure by its day and its agency: "Arbinda, 22 sept
/// (AFP) -".
std::optional<ParsedDateline> read_unknown_place(const DatelineText& line);

/// "De notre envoyée spéciale à Goma", "Jean Petit, correspondant à Rome", "À Marseille, Jeanne
/// Dupont".
std::optional<ParsedDateline> read_byline(const DatelineText& line);

/// "AFP - Paris", "AFP, Paris", alone on its line.
std::optional<ParsedDateline> read_agency_first(const DatelineText& line);

/// Byte where the body begins, given the first token of it.
std::size_t body_begin(const DatelineText& line, std::size_t at);

/// Why a text has no dateline.
Error no_place();
Error rubric();
Error prose();

}  // namespace gazette::indexer
