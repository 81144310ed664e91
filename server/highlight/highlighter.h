// Marks the query's words in a text and picks the passages to show, by the indexer's own analyzer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/analysis/analyzer.h"

namespace gazette::server {

/// What to mark. A word stands for any of its forms; a sequence marks only where the whole of it
/// stands.
struct Marks {
  enum class By : std::uint8_t { kStem, kExact, kFolded };

  struct Word {
    By by = By::kStem;
    std::vector<std::string> forms;  ///< without prefix
    double weight = 1.0;             ///< rarity (idf) in the archive; stop words near 0
    bool stop_word = false;
    bool title_only = false;  ///< asked of the title: marked in no body
  };

  /// Words that must stand at given distances: a phrase (gap fixed) or a proximity (within
  /// `window`).
  struct Sequence {
    enum class Kind : std::uint8_t { kPhrase, kNear, kThen };
    Kind kind = Kind::kPhrase;
    std::vector<std::vector<std::size_t>>
        slots;  ///< indices into `words`; any word of a slot may stand there
    std::vector<std::uint32_t> offsets;  ///< kPhrase: distance of each slot from the first
    std::uint32_t window = 0;  ///< kNear, kThen: greatest difference of positions of neighbours
  };

  std::vector<Word> words;
  std::vector<std::size_t> free_words;  ///< marked wherever they stand; stop words among them only
                                        ///< when there is nothing else to mark
  std::vector<Sequence> sequences;
  bool title_only = false;  ///< all of it was asked of the title alone
};

/// Bytes [begin, end) of the text, on character boundaries.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const Span&) const = default;
};

/// A passage to show and its marks, as offsets into the whole text.
struct Fragment {
  Span passage;
  std::vector<Span> marks;  ///< ascending, disjoint, inside `passage`
};

struct FragmentOptions {
  std::size_t count = 2;        ///< fragments at most
  std::size_t size = 160;       ///< code points, about; sentences are kept whole where they fit
  std::string_view title = {};  ///< of the article: a sentence of the body that says the same is
                                ///< not shown again
};

/// Not for sharing between threads (it holds a compiled form of `marks` and borrows the analyzer).
class Highlighter {
 public:
  Highlighter(const Marks& marks, Analyzer& analyzer);
  ~Highlighter();

  /// Every mark in `text`, ascending, disjoint. Words that stand side by side in one phrase are one
  /// mark.
  std::vector<Span> mark(std::string_view text, bool is_title);

  /// The best passages of a body, best first, never overlapping; the beginning of the text when
  /// nothing is marked; none for an empty text.
  std::vector<Fragment> fragments(std::string_view text, const FragmentOptions& options);

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
  Analyzer& analyzer_;
};

/// `text[passage]` escaped for HTML (& < > " '), its only tag `<mark>`; an ellipsis is not added.
/// Always valid UTF-8: a stray byte becomes U+FFFD.
std::string to_html(std::string_view text, Span passage, const std::vector<Span>& marks);

/// Marks as [start, end) in code points from the start of the passage; a stray byte counts as one.
std::vector<std::pair<std::size_t, std::size_t>> to_ranges(std::string_view text, Span passage,
                                                           const std::vector<Span>& marks);

}  // namespace gazette::server
