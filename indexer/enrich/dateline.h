// Datelines: where an article was written, at the head of its text or alone on a line.
//
//   Paris / La Gazette · BAKOU, 22 sept (AFP) - · KIEV — · WASHINGTON/PARIS, … · (Genève, envoyé
//   spécial) · De notre envoyée spéciale à Goma
//
// Strict, because rubrics look alike ("DÉCRYPTAGE –", "Orange - Le groupe a annoncé"): a known
// place with an agency, a publisher, a date or a correspondent; or a city before a dash, or alone.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/error.h"
#include "common/places/gazetteer.h"

namespace gazette::indexer {

/// A day as datelines print it, mostly without its year.
struct DatelineDay {
  std::optional<int> year;
  int month = 1, day = 1;
  bool operator==(const DatelineDay&) const = default;
};

/// "09-22" or "2023-09-22".
std::string to_string(const DatelineDay& day);

struct DatelinePlace {
  std::string text;                   ///< as printed
  std::optional<Gazetteer::Row> row;  ///< none for a place that the gazetteer does not know
  std::size_t begin = 0, end = 0;     ///< bytes of the text
};

struct ParsedDateline {
  std::vector<DatelinePlace> places;  ///< at least one
  std::string agency;                 ///< agency or publisher as printed; may be empty
  std::optional<DatelineDay> day;
  std::string text;  ///< as printed, without what parts it from the body
  std::size_t length =
      0;  ///< bytes of the given text up to the body; all of it for a dateline alone on its line
  std::string_view rule;  ///< which form it is: "agency", "publisher", "correspondent", "dash", …
};

/// The dateline that `text` (a line or a first paragraph) begins with. Refused with one of these
/// codes: no-place, rubric, person, topic, prose; the message is a French sentence.
Result<ParsedDateline> parse_dateline(std::string_view text);

/// False for most texts, at a glance: a dateline ends with a dash or parenthesis soon, or is a
/// short line.
bool may_begin_with_dateline(std::string_view text);

/// As articles carry it.
Dateline to_article_dateline(const ParsedDateline& dateline);

}  // namespace gazette::indexer
