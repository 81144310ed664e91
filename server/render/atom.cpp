// The newest matches of a search as an Atom feed.
#include "server/render/atom.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

#include "common/http/url.h"
#include "server/render/hit_json.h"
#include "server/render/xml_writer.h"

namespace gazette::server {
namespace {

/// Atom wants a date of every entry: that of an article without one can only be an old one.
constexpr std::string_view kUndated = "1970-01-01T00:00:00Z";
constexpr std::string_view kGap = " […] ";  // between two passages of an article

/// An IRI that is the same wherever and whenever it is made: a name-based UUID (RFC 9562, version
/// 8).
std::string urn_of(std::string_view kind, std::string_view name) {
  const std::string text = "gazette\n" + std::string(kind) + "\n" + std::string(name);
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  constexpr unsigned long long kVersion = 0x8000;
  constexpr unsigned long long kVariant = 0x8000;
  std::array<char, 64> urn{};
  std::snprintf(urn.data(), urn.size(), "urn:uuid:%08llx-%04llx-%04llx-%04llx-%012llx",
                static_cast<unsigned long long>(hash.high64 >> 32),
                static_cast<unsigned long long>(hash.high64 >> 16 & 0xFFFF),
                static_cast<unsigned long long>(hash.high64 & 0x0FFF) | kVersion,
                static_cast<unsigned long long>(hash.low64 >> 48 & 0x3FFF) | kVariant,
                static_cast<unsigned long long>(hash.low64 & 0xFFFF'FFFF'FFFF));
  return urn.data();
}

/// With a time of day and an offset, as RFC 3339 asks: a day alone begins at midnight in `zone`.
NewsTime full_time(const NewsTime& time, const TimeZone& zone) {
  NewsTime full = time;
  if (time.precision == NewsTime::Precision::kDay) {
    full.precision = NewsTime::Precision::kSecond;
    full.offset_seconds = zone.offset_at_local(time.local_seconds);
  }
  return full;
}

/// When the entry last changed.
std::optional<NewsTime> last_change(const Article& article, const TimeZone& zone) {
  if (!article.published) return article.modified;
  if (!article.modified) return article.published;
  return article.modified->instant(zone) > article.published->instant(zone) ? article.modified
                                                                            : article.published;
}

void write_link(std::string_view rel, std::string_view type, const std::string& href,
                XmlWriter& xml) {
  if (href.empty()) return;
  xml.begin("link");
  xml.attribute("rel", rel);
  if (!type.empty()) xml.attribute("type", type);
  xml.attribute("href", href);
  xml.end();
}

void write_html(std::string_view tag, const std::string& html, XmlWriter& xml) {
  xml.begin(tag);
  xml.attribute("type", "html");
  xml.text(html);
  xml.end();
}

void write_category(const std::string& term, const std::string& scheme, XmlWriter& xml) {
  if (term.empty()) return;
  xml.begin("category");
  xml.attribute("term", term);
  xml.attribute("scheme", scheme);
  xml.attribute("label", term);
  xml.end();
}

void write_authors(const Article& article, XmlWriter& xml) {
  const auto author = [&](const std::string& name) {
    if (name.empty()) return;
    xml.begin("author");
    xml.element("name", name);
    xml.end();
  };
  for (const std::string& name : article.authors) author(name);
  if (article.authors.empty()) author(article.source);
}

std::string summary_of(const Hit& hit) {
  std::string summary;
  for (const MarkedText& passage : hit.body) {
    if (!summary.empty()) summary += kGap;
    summary += marked_html(passage);
  }
  return summary;
}

bool is_language(std::string_view tag) {
  return !tag.empty() && std::all_of(tag.begin(), tag.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

void write_entry(const Hit& hit, const AtomFrame& frame, const TimeZone& zone, XmlWriter& xml) {
  const Article& article = hit.article;
  const std::string page = frame.base + "/articles/" + http::percent_encoded(article.id);
  const std::optional<NewsTime> changed = last_change(article, zone);
  xml.begin("entry");
  if (is_language(article.language)) xml.attribute("xml:lang", article.language);
  xml.element("id", urn_of("article", article.id));
  write_html("title", marked_html({.text = article.title, .marks = {}}), xml);
  xml.element("updated", changed ? full_time(*changed, zone).to_string() : std::string(kUndated));
  if (article.published) xml.element("published", full_time(*article.published, zone).to_string());
  write_authors(article, xml);
  write_link("alternate", "text/html", article.url.empty() ? page : article.url, xml);
  if (!article.url.empty()) write_link("related", "text/html", page, xml);
  write_category(article.section, frame.base + "/v1/facets/section", xml);
  for (const std::string& tag : article.tags) {
    write_category(tag, frame.base + "/v1/facets/tag", xml);
  }
  const std::string summary = summary_of(hit);
  if (!summary.empty()) write_html("summary", summary, xml);
  xml.element("rights", article.rights);
  xml.end();
}

std::string feed_title(const ResolvedQuery& query) {
  if (!query.has_words && query.text.empty()) return "Gazette : derniers articles";
  return "Gazette : " + query.text;
}

/// The latest change among the entries: what is on top need not be what changed last.
std::string feed_updated(const SearchAnswer& answer, const AtomFrame& frame, const TimeZone& zone) {
  std::optional<NewsTime> latest;
  for (const Hit& hit : answer.hits) {
    const std::optional<NewsTime> changed = last_change(hit.article, zone);
    if (!changed) continue;
    if (!latest || changed->instant(zone) > latest->instant(zone)) latest = changed;
  }
  if (latest) return full_time(*latest, zone).to_string();
  return frame.updated.empty() ? std::string(kUndated) : frame.updated;
}

}  // namespace

std::string atom_feed(const SearchAnswer& answer, const AtomFrame& frame, const TimeZone& zone) {
  const auto address = [&](const std::string& path) {
    return path.empty() ? std::string() : frame.base + path;
  };
  std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
  XmlWriter xml(out);
  xml.begin("feed");
  xml.attribute("xmlns", "http://www.w3.org/2005/Atom");
  xml.attribute("xmlns:opensearch", "http://a9.com/-/spec/opensearch/1.1/");
  xml.attribute("xml:lang", "fr");
  xml.element("id", urn_of("feed", frame.identity));
  xml.element("title", feed_title(answer.query));
  xml.element("updated", feed_updated(answer, frame, zone));
  xml.begin("author");  // of entries that have none
  xml.element("name", "Gazette");
  xml.end();
  xml.element("generator", "Gazette");
  write_link("self", kAtomType, address(frame.self), xml);
  write_link("alternate", "text/html", address(frame.alternate), xml);
  write_link("next", kAtomType, address(frame.next), xml);
  xml.element("opensearch:totalResults", std::to_string(answer.total));
  if (frame.offset) xml.element("opensearch:startIndex", std::to_string(*frame.offset + 1));
  xml.element("opensearch:itemsPerPage", std::to_string(frame.per_page));
  for (const Hit& hit : answer.hits) write_entry(hit, frame, zone, xml);
  xml.end();
  out += '\n';
  return out;
}

}  // namespace gazette::server
