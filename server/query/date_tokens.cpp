// The words, numbers and marks that dates are written with.
#include "server/query/date_tokens.h"

#include "common/analysis/fold.h"
#include "common/analysis/scanner.h"
#include "server/query/characters.h"

namespace gazette::server {
namespace {

constexpr std::size_t kLongestNumber = 4;  // digits of a year
constexpr std::size_t kLongestWord = 24;   // bytes; no word of a date is longer

DateToken run_token(std::string_view text, const Run& run) {
  DateToken token;
  const std::string_view spelled = text.substr(run.begin, run.size());
  if (run.ascii_digits) {
    token.kind = DateToken::Kind::kNumber;
    token.digits = spelled.size();
    if (spelled.size() <= kLongestNumber) token.value = std::stoi(std::string(spelled));
  } else {
    token.kind = DateToken::Kind::kWord;
    token.word = spelled.size() <= kLongestWord ? fold(exact_form(spelled)) : std::string();
  }
  return token;
}

}  // namespace

std::vector<DateToken> date_tokens(std::string_view text) {
  std::vector<DateToken> tokens;
  bool after_blank = true;
  for (std::size_t at = 0; at < text.size();) {
    const Char c = char_at(text, at);
    if (is_blank(c.code_point)) {
      after_blank = true;
      at += c.length;
      continue;
    }
    const Run run = run_at(text, at);
    const bool word = run.letters + run.digits > 0;
    DateToken token = word ? run_token(text, run) : DateToken{};
    if (c.kind == CharClass::kIdeograph) {
      token.kind = DateToken::Kind::kWord;  // of no date
    } else if (!word) {
      token.mark = c.kind == CharClass::kApostrophe ? U'\''
                   : c.kind == CharClass::kHyphen   ? U'-'
                                                    : c.code_point;
    }
    token.begin = at;
    token.end = word ? run.end : at + c.length;
    token.starts_run = after_blank;
    after_blank = false;
    at = token.end;
    tokens.push_back(std::move(token));
  }
  return tokens;
}

}  // namespace gazette::server
