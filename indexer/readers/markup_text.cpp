// One pass over tags and text.
#include "indexer/readers/markup_text.h"

#include <gumbo.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <unordered_map>
#include <vector>

#include "common/utf8.h"
#include "indexer/readers/clean_text.h"
#include "indexer/readers/shortcodes.h"

namespace gazette::indexer {
namespace {

enum class Effect : std::uint8_t { kInline, kBlock, kLine, kCell, kDropped };

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
                                  {"header", Effect::kBlock},
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

struct Tag {
  std::string name;  ///< lower case, without a prefix
  bool closing = false;
  bool self_closed = false;
  std::size_t end = 0;  ///< behind its ">"
};

/// The tag at text[at] == '<'; an empty name when there is none. Cut off at the end of the text it
/// reaches to there.
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

/// Behind a comment, a declaration or a processing instruction at text[at] == '<'; `at` for none.
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

/// Passes over elements that hold no text of the article.
class Dropper {
 public:
  explicit Dropper(std::string_view text) : text_(text) {}

  /// Behind the element whose start tag ends at `at`; `at` itself when it is never closed.
  std::size_t behind(std::size_t at, const std::string& name) {
    if (is_raw(name)) return behind_raw(text_, at, name);
    // Looked for once: many that are never closed would cost their number times the text.
    if (std::find(unclosed_.begin(), unclosed_.end(), name) != unclosed_.end()) return at;
    const std::size_t end = behind_element(text_, at, name);
    if (end != std::string_view::npos) return end;
    unclosed_.push_back(name);
    return at;
  }

 private:
  std::string_view text_;
  std::vector<std::string> unclosed_;
};

/// Gathers text with its white space in order; "\x1e" stands for the end of a paragraph, which no
/// text holds.
class Writer {
 public:
  explicit Writer(bool blank_lines) : blank_lines_(blank_lines) {}

  void text(std::string_view piece, bool keep_lines) {
    for (std::size_t i = 0; i < piece.size(); ++i) {
      const char c = piece[i];
      if (c == '\n' && (keep_lines || (blank_lines_ && ends_blank_line(piece, i)))) {
        out_ += keep_lines ? "\n" : "\n\n";
      } else if (c == '\n' || c == '\r' || c == '\t') {
        out_ += ' ';
      } else {
        out_ += c;
      }
    }
  }
  void paragraph() { out_ += "\n\n"; }
  void line() { out_ += '\n'; }
  void space() { out_ += ' '; }
  std::string take() { return std::move(out_); }

 private:
  /// True when only white space stands between this end of line and the next one.
  static bool ends_blank_line(std::string_view piece, std::size_t at) {
    const std::size_t next = piece.find_first_not_of(" \t\r", at + 1);
    return next != std::string_view::npos && piece[next] == '\n';
  }

