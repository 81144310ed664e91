// JSON-LD: the article among the objects of a page, in a graph, a list or alone, mended where
// publishers' templates break it.
#include <nlohmann/json.hpp>
#include <optional>

#include "indexer/readers/clean_text.h"
#include "indexer/readers/draft.h"
#include "indexer/readers/html_facts.h"
#include "indexer/readers/json_records.h"
#include "indexer/readers/markup_text.h"

namespace gazette::indexer {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxNesting = 60;  // the deepest seen has 12
constexpr std::size_t kMaxObjects = 2000;

/// The text of a script, without what hides it from old browsers.
std::string script_text(const HtmlDocument& document, std::uint32_t script) {
  std::string text;
  for (std::uint32_t i = script + 1; i < document.nodes()[script].end; ++i) {
    text += document.nodes()[i].text;
  }
  const std::size_t begin = text.find_first_of("{[");
  const std::size_t end = text.find_last_of("}]");
  if (begin == std::string::npos || end == std::string::npos || end < begin) return {};
  return text.substr(begin, end - begin + 1);
}

/// JSON with the faults of templates undone: line breaks and tabs inside strings, commas before a
/// closing bracket, a backslash before what needs none.
std::string mended(std::string_view text) {
  std::string out;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\' && i + 1 < text.size()) {
        const bool known =
            std::string_view("\"\\/bfnrtu").find(text[i + 1]) != std::string_view::npos;
        if (known) out += c;
        out += text[++i];
      } else if (static_cast<unsigned char>(c) < 0x20) {
        out += ' ';
      } else {
        out += c;
        if (c == '"') in_string = false;
      }
      continue;
    }
    if (c == '"') in_string = true;
    if (c == ',') {
      const std::size_t next = text.find_first_not_of(" \t\r\n,", i + 1);
      if (next == std::string_view::npos || text[next] == '}' || text[next] == ']') continue;
    }
    out += c;
  }
  return out;
}

std::optional<Json> parse(const std::string& text) {
  if (text.empty() || nesting(text) > kMaxNesting) return std::nullopt;
  Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) json = Json::parse(mended(text), nullptr, false);
  if (json.is_discarded()) return std::nullopt;
  return json;
}

/// Values of `key`, each of a list alone; none when it is not there.
std::vector<const Json*> values(const Json& object, const char* key) {
  std::vector<const Json*> out;
  const auto at = object.find(key);
  if (at == object.end() || at->is_null()) return out;
  if (!at->is_array()) return {&*at};
  for (const Json& value : *at) out.push_back(&value);
  return out;
}

/// A value as text: itself, a number, or the name, address or id of an object.
std::string text_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_integer()) return std::to_string(value.get<long long>());
  if (!value.is_object()) return {};
  for (const char* const key : {"name", "url", "contentUrl", "@value", "@id"}) {
    const auto at = value.find(key);
    if (at != value.end() && at->is_string()) return at->get<std::string>();
    if (at != value.end() && at->is_array() && !at->empty() && at->front().is_string()) {
      return at->front().get<std::string>();
    }
  }
  return {};
}

std::string first_text(const Json& object, const char* key) {
  for (const Json* const value : values(object, key)) {
    std::string text = text_of(*value);
    if (!text.empty()) return text;
  }
  return {};
}

bool has_type(const Json& object, std::string_view ending) {
  for (const Json* const type : values(object, "@type")) {
    if (type->is_string() && type->get<std::string>().ends_with(ending)) return true;
  }
  return false;
}

/// NewsArticle, ReportageNewsArticle, Article, BlogPosting, LiveBlogPosting, Report …
bool is_article(const Json& object) {
  return has_type(object, "Article") || has_type(object, "BlogPosting") ||
         has_type(object, "Report") || has_type(object, "SocialMediaPosting");
}

/// Objects of all scripts, those inside graphs and lists too, in document order.
class Objects {
 public:
  explicit Objects(std::vector<Json> scripts) : scripts_(std::move(scripts)) {
    for (const Json& script : scripts_) add(script, 0);
  }

  [[nodiscard]] const std::vector<const Json*>& all() const { return objects_; }

  /// The object that {"@id": …} stands for.
  [[nodiscard]] const Json& resolved(const Json& value) const {
    if (!value.is_object() || value.size() > 2) return value;
    const auto id = value.find("@id");
    if (id == value.end() || !id->is_string() || value.contains("name")) return value;
    for (const Json* const object : objects_) {
      const auto other = object->find("@id");
      if (other != object->end() && *other == *id && object->size() > value.size()) return *object;
    }
    return value;
  }

 private:
  void add(const Json& value, int depth) {
    constexpr int kMostDepth = 4;
    if (depth > kMostDepth || objects_.size() > kMaxObjects) return;
    if (value.is_array()) {
      for (const Json& element : value) add(element, depth + 1);
    }
    if (!value.is_object()) return;
    objects_.push_back(&value);
    for (const char* const key : {"@graph", "mainEntity", "mainEntityOfPage", "hasPart"}) {
      const auto at = value.find(key);
      if (at != value.end()) add(*at, depth + 1);
    }
  }

  std::vector<Json> scripts_;
  std::vector<const Json*> objects_;
};

