// The archive's words that are near a word that it does not have, as they are written there.
#include "server/query/near_words.h"

#include <algorithm>
#include <map>

#include "common/analysis/fold.h"
#include "common/index/schema.h"
#include "common/utf8.h"
#include "server/query/limits.h"

namespace gazette::server {
namespace {

/// Two edits in a shorter word would make another word of it.
constexpr std::size_t kMinLettersForTwoEdits = 6;

}  // namespace

NearWords::NearWords(const TermSource& terms)
    : cursor_(terms.cursor()), moves_{.left = limits::kMaxTermMoves} {}

std::uint32_t NearWords::articles(const std::vector<std::string>& index_terms) {
  std::uint32_t most = 0;
  for (const std::string& term : index_terms) {
    if (cursor_->seek(term) && cursor_->term() == term) most = std::max(most, cursor_->articles());
  }
  return most;
}

std::vector<NearWord> NearWords::near(std::string_view folded, int max_edits) {
  std::map<std::string, NearWord, std::less<>> found;
  const int widest = utf8::length(folded) >= kMinLettersForTwoEdits ? max_edits : 1;
  for (int edits = 1; edits <= widest && found.empty(); ++edits) {
    for (const std::string_view list : {schema::kExactPrefix, schema::kFoldedPrefix}) {
      walk_near(*cursor_, list, folded, edits, moves_,
                [&](std::string_view form, std::uint32_t articles, int distance) {
                  if (form == folded || fold(form) != form) return;  // itself, or listed folded
                  NearWord& word = found[std::string(form)];
                  word.folded = form;
                  word.edits = distance;
                  word.articles += articles;
                });
    }
  }
  std::vector<NearWord> words;
  words.reserve(found.size());
  for (auto& [form, word] : found) words.push_back(std::move(word));
  std::stable_sort(words.begin(), words.end(), [](const NearWord& a, const NearWord& b) {
    return a.edits != b.edits ? a.edits < b.edits : a.articles > b.articles;
  });
  return words;
}

std::string NearWords::spelling(const std::string& folded) {
  best_ = folded;
  best_articles_ = 0;
  std::string written;
  add_spellings(written, folded);
  return best_;
}

void NearWords::best_spelling(std::string_view written, std::uint32_t articles) {
  if (articles <= best_articles_) return;
  best_ = written;
  best_articles_ = articles;
}

/// Exact forms that begin with `written` and go on with any accents on `rest`: the bare letter, or
/// one of the accented letters that the archive has there.
void NearWords::add_spellings(std::string& written, std::string_view rest) {
  const std::string before = std::string(schema::kExactPrefix) + written;
  if (rest.empty()) {
    if (moves_.take() && cursor_->seek(before) && cursor_->term() == before) {
      best_spelling(written, cursor_->articles());
    }
    return;
  }
  const std::size_t length = written.size();
  const std::size_t letter = utf8::decode(rest, 0).length;
  written += rest.substr(0, letter);
  add_spellings(written, rest.substr(letter));
  written.resize(length);

  constexpr std::string_view kFirstBeyondAscii = "\xC2\x80";
  std::string from = before + std::string(kFirstBeyondAscii);
  while (moves_.take() && cursor_->seek(from) && cursor_->term().starts_with(before)) {
    const std::string_view after = cursor_->term().substr(before.size());
    const utf8::Decoded accented = utf8::decode(after, 0);
    const std::string spelled(after.substr(0, accented.length));
    const std::string bare = fold(spelled);
    if (bare != spelled && rest.starts_with(bare)) {
      written += spelled;
      add_spellings(written, rest.substr(bare.size()));
      written.resize(length);
    }
    from = before;
    utf8::append(from, accented.code_point + 1);
  }
}

}  // namespace gazette::server
