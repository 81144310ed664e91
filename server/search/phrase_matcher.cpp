// Checks candidates newest first: by the index's positions, or by the stored text for forms that
// the index keeps no positions of.
#include "server/search/phrase_matcher.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "common/index/stored_article.h"
#include "server/query/positions.h"

namespace gazette::server {
namespace {

// Reading an article's text again costs about as much as this many position lists of Xapian's
// matcher.
constexpr std::size_t kTextCost = 100;

// A position list asked for by article and term costs a descent of the table, where Xapian's
// matcher keeps its place in it: measured 19 us against 3 on a loaded machine.
constexpr std::size_t kDescentCost = 6;

std::size_t word_count(const Node& node) {
  std::size_t count =
      node.kind == Node::Kind::kWord ? std::max<std::size_t>(1, node.word.terms.size()) : 0;
  for (const Node& child : node.children) count += word_count(child);
  return count;
}

/// Reads position lists of the article at hand.
class IndexPositions {
 public:
  explicit IndexPositions(const View& view) : view_(view) {}

  void go_to(Number number) { number_ = number; }

  std::vector<std::uint32_t> operator()(const Word& word) {
    std::vector<std::uint32_t> found;
    const TermSets& sets = sets_of(word);
    const Xapian::docid docid = view_.columns().docid[number_];
    for (std::size_t i = 0; i < word.terms.size(); ++i) {
      // Xapian is slow to say that an article lacks a term: it is asked only for those there are.
      if (!sets.empty() && !sets[i]->set.contains(number_)) continue;
      const Xapian::PositionIterator end = view_.db.positionlist_end(docid, word.terms[i]);
      for (auto at = view_.db.positionlist_begin(docid, word.terms[i]); at != end; ++at) {
        found.push_back(*at);
      }
    }
    if (!sets.empty()) {
      std::sort(found.begin(), found.end());
      found.erase(std::unique(found.begin(), found.end()), found.end());
    }
    return found;
  }

 private:
  using TermSets = std::vector<std::shared_ptr<const Postings>>;

  /// Which articles have each term, for words of several terms.
  const TermSets& sets_of(const Word& word) {
    const auto [at, fresh] = sets_.try_emplace(&word);
    if (fresh && word.terms.size() > 1) {
      for (const std::string& term : word.terms) {
        at->second.push_back(view_.snapshot.postings(view_.db, {term}));
      }
    }
    return at->second;
  }

  View view_;
  Number number_ = 0;
  std::unordered_map<const Word*, TermSets> sets_;
};

/// The phrase or proximity as Xapian's matcher can answer it: plain words, side by side or one
/// after the other.
std::optional<Xapian::Query> as_xapian(const Node& node) {
  if (node.exact_phrase || node.children.size() < 2) return std::nullopt;
  std::vector<Xapian::Query> words;
  for (const Node& child : node.children) {
    if (child.kind != Node::Kind::kWord || child.word.terms.empty() ||
        !child.word.also_terms.empty())
      return std::nullopt;
    words.emplace_back(Xapian::Query::OP_OR, child.word.terms.begin(), child.word.terms.end());
  }
  const auto in_order = [](const std::vector<Xapian::Query>& parts, std::uint32_t window) {
    return Xapian::Query(Xapian::Query::OP_PHRASE, parts.begin(), parts.end(), window);
  };
  if (node.kind == Node::Kind::kPhrase) {
    for (std::size_t i = 0; i < node.offsets.size(); ++i) {
      if (node.offsets[i] != i) return std::nullopt;
    }
    return in_order(words, static_cast<std::uint32_t>(words.size()));
  }
  if (words.size() != 2) return std::nullopt;
  const Xapian::Query there =
      in_order(words, node.window + 1);  // Xapian counts the places, both ends included
  if (node.kind == Node::Kind::kThen) return there;
  return Xapian::Query(Xapian::Query::OP_OR, there,
                       in_order({words[1], words[0]}, node.window + 1));
}

bool stands_in_article(const Node& node, const Article& article, Analyzer& analyzer) {
  if (stands_in(node, analyzer.analyze(article.title))) return true;
  if (node.text_field == TextField::kTitle) return false;
  return stands_in(node, analyzer.analyze(article.subtitle)) ||
         stands_in(node, analyzer.analyze(article.body));
}

}  // namespace

bool is_positional(const Node& node) {
  return node.kind == Node::Kind::kPhrase || node.kind == Node::Kind::kNear ||
         node.kind == Node::Kind::kThen;
}

DocSet PhraseMatcher::match(const Node& node, const DocSet& among, bool whole) {
  const std::vector<Number> numbers = numbers_of(among);
  if (node.exact_phrase) return by_text(node, numbers);
  if (whole && budget_.left / std::max<std::size_t>(1, word_count(node)) >= numbers.size()) {
    if (const auto query = as_xapian(node)) {
      budget_.left -= numbers.size() * word_count(node);
      return by_xapian(*query);
    }
  }
  return by_index(node, numbers);
}

DocSet PhraseMatcher::by_xapian(const Xapian::Query& query) {
  Xapian::Enquire enquire(view_.db);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
  const Xapian::MSet matches = enquire.get_mset(0, view_.db.get_doccount());
  std::vector<Number> found;
  found.reserve(matches.size());
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    const Number number = view_.columns().number_of[*match];
    if (number != kNoNumber) found.push_back(number);
  }
  return DocSet(found.size(), found.data());
}

std::size_t PhraseMatcher::afford(std::size_t articles, std::size_t cost_each) {
  const std::size_t affordable = std::min(articles, budget_.left / cost_each);
  budget_.left -= affordable * cost_each;
  if (affordable < articles) budget_.cut = true;
  return affordable;
}

DocSet PhraseMatcher::by_index(const Node& node, std::span<const Number> among) {
  IndexPositions positions(view_);
  const WordPositions of_word = std::ref(positions);
  std::vector<Number> found;
  const std::size_t cost_each = kDescentCost * std::max<std::size_t>(1, word_count(node));
  for (const Number number : among.first(afford(among.size(), cost_each))) {
    positions.go_to(number);
    if (!occurrences(node, of_word).empty()) found.push_back(number);
  }
  return DocSet(found.size(), found.data());
}

DocSet PhraseMatcher::by_text(const Node& node, std::span<const Number> among) {
  std::vector<Number> found;
  for (const Number number : among.first(afford(among.size(), kTextCost))) {
    const Xapian::docid docid = view_.columns().docid[number];
    const Result<Article> article = decode_article(view_.db.get_document(docid).get_data());
    if (!article.ok()) continue;  // damaged: it cannot be shown to hold the phrase
    if (stands_in_article(node, *article, view_.analyzer)) found.push_back(number);
  }
  return DocSet(found.size(), found.data());
}

}  // namespace gazette::server
