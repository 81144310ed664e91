// Numbers words as they come, then renumbers them by the alphabet and turns titles into lists.
#include "server/search/suggest/title_index_builder.h"

#include <algorithm>
#include <utility>

#include "common/analysis/fold.h"
#include "common/utf8.h"

namespace gazette::server {
namespace {

constexpr std::size_t kMaxTitleWords = 48;  // of one title: longer ones are no headlines

/// As printed: "Macron", "ONU"; one capital alone is a beginning.
Printed printed_as(std::string_view text) {
  const std::string lower = exact_form(text);
  if (lower == text) return Printed::kLower;
  const std::size_t first = utf8::decode(text, 0).length;
  const std::string_view rest = text.substr(first);
  const bool rest_lower = exact_form(rest) == rest;
  return rest_lower ? Printed::kCapital : Printed::kUpper;
}

}  // namespace

TitleIndexBuilder::TitleIndexBuilder(std::shared_ptr<const TitleIndex> before, Analyzer& analyzer)
    : before_(std::move(before)), analyzer_(analyzer), index_(std::make_shared<TitleIndex>()) {
  if (before_) counts_ = before_->counts_;
}

TitleWord TitleIndexBuilder::number_of(std::string_view folded) {
  if (before_) {
    const TitleWord known = before_->find(folded);
    if (known < before_->word_count()) return known;
  }
  if (const auto at = fresh_.find(folded); at != fresh_.end()) return at->second;
  const auto number = static_cast<TitleWord>(counts_.size());
  fresh_.emplace(std::string(folded), number);
  counts_.emplace_back();
  return number;
}

void TitleIndexBuilder::end_title(Xapian::docid docid, std::uint64_t content) {
  index_->docid_.push_back(docid);
  index_->content_.push_back(content);
  index_->begin_.push_back(static_cast<std::uint32_t>(index_->words_.size()));
}

void TitleIndexBuilder::keep(TitleNumber in_before) {
  const std::span<const TitleWord> words = before_->words(in_before);
  index_->words_.insert(index_->words_.end(), words.begin(), words.end());
  end_title(before_->docid(in_before), before_->content(in_before));
}

void TitleIndexBuilder::add(Xapian::docid docid, std::uint64_t content, std::string_view title) {
  const bool sentence = utf8::has_lower_case(title);
  std::size_t count = 0;
  for (const Token& token : analyzer_.analyze(title)) {
    if (token.kind != TokenKind::kWord) continue;
    if (count == kMaxTitleWords) break;
    const TitleWord word = number_of(token.word->folded);
    index_->words_.push_back(word);
    if (sentence && count > 0) {
      const Printed printed = printed_as(title.substr(token.begin, token.end - token.begin));
      ++counts_[word][static_cast<std::size_t>(printed)];
    }
    ++count;
  }
  end_title(docid, content);
}

void TitleIndexBuilder::renumber_words() {
  std::vector<char> used(counts_.size(), 0);
  for (const TitleWord word : index_->words_) used[word] = 1;
  std::vector<std::pair<std::string_view, TitleWord>> alphabet;
  for (TitleWord word = 0; before_ && word < before_->word_count(); ++word) {
    if (used[word] != 0) alphabet.emplace_back(before_->word(word), word);
  }
  const auto middle = static_cast<std::ptrdiff_t>(alphabet.size());
  for (const auto& [text, word] : fresh_) {
    if (used[word] != 0) alphabet.emplace_back(text, word);
  }
  std::sort(alphabet.begin() + middle, alphabet.end());
  std::inplace_merge(alphabet.begin(), alphabet.begin() + middle, alphabet.end());
  std::vector<TitleWord> new_number(counts_.size(), 0);
  for (const auto& [text, word] : alphabet) {
    new_number[word] = static_cast<TitleWord>(index_->counts_.size());
    index_->bytes_ += text;
    index_->word_begin_.push_back(static_cast<std::uint32_t>(index_->bytes_.size()));
    index_->counts_.push_back(counts_[word]);
  }
  for (TitleWord& word : index_->words_) word = new_number[word];
}

void TitleIndexBuilder::make_lists() {
  TitleIndex& index = *index_;
  const auto titles = static_cast<TitleNumber>(index.size());
  index.list_begin_.assign(index.word_count() + 1, 0);
  index.start_begin_.assign(index.word_count() + 1, 0);
  // A word counts once a title: `last` says in which title it was met last.
  std::vector<TitleNumber> last(index.word_count(), titles);
  const auto for_each = [&](auto in_title, auto at_start) {
    std::fill(last.begin(), last.end(), titles);
    for (TitleNumber title = 0; title < titles; ++title) {
      const std::span<const TitleWord> words = index.words(title);
      if (!words.empty()) at_start(words.front(), title);
      for (const TitleWord word : words) {
        if (std::exchange(last[word], title) != title) in_title(word, title);
      }
    }
  };
  for_each([&](TitleWord word, TitleNumber) { ++index.list_begin_[word + 1]; },
           [&](TitleWord word, TitleNumber) { ++index.start_begin_[word + 1]; });
  for (std::size_t i = 1; i < index.list_begin_.size(); ++i) {
    index.list_begin_[i] += index.list_begin_[i - 1];
    index.start_begin_[i] += index.start_begin_[i - 1];
  }
  index.list_.resize(index.list_begin_.back());
  index.start_.resize(index.start_begin_.back());
  std::vector<std::uint32_t> list_at(index.list_begin_.begin(), index.list_begin_.end() - 1);
  std::vector<std::uint32_t> start_at(index.start_begin_.begin(), index.start_begin_.end() - 1);
  for_each([&](TitleWord word, TitleNumber title) { index.list_[list_at[word]++] = title; },
           [&](TitleWord word, TitleNumber title) { index.start_[start_at[word]++] = title; });
}

std::shared_ptr<const TitleIndex> TitleIndexBuilder::build() {
  renumber_words();
  make_lists();
  return std::move(index_);
}

}  // namespace gazette::server
