// meta and link elements by name, and how the ways of saying things go together.
#include <algorithm>
#include <string>

#include "indexer/readers/html_facts.h"

namespace gazette::indexer {
namespace {

struct Name {
  std::string_view name;  ///< lower case
  std::string HtmlFacts::*field;
};

// Of several that say the same the first in this list wins.
constexpr Name kNames[] = {
    {"og:title", &HtmlFacts::title},
    {"twitter:title", &HtmlFacts::title},
    {"dc.title", &HtmlFacts::title},
    {"parsely-title", &HtmlFacts::title},
    {"og:description", &HtmlFacts::subtitle},
    {"description", &HtmlFacts::subtitle},
    {"twitter:description", &HtmlFacts::subtitle},
    {"article:published_time", &HtmlFacts::published},
    {"article:published", &HtmlFacts::published},
    {"og:article:published_time", &HtmlFacts::published},
    {"og:published_time", &HtmlFacts::published},
    {"og:pubdate", &HtmlFacts::published},
    {"datepublished", &HtmlFacts::published},
    {"date.published", &HtmlFacts::published},
    {"parsely-pub-date", &HtmlFacts::published},
    {"sailthru.date", &HtmlFacts::published},
    {"cxenseparse:recs:publishtime", &HtmlFacts::published},
    {"publication_date", &HtmlFacts::published},
    {"publish-date", &HtmlFacts::published},
    {"publishdate", &HtmlFacts::published},
    {"pubdate", &HtmlFacts::published},
    {"dcterms.created", &HtmlFacts::published},
    {"dc.date.issued", &HtmlFacts::published},
    {"dcterms.issued", &HtmlFacts::published},
    {"dc.date.created", &HtmlFacts::published},
    {"dc.date", &HtmlFacts::published},
    {"dcterms.date", &HtmlFacts::published},
    {"citation_publication_date", &HtmlFacts::published},
    {"date", &HtmlFacts::published},
    {"article:modified_time", &HtmlFacts::modified},
    {"og:updated_time", &HtmlFacts::modified},
    {"dcterms.modified", &HtmlFacts::modified},
    {"dc.date.modified", &HtmlFacts::modified},
    {"article:section", &HtmlFacts::section},
    {"cxenseparse:recs:category", &HtmlFacts::section},
    {"parsely-section", &HtmlFacts::section},
    {"og:site_name", &HtmlFacts::source},
    {"application-name", &HtmlFacts::source},
    {"dc.publisher", &HtmlFacts::source},
    {"publisher", &HtmlFacts::source},
    {"og:image", &HtmlFacts::image},
    {"og:image:url", &HtmlFacts::image},
    {"og:image:secure_url", &HtmlFacts::image},
    {"twitter:image", &HtmlFacts::image},
    {"twitter:image:src", &HtmlFacts::image},
    {"og:url", &HtmlFacts::url},
    {"twitter:url", &HtmlFacts::url},
    {"og:locale", &HtmlFacts::language},
    {"dc.language", &HtmlFacts::language},
    {"content-language", &HtmlFacts::language},
    {"dc.rights", &HtmlFacts::rights},
    {"dcterms.rights", &HtmlFacts::rights},
    {"copyright", &HtmlFacts::rights},
    {"rights", &HtmlFacts::rights},
};

constexpr std::string_view kAuthorNames[] = {"author",          "article:author",
                                             "dc.creator",      "parsely-author",
                                             "sailthru.author", "twitter:creator"};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

bool is_handle_or_link(std::string_view text) {
  return text.starts_with('@') || text.find("://") != std::string_view::npos;
}

class Reader {
 public:
  explicit Reader(const HtmlDocument& document) : document_(document) {}

  HtmlFacts run() {
    std::fill(std::begin(ranks_), std::end(ranks_), std::size(kNames));
    for (std::uint32_t i = 0; i < document_.nodes().size(); ++i) {
      const GumboTag tag = document_.nodes()[i].tag;
      if (tag == GUMBO_TAG_META) take_meta(i);
      if (tag == GUMBO_TAG_LINK) take_link(i);
      if (tag == GUMBO_TAG_HTML) document_language_ = document_.attribute(i, "lang");
    }
    if (!canonical_.empty()) facts_.url = canonical_;
    if (!document_language_.empty()) facts_.language = document_language_;
    if (facts_.tags.empty()) add_tags(keywords_);
    return std::move(facts_);
  }

