// Asks the lists in memory for each kind, counts what a search would find, and mixes.
#include "server/search/suggest/suggester.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "common/analysis/fold.h"
#include "common/index/stored_article.h"
#include "common/places/place_name.h"
#include "common/utf8.h"
#include "server/search/matches.h"
#include "server/search/query_words.h"
#include "server/search/suggest/title_search.h"
#include "server/search/suggest/typed.h"

namespace gazette::server {
namespace {

constexpr std::size_t kSpareTerms = 3;  // candidates looked at for each term shown: some are forms
                                        // of one word, some find nothing with the words before
constexpr std::size_t kTermsWithoutTitle = 3;
constexpr std::size_t kSpareTitles = 3;          // copies of one title, articles changed since
constexpr std::size_t kShortestTitlePrefix = 2;  // one letter begins half of all titles

/// Upper case of the first letter or of all: as names and abbreviations are printed.
std::string printed_as(std::string_view spelling, Printed printed) {
  if (printed == Printed::kLower || spelling.empty()) return std::string(spelling);
  if (printed == Printed::kUpper) return utf8::upper_case(spelling);
  const std::size_t first = utf8::decode(spelling, 0).length;
  return utf8::upper_case(spelling.substr(0, first)) + std::string(spelling.substr(first));
}

class Suggester {
 public:
  Suggester(const View& view, const SuggestData& data, const SuggestRequest& request,
            const TimeZone& zone)
      : view_(view),
        data_(data),
        request_(request),
        zone_(zone),
        typed_(parse_typed(request.q, view.analyzer)) {}

  SuggestAnswer run() {
    SuggestAnswer answer;
    if (typed_.empty() || request_.limit == 0) return answer;
    if (data_.titles) {
      titles_ = search_titles(*data_.titles, typed_, kSpareTitles * request_.limit);
    }
    std::array<std::vector<Suggestion>, 3> kinds;
    if (request_.terms && data_.words) kinds[0] = find_terms();
    if (request_.places && data_.places) kinds[1] = find_places();
    if (request_.articles && data_.titles) kinds[2] = find_articles();
    answer.suggestions = mixed(std::move(kinds));
    return answer;
  }

 private:
  std::vector<Suggestion> find_terms() {
    std::vector<Suggestion> terms;
    std::unordered_set<std::string> seen;  // index terms of the completed words
    std::size_t looked_at = 0;
    const auto offer = [&](std::string_view spelling) {
      if (terms.size() == request_.limit || ++looked_at > kSpareTerms * request_.limit) return;
      Suggestion term;
      const std::string shown = display(fold(spelling), spelling);
      term.text.text = typed_.kept + shown;
      const std::optional<Node> query = query_of(term.text.text);
      // "réfugié", "réfugiés" and "refugie" find the same: the most frequent is enough.
      if (!query || is_known(*query, seen)) return;
      term.count = count_of(*query);
      if (*term.count == 0) return;
      mark_term(term.text, shown);
      terms.push_back(std::move(term));
    };
    for (const TitleWord word : titles_.next_words) {
      const auto listed = data_.words->find(data_.titles->word(word));
      if (listed) offer(data_.words->spelling(*listed));
    }
    const bool after_others = !typed_.words.empty();
    if (typed_.last.empty() || (after_others && !terms.empty())) return terms;
    for (const std::size_t i :
         data_.words->most_frequent(typed_.last, kSpareTerms * request_.limit)) {
      offer(data_.words->spelling(i));
    }
    if (!after_others) return terms;
    // No title has them together: those that articles have together, few, for it says little.
    std::stable_sort(terms.begin(), terms.end(),
                     [](const Suggestion& a, const Suggestion& b) { return *a.count > *b.count; });
    if (terms.size() > kTermsWithoutTitle) terms.resize(kTermsWithoutTitle);
    return terms;
  }

