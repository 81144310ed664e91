// Counts the terms of an article as the index does, and weighs them by their rarity.
#include "server/search/telling_words.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "common/analysis/fold.h"
#include "common/index/schema.h"
#include "common/utf8.h"
#include "server/search/ranking.h"

namespace gazette::server {
namespace {

constexpr double kTitleCount = 3;    // as the index counts a word of the title
constexpr double kSaturation = 1.2;  // BM25's k1: the tenth time says little
constexpr double kNameWeight = 1.6;  // of a word against one that is no name: who and where
constexpr double kNumberWeight = 0.4;
constexpr std::size_t kMaxBytes = 50'000;  // of a body: the rest of a longer one tells no more

struct Found {
  double count = 0;
  double capitals = 0;  ///< times it was written as a name inside a sentence
  bool number = false;
};

/// True when a sentence or a quotation begins between two words.
bool begins_anew(std::string_view between) {
  return between.find_first_of(".!?:\n\"") != std::string_view::npos ||
         between.find("«") != std::string_view::npos || between.find("“") != std::string_view::npos;
}

class Counter {
 public:
  explicit Counter(Analyzer& analyzer) : analyzer_(analyzer) {}

  void add(std::string_view text, double weight) {
    std::size_t last_end = 0;
    bool first = true;
    for (const Token& token : analyzer_.analyze(text)) {
      if (token.kind != TokenKind::kWord) continue;
      const WordForms& word = *token.word;
      const bool starts =
          first || begins_anew(text.substr(
                       last_end, std::max<std::size_t>(token.begin, last_end) - last_end));
      first = false;
      last_end = token.end;
      if (word.stop_word) continue;
      Found& found = found_[token.by_name() ? word.name : word.stem];
      found.count += weight;
      found.number = word.number;
      const std::string_view letter =
          text.substr(token.begin, utf8::decode(text, token.begin).length);
      if (!starts && exact_form(letter) != letter) found.capitals += weight;
    }
  }

  [[nodiscard]] const std::unordered_map<std::string, Found>& found() const { return found_; }

 private:
  Analyzer& analyzer_;
  std::unordered_map<std::string, Found> found_;
};

}  // namespace

std::vector<TellingWord> telling_words(const View& view, const Article& article,
                                       std::size_t count) {
  Counter counter(view.analyzer);
  counter.add(article.title, utf8::has_lower_case(article.title) ? kTitleCount : 1);
  counter.add(article.subtitle, 1);
  counter.add(std::string_view(article.body).substr(0, kMaxBytes), 1);
  std::vector<TellingWord> words;
  for (const auto& [form, found] : counter.found()) {
    std::string term = std::string(schema::kStemPrefix) + form;
    if (term.size() > schema::kMaxTermBytes) continue;
    const std::size_t articles = view.db.get_termfreq(term);
    if (articles < 2) continue;
    double weight =
        found.count / (found.count + kSaturation) * rarity(articles, view.columns().size);
    if (2 * found.capitals > found.count) weight *= kNameWeight;
    if (found.number) weight *= kNumberWeight;
    words.push_back({std::move(term), weight, articles});
  }
  std::sort(words.begin(), words.end(), [](const TellingWord& a, const TellingWord& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
  });
  if (words.size() > count) words.resize(count);
  return words;
}

}  // namespace gazette::server
