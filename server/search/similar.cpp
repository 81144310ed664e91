// Scores the articles that share telling words, then looks at the best: places, dates, copies.
#include "server/search/similar.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "common/index/document.h"
#include "common/index/stored_article.h"
#include "server/search/matches.h"
#include "server/search/ordering.h"
#include "server/search/ranking.h"
#include "server/search/shingles.h"
#include "server/search/telling_words.h"
#include "server/search/unavailable.h"

namespace gazette::server {
namespace {

constexpr std::size_t kTellingWords = 30;  // more move no hit among the first ten
// Postings scored for one article: 5 ms when none is cached. The heaviest words, which are the
// rarest, come first.
constexpr std::size_t kMaxPostings = 300'000;
constexpr std::size_t kLookedAt = 300;  // candidates whose places and dates are compared
constexpr std::size_t kSpareHits = 20;  // fetched beyond the limit: copies go behind the others
constexpr double kPlaceShare = 0.25;    // of a score that sharing every place adds
constexpr double kDateShare = 0.15;     // of a score that the same day adds
constexpr double kDateYears = 1;        // after which that has fallen to a third
constexpr double kCopyPart = 0.5;       // of the shorter text found in the other: a copy
constexpr double kDaysPerYear = 365.25;

bool restricts(const Selection& selection) {
  return !selection.q.empty() || selection.from || selection.to || !selection.filters.empty();
}

class Likeness {
 public:
  Likeness(const View& view, Number origin) : view_(view), origin_(origin) {}

  /// Articles that share words with the origin, most alike first; only those of `within`.
  std::vector<Ranked> find(const Article& article, const DocSet* within) {
    score(article);
    std::vector<Number> numbers = numbers_of(touched_);
    std::erase_if(numbers, [&](Number n) {
      return n == origin_ || (within != nullptr && !within->contains(n));
    });
    std::vector<float> scores;
    scores.reserve(numbers.size());
    for (const Number number : numbers) scores.push_back(view_.scratch.scores[number]);
    std::vector<Ranked> best = most_relevant(numbers, scores, kLookedAt, std::nullopt);
    for (Ranked& ranked : best) ranked.score *= static_cast<float>(closeness(ranked.number));
    std::stable_sort(best.begin(), best.end(),
                     [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
    return best;
  }

 private:
  void score(const Article& article) {
    const RankingOptions options;
    const Columns& columns = view_.columns();
    const double average = std::max(1.0, columns.average_length);
    std::vector<float>& scores = view_.scratch.scores;
    scores.assign(columns.size, 0.0F);
    std::size_t spent = 0;
    for (const TellingWord& word : telling_words(view_, article, kTellingWords)) {
      if (spent > 0 && spent + word.articles > kMaxPostings) continue;
      spent += word.articles;
      const auto postings = view_.snapshot.postings(view_.db, {word.term});
      std::vector<Number>& numbers = view_.scratch.numbers;
      numbers.resize(postings->size);
      postings->set.toUint32Array(numbers.data());
      for (std::size_t i = 0; i < numbers.size(); ++i) {
        const double count = postings->count[i];
        const double length = columns.length[numbers[i]] / average;
        const double norm = options.k1 * (1 - options.b + options.b * length);
        scores[numbers[i]] += static_cast<float>(word.weight * count / (count + norm));
      }
      touched_ |= postings->set;
    }
  }

  /// 1 for an article with no place in common, far in time; more for a closer one.
  double closeness(Number number) {
    return 1 + kPlaceShare * shared_places(number) + kDateShare * date_closeness(number);
  }

  /// Weight of the places in common over the weight of all places of the origin.
  double shared_places(Number number) {
    if (!place_counts_) place_counts_ = view_.snapshot.place_counts();
    const CodeColumn& places = view_.columns().of(FacetField::kPlace);
    double shared = 0;
    double all = 0;
    for (const Code code : places[origin_]) {
      const double weight = rarity((*place_counts_)[code], view_.columns().size);
      all += weight;
      const std::span<const Code> theirs = places[number];
      if (std::find(theirs.begin(), theirs.end(), code) != theirs.end()) shared += weight;
    }
    return all > 0 ? shared / all : 0;
  }

  [[nodiscard]] double date_closeness(Number number) const {
    const Columns& columns = view_.columns();
    if (number >= columns.dated || origin_ >= columns.dated) return 0;
    const double days = std::abs(columns.day[number] - columns.day[origin_]);
    return std::exp(-days / (kDateYears * kDaysPerYear));
  }

  View view_;
  Number origin_;
  DocSet touched_;
  std::shared_ptr<const std::vector<std::uint32_t>> place_counts_;
};

/// Fetches hits, telling copies of the origin and of hits before them apart.
class HitCollector {
 public:
  HitCollector(const View& view, const Article& origin, std::size_t limit)
      : view_(view), limit_(limit) {
    seen_.push_back(shingles_of(origin.body, view.analyzer));
  }

  void take(std::span<const Ranked> best) {
    for (const Ranked& ranked : best.first(std::min(best.size(), limit_ + kSpareHits))) {
      if (hits_.size() == limit_) break;
      const Xapian::docid docid = view_.columns().docid[ranked.number];
      Result<Article> article = decode_article(view_.db.get_document(docid).get_data());
      if (!article.ok()) continue;
      Hit hit;
      hit.article = std::move(article).value();
      hit.score = ranked.score;
      Shingles shingles = shingles_of(hit.article.body, view_.analyzer);
      hit.near_copy = std::any_of(seen_.begin(), seen_.end(), [&](const Shingles& other) {
        return shared_part(shingles, other) >= kCopyPart;
      });
      (hit.near_copy ? copies_ : hits_).push_back(std::move(hit));
      seen_.push_back(std::move(shingles));
    }
  }

  std::vector<Hit> hits() {
    for (Hit& copy : copies_) {
      if (hits_.size() == limit_) break;
      hits_.push_back(std::move(copy));
    }
    return std::move(hits_);
  }

 private:
  View view_;
  std::size_t limit_;
  std::vector<Shingles> seen_;
  std::vector<Hit> hits_, copies_;
};

}  // namespace

Result<std::optional<SimilarAnswer>> find_similar(const View& view, std::string_view id,
                                                  const SimilarRequest& request,
                                                  const TimeZone& zone) {
  using Found = std::optional<SimilarAnswer>;
  const std::string term = id_term(id);
  const Xapian::PostingIterator at = view.db.postlist_begin(term);
  if (at == view.db.postlist_end(term)) return Found();
  const Result<Article> origin = decode_article(view.db.get_document(*at).get_data());
  if (!origin.ok()) throw ArchiveUnavailable("Cet article est endommagé dans l'archive.");
  std::optional<DocSet> within;
  if (restricts(request.selection)) {
    const Result<Matches> matches = find_matches(view, request.selection, zone, false);
    if (!matches.ok()) return matches.error();
    within = matches->filtered(matches->by_query);
  }
  Likeness likeness(view, view.columns().number_of[*at]);
  const std::vector<Ranked> best = likeness.find(*origin, within ? &*within : nullptr);
  HitCollector collector(view, *origin, request.limit);
  collector.take(best);
  return Found(SimilarAnswer{collector.hits()});
}

}  // namespace gazette::server
