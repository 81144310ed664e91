// A stretch of query text as the words that the analyzer makes of it.
#include "server/query/words.h"

#include <algorithm>

#include "common/analysis/scanner.h"

namespace gazette::server {
namespace {

bool same_forms(const WordForms& a, const WordForms& b) {
  return a.exact == b.exact && a.stem == b.stem && a.name == b.name && a.number == b.number;
}

}  // namespace

std::vector<QueryWord> words_of(std::string_view text, std::size_t at, Analyzer& analyzer) {
  std::vector<QueryWord> words;
  std::uint32_t first = 0;
  for (const Token& token : analyzer.analyze(text)) {
    if (token.kind == TokenKind::kIndexOnly) continue;
    if (words.empty()) first = token.position;
    const std::uint32_t offset = token.position - first;
    if (!words.empty() && words.back().offset == offset) {
      words.back().alternatives.push_back(*token.word);
      continue;
    }
    QueryWord& word = words.emplace_back();
    word.forms = *token.word;
    word.begin = at + token.begin;
    word.end = at + token.end;
    word.offset = offset;
  }
  return words;
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
                             std::equal(x.alternatives.begin(), x.alternatives.end(),
                                        y.alternatives.begin(), y.alternatives.end(), same_forms);
                    });
}

std::string trimmed_text(std::string_view text, std::size_t at, const std::vector<QueryWord>& words,
                         Analyzer& analyzer) {
  std::size_t end = 0;
  for (const QueryWord& word : words) end = std::max(end, word.end - at);
  const std::string_view slice =
      text.substr(words.front().begin - at, end - (words.front().begin - at));
  const bool safe = same_words(words_of(slice, at, analyzer), words);
  return std::string(safe ? slice : text);
}

}  // namespace gazette::server