std::optional<double> number_of(const Json& object, const char* key) {
  const auto at = object.find(key);
  if (at == object.end()) return std::nullopt;
  if (at->is_number()) return at->get<double>();
  if (!at->is_string()) return std::nullopt;
  try {
    return std::stod(at->get<std::string>());
  } catch (const std::exception&) {  // no number, or none that a double holds
    return std::nullopt;
  }
}

void take_places(const Json& article, const Objects& objects, HtmlFacts& facts) {
  for (const Json* const value : values(article, "contentLocation")) {
    const Json& object = objects.resolved(*value);
    std::optional<Place> place = place_of_name(text_of(object));
    if (!place) continue;
    const auto geo = object.is_object() ? object.find("geo") : object.end();
    if (!place->lat && object.is_object() && geo != object.end() && geo->is_object()) {
      place->lat = number_of(*geo, "latitude");
      place->lon = number_of(*geo, "longitude");
    }
    facts.places.push_back(std::move(*place));
  }
}

/// Keywords come as a list, or as one text with commas.
void take_tags(const Json& article, HtmlFacts& facts) {
  for (const Json* const value : values(article, "keywords")) {
    std::string text = text_of(*value);
    while (!text.empty()) {
      const std::size_t end = std::min(text.find(','), text.size());
      facts.tags.push_back(text.substr(0, end));
      text.erase(0, end + 1);
    }
  }
}

std::string rights_of(const Json& article, const Objects& objects) {
  for (const char* const key : {"copyrightNotice", "license"}) {
    std::string text = first_text(article, key);
    if (!text.empty()) return text;
  }
  const auto holder = article.find("copyrightHolder");
  const std::string name = holder == article.end() ? "" : text_of(objects.resolved(*holder));
  const std::string year = first_text(article, "copyrightYear");
  if (name.empty()) return {};
  return "© " + (year.empty() ? "" : year + " ") + name;
}

void take_article(const Json& article, const Objects& objects, HtmlFacts& facts) {
  facts.is_article = true;
  facts.title = markup_line(first_text(article, "headline"));
  if (facts.title.empty()) facts.title = first_text(article, "name");
  facts.subtitle = markup_line(first_text(article, "description"));
  if (facts.subtitle.empty()) facts.subtitle = first_text(article, "alternativeHeadline");
  facts.body = first_text(article, "articleBody");
  facts.published = first_text(article, "datePublished");
  if (facts.published.empty()) facts.published = first_text(article, "dateCreated");
  facts.modified = first_text(article, "dateModified");
  facts.section = first_text(article, "articleSection");
  facts.language = first_text(article, "inLanguage");
  facts.dateline = first_text(article, "dateline");
  facts.written_at = first_text(article, "locationCreated");
  facts.image = first_text(article, "image");
  if (facts.image.empty()) facts.image = first_text(article, "thumbnailUrl");
  facts.url = first_text(article, "url");
  if (facts.url.empty()) facts.url = first_text(article, "mainEntityOfPage");
  facts.rights = rights_of(article, objects);
  for (const Json* const author : values(article, "author")) {
    facts.authors.push_back(text_of(objects.resolved(*author)));
  }
  for (const char* const key : {"publisher", "sourceOrganization", "provider"}) {
    for (const Json* const value : values(article, key)) {
      if (facts.source.empty()) facts.source = text_of(objects.resolved(*value));
    }
  }
  take_tags(article, facts);
  take_places(article, objects, facts);
  const auto free = article.find("isAccessibleForFree");
  if (free != article.end()) {
    const std::string text = free->is_string() ? free->get<std::string>() : free->dump();
    facts.paid = text == "false" || text == "False" || text == "no";
  }
}

/// "Accueil > Monde > Asie > the article": the second is the section.
std::string section_of_breadcrumb(const Json& list) {
  const std::vector<const Json*> items = values(list, "itemListElement");
  if (items.size() < 2 || !items[1]->is_object()) return {};
  std::string name = first_text(*items[1], "name");
  if (name.empty()) name = first_text(*items[1], "item");
  return name.starts_with("http") ? "" : name;
}

}  // namespace

HtmlFacts facts_of_json_ld(const HtmlDocument& document, std::size_t& broken) {
  std::vector<Json> scripts;
  for (std::uint32_t i = 0; i < document.nodes().size(); ++i) {
    if (document.nodes()[i].tag != GUMBO_TAG_SCRIPT ||
        document.attribute(i, "type").find("ld+json") == std::string_view::npos) {
      continue;
    }
    std::optional<Json> json = parse(script_text(document, i));
    if (json) {
      scripts.push_back(std::move(*json));
    } else {
      ++broken;
    }
  }
  const Objects objects(std::move(scripts));
  HtmlFacts facts;
  for (const Json* const object : objects.all()) {
    if (is_article(*object) && !facts.is_article) take_article(*object, objects, facts);
    if (has_type(*object, "ItemList") || has_type(*object, "CollectionPage")) facts.is_list = true;
  }
  for (const Json* const object : objects.all()) {
    if (facts.section.empty() && has_type(*object, "BreadcrumbList")) {
      facts.section = section_of_breadcrumb(*object);
    }
    const bool publisher =
        has_type(*object, "WebSite") || has_type(*object, "NewsMediaOrganization");
    if (facts.source.empty() && publisher) facts.source = first_text(*object, "name");
  }
  return facts;
}

}  // namespace gazette::indexer
