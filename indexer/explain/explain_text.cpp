// Lays an explanation out in labelled lines.
#include "indexer/explain/explain_text.h"

#include <algorithm>
#include <array>

#include "common/cli/language.h"

namespace gazette::indexer {
namespace {

struct RuleName {
  std::string_view rule;
  const char *french, *english;
};

constexpr std::array kRuleNames = {
    RuleName{"prominent", "assez connu", "well known"},
    RuleName{"preposition", "préposition", "preposition"},
    RuleName{"parenthesis", "entre parenthèses", "in parentheses"},
    RuleName{"head noun", "nom de lieu devant (« la ville de »)", "head noun (“la ville de”)"},
    RuleName{"qualified", "précisé par la parenthèse qui suit", "qualified by a parenthesis"},
    RuleName{"beside its département", "dans un département nommé ici", "in a division named here"},
    RuleName{"apposition", "situé par ce qui suit", "located by what follows"},
    RuleName{"pair", "joint à un autre lieu", "joined to another place"},
    RuleName{"list", "énuméré avec d'autres lieux", "in a list of places"},
    RuleName{"sure elsewhere", "sûr ailleurs dans l'article", "sure elsewhere in the article"},
    RuleName{kDatelineRule, "provenance", "dateline"},
    RuleName{"agency", "agence", "agency"},
    RuleName{"agency and day", "agence et jour", "agency and day"},
    RuleName{"publisher", "lieu / éditeur", "place / publisher"},
    RuleName{"correspondent", "correspondant", "correspondent"},
    RuleName{"byline", "signature", "byline"},
    RuleName{"day", "jour", "day"},
    RuleName{"place", "lieu", "place"},
    RuleName{"dash", "ville devant un tiret", "town before a dash"},
    RuleName{"alone", "ville seule sur sa ligne", "town alone on its line"},
};

/// A line "label : value", indented; nothing for an empty value.
void put(std::string& out, const char* label, const std::string& value) {
  if (value.empty()) return;
  out.append("  ").append(label).append(tr(" : ", ": ")).append(value).append("\n");
}

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out += (out.empty() ? "" : ", ") + item;
  return out;
}

std::string quoted(const std::string& text) {
  return text.empty() ? "" : tr(" « ", " “") + text + tr(" »", "”");
}

std::string date_text(const Record& record) {
  if (const std::string_view fault = date_fault(record); !fault.empty()) {
    return tr("aucune", "none") + quoted(record.date_text) + tr(" : ", ": ") + std::string(fault);
  }
  if (!record.article.published) return tr("aucune", "none");
  const std::string_view precision = date_precision(record);
  const char* const known = precision == "day"      ? tr("au jour près", "to the day")
                            : precision == "hour"   ? tr("à l'heure près", "to the hour")
                            : precision == "minute" ? tr("à la minute près", "to the minute")
                                                    : tr("à la seconde près", "to the second");
  return record.article.published->to_string() + ", " + known + quoted(record.date_text);
}

std::string dateline_text(const Article& article) {
  const std::optional<ParsedDateline> parts = dateline_parts(article);
  if (!parts) return tr("aucune", "none");
  std::string out;
  if (article.dateline->place) {
    out = article.dateline->place->name + " (" + article.dateline->place->id + ")";
  } else if (!parts->places.empty()) {
    out = parts->places.front().text;
  } else {
    out = tr("lieu inconnu", "unknown place");
  }
  if (!parts->agency.empty()) out += ", " + parts->agency;
  if (parts->day) out += ", " + to_string(*parts->day);
  out += quoted(article.dateline->text);
  if (!parts->rule.empty()) out += ", " + rule_text(parts->rule);
  return out;
}

std::string place_line(const Place& place, const std::vector<AboutPlace>& about) {
  std::string out = place.name + " (" + place.id + ")";
  const auto found = std::find_if(about.begin(), about.end(), [&](const AboutPlace& other) {
    return other.place.id == place.id;
  });
  if (found == about.end()) return out + tr(", indiqué par la source", ", stated by the source");
  out += tr(", poids ", ", weight ") + std::to_string(found->weight / 2) +
         (found->weight % 2 == 0 ? "" : tr(",5", ".5"));
  if (found->mentions == 0) return out + tr(", par ses gentilés", ", by demonyms");
  return out + tr(", mentions : ", ", mentions: ") + std::to_string(found->mentions);
}

std::string mention_line(const ShownMention& shown) {
  const PlaceMention& mention = shown.mention;
  const Place place = place_of(mention, shown.text);
  const char* const field = shown.field == "title"      ? tr("titre", "title")
                            : shown.field == "subtitle" ? tr("chapô", "subtitle")
                                                        : tr("texte", "body");
  std::string out = std::string(field) + " " + std::to_string(shown.start) + "–" +
                    std::to_string(shown.end) + "  ";
  out.append(shown.text.substr(mention.begin, mention.end - mention.begin)).append(" → ");
  out.append(place.name)
      .append(" (")
      .append(place.id)
      .append("), ")
      .append(rule_text(mention.rule));
  return out;
}

void put_list(std::string& out, const char* label, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  out.append("  ").append(label).append(tr(" :\n", ":\n"));
  for (const std::string& line : lines) out.append("    ").append(line).append("\n");
}

std::vector<std::string> paragraphs(const std::string& body) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = std::min(body.find("\n\n", at), body.size());
    out.push_back(body.substr(at, end - at));
    at = end + 2;
  }
  return out;
}

