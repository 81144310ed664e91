// What each form demands beyond its place, so that rubrics and topics are not taken for places.
#include "indexer/enrich/dateline_forms.h"

#include <algorithm>
#include <array>

#include "indexer/enrich/agencies.h"
#include "indexer/enrich/dateline_evidence.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kMaxPublisherWords = 6;  // "La Voix du Nord Dimanche"
constexpr std::size_t kMaxNameWords = 5;       // "Jean-Paul Petit et Awa Diop"
constexpr double kSureCity =
    61;  // rank from which a name that is also a word is the city: Tours, not Orange

// Rank from which a name alone is trusted: rubrics are named like small towns (MÉDIAS – is no
// dateline of Mediaș).
constexpr double kLeastCity = 48;

Error refused(std::string_view code, std::string_view message) {
  return Error{std::string(code), std::string(message), "", 0};
}

Error topic() { return refused("topic", "un lieu cité comme sujet, pas comme provenance"); }

bool is_section(std::string_view word) {
  static constexpr std::array<std::string_view, 30> kSections{
      "politique", "economie",      "sport",   "sports",        "culture",     "societe",
      "monde",     "international", "faits",   "sante",         "tech",        "high",
      "sciences",  "science",       "planete", "environnement", "justice",     "education",
      "medias",    "musique",       "cinema",  "meteo",         "football",    "rugby",
      "actualite", "actualites",    "opinion", "opinions",      "entreprises", "immobilier"};
  return std::find(kSections.begin(), kSections.end(), word) != kSections.end();
}

/// A town, or a country that is one: where news is written.
bool is_town(Gazetteer::Row row) {
  static constexpr std::array<std::string_view, 8> kCityStates{
      "country:MC", "country:SG", "country:HK", "country:MO",
      "country:VA", "country:SM", "country:DJ", "country:GI"};
  const PlaceRow place = Gazetteer::instance().row(row);
  if (place.type == "city" || place.type == "district") return true;
  return std::find(kCityStates.begin(), kCityStates.end(), place.id) != kCityStates.end();
}

/// False for a name that is more often a word, a first name or a surname ("Orange - Le groupe",
/// "Nancy").
bool is_sure_town(const DatelinePlace& place, bool capitals) {
  if (!place.row || !is_town(*place.row)) return false;
  const PlaceRow row = Gazetteer::instance().row(*place.row);
  if (row.rank >= kSureCity) return true;
  if (row.rank < kLeastCity) return false;
  if (row.flags.find('w') != std::string_view::npos) return false;
  return capitals || row.flags.find_first_of("ps") == std::string_view::npos;
}

ParsedDateline made(const DatelineText& line, std::vector<DatelinePlace> places, Evidence evidence,
                    std::size_t first, std::size_t length, std::string_view rule) {
  ParsedDateline dateline;
  dateline.places = std::move(places);
  dateline.agency = std::move(evidence.agency);
  dateline.day = evidence.day;
  dateline.text = std::string(line.between(first, evidence.after));
  dateline.length = length;
  dateline.rule = rule;
  return dateline;
}

/// True when [at, end of line) is a name or a few: "Jeanne Dupont et Awa Diop".
bool is_byline(const DatelineText& line, std::size_t at) {
  std::size_t words = 0;
  for (; !line.at_end(at); ++at) {
    const DateToken& token = line.tokens[at];
    if (token.kind == DateTokenKind::kNumber) return false;
    if (token.kind == DateTokenKind::kSign) {
      const bool glue =
          token.is_sign('-') || token.is_sign('\'') || token.is_sign('.') || token.is_sign(',');
      if (!glue) return false;
      continue;
    }
    if (token.is("et") || token.is("avec") || token.is("de") || token.is("d")) continue;
    if (!starts_upper(line, at)) return false;
    ++words;
  }
  return words >= 1 && words <= kMaxNameWords * 2;
}

/// "PLACE / PUBLISHER", alone on its line.
std::optional<ParsedDateline> read_publisher(const DatelineText& line, const PlacesMatch& places,
                                             Evidence evidence) {
  const std::size_t slash = evidence.after;
  const DateToken& mark = line.tokens[slash];
  if (!mark.is_sign('/') && !mark.is_sign('|')) return std::nullopt;
  if (!places.places.back().row || !is_town(*places.places.back().row)) return std::nullopt;
  std::size_t words = 0;
  for (std::size_t at = slash + 1; !line.at_end(at); ++at) {
    const DateToken& token = line.tokens[at];
    if (token.is_sign('.') && !line.at_end(at + 1) && line.tokens[at + 1].spaced)
      return std::nullopt;
    if (token.is_sign(':') || token.is_sign(',') || token.is_sign('?') || token.is_sign('/'))
      return std::nullopt;
    if (token.kind != DateTokenKind::kSign) ++words;
  }
  if (words == 0 || words > kMaxPublisherWords || !starts_upper(line, slash + 1))
    return std::nullopt;
  if (is_section(line.tokens[slash + 1].word)) return std::nullopt;
  evidence.agency = line.between(slash + 1, line.tokens.size());
  evidence.after = line.tokens.size();
  return made(line, places.places, std::move(evidence), 0, line.text.size(), "publisher");
}

