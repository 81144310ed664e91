// Character references of HTML, by gumbo for names and by hand for numbers.
#include "indexer/readers/character_references.h"

#include <gumbo.h>

#include <charconv>
#include <memory>
#include <unordered_map>

#include "common/utf8.h"

namespace gazette::indexer {
namespace {

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

bool is_reference_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#';
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

}  // namespace gazette::indexer
