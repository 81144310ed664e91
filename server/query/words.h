// A stretch of query text as the words that the analyzer makes of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyzer.h"

namespace gazette::server {

/// One word of the query, with its forms kept past the analyzer's next call.
struct QueryWord {
  std::string typed;
  WordForms forms;
  std::vector<WordForms> alternatives;  ///< as good as `forms`: étudiantes of étudiant·e·s
  /// This word and the next written as one: antiterrorisme of anti-terrorisme. As good as both.
  std::optional<WordForms> joined;
  std::size_t begin = 0, end = 0;  ///< bytes of the query
  std::uint32_t offset = 0;        ///< positions from the first word of the stretch
  bool optional = false;           ///< ranks, but is not asked for
};

/// The words of `text`, which begins at byte `at` of the query.
std::vector<QueryWord> words_of(std::string_view text, std::size_t at, Analyzer& analyzer);

/// How many words from words[i] on stand on the same bytes: 2 for the parts of weekend, else 1.
std::size_t same_place_count(const std::vector<QueryWord>& words, std::size_t i);

/// Makes one word again of what the analyzer parted without a mark between (weekend): a sign stands
/// for the word as typed. Only at the end of `words`.
void rejoin_last(std::vector<QueryWord>& words, Analyzer& analyzer);

/// True when a run of letters too long for the index stands in `text`.
bool has_overlong_word(std::string_view text);

/// `text` cut down to its words, as short as it can be and still be read as the same words: the
/// elided article and the punctuation around are left out. Valid UTF-8. `words` are those of
/// `text`, which begins at byte `at` of the query.
std::string trimmed_text(std::string_view text, std::size_t at, const std::vector<QueryWord>& words,
                         Analyzer& analyzer);

/// True when the two say the same: same forms at the same distances.
bool same_words(const std::vector<QueryWord>& a, const std::vector<QueryWord>& b);

}  // namespace gazette::server
