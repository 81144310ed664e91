// The words that French and English pages use for their parts, as data.
#include "indexer/readers/html_hints.h"

#include <algorithm>
#include <string>
#include <vector>

namespace gazette::indexer {
namespace {

// A word of a class or id.
constexpr std::string_view kAsideWords[] = {
    // around the page
    "nav", "navbar", "navigation", "menu", "menus", "submenu", "footer", "sidebar", "aside",
    "breadcrumb", "breadcrumbs", "ariane", "pagination", "pager", "toolbar", "topbar", "masthead",
    "skip", "search", "recherche", "login", "modal", "popup", "popin", "overlay", "tooltip",
    "colophon",
    // other articles
    "related", "recommended", "recommendation", "recommendations", "recirculation", "similar",
    "trending", "mostread", "outbrain", "taboola", "ligatus", "teaser", "teasers", "readmore",
    "suggestions", "associes", "connexes", "similaires",
    // to do with it
    "share", "sharing", "sharebar", "partage", "partager", "social", "socials", "reseaux", "sns",
    "addthis", "addtoany", "sharedaddy", "jp", "tools", "outils", "print", "reactions", "reagir",
    // what readers are asked
    "comment", "comments", "commentaire", "commentaires", "disqus", "respond", "newsletter",
    "newsletters", "subscribe", "subscription", "abonnement", "abonnez", "inscription", "signup",
    "cookie", "cookies", "consent", "gdpr", "rgpd", "cmp", "didomi", "sondage", "poll", "donate",
    "cta",
    // adverts
    "ad", "ads", "advert", "advertisement", "advertising", "adslot", "pub", "publicite", "dfp",
    "sponsor", "sponsored", "sponsorise", "promo", "promoted", "banner", "banniere",
    // about the article
    "caption", "legende", "figcaption", "credit", "credits", "copyright", "byline", "signature",
    "metadata", "postmeta", "timestamp", "tags", "taglist", "keywords", "mots", "biography", "bio",
    "authorbox", "embed", "widget", "widgets", "player", "toc", "sommaire", "infobox"};

// Two words, one after the other.
constexpr std::string_view kAsidePairs[] = {
    "lire aussi",      "voir aussi",       "a lire",          "most read",     "most viewed",
    "plus lus",        "plus lu",          "read also",       "see also",      "read more",
    "lire plus",       "read next",        "a decouvrir",     "meme sujet",    "author info",
    "author box",      "author card",      "article meta",    "post meta",     "entry meta",
    "entry footer",    "article footer",   "post footer",     "meme theme",    "sur le",
    "article tags",    "post tags",        "post navigation", "fil info",      "fil actu",
    "back top",        "mentions legales", "en continu",      "screen reader", "sr only",
    "visually hidden", "mail to",          "article tools"};

constexpr std::string_view kBodyPairs[] = {
    "article body",       "article content", "article text",    "article texte",
    "article corps",      "corps article",   "contenu article", "texte article",
    "article contenu",    "post content",    "post body",       "entry content",
    "story body",         "story content",   "story text",      "body content",
    "article paragraphs", "content body",    "news content",    "news body",
    "news text",          "single content",  "td content",      "rich text",
    "articlebody",        "articletext",     "bodytext"};

bool is_word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// The words of a class or id in lower case, each ended by a space: "postCaption_2" is
/// "post caption 2 ". Classes are parted by a bar, so that no pair reaches over two.
void append_words(std::string& out, std::string_view text) {
  char before = ' ';
  for (const char c : text) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (c == ' ' || c == '\t' || c == '\n') {
      out += " | ";
    } else if (!is_word_char(c)) {
      out += ' ';
    } else {
      if (upper && before >= 'a' && before <= 'z') out += ' ';
      out += upper ? static_cast<char>(c + 32) : c;
    }
    before = c;
  }
  out += " | ";
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::string class_words(const HtmlDocument& document, std::uint32_t node) {
  std::string text;
  for (const char* const name : {"class", "id", "data-component", "data-testid"}) {
    const std::string_view value = document.attribute(node, name);
    if (!value.empty()) append_words(text, value);
  }
  return text;
}

template <std::size_t N>
bool is_one_of(const std::string_view (&list)[N], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

/// "has-sidebar", "no-comments" and "with-ads" speak of what is beside an element or not there.
bool speaks_of_others(std::string_view word) {
  return word == "has" || word == "no" || word == "with" || word == "without" || word == "is" ||
         word == "not" || word == "before" || word == "after" || word == "open" ||
         word == "enabled";
}

HtmlPart part_of_words(const std::string& text) {
  const std::vector<std::string_view> words = split_words(text);
  HtmlPart part = HtmlPart::kUnknown;
  std::string_view before = "|";
  for (std::size_t i = 0; i < words.size(); before = words[i++]) {
    const std::string pair = std::string(before) + ' ' + std::string(words[i]);
    if (is_one_of(kBodyPairs, pair) || is_one_of(kBodyPairs, words[i])) {
      part = HtmlPart::kArticleBody;
    }
    if (speaks_of_others(before)) continue;
    if (is_one_of(kAsideWords, words[i]) || is_one_of(kAsidePairs, pair)) return HtmlPart::kAside;
  }
  return part;
}

bool has_aside_role(std::string_view role) {
  static constexpr std::string_view kRoles[] = {
      "navigation", "banner", "contentinfo", "complementary", "dialog", "alertdialog",
      "search",     "menu",   "menubar",     "toolbar",       "tablist"};
  return is_one_of(kRoles, role);
}

bool is_hidden(const HtmlDocument& document, std::uint32_t node) {
  if (document.has_attribute(node, "hidden")) return true;
  std::string style(document.attribute(node, "style"));
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos;
}

}  // namespace

HtmlPart part_of(const HtmlDocument& document, std::uint32_t node) {
  switch (document.nodes()[node].tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_ADDRESS:
      return HtmlPart::kAside;
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_MAIN:
      return HtmlPart::kUnknown;
    default:
      break;
  }
  if (is_hidden(document, node)) return HtmlPart::kHidden;
  if (has_aside_role(document.attribute(node, "role"))) return HtmlPart::kAside;
  const std::string_view property = document.attribute(node, "itemprop");
  if (property.find("articleBody") != std::string_view::npos) return HtmlPart::kArticleBody;
  return part_of_words(class_words(document, node));
}

bool has_class_word(const HtmlDocument& document, std::uint32_t node, std::string_view word) {
  const std::string text = class_words(document, node);
  const std::vector<std::string_view> words = split_words(text);
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool has_no_text(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_MAP:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_APPLET:
      return true;
    default:
      return false;
  }
}

}  // namespace gazette::indexer
