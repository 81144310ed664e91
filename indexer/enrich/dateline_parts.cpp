// Reads the parts of datelines.
#include "indexer/enrich/dateline_parts.h"

#include <algorithm>
#include <string>

#include "common/places/place_name.h"
#include "common/utf8.h"
#include "indexer/enrich/agencies.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kMaxPlaceTokens = 12;  // "Saint-Pierre-et-Miquelon" with its hyphens has 7
constexpr std::size_t kMaxAgencyWords = 4;   // in parentheses
constexpr double kCityOverCountry = 60;      // "Luxembourg (AFP)" is the city

bool is_upper(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || c == 0x152 ||
         c == 0x178 ||
         (c >= 0x100 && c <= 0x17F && (c >= 0x139 && c <= 0x148 ? c % 2 == 1 : c % 2 == 0)) ||
         (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F);
}

/// Datelines are written in towns: a well-known city comes before the country or state of its name.
Gazetteer::Row choose(const std::vector<Gazetteer::Row>& rows) {
  const Gazetteer& gazetteer = Gazetteer::instance();
  for (const Gazetteer::Row row : rows) {
    const PlaceRow place = gazetteer.row(row);
    if (place.type == "city" && place.rank >= kCityOverCountry) return row;
  }
  return rows.front();
}

bool may_be_placed(Gazetteer::Row row) { return Gazetteer::instance().row(row).type != "world"; }

/// "(La Réunion)" behind a name: the homonym that lies there, if any.
std::optional<Gazetteer::Row> qualified(const DatelineText& line, std::size_t open,
                                        const std::vector<Gazetteer::Row>& rows,
                                        std::size_t& after) {
  if (!line.tokens[open].is_sign('(')) return std::nullopt;
  std::size_t close = open + 1;
  while (!line.at_end(close) && !line.tokens[close].is_sign(')')) ++close;
  if (line.at_end(close) || close == open + 1 || close - open > kMaxPlaceTokens)
    return std::nullopt;
  const Gazetteer& gazetteer = Gazetteer::instance();
  for (const Gazetteer::Row around : gazetteer.find_name(line.between(open + 1, close))) {
    for (const Gazetteer::Row row : rows) {
      if (row == around || !gazetteer.inside(row, around)) continue;
      after = close + 1;
      return row;
    }
  }
  return std::nullopt;
}

/// Index behind the longest name of the gazetteer that begins at `at`; `at` when there is none.
std::size_t longest_name(const DatelineText& line, std::size_t at) {
  const std::string first = fold_place_name(line.between(at, at + 1));
  NameWalk walk(Gazetteer::instance(), first);
  std::size_t longest = at;
  for (std::size_t i = at; !walk.over(); ++i) {
    if (!walk.names().empty()) longest = i + 1;
    std::size_t next = i + 1;
    while (line.tokens[next].is_sign('-') || line.tokens[next].is_sign('\'') ||
           line.tokens[next].is_sign('.'))
      ++next;
    if (next - at >= kMaxPlaceTokens || line.at_end(next) ||
        line.tokens[next].kind == DateTokenKind::kSign)
      break;
    if (!walk.next(fold_place_name(line.between(next, next + 1)))) break;
    i = next - 1;
  }
  return longest;
}

}  // namespace

std::string_view DatelineText::between(std::size_t first, std::size_t after) const {
  if (first >= after || at_end(first)) return {};
  return text.substr(tokens[first].begin,
                     tokens[std::min(after, tokens.size()) - 1].end - tokens[first].begin);
}

std::optional<PlacesMatch> read_place(const DatelineText& line, std::size_t at) {
  if (line.tokens[at].kind != DateTokenKind::kWord || !starts_upper(line, at)) return std::nullopt;
  const std::size_t after = longest_name(line, at);
  if (after == at) return std::nullopt;
  std::vector<Gazetteer::Row> rows = Gazetteer::instance().find_name(line.between(at, after));
  std::erase_if(rows, [](Gazetteer::Row row) { return !may_be_placed(row); });
  if (rows.empty()) return std::nullopt;
  PlacesMatch found;
  found.after = after;
  std::optional<Gazetteer::Row> row = qualified(line, after, rows, found.after);
  found.qualified = row.has_value();
  if (!row) row = choose(rows);
  found.places.push_back({std::string(line.between(at, after)), row, line.tokens[at].begin,
                          line.tokens[after - 1].end});
  return found;
}

