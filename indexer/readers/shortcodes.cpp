// Told by a known name, by attributes, or by an end tag of their own.
#include "indexer/readers/shortcodes.h"

#include <algorithm>
#include <set>

namespace gazette::indexer {
namespace {

// Shortcodes whose content is an address or a list of files.
constexpr std::string_view kHoldNoText[] = {
    "audio",      "embed", "facebook", "flickr", "gallery", "instagram", "playlist",
    "soundcloud", "tweet", "twitter",  "video",  "vimeo",   "wpvideo",   "youtube"};
// Shortcodes that print nothing, or only frame.
constexpr std::string_view kFrames[] = {
    "caption",    "wp_caption", "column",         "columns",     "et_pb_text",
    "vc_row",     "vc_column",  "vc_column_text", "fusion_text", "contact-form-7",
    "newsletter", "more",       "su_quote",       "dropcap",     "button"};

constexpr std::size_t kLongestCode = 4000;  // page builders write long ones; beyond, it is a text

template <std::size_t n>
bool among(const std::string_view (&names)[n], std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

struct Code {
  std::string_view name;
  bool closing = false;
  bool has_attributes = false;
  std::size_t end = 0;  ///< behind its "]"; 0 for none
};

/// The bracket at text[at] == '[' read as a shortcode.
Code code_at(std::string_view text, std::size_t at) {
  Code code;
  std::size_t i = at + 1;
  if (i < text.size() && text[i] == '/') {
    code.closing = true;
    ++i;
  }
  const std::size_t start = i;
  while (i < text.size() && is_name(text[i])) ++i;
  code.name = text.substr(start, i - start);
  if (code.name.empty() || i >= text.size() ||
      (text[i] != ']' && text[i] != ' ' && text[i] != '/' && text[i] != '=')) {
    return code;
  }
  const std::size_t close = text.substr(0, std::min(text.size(), at + kLongestCode)).find(']', i);
  if (close == std::string_view::npos) return code;
  const std::string_view attributes = text.substr(i, close - i);
  const std::size_t equals = attributes.find('=');
  // name="value", never "a = b": prose in brackets stays.
  code.has_attributes = equals != std::string_view::npos && equals + 1 < attributes.size() &&
                        attributes[equals + 1] != ' ' &&
                        (equals == 0 || attributes[equals - 1] != ' ');
  code.end = close + 1;
  return code;
}

/// Names that end tags close.
std::set<std::string_view> closed_names(std::string_view text) {
  std::set<std::string_view> names;
  for (std::size_t at = text.find("[/"); at != std::string_view::npos;
       at = text.find("[/", at + 1)) {
    const Code code = code_at(text, at);
    if (code.end > 0) names.insert(code.name);
  }
  return names;
}

}  // namespace

std::string without_shortcodes(std::string_view text) {
  if (text.find('[') == std::string_view::npos) return std::string(text);
  std::set<std::string_view> closed = closed_names(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = std::min(text.find('[', at), text.size());
    out += text.substr(at, open - at);
    at = open;
    if (open == text.size()) break;
    const Code code = code_at(text, open);
    const bool known = code.end > 0 && (code.has_attributes || closed.contains(code.name) ||
                                        among(kHoldNoText, code.name) || among(kFrames, code.name));
    if (!known) {
      out += '[';
      ++at;
      continue;
    }
    at = code.end;
    if (code.closing || !closed.contains(code.name) || !among(kHoldNoText, code.name)) continue;
    const std::string end = "[/" + std::string(code.name) + "]";
    const std::size_t found = text.find(end, at);
    if (found != std::string_view::npos) {
      at = found + end.size();
    } else {
      closed.erase(code.name);  // none is left: not looked for again
    }
  }
  return out;
}

}  // namespace gazette::indexer
