// Microdata: itemprop on elements, its value in an attribute or in the text.
#include <algorithm>
#include <string>

#include "indexer/readers/html_facts.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kMostValueBytes = 2000;  // of a property; the text itself is not taken here

bool has_word(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != std::string_view::npos;
       at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

class Reader {
 public:
  explicit Reader(const HtmlDocument& document) : document_(document) {}

  HtmlFacts run() {
    for (std::uint32_t i = 0; i < document_.nodes().size(); ++i) {
      const std::string_view type = document_.attribute(i, "itemtype");
      if (type.ends_with("Article") || type.ends_with("BlogPosting")) facts_.is_article = true;
      const std::string_view property = document_.attribute(i, "itemprop");
      if (!property.empty()) take(i, property);
    }
    return std::move(facts_);
  }

 private:
  /// The item that the property at `node` belongs to: whether it is the article (or none is named).
  [[nodiscard]] bool of_article(std::uint32_t node) const {
    for (std::uint32_t i = document_.nodes()[node].parent;; i = document_.nodes()[i].parent) {
      if (document_.has_attribute(i, "itemscope")) {
        const std::string_view type = document_.attribute(i, "itemtype");
        return type.ends_with("Article") || type.ends_with("BlogPosting") ||
               type.ends_with("WebPage");
      }
      if (i == 0) return true;
    }
  }

  /// Of an item (a person, an organisation, a picture): its name or address, else its text.
  [[nodiscard]] std::string value_of(std::uint32_t node) const {
    if (document_.has_attribute(node, "itemscope")) {
      for (std::uint32_t i = node + 1; i < document_.nodes()[node].end; ++i) {
        const std::string_view property = document_.attribute(i, "itemprop");
        if (has_word(property, "name") || has_word(property, "url")) return plain_value_of(i);
      }
    }
    return plain_value_of(node);
  }

  [[nodiscard]] std::string plain_value_of(std::uint32_t node) const {
    for (const char* const name : {"content", "datetime", "src", "data-src"}) {
      const std::string_view value = document_.attribute(node, name);
      if (!value.empty()) return std::string(value);
    }
    const GumboTag tag = document_.nodes()[node].tag;
    if (tag == GUMBO_TAG_LINK) return std::string(document_.attribute(node, "href"));
    if (tag == GUMBO_TAG_META || tag == GUMBO_TAG_IMG) return {};
    std::string text = document_.line_of(node);
    return text.size() > kMostValueBytes ? "" : text;
  }

  void fill(std::string& field, std::uint32_t node) {
    if (field.empty()) field = value_of(node);
  }

  void take(std::uint32_t node, std::string_view property) {
    if (!of_article(node)) return;
    if (has_word(property, "headline")) fill(facts_.title, node);
    if (has_word(property, "description") || has_word(property, "alternativeHeadline")) {
      fill(facts_.subtitle, node);
    }
    if (has_word(property, "datePublished")) fill(facts_.published, node);
    if (has_word(property, "dateModified")) fill(facts_.modified, node);
    if (has_word(property, "articleSection")) fill(facts_.section, node);
    if (has_word(property, "publisher")) fill(facts_.source, node);
    if (has_word(property, "inLanguage")) fill(facts_.language, node);
    if (has_word(property, "image")) fill(facts_.image, node);
    if (has_word(property, "mainEntityOfPage")) fill(facts_.url, node);
    if (has_word(property, "dateline")) fill(facts_.dateline, node);
    if (has_word(property, "author") || has_word(property, "creator")) {
      facts_.authors.push_back(value_of(node));
    }
    if (has_word(property, "keywords")) add_tags(value_of(node));
  }

  void add_tags(std::string text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find(','), text.size());
      facts_.tags.push_back(text.substr(0, end));
      text.erase(0, end + 1);
    }
  }

  const HtmlDocument& document_;
  HtmlFacts facts_;
};

}  // namespace

HtmlFacts facts_of_microdata(const HtmlDocument& document) { return Reader(document).run(); }

}  // namespace gazette::indexer