std::optional<PlacesMatch> read_places(const DatelineText& line, std::size_t at) {
  std::optional<PlacesMatch> all = read_place(line, at);
  while (all) {
    const DateToken& link = line.tokens[all->after];
    if (!link.is_sign('/') && !link.is("et")) break;
    // "Paris / La Croix" names a newspaper: only a slash without spaces joins places.
    if (link.is_sign('/') && (link.spaced || line.tokens[all->after + 1].spaced)) break;
    const std::optional<PlacesMatch> next = read_place(line, all->after + 1);
    if (!next) break;
    all->places.insert(all->places.end(), next->places.begin(), next->places.end());
    all->after = next->after;
  }
  return all;
}

std::optional<TextMatch> read_agency(const DatelineText& line, std::size_t at) {
  const bool parenthesis = line.tokens[at].is_sign('(') || line.tokens[at].is_sign('[');
  if (parenthesis) {
    std::size_t close = at + 1;
    std::size_t words = 0;
    bool capitals = true;
    while (!line.at_end(close) && !line.tokens[close].is_sign(')') &&
           !line.tokens[close].is_sign(']')) {
      if (line.tokens[close].kind == DateTokenKind::kWord) {
        ++words;
        const bool domain = line.tokens[close - 1].is_sign('.');  // "Gabonactu.com"
        capitals = capitals && (starts_upper(line, close) || domain);
      }
      ++close;
    }
    if (line.at_end(close) || words == 0) return std::nullopt;
    const std::string_view name = line.between(at + 1, close);
    const bool parted =
        line.at_end(close + 1) || read_dash(line, close + 1).kind != DashKind::kNone;
    const bool likely = words <= kMaxAgencyWords && capitals && parted;
    if (!is_agency(name) && !likely) return std::nullopt;
    return TextMatch{name, close + 1};
  }
  std::size_t after = at;  // the longest run that is known
  for (std::size_t end = std::min(at + kMaxAgencyWords * 2, line.tokens.size()); end > at; --end) {
    if (line.tokens[end - 1].kind == DateTokenKind::kSign || !starts_upper(line, at)) continue;
    if (!is_agency(line.between(at, end))) continue;
    after = end;
    break;
  }
  if (after == at) return std::nullopt;
  return TextMatch{line.between(at, after), after};
}

std::optional<std::size_t> read_correspondent(const DatelineText& line, std::size_t at) {
  std::size_t next = at;
  const auto word = [&](std::initializer_list<std::string_view> words) {
    for (const std::string_view wanted : words) {
      if (!line.tokens[next].is(wanted)) continue;
      ++next;
      return true;
    }
    return false;
  };
  word({"de", "par", "d"});
  word({"notre", "nos", "son", "l", "un", "une"});
  if (line.tokens[next].is_sign('\'')) ++next;
  if (word({"correspondance"})) {
    word({"particuliere", "speciale"});
    return next;
  }
  const bool envoy = word({"envoye", "envoyee", "envoyes", "envoyees"});
  if (!envoy && !word({"correspondant", "correspondante", "correspondants", "correspondantes",
                       "journaliste", "journalistes", "reporter"})) {
    return std::nullopt;
  }
  const bool special =
      word({"special", "speciale", "speciaux", "speciales", "permanent", "permanente", "permanents",
            "permanentes", "particulier", "local", "locale", "regional", "regionale"});
  if (envoy && !special) return std::nullopt;
  return next;
}

DashMatch read_dash(const DatelineText& line, std::size_t at) {
  const DateToken& dash = line.tokens[at];
  if (dash.is_sign('|') && dash.spaced) return {DashKind::kLong, at + 1};  // "MONTRÉAL | Le"
  if (!dash.is_sign('-')) return {};
  const DateToken& next = line.tokens[at + 1];
  if (next.is_sign('-') && !next.spaced) return {DashKind::kLong, at + 2};
  const bool long_dash = dash.end - dash.begin > 1 && line.text.substr(dash.begin, 3) != "\u2010" &&
                         line.text.substr(dash.begin, 3) != "\u2011";
  if (long_dash) return {DashKind::kLong, at + 1};
  if (!dash.spaced && !next.spaced) return {};  // glued: Paris-Match
  return {DashKind::kHyphen, at + 1};
}

bool in_capitals(const DatelineText& line, std::size_t first, std::size_t after) {
  bool any = false;
  for (std::size_t i = first; i < after; ++i) {
    const DateToken& token = line.tokens[i];
    if (token.kind != DateTokenKind::kWord) continue;
    any = true;
    if (!token.upper) return false;
  }
  return any;
}

bool starts_upper(const DatelineText& line, std::size_t at) {
  if (line.at_end(at)) return false;
  const DateToken& token = line.tokens[at];
  if (token.kind == DateTokenKind::kNumber) return true;
  return token.kind == DateTokenKind::kWord &&
         is_upper(utf8::decode(line.text, token.begin).code_point);
}

}  // namespace gazette::indexer
