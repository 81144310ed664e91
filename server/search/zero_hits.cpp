// Counts each word alone, the query without it, all of them joined by OR, and corrected queries.
#include "server/search/zero_hits.h"

#include <algorithm>
#include <memory>
#include <vector>

#include "server/query/correct.h"
#include "server/search/index_terms.h"
#include "server/search/query_words.h"
#include "server/search/stories.h"

namespace gazette::server {
namespace {

constexpr std::size_t kMaxReportedWords = 12;  // more would not help a reader find the culprit

std::size_t count(const View& view, Matcher& matcher, const Matches& matches, const Node& root) {
  const DocSet found = matches.filtered(matcher.match(root));
  if (matches.collapse == Collapse::kNone) return found.cardinality();
  return total_of(view.columns(), numbers_of(found), matches.collapse);
}

/// A word that so few articles have may be a slip: theirs or the reader's.
constexpr std::size_t kRare = 3;

bool may_be_slip(const View& view, const Word& word) {
  const bool spelled = word.kind == Word::Kind::kStem || word.kind == Word::Kind::kFolded;
  if (!spelled || word.stop_word) return false;
  return word.terms.empty() || view.snapshot.postings(view.db, word.terms)->size <= kRare;
}

std::vector<const Word*> content_words(const Node& root) {
  std::vector<const Word*> words = positive_words(root);
  std::erase_if(words, [](const Word* word) { return word->stop_word; });
  if (words.size() > kMaxReportedWords) words.resize(kMaxReportedWords);
  return words;
}

}  // namespace

void explain_no_hits(const View& view, const Selection& selection, const Matches& matches,
                     const TimeZone& zone, SearchAnswer& answer) {
  const std::vector<const Word*> words = content_words(matches.query.root);
  if (words.size() < 2) return;
  Matcher matcher(view);  // one for all counts: together they cost no more than one more query
  for (const Word* word : words) {
    WordReport report{.text = word->text};
    Node alone;
    alone.kind = Node::Kind::kWord;
    alone.word = *word;
    report.alone = count(view, matcher, matches, alone);
    if (const auto rest = without(matches.query.root, word)) {
      report.without = count(view, matcher, matches, *rest);
    }
    answer.words.push_back(std::move(report));
  }
  if (matcher.cut()) answer.words.clear();  // a count that is not exact would mislead
  if (selection.op != JoinWords::kAnd) return;
  Selection any = selection;
  any.op = JoinWords::kOr;
  const Result<ResolvedQuery> query = resolve(view, any, zone, false);
  if (!query.ok()) return;
  const std::size_t total = count(view, matcher, matches, query->root);
  if (total > 0 && !matcher.cut()) answer.relaxed_total = total;
}

std::optional<std::string> did_you_mean(const View& view, const Selection& selection,
                                        const Matches& matches, const TimeZone& zone,
                                        std::size_t total) {
  const std::vector<const Word*> words = positive_words(matches.query.root);
  if (std::none_of(words.begin(), words.end(),
                   [&](const Word* word) { return may_be_slip(view, *word); })) {
    return std::nullopt;
  }
  const std::shared_ptr<const Vocabulary> vocabulary = view.snapshot.vocabulary();
  // Looking for near words on disk takes tens of milliseconds: only when there is nothing else to
  // show.
  if (!vocabulary && total > 0) return std::nullopt;
  const IndexTerms on_disk(view.db);
  const TermSource& terms = vocabulary ? static_cast<const TermSource&>(*vocabulary) : on_disk;
  Matcher matcher(view);
  for (const std::string& text : corrected_queries(matches.query, terms, view.analyzer)) {
    Selection corrected = selection;
    corrected.q = text;
    const Result<ResolvedQuery> query = resolve(view, corrected, zone, false);
    if (!query.ok()) continue;
    const bool more = count(view, matcher, matches, query->root) > total;
    if (more && !matcher.cut()) return text;
  }
  return std::nullopt;
}

}  // namespace gazette::server
