// Random selections and their oracle.
#include "tests/server/search/asked.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "common/analysis/analyzer.h"
#include "common/time_zone.h"

namespace gazette::testing {
namespace {

using server::FacetField;
using server::FieldFilter;

constexpr std::size_t kStopWords = 3;  // at the start of vocabulary()

WordsOf words_of(const std::string& text, Analyzer& analyzer) {
  WordsOf words;
  for (const Token& token : analyzer.analyze(text)) {
    if (token.kind == TokenKind::kWord) words.push_back(token.word->folded);
  }
  return words;
}

bool holds(const WordsOf& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool holds_run(const WordsOf& words, const WordsOf& run) {
  return std::search(words.begin(), words.end(), run.begin(), run.end()) != words.end();
}

bool holds_near(const WordsOf& words, const std::string& a, const std::string& b,
                std::size_t window, bool ordered) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t j = 0; j < words.size(); ++j) {
      if (words[i] != a || words[j] != b || i == j) continue;
      if (ordered && j < i) continue;
      if ((j > i ? j - i : i - j) <= window) return true;
    }
  }
  return false;
}

std::string content_word(Random& random) {
  return vocabulary()[kStopWords + pick(random, vocabulary().size() - kStopWords)];
}

Asked plain_word(Random& random) {
  const std::string word = content_word(random);
  return {word,
          [word](const KnownArticle& a) { return holds(a.title, word) || holds(a.body, word); }};
}

Asked title_word(Random& random) {
  const std::string word = content_word(random);
  return {"titre:" + word, [word](const KnownArticle& a) { return holds(a.title, word); }};
}

Asked phrase(Random& random) {
  WordsOf run;
  std::string text;
  for (std::size_t i = 2 + pick(random, 2); i > 0; --i) {
    run.push_back(pick_from(random, vocabulary()));
    text += (text.empty() ? "" : " ") + run.back();
  }
  return {'"' + text + '"', [run](const KnownArticle& a) {
            return holds_run(a.title, run) || holds_run(a.body, run);
          }};
}

Asked near_words(Random& random) {
  const std::string a = content_word(random);
  const std::string b = content_word(random);
  const std::size_t window = 1 + pick(random, 6);
  const bool ordered = pick(random, 2) == 0;
  const std::string name = ordered ? "SUIVI/" : "PROCHE/";
  return {a + ' ' + name + std::to_string(window) + ' ' + b, [=](const KnownArticle& article) {
            return holds_near(article.title, a, b, window, ordered) ||
                   holds_near(article.body, a, b, window, ordered);
          }};
}

/// Where each of the runs stands in the words: first and last position.
std::vector<std::pair<std::size_t, std::size_t>> stretches(const WordsOf& words,
                                                           const std::vector<WordsOf>& runs) {
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (const WordsOf& run : runs) {
    for (std::size_t i = 0; i + run.size() <= words.size(); ++i) {
      if (std::equal(run.begin(), run.end(), words.begin() + static_cast<std::ptrdiff_t>(i))) {
        found.emplace_back(i, i + run.size() - 1);
      }
    }
  }
  return found;
}

/// A word, a phrase or a choice of words as operand of a proximity.
std::pair<std::string, std::vector<WordsOf>> operand(Random& random) {
  const std::string a = content_word(random);
  const std::string b = pick_from(random, vocabulary());
  switch (pick(random, 3)) {
    case 0:
      return {'"' + a + ' ' + b + '"', {{a, b}}};
    case 1: {
      const std::string c = content_word(random);
      return {'(' + a + " OU " + c + ')', {{a}, {c}}};
    }
    default:
      return {a, {{a}}};
  }
}

Asked near_operands(Random& random) {
  const auto [left_text, left] = operand(random);
  const auto [right_text, right] = operand(random);
  const std::size_t window = 1 + pick(random, 6);
  const bool ordered = pick(random, 2) == 0;
  const auto holds_it = [=, left = left, right = right](const WordsOf& words) {
    for (const auto& a : stretches(words, left)) {
      for (const auto& b : stretches(words, right)) {
        if (b.first > a.second && b.first - a.second <= window) return true;
        if (!ordered && a.first > b.second && a.first - b.second <= window) return true;
      }
    }
    return false;
  };
  return {
      left_text + (ordered ? " SUIVI/" : " PROCHE/") + std::to_string(window) + ' ' + right_text,
      [holds_it](const KnownArticle& a) { return holds_it(a.title) || holds_it(a.body); }};
}

Asked author(Random& random) {
  const bool dupont = pick(random, 2) == 0;
  const std::string name = dupont ? "Jean-Pierre Dupont" : "Anne Martin";
  return {dupont ? "auteur:dupont" : "auteur:\"anne martin\"", [name](const KnownArticle& a) {
            return std::find(a.article.authors.begin(), a.article.authors.end(), name) !=
                   a.article.authors.end();
          }};
}

