// A small archive in memory: articles indexed as the schema says, by the real analyzer.
#include "tests/server/query/memory_archive.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/analysis/fold.h"
#include "common/index/schema.h"
#include "server/query/positions.h"

namespace gazette::testing {
namespace {

using server::Node;
using Numbers = std::set<std::size_t>;

Numbers both(const Numbers& a, const Numbers& b) {
  Numbers out;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::inserter(out, out.end()));
  return out;
}

std::set<std::string> folded_words(std::string_view text, Analyzer& analyzer) {
  std::set<std::string> words;
  for (const Token& token : analyzer.analyze(text)) words.insert(token.word->folded);
  return words;
}

}  // namespace

class MemoryCursor : public server::TermCursor {
 public:
  explicit MemoryCursor(const MemoryArchive& archive) : archive_(archive) {}

  bool seek(std::string_view term) override {
    at_ = archive_.terms_.lower_bound(term);
    return at_ != archive_.terms_.end();
  }
  bool next() override { return ++at_ != archive_.terms_.end(); }
  [[nodiscard]] std::string_view term() const override { return at_->first; }
  [[nodiscard]] std::uint32_t articles() const override {
    return static_cast<std::uint32_t>(at_->second.size());
  }

 private:
  const MemoryArchive& archive_;
  decltype(archive_.terms_)::const_iterator at_;
};

std::unique_ptr<server::TermCursor> MemoryArchive::cursor() const {
  return std::make_unique<MemoryCursor>(*this);
}

bool MemoryArchive::find(std::string_view folded_stem, std::vector<std::string>& stems) const {
  const auto at = accented_.find(folded_stem);
  if (at == accented_.end()) return false;
  stems.insert(stems.end(), at->second.begin(), at->second.end());
  return true;
}

void MemoryArchive::post(std::string term, std::size_t number, std::uint32_t position) {
  Positions& positions = terms_[std::move(term)][number];
  if (positions.empty() || positions.back() != position) positions.push_back(position);
}

void MemoryArchive::add_text(std::size_t number, std::string_view text, bool title,
                             std::uint32_t& position) {
  const auto keep_accents = [&](const std::string& stem) {
    if (const std::string bare = fold(stem); bare != stem) accented_[bare].insert(stem);
  };
  std::uint32_t last = position;
  for (const Token& token : analyzer_.analyze(text, position)) {
    const WordForms& word = *token.word;
    last = token.position;
    const auto add = [&](std::string_view any, std::string_view in_title, const std::string& form) {
      post(std::string(any) + form, number, token.position);
      if (title) post(std::string(in_title) + form, number, token.position);
    };
    if (token.by_stem()) add(schema::kStemPrefix, schema::kTitlePrefix, word.stem);
    if (token.by_name()) add(schema::kStemPrefix, schema::kTitlePrefix, word.name);
    if (word.number) continue;
    keep_accents(word.stem);
    keep_accents(word.name);
    add(schema::kExactPrefix, schema::kTitleExactPrefix, word.exact);
    if (word.folded != word.exact) {
      add(schema::kFoldedPrefix, schema::kTitleFoldedPrefix, word.folded);
    }
  }
  position = last + schema::kTitleToBodyGap;
}

void MemoryArchive::add(const SmallArticle& article) {
  std::uint32_t position = 1;
  add_text(articles_.size(), article.title, true, position);
  add_text(articles_.size(), article.body, false, position);
  articles_.push_back(article);
}

Numbers MemoryArchive::all() const {
  Numbers out;
  for (std::size_t i = 0; i < articles_.size(); ++i) out.insert(i);
  return out;
}

Numbers MemoryArchive::with_any(const std::vector<std::string>& terms) const {
  Numbers out;
  for (const std::string& term : terms) {
    const auto at = terms_.find(term);
    if (at == terms_.end()) continue;
    for (const auto& posting : at->second) out.insert(posting.first);
  }
  return out;
}

/// Phrases and proximities: by positions, or by the text itself where those do not decide.
Numbers MemoryArchive::placed(const Node& node) const {
  Numbers out;
  if (node.exact_phrase) {
    for (const std::size_t number : match(server::candidates(node))) {
      const SmallArticle& article = articles_[number];
      const bool body = node.text_field == server::TextField::kAny;
      if (stands_in(node, analyzer_.analyze(article.title)) ||
          (body && stands_in(node, analyzer_.analyze(article.body)))) {
        out.insert(number);
      }
    }
    return out;
  }
  for (std::size_t number = 0; number < articles_.size(); ++number) {
    const auto positions = [&](const server::Word& word) {
      std::set<std::uint32_t> at;
      for (const std::string& term : word.terms) {
        const auto postings = terms_.find(term);
        if (postings == terms_.end()) continue;
        const auto mine = postings->second.find(number);
        if (mine != postings->second.end()) at.insert(mine->second.begin(), mine->second.end());
      }
      return Positions(at.begin(), at.end());
    };
    if (!occurrences(node, positions).empty()) out.insert(number);
  }
  return out;
}

bool MemoryArchive::has_value(std::size_t number, const Node& node) const {
  if (node.field != server::ValueField::kAuthor) return false;
  const std::set<std::string> there = folded_words(articles_[number].author, analyzer_);
  const std::set<std::string> asked = folded_words(node.value, analyzer_);
  if (node.whole_value) return there == asked;
  return std::includes(there.begin(), there.end(), asked.begin(), asked.end());
}

Numbers MemoryArchive::match(const Node& node) const {
  using Kind = Node::Kind;
  Numbers out;
  switch (node.kind) {
    case Kind::kAll:
      return all();
    case Kind::kNothing:
      return {};
    case Kind::kWord:
      return with_any(node.word.terms);
    case Kind::kMaybe:
      return match(node.children.front());
    case Kind::kPhrase:
    case Kind::kNear:
    case Kind::kThen:
      return placed(node);
    case Kind::kAnd:
      out = all();
      for (const Node& child : node.children) out = both(out, match(child));
      return out;
    case Kind::kOr:
      for (const Node& child : node.children) out.merge(match(child));
      return out;
    case Kind::kAndNot:
      out = match(node.children.front());
      for (std::size_t i = 1; i < node.children.size(); ++i) {
        for (const std::size_t number : match(node.children[i])) out.erase(number);
      }
      return out;
    case Kind::kValue:
      for (const std::size_t number : all()) {
        if (has_value(number, node)) out.insert(number);
      }
      return out;
    case Kind::kDate:
      for (const std::size_t number : all()) {
        const CivilDay day = articles_[number].day;
        if (node.from <= day && day <= node.to) out.insert(number);
      }
      return out;
  }
  return out;
}

}  // namespace gazette::testing
