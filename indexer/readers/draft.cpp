// The rules that articles of every format keep.
#include "indexer/readers/draft.h"

#include <algorithm>
#include <cmath>

#include "common/cli/language.h"
#include "common/utf8.h"
#include "indexer/enrich/date_line.h"
#include "indexer/enrich/dateline.h"
#include "indexer/readers/clean_text.h"
#include "indexer/readers/located_place.h"
#include "indexer/readers/source_time.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kMaxLabelBytes =
    500;  // a section, author, tag …; longer is a text gone astray
constexpr std::size_t kMaxListItems = 500;      // authors, tags or places of one article
constexpr std::size_t kMaxLanguageBytes = 35;   // RFC 5646 section 4.4.1
constexpr std::size_t kMaxWordsAroundDate = 3;  // in a date field: "date de parution", "à Paris"
constexpr std::size_t kQuoteBytes = 60;         // of a value shown in a message

std::string quoted(std::string_view text) {
  std::size_t end = std::min(text.size(), kQuoteBytes);
  while (!utf8::on_boundary(text, end)) --end;
  return "« " + std::string(text.substr(0, end)) + (end < text.size() ? "…" : "") + " »";
}

bool is_language_tag(std::string_view text) {
  return !text.empty() && text.size() <= kMaxLanguageBytes &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '-';
         });
}

/// Language in small letters, region in capitals (RFC 5646, section 2.1.1): "FR", "fr-fr" and
/// "fr-FR" would be three languages to a filter.
std::string in_usual_case(std::string tag) {
  std::size_t start = 0;
  while (start < tag.size()) {
    const std::size_t end = std::min(tag.find('-', start), tag.size());
    const bool region = start > 0 && end - start == 2;
    for (std::size_t i = start; i < end; ++i) {
      const char c = tag[i];
      if (region && c >= 'a' && c <= 'z') tag[i] = static_cast<char>(c - 32);
      if (!region && c >= 'A' && c <= 'Z') tag[i] = static_cast<char>(c + 32);
      if (!region && i == start && end - start == 4 && start > 0 && tag[i] >= 'a') {
        tag[i] = static_cast<char>(tag[i] - 32);  // a script: "zh-Hant"
      }
    }
    start = end + 1;
  }
  return tag;
}

/// Why `id` cannot be one, or empty. Control characters have no place in a URL or a log.
std::string fault_of_id(std::string_view id) {
  if (id.size() > kMaxIdBytes) {
    return tr("identifiant de plus de ", "id of more than ") + std::to_string(kMaxIdBytes) +
           tr(" octets : ", " bytes: ") + quoted(clean_line(id));
  }
  const bool controls = std::any_of(id.begin(), id.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
  if (controls) {
    return tr("caractère de commande dans l'identifiant ", "control character in the id ") +
           quoted(clean_line(id));
  }
  return {};
}

bool keep_coordinate(std::optional<double>& coordinate, double limit) {
  if (!coordinate || (std::isfinite(*coordinate) && std::abs(*coordinate) <= limit)) return true;
  coordinate.reset();
  return false;
}

}  // namespace

Draft::Draft(const InputStream& input, std::size_t line, const ReadOptions& options)
    : input_name_(input.name()), options_(options) {
  record_.line = line;
}

void Draft::id(std::string_view text) {
  if (text.empty()) return;
  bad_id_ = fault_of_id(text);
  record_.article.id = bad_id_.empty() ? text : std::string_view();
}

void Draft::guid(std::string_view text) { id(bounded_id(text)); }

void Draft::url(std::string_view text) { link(record_.article.url, "url", text); }
void Draft::image(std::string_view text) { link(record_.article.image, "image", text); }

void Draft::link(std::string& field, const char* name, std::string_view text) {
  const std::string cleaned = clean_line(text);
  if (cleaned.empty()) return;
  if (is_web_url(cleaned)) {
    field = cleaned;
  } else {
    warn(name, tr("ce n'est pas une adresse http ou https : ", "not an http or https URL: ") +
                   quoted(cleaned));
  }
}

void Draft::title(std::string_view text) { record_.article.title = clean_line(text); }
void Draft::subtitle(std::string_view text) { record_.article.subtitle = clean_line(text); }
void Draft::body(std::string_view text) { record_.article.body = clean_paragraphs(text); }
void Draft::rights(std::string_view text) { label(record_.article.rights, "rights", text); }
void Draft::source(std::string_view text) { label(record_.article.source, "source", text); }
void Draft::section(std::string_view text) { label(record_.article.section, "section", text); }
void Draft::author(std::string_view text) { label(record_.article.authors, "authors", text); }
void Draft::tag(std::string_view text) { label(record_.article.tags, "tags", text); }

void Draft::label(std::string& field, const char* name, std::string_view text) {
  std::string cleaned = clean_line(text);
  if (cleaned.size() > kMaxLabelBytes) {
    warn(name, tr("trop long pour ce champ : ", "too long for this field: ") + quoted(cleaned));
  } else if (!cleaned.empty()) {
    field = std::move(cleaned);
  }
}