/// A town before a dash and nothing that says more: "KIEV — Les combats".
Result<ParsedDateline> read_bare(const DatelineText& line, const PlacesMatch& places,
                                 const Evidence& evidence, const DashMatch& dash) {
  const bool capitals = in_capitals(line, 0, places.after);
  const bool sure = std::all_of(places.places.begin(), places.places.end(),
                                [&](const DatelinePlace& p) { return is_sure_town(p, capitals); });
  if (!sure && !evidence.qualified) return topic();
  if (!line.at_end(dash.after)) {
    const DateToken& first = line.tokens[dash.after];
    if (first.kind == DateTokenKind::kWord && !starts_upper(line, dash.after)) return topic();
    // "Lyon - Marseille : 2-1", "Paris — Londres"
    const std::optional<PlacesMatch> other = read_place(line, dash.after);
    if (other && (line.at_end(other->after) || line.tokens[other->after].is_sign(':') ||
                  line.tokens[other->after].is_sign(',') ||
                  line.tokens[other->after].kind == DateTokenKind::kNumber)) {
      return topic();
    }
  }
  return made(line, places.places, evidence, 0, body_begin(line, dash.after), "dash");
}

bool is_preposition(const DateToken& token) {
  return token.is("a") || token.is("au") || token.is("aux") || token.is("en") || token.is("dans") ||
         token.is("de");
}

}  // namespace

Error no_place() { return refused("no-place", "aucun lieu connu en tête du texte"); }
Error rubric() { return refused("rubric", "une rubrique, pas un lieu"); }
Error prose() { return refused("prose", "un lieu dans une phrase, pas une provenance"); }

std::size_t body_begin(const DatelineText& line, std::size_t at) {
  return line.at_end(at) ? line.text.size() : line.tokens[at].begin;
}

Result<ParsedDateline> read_place_first(const DatelineText& line, const PlacesMatch& places) {
  const Evidence evidence = read_evidence(line, places);
  if (std::optional<ParsedDateline> publisher = read_publisher(line, places, evidence))
    return *std::move(publisher);
  const std::size_t at = evidence.after;
  const DateToken& next = line.tokens[at];
  DashMatch dash = read_dash(line, at);
  if (dash.kind == DashKind::kNone && next.is_sign('-') && !evidence.agency.empty() &&
      (line.tokens[at - 1].is_sign(')') || line.tokens[at - 1].is_sign(']'))) {
    dash = {DashKind::kHyphen, at + 1};  // "Dakar, 12 déc (APS)-Le président"
  }
  const std::string_view rule = !evidence.agency.empty() ? "agency"
                                : evidence.correspondent ? "correspondent"
                                : evidence.day           ? "day"
                                                         : "place";
  if (evidence.any()) {
    if (line.at_end(at)) return made(line, places.places, evidence, 0, line.text.size(), rule);
    if (dash.kind != DashKind::kNone) {
      return made(line, places.places, evidence, 0, body_begin(line, dash.after), rule);
    }
    const DashMatch behind_stop = next.is_sign('.') ? read_dash(line, at + 1) : DashMatch{};
    if (behind_stop.kind != DashKind::kNone) {  // "KINSHASA, 3 juin (ACP).- Le ministre"
      return made(line, places.places, evidence, 0, body_begin(line, behind_stop.after), rule);
    }
    const bool stop = next.is_sign('.') || (next.is_sign(':') && !evidence.agency.empty());
    if (stop) return made(line, places.places, evidence, 0, body_begin(line, at + 1), rule);
    if (!evidence.agency.empty() && starts_upper(line, at) &&
        next.spaced) {  // "PARIS (AFP) Les autorités"
      return made(line, places.places, evidence, 0, next.begin, rule);
    }
    if (evidence.correspondent && next.is_sign(',') && is_byline(line, at + 1)) {
      return made(line, places.places, evidence, 0, line.text.size(), rule);
    }
    return prose();
  }
  if (next.is_sign(':')) return topic();
  if (next.is_sign(',') && line.tokens[at + 1].kind == DateTokenKind::kNumber &&
      line.tokens[at + 2].is("ans")) {
    return refused("person", "une personne et son âge, pas un lieu");
  }
  const bool alone = line.at_end(at) || (next.is_sign('.') && line.at_end(at + 1));
  if (alone) {
    if (!evidence.qualified && !is_sure_town(places.places.back(), true)) return topic();
    return made(line, places.places, evidence, 0, line.text.size(), "alone");
  }
  if (dash.kind != DashKind::kNone) return read_bare(line, places, evidence, dash);
  return prose();
}

