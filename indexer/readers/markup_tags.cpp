// One look at a tag; elements that are dropped are looked through once.
#include "indexer/readers/markup_tags.h"

#include <algorithm>

namespace gazette::indexer {
namespace {

struct TagEffect {
  std::string_view name;
  Effect effect;
};

// Sorted by name. Blocks of HTML and of NITF; what is dropped goes with all that it holds.
constexpr TagEffect kEffects[] = {{"abstract", Effect::kBlock},
                                  {"address", Effect::kBlock},
                                  {"article", Effect::kBlock},
                                  {"aside", Effect::kBlock},
                                  {"audio", Effect::kDropped},
                                  {"block", Effect::kBlock},
                                  {"blockquote", Effect::kBlock},
                                  {"body", Effect::kBlock},
                                  {"body.content", Effect::kBlock},
                                  {"bq", Effect::kBlock},
                                  {"br", Effect::kLine},
                                  {"button", Effect::kDropped},
                                  {"canvas", Effect::kDropped},
                                  {"caption", Effect::kBlock},
                                  {"center", Effect::kBlock},
                                  {"credit", Effect::kBlock},
                                  {"dd", Effect::kBlock},
                                  {"details", Effect::kBlock},
                                  {"div", Effect::kBlock},
                                  {"dl", Effect::kBlock},
                                  {"dt", Effect::kBlock},
                                  {"figcaption", Effect::kBlock},
                                  {"figure", Effect::kBlock},
                                  {"fn", Effect::kBlock},
                                  {"footer", Effect::kBlock},
                                  {"form", Effect::kDropped},
                                  {"h1", Effect::kBlock},
                                  {"h2", Effect::kBlock},
                                  {"h3", Effect::kBlock},
                                  {"h4", Effect::kBlock},
                                  {"h5", Effect::kBlock},
                                  {"h6", Effect::kBlock},
                                  {"head", Effect::kDropped},
                                  {"header", Effect::kDropped},
                                  {"hl1", Effect::kBlock},
                                  {"hl2", Effect::kBlock},
                                  {"hr", Effect::kBlock},
                                  {"iframe", Effect::kDropped},
                                  {"li", Effect::kBlock},
                                  {"main", Effect::kBlock},
                                  {"media", Effect::kBlock},
                                  {"media-caption", Effect::kBlock},
                                  {"media-metadata", Effect::kDropped},
                                  {"media-object", Effect::kDropped},
                                  {"media-producer", Effect::kDropped},
                                  {"nav", Effect::kDropped},
                                  {"nitf-table", Effect::kBlock},
                                  {"nitf-table-metadata", Effect::kDropped},
                                  {"noframes", Effect::kDropped},
                                  {"note", Effect::kBlock},
                                  {"object", Effect::kDropped},
                                  {"ol", Effect::kBlock},
                                  {"p", Effect::kBlock},
                                  {"pre", Effect::kBlock},
                                  {"script", Effect::kDropped},
                                  {"section", Effect::kBlock},
                                  {"select", Effect::kDropped},
                                  {"style", Effect::kDropped},
                                  {"summary", Effect::kBlock},
                                  {"svg", Effect::kDropped},
                                  {"table", Effect::kBlock},
                                  {"tbody", Effect::kBlock},
                                  {"td", Effect::kCell},
                                  {"template", Effect::kDropped},
                                  {"textarea", Effect::kDropped},
                                  {"tfoot", Effect::kBlock},
                                  {"th", Effect::kCell},
                                  {"thead", Effect::kBlock},
                                  {"title", Effect::kDropped},
                                  {"tr", Effect::kBlock},
                                  {"ul", Effect::kBlock},
                                  {"video", Effect::kDropped}};
static_assert(std::is_sorted(std::begin(kEffects), std::end(kEffects),
                             [](const TagEffect& a, const TagEffect& b) {
                               return a.name < b.name;
                             }));

constexpr std::size_t kLongestTagName = 20;  // of kEffects, and one of "x-…" says nothing

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_name(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == ':' || c == '.';
}

bool is_raw(std::string_view name) {
  return name == "script" || name == "style" || name == "textarea" || name == "title" ||
         name == "iframe" || name == "noframes";
}

/// Behind the end tag of an element whose content is no markup; the end of the text for none.
std::size_t behind_raw(std::string_view text, std::size_t at, const std::string& name) {
  for (at = text.find("</", at); at != std::string_view::npos; at = text.find("</", at + 2)) {
    const std::string_view word = text.substr(at + 2, name.size());
    const bool same =
        word.size() == name.size() && std::equal(word.begin(), word.end(), name.begin(),
                                                 [](char a, char b) { return (a | 0x20) == b; });
    if (same) return std::min(text.find('>', at), text.size() - 1) + 1;
  }
  return text.size();
}

/// Behind the end tag that closes `name`, from text[at] on; npos for none. What holds others of its
/// name ("object") ends with the last of them.
std::size_t behind_element(std::string_view text, std::size_t at, const std::string& name) {
  std::size_t depth = 1;
  while (true) {
    at = text.find('<', at);
    if (at == std::string_view::npos) return at;
    const std::size_t declared = behind_declaration(text, at);
    if (declared > at) {
      at = declared;
      continue;
    }
    const Tag tag = tag_at(text, at);
    at = std::max(tag.end, at + 1);
    if (tag.name != name) continue;
    if (tag.closing && --depth == 0) return at;
    if (!tag.closing && !tag.self_closed) ++depth;
  }
}

}  // namespace

Tag tag_at(std::string_view text, std::size_t at) {
  Tag tag;
  std::size_t i = at + 1;
  if (i < text.size() && text[i] == '/') {
    tag.closing = true;
    ++i;
  }
  if (i >= text.size() || !is_letter(text[i])) return tag;
  const std::size_t name = i;
  while (i < text.size() && is_name(text[i])) ++i;
  std::string_view word = text.substr(name, i - name);
  word.remove_prefix(std::min(word.find(':') + 1, word.size()));
  for (const char c : word.substr(0, kLongestTagName)) {
    tag.name.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  }
  if (tag.name.empty()) tag.name = "x";
  char quote = '\0';
  bool after_equals = false;
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if ((c == '"' || c == '\'') && after_equals) {
      quote = c;
      after_equals = false;
    } else if (c == '>') {
      tag.self_closed = text[i - 1] == '/';
      break;
    } else if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
      after_equals = c == '=';
    }
  }
  tag.end = std::min(i + 1, text.size());
  return tag;
}

Effect effect_of(const Tag& tag) {
  const auto* const found =
      std::lower_bound(std::begin(kEffects), std::end(kEffects), tag.name,
                       [](const TagEffect& e, const std::string& name) { return e.name < name; });
  return found != std::end(kEffects) && found->name == tag.name ? found->effect : Effect::kInline;
}

std::size_t behind_declaration(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  const auto behind = [&](std::string_view end) {
    const std::size_t found = text.find(end, at + 2);
    return found == std::string_view::npos ? text.size() : found + end.size();
  };
  if (rest.starts_with("<!--")) return behind("-->");
  if (rest.starts_with("<!") || rest.starts_with("<?")) return behind(">");
  return at;
}

std::size_t Dropper::behind(std::size_t at, const std::string& name) {
  if (is_raw(name)) return behind_raw(text_, at, name);
  // Looked for once: many that are never closed would cost their number times the text.
  if (std::find(unclosed_.begin(), unclosed_.end(), name) != unclosed_.end()) return at;
  const std::size_t end = behind_element(text_, at, name);
  if (end != std::string_view::npos) return end;
  unclosed_.push_back(name);
  return at;
}

}  // namespace gazette::indexer