  std::string display(std::string_view folded, std::string_view spelling) const {
    if (!data_.titles) return std::string(spelling);
    const TitleWord word = data_.titles->find(folded);
    if (word >= data_.titles->word_count()) return std::string(spelling);
    return printed_as(spelling, data_.titles->printed(word));
  }

  /// What a search for `text` would ask.
  std::optional<Node> query_of(const std::string& text) {
    Selection selection;
    selection.q = text;
    Result<ResolvedQuery> query = resolve(view_, selection, zone_, false);
    if (!query.ok()) return std::nullopt;
    return std::move(query).value().root;
  }

  /// True when the last word of the query has a term of those seen; it is seen from now on.
  static bool is_known(const Node& query, std::unordered_set<std::string>& seen) {
    const std::vector<const Word*> words = positive_words(query);
    if (words.empty()) return false;
    bool known = false;
    for (const std::string& term : words.back()->terms) known = !seen.insert(term).second || known;
    return known;
  }

  std::size_t count_of(const Node& root) {
    if (root.kind == Node::Kind::kWord && root.word.terms.size() == 1) {
      return view_.db.get_termfreq(root.word.terms.front());
    }
    Matcher matcher(view_);
    return matcher.match(root).cardinality();
  }

  /// The whole words kept, and the beginning of the completed one.
  void mark_term(MarkedText& text, std::string_view completed) {
    for (const Token& token : view_.analyzer.analyze(typed_.kept)) {
      if (token.kind != TokenKind::kWord || token.word->stop_word) continue;
      text.marks.emplace_back(token.begin, token.end);
    }
    const std::size_t length = typed_.last.empty() ? 0 : matched_bytes(completed, typed_.last);
    if (length > 0) text.marks.emplace_back(typed_.kept.size(), typed_.kept.size() + length);
  }

  std::vector<Suggestion> find_places() {
    const std::string folded = fold_place_name(request_.q);
    const std::shared_ptr<const std::vector<std::uint32_t>> counts = view_.snapshot.place_counts();
    struct Ranked {
      PlaceNames::Found found;
      double rank;
    };
    std::vector<Ranked> ranked;
    if (typed_.last.empty() && !request_.q.ends_with(' ') && !request_.q.ends_with('-')) return {};
    for (const PlaceNames::Found& found : data_.places->find(request_.q)) {
      if (found.code >= counts->size() || (*counts)[found.code] == 0) continue;
      const double whole = found.from_start ? 1.0 : 0.5;
      ranked.push_back({found, whole * (*counts)[found.code]});
    }
    const auto shown = static_cast<std::ptrdiff_t>(std::min(request_.limit, ranked.size()));
    std::partial_sort(ranked.begin(), ranked.begin() + shown, ranked.end(),
                      [](const Ranked& a, const Ranked& b) {
                        return a.rank != b.rank ? a.rank > b.rank : a.found.code < b.found.code;
                      });
    std::vector<Suggestion> places;
    for (auto at = ranked.begin(); at != ranked.begin() + shown; ++at) {
      places.push_back(place_of(at->found.code, (*counts)[at->found.code], folded));
    }
    return places;
  }

  Suggestion place_of(Code code, std::size_t count, std::string_view folded) const {
    const Dictionary& dictionary = view_.columns().dictionary(FacetField::kPlace);
    const Dictionary::Value& value = dictionary[code];
    Suggestion place;
    place.type = SuggestionType::kPlace;
    place.text.text = value.label;
    place.count = count;
    place.id = value.value;
    if (const Code* parent = dictionary.find(value.parent)) {
      place.within = dictionary[*parent].label;
    }
    for (const std::string_view typed : {folded, without_preposition(folded)}) {
      const auto [begin, end] = matched_in_name(value.label, typed);
      if (begin == end) continue;
      place.text.marks.emplace_back(begin, end);
      break;
    }
    return place;
  }