std::optional<ParsedDateline> read_unknown_place(const DatelineText& line) {
  std::size_t after = 0;
  while (!line.at_end(after) && !line.tokens[after].is_sign(',') &&
         !line.tokens[after].is_sign('(')) {
    if (line.tokens[after].kind == DateTokenKind::kNumber || ++after > 6) return std::nullopt;
  }
  if (after == 0 || !starts_upper(line, 0)) return std::nullopt;
  PlacesMatch places;
  places.after = after;
  places.places.push_back({std::string(line.between(0, after)), std::nullopt, line.tokens[0].begin,
                           line.tokens[after - 1].end});
  const Evidence evidence = read_evidence(line, places);
  if (!evidence.day || evidence.agency.empty()) return std::nullopt;
  const DashMatch dash = read_dash(line, evidence.after);
  if (dash.kind == DashKind::kNone && !line.at_end(evidence.after)) return std::nullopt;
  const std::size_t body =
      dash.kind == DashKind::kNone ? line.text.size() : body_begin(line, dash.after);
  return made(line, places.places, evidence, 0, body, "agency and day");
}

std::optional<ParsedDateline> read_byline(const DatelineText& line) {
  for (std::size_t at = 0; at < std::min(line.tokens.size(), kMaxBylineTokens); ++at) {
    const std::optional<std::size_t> who = read_correspondent(line, at);
    if (!who || !is_preposition(line.tokens[*who])) continue;
    if (at > 0 && !is_byline(DatelineText(line.between(0, at)), 0) && !line.tokens[0].is("par"))
      return std::nullopt;
    std::size_t place_at = *who + 1;
    if (line.tokens[place_at].is("la") || line.tokens[place_at].is("l")) ++place_at;
    std::optional<PlacesMatch> places = read_places(line, place_at);
    if (!places) return std::nullopt;
    Evidence evidence = read_evidence(line, *places);
    evidence.correspondent = true;
    const DashMatch dash = read_dash(line, evidence.after);
    const DateToken& next = line.tokens[evidence.after];
    std::size_t length = line.text.size();
    if (dash.kind != DashKind::kNone) {
      length = body_begin(line, dash.after);
    } else if (next.is_sign('.') || next.is_sign(':')) {
      length = body_begin(line, evidence.after + 1);
    } else if (!line.at_end(evidence.after) &&
               !(next.is_sign(',') && is_byline(line, evidence.after + 1))) {
      return std::nullopt;
    }
    return made(line, std::move(places->places), std::move(evidence), at, length, "correspondent");
  }
  if (line.tokens[0].is("a") && !line.tokens[1].is_sign('\'')) {
    std::optional<PlacesMatch> places = read_places(line, 1);
    if (places && line.tokens[places->after].is_sign(',') && is_byline(line, places->after + 1) &&
        line.tokens.size() <= kMaxBylineTokens) {
      Evidence evidence;
      evidence.after = places->after;
      return made(line, std::move(places->places), std::move(evidence), 1, line.text.size(),
                  "byline");
    }
  }
  return std::nullopt;
}

std::optional<ParsedDateline> read_agency_first(const DatelineText& line) {
  const std::optional<TextMatch> agency = read_agency(line, 0);
  if (!agency || !is_agency(agency->text)) return std::nullopt;
  const DateToken& link = line.tokens[agency->after];
  if (!link.is_sign(',') && !link.is_sign('-') && !link.is_sign('/')) return std::nullopt;
  std::optional<PlacesMatch> places = read_places(line, agency->after + 1);
  if (!places) return std::nullopt;
  Evidence evidence;
  evidence.agency = agency->text;
  evidence.after = places->after;
  read_day_part(line, evidence);
  const DashMatch dash = read_dash(line, evidence.after);
  if (dash.kind == DashKind::kNone && !line.at_end(evidence.after)) return std::nullopt;
  const std::size_t body =
      dash.kind == DashKind::kNone ? line.text.size() : body_begin(line, dash.after);
  return made(line, std::move(places->places), std::move(evidence), 0, body, "agency");
}

}  // namespace gazette::indexer
