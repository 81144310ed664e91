// Groups inside a phrase: "(aide OU assistance) humanitaire" is two phrases.
#include "server/query/phrase_groups.h"

#include <utility>

#include "server/query/characters.h"
#include "server/query/limits.h"
#include "server/query/operators.h"

namespace gazette::server {
namespace {

/// `text` cut at OU and OR between blanks; one part when there is none.
std::vector<std::string> alternatives(std::string_view text) {
  std::vector<std::string> parts(1);
  for (std::size_t at = 0; at < text.size();) {
    const Char c = char_at(text, at);
    std::size_t end = at;
    for (Char d = c; d.length != 0 && !is_blank(d.code_point); d = char_at(text, end)) {
      end += d.length;
    }
    const auto op = operator_word(text.substr(at, end - at));
    if (op && op->kind == Lexeme::Kind::kOr) {
      parts.emplace_back();
    } else {
      if (end == at) end += c.length;  // a blank
      if (!parts.back().empty() || !is_blank(c.code_point))
        parts.back() += text.substr(at, end - at);
    }
    at = end;
  }
  return parts;
}

/// Text before a group, parted from it unless it is an elided article: "l'(aide OU assistance)".
std::string before_group(std::string_view text) {
  const bool elided = char_before(text, text.size()).kind == CharClass::kApostrophe;
  return std::string(text) + (elided ? "" : " ");
}

/// Each text of `texts` followed by each of `endings`.
std::vector<std::string> product(const std::vector<std::string>& texts,
                                 const std::vector<std::string>& endings, bool& bounded) {
  std::vector<std::string> longer;
  for (const std::string& text : texts) {
    for (const std::string& ending : endings) {
      if (longer.size() >= limits::kMaxPhraseVariants) {
        bounded = true;
        return longer;
      }
      longer.push_back(text + ending);
    }
  }
  return longer;
}

}  // namespace

PhraseVariants phrase_variants(std::string_view text) {
  PhraseVariants variants{.texts = {""}};
  std::size_t plain = 0;  // what is not yet in `texts`
  for (std::size_t close = text.find(')'); close != std::string_view::npos;
       close = text.find(')', close + 1)) {
    const std::size_t open = text.substr(0, close).rfind('(');
    if (open == std::string_view::npos || open < plain) continue;
    const std::vector<std::string> choice = alternatives(text.substr(open + 1, close - open - 1));
    if (choice.size() < 2) continue;
    variants.groups = true;
    variants.texts =
        product(variants.texts, {before_group(text.substr(plain, open - plain))}, variants.bounded);
    variants.texts = product(variants.texts, choice, variants.bounded);
    plain = close + 1;
  }
  variants.texts =
      product(variants.texts, {(variants.groups ? " " : "") + std::string(text.substr(plain))},
              variants.bounded);
  return variants;
}

}  // namespace gazette::server
