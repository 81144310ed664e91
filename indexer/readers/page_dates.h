// The date lines of a page, and the one that is the article's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/enrich/date_line.h"
#include "indexer/readers/page_lines.h"

namespace gazette::indexer {

/// A line that is a date line, or tries to be one.
struct PageDate {
  std::optional<DateLine> date;  ///< none: `fault` says why
  std::string fault;
  bool no_year = false;   ///< that is the fault: the line prints a day and no year
  bool labelled = false;  ///< it says "publié", "mis à jour"
};

/// For each line, what date it is; none for lines that are not date lines.
std::vector<std::optional<PageDate>> find_dates(const std::vector<PageLine>& lines,
                                                const TimeZone& zone);

/// Index of the article's own date line, given where its text begins; none when no date stands near
/// enough.
std::optional<std::size_t> choose_date(const std::vector<std::optional<PageDate>>& dates,
                                       std::size_t body_begin, std::size_t body_end);

/// Name before the date ("AFP, publié le …") or after "Par": who wrote the article. Empty for none.
std::string author_before(std::string_view text_before_date);

/// The same of a whole date line, where the name may also stand in it or behind it: "Posté par
/// Jeanne Vasseur le 12 mars 2024", "Publié le 12 mars 2024 - Par Jeanne Vasseur".
std::string author_of_line(std::string_view line, const DateLine& date);

}  // namespace gazette::indexer