std::vector<std::string> dropped_lines(const Explanation& explanation) {
  std::vector<std::string> out;
  for (const DroppedLine& line : explanation.record.dropped) {
    const std::string number =
        line.line == 0 ? "" : tr("ligne ", "line ") + std::to_string(line.line) + tr(" : ", ": ");
    out.push_back(number + line.text + " — " + line.reason);
  }
  return out;
}

void put_article(std::string& out, const Article& article) {
  put(out, tr("titre", "title"), article.title);
  put(out, tr("chapô", "subtitle"), article.subtitle);
  put(out, tr("source", "source"), article.source);
  put(out, tr("rubrique", "section"), article.section);
  put(out, tr("auteurs", "authors"), joined(article.authors));
  put(out, tr("mots-clés", "tags"), joined(article.tags));
  put(out, tr("adresse", "url"), article.url);
  put_list(out, tr("texte", "body"), paragraphs(article.body));
}

}  // namespace

std::string rule_text(std::string_view rule) {
  for (const RuleName& name : kRuleNames) {
    if (name.rule == rule) return tr(name.french, name.english);
  }
  return std::string(rule);
}

std::string to_text(const Explanation& explanation) {
  const Record& record = explanation.record;
  std::string out =
      explanation.source + ":" + std::to_string(record.line) + "  " + record.article.id + "\n";
  put_article(out, record.article);
  put(out, tr("date", "date"), date_text(record));
  put(out, tr("provenance", "dateline"), dateline_text(record.article));
  std::vector<std::string> lines;
  for (const Place& place : record.article.places) {
    lines.push_back(place_line(place, explanation.enrichment.about));
  }
  put_list(out, tr("lieux", "places"), lines);
  lines.clear();
  for (const ShownMention& shown : shown_mentions(explanation)) {
    lines.push_back(mention_line(shown));
  }
  put_list(out, tr("mentions", "mentions"), lines);
  put_list(out, tr("écarté", "left out"), dropped_lines(explanation));
  lines.clear();
  for (const Complaint& warning : record.warnings) {
    lines.push_back(warning.field + tr(" : ", ": ") + warning.reason);
  }
  put_list(out, tr("avertissements", "warnings"), lines);
  return out;
}

std::string to_text(const Complaint& complaint) {
  std::string out = complaint.source;
  if (complaint.line > 0) out += ":" + std::to_string(complaint.line);
  out += tr("  non indexé : ", "  not indexed: ");
  if (!complaint.field.empty()) out += complaint.field + tr(" : ", ": ");
  return out + complaint.reason + "\n";
}

}  // namespace gazette::indexer
