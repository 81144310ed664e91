// Checks candidates: by Xapian's matcher, by position lists for what it cannot say, by the stored
// text for forms that the index keeps no positions of.
#include "server/search/phrase_matcher.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

#include "common/index/stored_article.h"
#include "server/query/positions.h"
#include "server/search/position_query.h"

namespace gazette::server {
namespace {

// Reading an article's text again costs about as much as this many position lists of Xapian's
// matcher.
constexpr std::size_t kTextCost = 100;

// A position list asked for by article and term costs a descent of the table, where Xapian's
// matcher keeps its place in it: 5 to 10 us against 1. What the matcher can check is left to it.
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

DocSet PhraseMatcher::match(const Node& node, const DocSet& among) {
  std::vector<Number> found = numbers_of(among);
  if (node.exact_phrase) {
    found = by_text(node, found);
  } else {
    bool exact = false;
    found = by_matcher(node, found, exact);
    if (!exact) found = by_lists(node, found);
  }
  return DocSet(found.size(), found.data());
}

std::size_t PhraseMatcher::afford(std::size_t articles, std::size_t cost_each) {
  const std::size_t affordable = std::min(articles, budget_.left / cost_each);
  budget_.left -= affordable * cost_each;
  if (affordable < articles) budget_.cut = true;
  return affordable;
}

std::vector<Number> PhraseMatcher::by_matcher(const Node& node, std::span<const Number> among,
                                              bool& exact) {
  const PositionQuery positions = position_query(node);
  exact = positions.exact;
  among = among.first(afford(among.size(), std::max<std::size_t>(1, word_count(node))));
  std::vector<Xapian::docid> docids;
  docids.reserve(among.size());
  for (const Number number : among) docids.push_back(view_.columns().docid[number]);
  std::sort(docids.begin(), docids.end());
  DocidSource source(std::move(docids));
  Xapian::Enquire enquire(view_.db);
  enquire.set_query(
      Xapian::Query(Xapian::Query::OP_FILTER, positions.query, Xapian::Query(&source)));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
  const Xapian::MSet matches = enquire.get_mset(0, static_cast<Xapian::doccount>(among.size()));
  std::vector<Number> found;
  found.reserve(matches.size());
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    found.push_back(view_.columns().number_of[*match]);
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<Number> PhraseMatcher::by_lists(const Node& node, std::span<const Number> among) {
  IndexPositions positions(view_);
  const WordPositions of_word = std::ref(positions);
  std::vector<Number> found;
  const std::size_t cost_each = kDescentCost * std::max<std::size_t>(1, word_count(node));
  for (const Number number : among.first(afford(among.size(), cost_each))) {
    positions.go_to(number);
    if (!occurrences(node, of_word).empty()) found.push_back(number);
  }
  return found;
}

std::vector<Number> PhraseMatcher::by_text(const Node& node, std::span<const Number> among) {
  std::vector<Number> found;
  for (const Number number : among.first(afford(among.size(), kTextCost))) {
    const Xapian::docid docid = view_.columns().docid[number];
    const Result<Article> article = decode_article(view_.db.get_document(docid).get_data());
    if (!article.ok()) continue;  // damaged: it cannot be shown to hold the phrase
    if (stands_in_article(node, *article, view_.analyzer)) found.push_back(number);
  }
  return found;
}

}  // namespace gazette::server