  bool blank_lines_;
  std::string out_;
};

struct OutputDeleter {
  void operator()(GumboOutput* output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};

/// Resolves the references of `text`, which holds no "<".
std::string resolved(const std::string& text) {
  const std::unique_ptr<GumboOutput, OutputDeleter> output(
      gumbo_parse_with_options(&kGumboDefaultOptions, text.data(), text.size()));
  // Flat text makes one chain: document > html > body > text.
  const GumboNode* node = output->root;
  std::string out;
  for (unsigned i = 0; i < node->v.element.children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(node->v.element.children.data[i]);
    if (child->type != GUMBO_NODE_ELEMENT || child->v.element.tag != GUMBO_TAG_BODY) continue;
    for (unsigned j = 0; j < child->v.element.children.length; ++j) {
      const auto* piece = static_cast<const GumboNode*>(child->v.element.children.data[j]);
      if (piece->type == GUMBO_NODE_TEXT || piece->type == GUMBO_NODE_WHITESPACE) {
        out += piece->v.text.text;
      }
    }
  }
  return out;
}

/// The character of "&#8217;" or "&#x2019;"; numbers of Windows-1252 are its characters, as gumbo
/// reads them. Empty for no number.
std::string numbered(std::string_view word) {
  std::string_view digits = word.substr(2);
  if (digits.ends_with(';')) digits.remove_suffix(1);
  const bool hex = !digits.empty() && (digits.front() == 'x' || digits.front() == 'X');
  if (hex) digits.remove_prefix(1);
  std::uint32_t number = 0;
  const auto [end, fault] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number, hex ? 16 : 10);
  if (fault == std::errc::invalid_argument || end != digits.data() + digits.size()) return {};
  if (number >= 0x80 && number < 0xA0) return resolved(std::string(word));
  const bool scalar = number > 0 && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF) &&
                      fault == std::errc{};
  std::string out;
  utf8::append(out, scalar ? char32_t{number} : utf8::kReplacement);
  return out;
}

/// What a reference stands for, itself when it is none.
std::string resolved_reference(const std::string& word) {
  if (word.size() < 3) return word;
  if (word[1] == '#') {
    std::string character = numbered(word);
    return character.empty() ? word : character;
  }
  // Texts use the same few, and each parse makes a whole document.
  constexpr std::size_t kKept = 2000;
  thread_local std::unordered_map<std::string, std::string> known;
  if (const auto found = known.find(word); found != known.end()) return found->second;
  if (known.size() >= kKept) known.clear();
  return known[word] = resolved(word);
}

bool is_reference_char(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '#'; }

constexpr std::string_view kSection = "<![CDATA[";
constexpr std::string_view kSectionEnd = "]]>";

/// Text of `markup`, its references still standing.
std::string without_tags(std::string_view markup, const MarkupOptions& options) {
  Writer out(options.blank_lines);
  Dropper dropper(markup);
  bool preformatted = false;
  std::size_t section_end = std::string_view::npos;  // of CDATA: its "]]>"
  for (std::size_t at = 0; at < markup.size();) {
    if (at >= section_end) {
      if (at == section_end) at += kSectionEnd.size();
      section_end = std::string_view::npos;
      continue;
    }
    if (markup[at] != '<') {
      const std::size_t end = std::min({markup.find('<', at), section_end, markup.size()});
      out.text(markup.substr(at, end - at), preformatted);
      at = end;
      continue;
    }
    if (markup.substr(at).starts_with(kSection)) {
      // Authors put markup there: it is read as such.
      at += kSection.size();
      if (section_end == std::string_view::npos) section_end = markup.find(kSectionEnd, at);
      continue;
    }
    const std::size_t declared = behind_declaration(markup, at);
    if (declared > at) {
      at = declared;
      continue;
    }
    const Tag tag = tag_at(markup, at);
    if (tag.name.empty()) {
      out.text("&lt;", false);
      ++at;
      continue;
    }
    at = tag.end;
    switch (effect_of(tag)) {
      case Effect::kBlock:
        out.paragraph();
        if (tag.name == "pre") preformatted = !tag.closing;
        break;
      case Effect::kLine:
        out.line();
        break;
      case Effect::kCell:
        out.space();
        break;
      case Effect::kDropped:
        if (!tag.closing && !tag.self_closed) at = dropper.behind(at, tag.name);
        break;
      case Effect::kInline:
        break;
    }
  }
  return out.take();
}

}  // namespace

std::string unescaped(std::string_view text) {
  // Most texts hold few references: only these go through the parser.
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t reference = std::min(text.find('&', at), text.size());
    out += text.substr(at, reference - at);
    if (reference == text.size()) break;
    std::size_t end = reference + 1;
    constexpr std::size_t kLongestReference = 34;  // "&CounterClockwiseContourIntegral;" and "&"
    while (end < text.size() && end - reference < kLongestReference &&
           is_reference_char(text[end])) {
      ++end;
    }
    if (end < text.size() && text[end] == ';') ++end;
    const std::string_view word = text.substr(reference, end - reference);
    at = end;
    out += resolved_reference(std::string(word));
  }
  return out;
}

bool has_tags(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (behind_declaration(text, at) > at) return true;
    const Tag tag = tag_at(text, at);
    if (tag.name.empty()) continue;
    if (text[tag.end - 1] == '>') return true;
    if (tag.end == text.size()) return false;  // nothing behind it closes a tag either
  }
  return false;
}

std::string markup_text(std::string_view markup, const MarkupOptions& options) {
  if (!has_tags(markup)) {
    const std::string plain = options.shortcodes ? without_shortcodes(markup) : std::string(markup);
    return clean_paragraphs(unescaped(plain));
  }
  std::string text = without_tags(markup, options);
  if (options.shortcodes) text = without_shortcodes(text);
  return clean_paragraphs(unescaped(text));
}

std::string escaped_markup_text(std::string_view markup, const MarkupOptions& options) {
  const bool tags = has_tags(markup);
  std::string text = markup_text(markup, options);
  if (!tags && has_tags(text)) text = markup_text(text, options);
  return text.find('&') == std::string::npos ? text : clean_paragraphs(unescaped(text));
}

std::string markup_line(std::string_view markup) { return clean_line(escaped_markup_text(markup)); }

}  // namespace gazette::indexer
