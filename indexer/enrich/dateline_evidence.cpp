// Reads day, agency, correspondent and country behind the places of a dateline.
#include "indexer/enrich/dateline_evidence.h"

#include "indexer/enrich/printed_day.h"

namespace gazette::indexer {
namespace {

std::size_t skip_comma(const DatelineText& line, std::size_t at) {
  return line.tokens[at].is_sign(',') || line.tokens[at].is_sign('|') ? at + 1 : at;
}

/// "(Nations Unies)" behind a place that does not lie there, when a day follows.
bool skip_aside(const DatelineText& line, Evidence& evidence) {
  constexpr std::size_t kMaxAsideTokens = 5;
  if (evidence.any() || !line.tokens[evidence.after].is_sign('(')) return false;
  std::size_t close = evidence.after + 1;
  while (!line.at_end(close) && starts_upper(line, close)) ++close;
  if (!line.tokens[close].is_sign(')') || close - evidence.after > kMaxAsideTokens) return false;
  if (!line.tokens[close + 1].is_sign(',') || !read_day(line.tokens, close + 2)) return false;
  evidence.after = close + 1;
  return true;
}

/// ", RDC" behind a place that lies there.
bool read_country_part(const DatelineText& line, const PlacesMatch& places, Evidence& evidence) {
  if (evidence.any() || evidence.qualified || !line.tokens[evidence.after].is_sign(','))
    return false;
  const std::optional<PlacesMatch> around = read_place(line, evidence.after + 1);
  const std::optional<Gazetteer::Row> row = places.places.back().row;
  if (!around || !row || *row == *around->places[0].row) return false;
  if (!Gazetteer::instance().inside(*row, *around->places[0].row)) return false;
  evidence.qualified = true;
  evidence.after = around->after;
  return true;
}

bool read_agency_part(const DatelineText& line, Evidence& evidence) {
  if (!evidence.agency.empty()) return false;
  const DateToken& link = line.tokens[evidence.after];
  const bool linked =
      link.is_sign(',') || link.is_sign('-') || link.is_sign('/') || link.is_sign('|');
  const std::size_t at = linked ? evidence.after + 1 : evidence.after;
  const bool parenthesis = line.tokens[at].is_sign('(') || line.tokens[at].is_sign('[');
  if (!linked && !parenthesis) return false;
  const std::optional<TextMatch> agency = read_agency(line, at);
  if (!agency) return false;
  if (!parenthesis) {  // "Nouméa - Services", "Alger-APS": the name must end there and look like
                       // one
    const DateToken& next = line.tokens[agency->after];
    const bool ends = line.at_end(agency->after) || next.is_sign('-') || next.is_sign(',') ||
                      next.is_sign('.') || (link.is_sign('/') && next.is_sign('/')) ||
                      (link.is_sign('|') && next.is_sign('|'));
    if (!ends) return false;
  }
  evidence.agency = agency->text;
  evidence.after = agency->after;
  // "/TASS/" takes its second slash along
  if (link.is_sign('/') && line.tokens[evidence.after].is_sign('/')) ++evidence.after;
  return true;
}

bool read_correspondent_part(const DatelineText& line, Evidence& evidence) {
  std::size_t at = skip_comma(line, evidence.after);
  if (line.tokens[at].is_sign('.')) ++at;  // "Tunis. De notre correspondant"
  const bool parenthesis = line.tokens[at].is_sign('(');
  const std::optional<std::size_t> after = read_correspondent(line, parenthesis ? at + 1 : at);
  if (evidence.correspondent || !after) return false;
  evidence.correspondent = true;
  evidence.after = parenthesis && line.tokens[*after].is_sign(')') ? *after + 1 : *after;
  return true;
}

}  // namespace

bool read_day_part(const DatelineText& line, Evidence& evidence) {
  std::size_t at = skip_comma(line, evidence.after);
  if (line.tokens[at].is("le") || line.tokens[at].is("ce")) ++at;
  const std::optional<DayMatch> day = read_day(line.tokens, at);
  if (evidence.day || !day || day->day.problem != DayProblem::kNone) return false;
  evidence.day =
      DatelineDay{day->day.date.year == 0 ? std::nullopt : std::optional<int>(day->day.date.year),
                  day->day.date.month, day->day.date.day};
  evidence.after = day->after;
  return true;
}

Evidence read_evidence(const DatelineText& line, const PlacesMatch& places) {
  Evidence evidence;
  evidence.after = places.after;
  evidence.qualified = places.qualified;
  while (skip_aside(line, evidence) || read_country_part(line, places, evidence) ||
         read_day_part(line, evidence) || read_correspondent_part(line, evidence) ||
         read_agency_part(line, evidence)) {
  }
  return evidence;
}

}  // namespace gazette::indexer
