// A stretch of query text as the words that the analyzer makes of it.
#include "server/query/words.h"

#include <algorithm>

#include "common/analysis/scanner.h"
#include "common/utf8.h"
#include "server/query/diagnostics.h"
#include "server/query/lexer.h"

namespace gazette::server {
namespace {

bool same_forms(const WordForms& a, const WordForms& b) {
  return a.exact == b.exact && a.stem == b.stem && a.name == b.name && a.number == b.number;
}

/// True when the lexer takes it for a word, and not for a field or an operator.
bool reads_as_word(std::string_view text) {
  Diagnostics ignored;
  const std::vector<Lexeme> lexemes = lex(text, ignored).list;
  return lexemes.size() == 1 && lexemes.front().kind == Lexeme::Kind::kWord &&
         lexemes.front().text == text && !lexemes.front().prefix && !lexemes.front().fuzzy;
}

}  // namespace

std::vector<QueryWord> words_of(std::string_view text, std::size_t at, Analyzer& analyzer) {
  std::vector<QueryWord> words;
  std::uint32_t first = 0;
  for (const Token& token : analyzer.analyze(text)) {
    if (token.kind == TokenKind::kIndexOnly) {
      const bool goes_beyond = !words.empty() && at + token.begin == words.back().begin &&
                               at + token.end > words.back().end;
      if (goes_beyond) words.back().joined = *token.word;
      continue;
    }
    if (words.empty()) first = token.position;
    const std::uint32_t offset = token.position - first;
    if (!words.empty() && words.back().offset == offset) {
      words.back().alternatives.push_back(*token.word);
      continue;
    }
    QueryWord& word = words.emplace_back();
    word.typed = text.substr(token.begin, token.end - token.begin);
    word.forms = *token.word;
    word.begin = at + token.begin;
    word.end = at + token.end;
    word.offset = offset;
  }
  return words;
}

std::size_t same_place_count(const std::vector<QueryWord>& words, std::size_t i) {
  std::size_t end = i + 1;
  while (end < words.size() && words[end].begin == words[i].begin &&
         words[end].end == words[i].end) {
    ++end;
  }
  return end - i;
}

void rejoin_last(std::vector<QueryWord>& words, Analyzer& analyzer) {
  const auto same_place = [&] {
    const QueryWord& last = words.back();
    const QueryWord& before = words[words.size() - 2];
    return last.begin == before.begin && last.end == before.end;
  };
  bool parted = false;
  while (words.size() > 1 && same_place()) {
    words.pop_back();
    parted = true;
  }
  if (parted) words.back().forms = analyzer.forms(words.back().typed);
}

bool has_overlong_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Char c = char_at(text, at);
    if (!in_word(c.kind)) {
      at += c.length;
      continue;
    }
    const Run run = run_at(text, at);
    if (run.size() > kMaxWordBytes) return true;
    at = std::max(run.end, at + c.length);
  }
  return false;
}

bool same_words(const std::vector<QueryWord>& a, const std::vector<QueryWord>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const QueryWord& x, const QueryWord& y) {
                      return x.offset == y.offset && same_forms(x.forms, y.forms) &&
                             x.joined.has_value() == y.joined.has_value() &&
                             std::equal(x.alternatives.begin(), x.alternatives.end(),
                                        y.alternatives.begin(), y.alternatives.end(), same_forms);
                    });
}

std::string trimmed_text(std::string_view text, std::size_t at, const std::vector<QueryWord>& words,
                         Analyzer& analyzer) {
  std::size_t end = 0;
  std::string hyphens, slashes;  // a slash parts words and never joins them
  for (const QueryWord& word : words) {
    end = std::max(end, word.end - at);
    hyphens += (hyphens.empty() ? "" : "-") + word.forms.exact;
    slashes += (slashes.empty() ? "" : "/") + word.forms.exact;
  }
  const std::size_t begin = words.front().begin - at;
  std::string whole = utf8::repaired(text);
  for (const std::string& form :
       {utf8::repaired(text.substr(begin, end - begin)), whole, hyphens, slashes}) {
    if (same_words(words_of(form, at, analyzer), words) && reads_as_word(form)) return form;
  }
  return whole;
}

}  // namespace gazette::server
