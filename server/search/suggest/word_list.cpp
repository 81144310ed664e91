// Groups the exact forms of the vocabulary by their folded form.
#include "server/search/suggest/word_list.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "common/analysis/fold.h"
#include "common/analysis/stop_words.h"
#include "common/index/schema.h"
#include "common/utf8.h"
#include "server/search/partition.h"

namespace gazette::server {
namespace {

struct Form {
  std::string folded;
  std::size_t term = 0;  ///< in the vocabulary
};

/// Completions are read by people: no numbers, no strings of signs.
bool is_word(std::string_view exact) {
  return utf8::length(exact) > 1 && !is_stop_word(exact) && exact.front() != '_' &&
         !(exact.front() >= '0' && exact.front() <= '9');
}

std::vector<Form> exact_forms(const Vocabulary& vocabulary) {
  std::vector<Form> forms;
  const std::string_view prefix = schema::kExactPrefix;
  for (std::size_t i = vocabulary.find(prefix);
       i < vocabulary.size() && vocabulary.term(i).starts_with(prefix); ++i) {
    const std::string_view exact = vocabulary.term(i).substr(prefix.size());
    if (is_word(exact)) forms.push_back({fold(exact), i});
  }
  return forms;
}

/// The number of articles that a word must have so that at most `count` words have as many.
std::uint32_t least_articles(std::vector<std::uint32_t> articles, std::size_t count) {
  if (articles.size() <= count) return 0;
  const auto at = articles.begin() + static_cast<std::ptrdiff_t>(count);
  std::nth_element(articles.begin(), at, articles.end(), std::greater<>());
  return *at + 1;
}

}  // namespace

WordList::WordList(const Vocabulary& vocabulary) {
  std::vector<Form> forms = exact_forms(vocabulary);
  std::sort(forms.begin(), forms.end(), [](const Form& a, const Form& b) {
    return a.folded != b.folded ? a.folded < b.folded : a.term < b.term;
  });
  std::vector<std::uint32_t> all;
  all.reserve(forms.size());
  for (const Form& form : forms) all.push_back(vocabulary.articles(form.term));
  const std::uint32_t least = least_articles(std::move(all), kMaxWords);
  folded_begin_.push_back(0);
  spelled_begin_.push_back(0);
  for (std::size_t i = 0; i < forms.size();) {
    std::size_t best = i;
    std::uint32_t sum = 0;
    std::size_t end = i;
    for (; end < forms.size() && forms[end].folded == forms[i].folded; ++end) {
      const std::uint32_t articles = vocabulary.articles(forms[end].term);
      sum += articles;
      if (articles > vocabulary.articles(forms[best].term)) best = end;
    }
    if (sum >= least) {
      folded_ += forms[i].folded;
      folded_begin_.push_back(static_cast<std::uint32_t>(folded_.size()));
      spelled_ += vocabulary.term(forms[best].term).substr(schema::kExactPrefix.size());
      spelled_begin_.push_back(static_cast<std::uint32_t>(spelled_.size()));
      articles_.push_back(sum);
    }
    i = end;
  }
  folded_.shrink_to_fit();
  spelled_.shrink_to_fit();
}

std::pair<std::size_t, std::size_t> WordList::range(std::string_view folded_prefix) const {
  return {partition_point(size(), [&](std::size_t i) { return folded(i) < folded_prefix; }),
          partition_point(size(), [&](std::size_t i) {
            return folded(i).substr(0, folded_prefix.size()) <= folded_prefix;
          })};
}

std::optional<std::size_t> WordList::find(std::string_view wanted) const {
  const std::size_t first = range(wanted).first;
  if (first == size() || folded(first) != wanted) return std::nullopt;
  return first;
}

std::vector<std::size_t> WordList::most_frequent(std::string_view folded_prefix,
                                                 std::size_t count) const {
  const auto [first, last] = range(folded_prefix);
  std::vector<std::size_t> words(last - first);
  std::iota(words.begin(), words.end(), first);
  count = std::min(count, words.size());
  std::partial_sort(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count), words.end(),
                    [this](std::size_t a, std::size_t b) {
                      return articles_[a] != articles_[b] ? articles_[a] > articles_[b] : a < b;
                    });
  words.resize(count);
  return words;
}

}  // namespace gazette::server