  std::vector<Suggestion> find_articles() {
    std::vector<Suggestion> articles;
    if (typed_.words.empty() && typed_.last.size() < kShortestTitlePrefix) return articles;
    std::unordered_set<std::string> seen;
    const Columns& columns = view_.columns();
    for (const TitleNumber title : titles_.titles) {
      if (articles.size() == request_.limit) break;
      const Xapian::docid docid = data_.titles->docid(title);
      const Number number = docid < columns.number_of.size() ? columns.number_of[docid] : kNoNumber;
      if (number == kNoNumber || columns.content[number] != data_.titles->content(title)) continue;
      Result<Article> article = decode_article(view_.db.get_document(docid).get_data());
      if (!article.ok() || !seen.insert(article->title).second) continue;
      articles.push_back(article_of(*article));
    }
    return articles;
  }

  Suggestion article_of(const Article& article) {
    Suggestion shown;
    shown.type = SuggestionType::kArticle;
    shown.id = article.id;
    shown.url = article.url;
    shown.published = article.published;
    shown.text.text = article.title;
    mark_title(shown.text);
    return shown;
  }

  /// Words of content that were typed, and the beginnings that complete the last one; a single
  /// letter only right behind the word before it.
  void mark_title(MarkedText& title) {
    std::string before;
    for (const Token& token : view_.analyzer.analyze(title.text)) {
      if (token.kind != TokenKind::kWord) continue;
      const std::string& folded = token.word->folded;
      const auto typed = std::find_if(typed_.words.begin(), typed_.words.end(),
                                      [&](const Typed::Word& w) { return w.folded == folded; });
      const bool behind = !typed_.words.empty() && before == typed_.words.back().folded;
      const bool begins = !typed_.last.empty() && folded.starts_with(typed_.last) &&
                          (behind || typed_.last.size() >= kShortestTitlePrefix);
      if (typed != typed_.words.end() && !typed->stop_word) {
        title.marks.emplace_back(token.begin, token.end);
      } else if (begins) {
        const std::string_view word =
            std::string_view(title.text).substr(token.begin, token.end - token.begin);
        const std::size_t length = matched_bytes(word, typed_.last);
        if (length > 0) title.marks.emplace_back(token.begin, token.begin + length);
      }
      before = folded;
    }
  }

  /// Terms and places by count, articles behind.
  [[nodiscard]] std::vector<Suggestion> mixed(std::array<std::vector<Suggestion>, 3> kinds) const {
    share_out(kinds);
    auto& [terms, places, articles] = kinds;
    std::vector<Suggestion> all;
    auto term = terms.begin();
    for (Suggestion& place : places) {
      while (term != terms.end() && *term->count > *place.count) all.push_back(std::move(*term++));
      all.push_back(std::move(place));
    }
    std::move(term, terms.end(), std::back_inserter(all));
    std::move(articles.begin(), articles.end(), std::back_inserter(all));
    return all;
  }

  /// Cuts the kinds to `limit` in all: equal shares, what one leaves goes to the others.
  void share_out(std::array<std::vector<Suggestion>, 3>& kinds) const {
    std::array<std::size_t, 3> shares{};
    std::size_t left = request_.limit;
    for (bool given = true; given && left > 0;) {
      given = false;
      for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (left == 0 || shares.at(i) == kinds.at(i).size()) continue;
        ++shares.at(i);
        --left;
        given = true;
      }
    }
    for (std::size_t i = 0; i < kinds.size(); ++i) kinds.at(i).resize(shares.at(i));
  }

  View view_;
  const SuggestData& data_;
  const SuggestRequest& request_;
  const TimeZone& zone_;
  Typed typed_;
  TitleMatches titles_;
};

}  // namespace

SuggestAnswer suggest(const View& view, const SuggestData& data, const SuggestRequest& request,
                      const TimeZone& zone) {
  return Suggester(view, data, request, zone).run();
}

}  // namespace gazette::server
