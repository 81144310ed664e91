// The forms of datelines, tried one after the other.
#include "indexer/enrich/dateline.h"

#include <array>
#include <cstdio>

#include "indexer/enrich/dateline_forms.h"
#include "indexer/enrich/dateline_parts.h"

namespace gazette::indexer {
namespace {

// Datelines are short; the rest of a long paragraph is not looked at.
constexpr std::size_t kMaxHeadBytes = 200;

Result<ParsedDateline> parse_line(const DatelineText& line);

/// "(Genève, envoyé spécial)": the same forms in parentheses.
Result<ParsedDateline> read_parenthesis(const DatelineText& line) {
  std::size_t close = 1;
  while (!line.at_end(close) && !line.tokens[close].is_sign(')')) ++close;
  if (line.at_end(close) || close > kMaxBylineTokens) return no_place();
  const std::string_view inner = line.between(1, close);
  Result<ParsedDateline> parsed = parse_line(DatelineText(inner));
  if (!parsed.ok()) return parsed.error();
  ParsedDateline dateline = std::move(parsed).value();
  if (dateline.length != inner.size()) return no_place();
  const std::size_t shift = line.tokens[1].begin;
  for (DatelinePlace& place : dateline.places) {
    place.begin += shift;
    place.end += shift;
  }
  const DashMatch dash = read_dash(line, close + 1);
  if (dash.kind == DashKind::kNone && !line.at_end(close + 1) && dateline.rule == "alone")
    return no_place();
  dateline.length = body_begin(line, dash.kind == DashKind::kNone ? close + 1 : dash.after);
  return dateline;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

Result<ParsedDateline> parse_line(const DatelineText& line) {
  if (line.tokens.size() == 0) return no_place();
  if (line.tokens[0].is_sign('(')) return read_parenthesis(line);
  if (std::optional<ParsedDateline> found = read_byline(line)) return *std::move(found);
  if (std::optional<ParsedDateline> found = read_agency_first(line)) return *std::move(found);
  const std::optional<PlacesMatch> places = read_places(line, 0);
  Result<ParsedDateline> found = places ? read_place_first(line, *places) : no_place();
  if (found.ok()) return found;
  // A known name may be the head of an unknown one: "Kpalimé-Ouest, 7 mai (AFP) -".
  if (std::optional<ParsedDateline> unknown = read_unknown_place(line)) return *std::move(unknown);
  if (places) return found;
  std::size_t head = 0;
  while (line.tokens[head].kind == DateTokenKind::kWord) ++head;
  return in_capitals(line, 0, head) ? rubric() : no_place();
}

}  // namespace

std::string to_string(const DatelineDay& day) {
  std::array<char, 48> out{};
  if (day.year) {
    std::snprintf(out.data(), out.size(), "%04d-%02d-%02d", *day.year, day.month, day.day);
  } else {
    std::snprintf(out.data(), out.size(), "%02d-%02d", day.month, day.day);
  }
  return out.data();
}

bool may_begin_with_dateline(std::string_view body) {
  constexpr std::size_t kHeadBytes = 90;
  const std::string_view head = body.substr(0, kHeadBytes);
  if (head.size() < kHeadBytes || head.find('\n') != std::string_view::npos) return true;
  return head.find_first_of("(/|") != std::string_view::npos ||
         head.find("- ") != std::string_view::npos ||
         head.find("\u2013") != std::string_view::npos ||
         head.find("\u2014") != std::string_view::npos;
}

Result<ParsedDateline> parse_dateline(std::string_view text) {
  std::string_view head = text.substr(0, text.find('\n'));
  const bool whole_line = head.size() <= kMaxHeadBytes;
  if (!whole_line) head = head.substr(0, kMaxHeadBytes);
  Result<ParsedDateline> parsed = parse_line(DatelineText(head));
  if (!parsed.ok() || parsed->length < head.size()) return parsed;
  if (!whole_line) return prose();
  ParsedDateline dateline = std::move(parsed).value();
  while (dateline.length < text.size() && is_blank(text[dateline.length])) ++dateline.length;
  return dateline;
}

Dateline to_article_dateline(const ParsedDateline& dateline) {
  Dateline out{.text = dateline.text, .place = std::nullopt};
  for (const DatelinePlace& place : dateline.places) {
    if (!place.row) continue;
    out.place = Gazetteer::instance().place(*place.row);
    break;
  }
  return out;
}

}  // namespace gazette::indexer
