// Parts what is typed by the indexer's own analyzer, so that elisions, hyphens and accents are the
// index's.
#include "server/search/suggest/typed.h"

#include "common/analysis/fold.h"
#include "common/utf8.h"

namespace gazette::server {

Typed parse_typed(std::string_view q, Analyzer& analyzer) {
  Typed typed;
  if (q.size() > kMaxTypedBytes) return typed;
  std::size_t last_begin = q.size();
  for (const Token& token : analyzer.analyze(q)) {
    if (token.kind != TokenKind::kWord) continue;
    if (token.end == q.size()) {
      typed.last = token.word->folded;
      last_begin = token.begin;
    } else {
      typed.words.push_back({token.word->folded, token.word->stop_word});
    }
  }
  if (typed.words.size() > kMaxTypedWords) return {};
  typed.kept = q.substr(0, last_begin);
  return typed;
}

std::size_t matched_bytes(std::string_view word, std::string_view folded_prefix) {
  for (std::size_t at = 0; at < word.size();) {
    at += utf8::decode(word, at).length;
    const std::string folded = fold(exact_form(word.substr(0, at)));
    if (folded.starts_with(folded_prefix)) return at;
    if (!folded_prefix.starts_with(folded)) return 0;
  }
  return 0;
}

}  // namespace gazette::server