Asked joined(Random& random, int depth) {
  const Asked left = random_query(random, depth - 1);
  const Asked right = random_query(random, depth - 1);
  const auto text = [&](const char* name) {
    return "(" + left.text + ") " + name + " (" + right.text + ")";
  };
  switch (pick(random, 3)) {
    case 0:
      return {text("ET"),
              [=](const KnownArticle& a) { return left.matches(a) && right.matches(a); }};
    case 1:
      return {text("OU"),
              [=](const KnownArticle& a) { return left.matches(a) || right.matches(a); }};
    default:
      return {text("SAUF"),
              [=](const KnownArticle& a) { return left.matches(a) && !right.matches(a); }};
  }
}

template <typename T>
bool shares(const std::vector<T>& a, const std::vector<T>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const T& item) { return std::find(b.begin(), b.end(), item) != b.end(); });
}

std::vector<std::string> pool_of(FacetField field) {
  switch (field) {
    case FacetField::kPlace:
    case FacetField::kDateline:
      return place_pool();
    case FacetField::kSection:
      return {"Monde", "Sport", "Économie", "Absente"};
    case FacetField::kSource:
      return {"La Gazette", "L'Écho"};
    case FacetField::kAuthor:
      return {"Anne Martin", "Jean-Pierre Dupont", "Zoé Roy", "Personne"};
    case FacetField::kTag:
      return {"guerre", "vin", "mer"};
    default:
      return {"fr", "en"};
  }
}

}  // namespace

std::vector<KnownArticle> known(const std::vector<Article>& articles) {
  Analyzer analyzer;
  std::vector<KnownArticle> all;
  for (const Article& article : articles) {
    all.push_back({article, words_of(article.title, analyzer), words_of(article.body, analyzer)});
  }
  return all;
}

Asked random_query(Random& random, int depth) {
  if (depth > 0 && pick(random, 3) != 0) return joined(random, depth);
  switch (pick(random, 9)) {
    case 0:
      return phrase(random);
    case 1:
      return near_words(random);
    case 8:
      return near_operands(random);
    case 2:
      return title_word(random);
    case 3:
      return author(random);
    default:
      return plain_word(random);
  }
}

std::vector<std::string> values_of(const Article& article, FacetField field) {
  std::vector<std::string> values;
  const auto add_place = [&](const Place& place) {
    for (const std::string& id : with_ancestors(place.id)) values.push_back(id);
  };
  switch (field) {
    case FacetField::kSection:
      values = {article.section};
      break;
    case FacetField::kSource:
      values = {article.source};
      break;
    case FacetField::kLanguage:
      values = {article.language};
      break;
    case FacetField::kAuthor:
      values = article.authors;
      break;
    case FacetField::kTag:
      values = article.tags;
      break;
    case FacetField::kPlace:
      for (const Place& place : article.places) add_place(place);
      break;
    case FacetField::kDateline:
      if (article.dateline) add_place(*article.dateline->place);
  }
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  std::erase(values, "");
  return values;
}

bool passes(const Article& article, const server::Selection& selection,
            std::optional<FacetField> but) {
  const auto at = when(article);
  if ((selection.from || selection.to) && !at) return false;
  if (selection.from && at->day < *selection.from) return false;
  if (selection.to && at->day > *selection.to) return false;
  return std::all_of(selection.filters.begin(), selection.filters.end(), [&](const FieldFilter& f) {
    if (but && f.field == *but) return true;
    const std::vector<std::string> values = values_of(article, f.field);
    return (f.include.empty() || shares(values, f.include)) && !shares(values, f.exclude);
  });
}

server::Selection random_selection(Random& random) {
  server::Selection selection;
  selection.dates_in_words = false;
  for (std::size_t field = 0; field < server::kFacetFieldCount; ++field) {
    if (pick(random, 5) != 0) continue;
    FieldFilter filter;
    filter.field = static_cast<FacetField>(field);
    const std::vector<std::string> pool = pool_of(filter.field);
    for (std::size_t i = pick(random, 3); i > 0; --i)
      filter.include.push_back(pick_from(random, pool));
    if (pick(random, 2) == 0) filter.exclude.push_back(pick_from(random, pool));
    selection.filters.push_back(filter);
  }
  const std::vector<CivilDay> days = {to_day({2019, 7, 14}), to_day({2022, 12, 31}),
                                      to_day({2023, 1, 1}),  to_day({2023, 3, 26}),
                                      to_day({2023, 9, 22}), to_day({2023, 10, 29})};
  if (pick(random, 4) == 0) selection.from = pick_from(random, days);
  if (pick(random, 4) == 0) selection.to = pick_from(random, days);
  return selection;
}

}  // namespace gazette::testing