 private:
  void take_meta(std::uint32_t node) {
    const std::string_view content = document_.attribute(node, "content");
    if (content.empty()) return;
    for (const char* const attribute : {"property", "name", "http-equiv"}) {
      const std::string name = lower(document_.attribute(node, attribute));
      if (!name.empty()) take(name, content);
    }
  }

  void take(const std::string& name, std::string_view content) {
    for (std::size_t rank = 0; rank < std::size(kNames); ++rank) {
      if (kNames[rank].name != name) continue;
      std::size_t& best = ranks_[field_index(rank)];
      if (rank < best) {
        best = rank;
        facts_.*kNames[rank].field = content;
      }
    }
    if (name == "article:tag") facts_.tags.emplace_back(content);
    if (name == "news_keywords" || name == "parsely-tags") add_tags(content);
    if (name == "keywords") keywords_ = content;
    if (name == "og:type") {
      facts_.is_article = lower(content).find("article") != std::string::npos;
      facts_.is_list = content == "website";
    }
    const auto rank = std::find(std::begin(kAuthorNames), std::end(kAuthorNames), name);
    if (rank != std::end(kAuthorNames) && !is_handle_or_link(content)) {
      // The first name for authors that a page uses, as often as it uses it.
      if (author_name_.empty()) author_name_ = name;
      if (author_name_ == name) facts_.authors.emplace_back(content);
    }
    if (name == "article:content_tier") facts_.paid = content == "locked" || content == "metered";
  }

  /// Index of the first entry for the same field, which stands for it.
  static std::size_t field_index(std::size_t rank) {
    std::size_t first = 0;
    while (kNames[first].field != kNames[rank].field) ++first;
    return first;
  }

  void take_link(std::uint32_t node) {
    if (document_.attribute(node, "rel") == "canonical" && canonical_.empty()) {
      canonical_ = document_.attribute(node, "href");
      // A canonical address that is the site's front page is a fault of its template.
      const std::size_t host = canonical_.find("://");
      const std::size_t path = canonical_.find('/', host == std::string::npos ? 0 : host + 3);
      if (path == std::string::npos || path + 1 == canonical_.size()) canonical_.clear();
    }
  }

  void add_tags(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find_first_of(",;"), text.size());
      facts_.tags.emplace_back(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  const HtmlDocument& document_;
  HtmlFacts facts_;
  std::size_t ranks_[std::size(kNames)];
  std::string canonical_, document_language_, keywords_, author_name_;
};

/// "2020-04-29" gives way to "2020-04-29T13:36:54+02:00".
void complete_date(std::string& date, const std::string& other) {
  constexpr std::size_t kDayLength = 10;
  if (date.empty() || (date.size() == kDayLength && other.starts_with(date))) date = other;
}

void complete_text(std::string& text, const std::string& other) {
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) text = other;
}

}  // namespace

HtmlFacts facts_of_meta(const HtmlDocument& document) { return Reader(document).run(); }

void complete(HtmlFacts& facts, const HtmlFacts& others) {
  for (const auto field :
       {&HtmlFacts::title, &HtmlFacts::subtitle, &HtmlFacts::body, &HtmlFacts::source,
        &HtmlFacts::section, &HtmlFacts::language, &HtmlFacts::url, &HtmlFacts::image,
        &HtmlFacts::rights, &HtmlFacts::dateline, &HtmlFacts::written_at}) {
    complete_text(facts.*field, others.*field);
  }
  complete_date(facts.published, others.published);
  complete_date(facts.modified, others.modified);
  if (facts.authors.empty()) facts.authors = others.authors;
  if (facts.tags.empty()) facts.tags = others.tags;
  if (facts.places.empty()) facts.places = others.places;
  facts.is_article = facts.is_article || others.is_article;
  facts.is_list = facts.is_list || others.is_list;
  facts.paid = facts.paid || others.paid;
}

}  // namespace gazette::indexer