void Draft::label(std::vector<std::string>& list, const char* name, std::string_view text) {
  std::string item;
  label(item, name, text);
  if (item.empty() || std::find(list.begin(), list.end(), item) != list.end()) return;
  if (list.size() < kMaxListItems) {
    list.push_back(std::move(item));
  } else if (list.size() == kMaxListItems) {
    warn(name,
         tr("plus de 500 valeurs : le reste est ignoré", "more than 500 values: rest ignored"));
  }
}

void Draft::published(std::string_view text) {
  time(record_.article.published, "published", text);
  record_.date_text = clean_line(text);
}
void Draft::modified(std::string_view text) { time(record_.article.modified, "modified", text); }
void Draft::published_at(const NewsTime& time, std::string_view printed) {
  record_.article.published = time;
  record_.date_text = printed;
}
void Draft::modified_at(const NewsTime& time) { record_.article.modified = time; }

namespace {

/// A day alone may be that of an old newspaper; the very second is what machines write for none.
bool is_epoch_zero(const NewsTime& time) {
  return time.precision == NewsTime::Precision::kSecond &&
         time.local_seconds == time.offset_seconds;
}

}  // namespace

void Draft::time(std::optional<NewsTime>& field, const char* name, std::string_view text) {
  const std::string cleaned = clean_line(text);
  if (cleaned.empty()) return;
  if (const Result<NewsTime> parsed = parse_news_time(cleaned, options_.zone); parsed.ok()) {
    if (is_epoch_zero(*parsed)) {
      return warn(name, tr("1er janvier 1970 à zéro heure : valeur vide d'un système, pas une date",
                           "1 January 1970, midnight: a system's empty value, not a date"));
    }
    field = parsed.value();
    return;
  }
  if (const std::optional<NewsTime> parsed = parse_source_time(cleaned, options_.zone)) {
    field = *parsed;
    return;
  }
  DateLineOptions options;
  options.zone = &options_.zone;
  const Result<DateLine> line = parse_date_line(cleaned, options);
  if (!line.ok()) return warn(name, line.error().message);
  if (line->other_words > kMaxWordsAroundDate) {
    return warn(name, tr("pas une date : ", "not a date: ") + quoted(cleaned));
  }
  field = line->value;
}

void Draft::language(std::string_view text) {
  std::string cleaned = clean_line(text);
  std::replace(cleaned.begin(), cleaned.end(), '_', '-');
  if (cleaned.empty()) return;
  if (is_language_tag(cleaned)) {
    record_.article.language = in_usual_case(cleaned);
  } else {
    warn("language",
         tr("ce n'est pas un code de langue (fr, fr-CA…) : ", "not a language tag (fr, fr-CA…): ") +
             quoted(cleaned));
  }
}

void Draft::dateline(std::string_view text, std::optional<Place> place) {
  std::string cleaned = clean_line(text);
  if (cleaned.empty() && !place) return;
  record_.article.dateline = Dateline{.text = std::move(cleaned), .place = std::move(place)};
}

void Draft::printed_dateline(std::string_view text) {
  const std::string cleaned = clean_line(text);
  const Result<ParsedDateline> parsed = parse_dateline(cleaned);
  dateline(cleaned, parsed.ok() ? to_article_dateline(parsed.value()).place : std::nullopt);
}

void Draft::place(Place place) {
  const bool lat_kept = keep_coordinate(place.lat, 90);
  const bool lon_kept = keep_coordinate(place.lon, 180);
  if (!lat_kept || !lon_kept) {
    warn("places",
         tr("coordonnées hors limites : ", "coordinates out of range: ") + quoted(place.name));
  }
  std::vector<Place>& places = record_.article.places;
  const bool known = std::any_of(places.begin(), places.end(),
                                 [&](const Place& other) { return other.id == place.id; });
  if (!known && places.size() < kMaxListItems) places.push_back(std::move(place));
}

void Draft::place(std::string_view name, std::optional<double> lat, std::optional<double> lon) {
  LocatedPlace located = place_at(name, lat, lon);
  if (!located.fault.empty()) warn("places", std::move(located.fault));
  if (located.place) place(std::move(*located.place));
}

void Draft::warn(std::string field, std::string reason) {
  record_.warnings.push_back({input_name_, record_.line, std::move(field), std::move(reason)});
}

void Draft::dropped(std::size_t line, std::string_view text, std::string reason) {
  record_.dropped.push_back({line, std::string(text), std::move(reason)});
}

bool Draft::finish(RecordSink& sink) && {
  Article& article = record_.article;
  if (!bad_id_.empty()) {
    sink.reject({input_name_, record_.line, "id", std::move(bad_id_)});
    return true;
  }
  if (taken_back_) return hand_over_withdrawal(sink);
  if (!reason_against().empty()) {
    sink.pass_over({input_name_, record_.line, "status", reason_against()});
    return true;
  }
  if (article.title.empty() && article.body.empty()) {
    sink.reject(
        {input_name_, record_.line, "title", tr("ni titre ni texte", "neither title nor body")});
    return true;
  }
  if (article.id.empty()) article.id = derived_id(article);
  if (!under_embargo()) return sink.take(std::move(record_));
  Complaint why{input_name_, record_.line, "embargo", std::move(embargo_)};
  return sink.embargo({std::move(record_), *embargo_end_, std::move(why)});
}

}  // namespace gazette::indexer
