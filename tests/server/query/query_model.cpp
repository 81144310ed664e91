// The model's meaning, by brute force: every rule as the documentation of the language states it.
#include "tests/server/query/query_model.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "common/news_time.h"

namespace gazette::testing {
namespace {

using Kind = ModelQuery::Kind;
using Words = std::vector<PlacedWord>;
using Span = std::pair<std::size_t, std::size_t>;  // first and last position

const Spelling& spelling(const PlacedWord& word) {
  return families()[word.family].spellings[word.spelling];
}

/// Letters of folded words are ASCII, figures and a point.
bool one_edit(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()] <= 1;
}

bool word_matches(const ModelQuery& query, const PlacedWord& asked, const PlacedWord& there) {
  const Family& family = families()[there.family];
  switch (query.kind) {
    case Kind::kExactWord:
    case Kind::kExactPhrase:
      return spelling(asked).exact == spelling(there).exact;
    case Kind::kPrefix:
      return spelling(there).folded.starts_with(query.letters);
    case Kind::kFuzzy:
      return !family.number && one_edit(query.letters, spelling(there).folded);
    default:
      return asked.family == there.family;
  }
}

/// Where a word, phrase or compound stands in `text`, word by word.
std::vector<Span> places(const ModelQuery& query, const Words& text) {
  std::vector<Span> out;
  if (query.kind == Kind::kOr) {
    for (const ModelQuery& child : query.children) {
      for (const Span& span : places(child, text)) out.push_back(span);
    }
    return out;
  }
  for (std::size_t at = 0; at + query.words.size() <= text.size(); ++at) {
    bool all = true;
    for (std::size_t i = 0; i < query.words.size(); ++i) {
      all = all && word_matches(query, query.words[i], text[at + i]);
    }
    if (all) out.emplace_back(at, at + query.words.size() - 1);
  }
  return out;
}

bool near(const ModelQuery& query, const Words& text) {
  for (const Span& a : places(query.children[0], text)) {
    for (const Span& b : places(query.children[1], text)) {
      if (b.first > a.second && b.first - a.second <= query.window) return true;
      const bool backwards = query.kind == Kind::kNear && a.first > b.second;
      if (backwards && a.first - b.second <= query.window) return true;
    }
  }
  return false;
}

bool is_stop_word(const ModelQuery& query) {
  return query.kind == Kind::kWord && families()[query.words.front().family].stop_word;
}

/// The parts of a conjunction, inner conjunctions and compounds opened up.
void add_parts(const ModelQuery& query, std::vector<ModelQuery>& parts) {
  if (query.kind == Kind::kAnd) {
    for (const ModelQuery& child : query.children) add_parts(child, parts);
  } else if (query.kind == Kind::kCompound) {
    for (const std::size_t part : compounds()[query.compound].parts) {
      ModelQuery word;
      word.words = {{part, 0}};
      word.title = query.title;
      parts.push_back(word);
    }
  } else {
    parts.push_back(query);
  }
}

bool has(const ModelArticle& article, const ModelQuery& query, bool negated);

bool has_all(const ModelArticle& article, const ModelQuery& query, bool negated) {
  std::vector<ModelQuery> parts;
  add_parts(query, parts);
  const bool content = std::any_of(parts.begin(), parts.end(), [](const ModelQuery& part) {
    return part.kind != Kind::kNot && part.kind != Kind::kAuthor && part.kind != Kind::kDays &&
           part.kind != Kind::kExactWord && !is_stop_word(part);
  });
  const bool exact_content = std::any_of(parts.begin(), parts.end(), [](const ModelQuery& part) {
    return part.kind == Kind::kExactWord && !families()[part.words.front().family].stop_word;
  });
  return std::all_of(parts.begin(), parts.end(), [&](const ModelQuery& part) {
    const bool only_ranks = is_stop_word(part) && (content || exact_content) && !negated;
    return only_ranks || has(article, part, negated);
  });
}

bool has(const ModelArticle& article, const ModelQuery& query, bool negated) {
  const auto in_text = [&](const std::function<bool(const Words&)>& holds) {
    return holds(article.title) || (!query.title && holds(article.body));
  };
  switch (query.kind) {
    case Kind::kAnd:
    case Kind::kCompound:
      return has_all(article, query, negated);
    case Kind::kOr:
      return std::any_of(query.children.begin(), query.children.end(),
                         [&](const ModelQuery& child) { return has(article, child, negated); });
    case Kind::kNot:
      return !has(article, query.children.front(), true);
    case Kind::kNear:
    case Kind::kThen:
      return in_text([&](const Words& text) { return near(query, text); });
    case Kind::kAuthor:
      return article.author == query.author;
    case Kind::kDays:
      return query.from <= article.day && article.day <= query.to;
    default:
      return in_text([&](const Words& text) { return !places(query, text).empty(); });
  }
}

template <typename T>
const T& one_of(const std::vector<T>& list, std::mt19937& random) {
  return list[random() % list.size()];
}

PlacedWord random_word(std::mt19937& random) {
  const std::size_t family = random() % families().size();
  return {family, random() % families()[family].spellings.size()};
}

ModelQuery leaf(std::mt19937& random) {
  ModelQuery query;
  query.words = {random_word(random)};
  query.title = random() % 6 == 0;
  const Family& family = families()[query.words.front().family];
  const std::string& folded = spelling(query.words.front()).folded;
  switch (random() % 10) {
    case 0:
      query.kind = Kind::kExactWord;
      break;
    case 1:
      query.kind = Kind::kPrefix;
      query.letters = folded.substr(0, 2 + random() % 4);
      if (query.letters.back() == '.') query.letters = folded;
      break;
    case 2:
      if (family.number || folded.size() < 4) break;
      query.kind = Kind::kFuzzy;
      query.letters = folded;
      if (random() % 2 == 0) query.letters.erase(random() % query.letters.size(), 1);
      break;
    case 3:
      query.kind = Kind::kCompound;
      query.compound = random() % compounds().size();
      break;
    case 4:
    case 5:
      query.kind = random() % 4 == 0 ? Kind::kExactPhrase : Kind::kPhrase;
      while (query.words.size() < 2 + random() % 2) query.words.push_back(random_word(random));
      break;
    default:
      break;
  }
  return query;
}

/// What may stand beside PROCHE: a word or phrase of the whole text, or some of them.
ModelQuery operand(std::mt19937& random) {
  ModelQuery query;
  query.words = {random_word(random)};
  if (random() % 4 == 0) {
    query.kind = Kind::kPhrase;
    query.words.push_back(random_word(random));
  } else if (random() % 4 == 0) {
    query.kind = Kind::kExactWord;
  }
  return query;
}

ModelQuery proximity(std::mt19937& random) {
  ModelQuery query;
  query.kind = random() % 2 == 0 ? Kind::kNear : Kind::kThen;
  query.window = static_cast<std::uint32_t>(1 + random() % 5);
  for (int i = 0; i < 2; ++i) {
    if (random() % 4 != 0) {
      query.children.push_back(operand(random));
      continue;
    }
    ModelQuery any;
    any.kind = Kind::kOr;
    any.children = {operand(random), operand(random)};
    query.children.push_back(any);
  }
  return query;
}

const std::vector<std::string>& authors() {
  static const std::vector<std::string> kAuthors{"Jean Dupont", "Ana Petit", "Zoé Karam"};
  return kAuthors;
}

constexpr std::int32_t kFirstDay = 19000;
constexpr std::size_t kDays = 60;

}  // namespace

bool answers(const ModelArticle& article, const ModelQuery& query) {
  return has(article, query, false);
}

ModelArticle random_article(std::mt19937& random) {
  ModelArticle article;
  for (std::size_t i = 1 + random() % 6; i > 0; --i) article.title.push_back(random_word(random));
  for (std::size_t i = random() % 25; i > 0; --i) article.body.push_back(random_word(random));
  article.author = one_of(authors(), random);
  article.day = kFirstDay + static_cast<std::int32_t>(random() % kDays);
  return article;
}

ModelQuery random_query(std::mt19937& random, int depth) {
  if (depth <= 0 || random() % 3 == 0) return leaf(random);
  ModelQuery query;
  switch (random() % 8) {
    case 0:
      return proximity(random);
    case 1:
      query.kind = Kind::kNot;
      query.children.push_back(random_query(random, depth - 1));
      return query;
    case 2:
      query.kind = random() % 2 == 0 ? Kind::kAuthor : Kind::kDays;
      query.author = one_of(authors(), random);
      query.from = kFirstDay + static_cast<std::int32_t>(random() % kDays);
      query.to = query.from + static_cast<std::int32_t>(random() % kDays);
      return query;
    case 3:
    case 4:
      query.kind = Kind::kOr;
      break;
    default:
      query.kind = Kind::kAnd;
      break;
  }
  for (std::size_t i = 2 + random() % 3; i > 0; --i) {
    query.children.push_back(random_query(random, depth - 1));
  }
  return query;
}

namespace {

std::string quoted(const std::string& text, std::mt19937& random) {
  static const std::vector<std::pair<std::string, std::string>> kQuotes{
      {"\"", "\""}, {"“", "”"}, {"«\u00A0", "\u00A0»"}, {"« ", " »"}, {"„", "“"}, {"‹", "›"}};
  const auto& [open, close] = one_of(kQuotes, random);
  return open + text + close;
}

std::string plain_text(const Words& words) {
  std::string out;
  for (const PlacedWord& word : words) out += (out.empty() ? "" : " ") + spelling(word).text;
  return out;
}

std::string group(const ModelQuery& query, std::mt19937& random) {
  const bool bare = query.children.empty();
  return bare ? text_of(query, random) : "(" + text_of(query, random) + ")";
}

std::string joined(const ModelQuery& query, const std::vector<std::string>& operators,
                   std::mt19937& random) {
  std::string out;
  for (const ModelQuery& child : query.children) {
    if (!out.empty()) out += one_of(operators, random);
    out += group(child, random);
  }
  return out;
}

std::string day_text(std::int32_t day, std::mt19937& random) {
  const CivilDate date = to_date(day);
  if (random() % 2 == 0) return to_string(date);
  return std::to_string(date.day) + "/" + std::to_string(date.month) + "/" +
         std::to_string(date.year);
}

}  // namespace

std::string text_of(const Words& words, std::mt19937& random) {
  static const std::vector<std::string> kBetween{" ", " ", ", ", " ; ", "\n", " – "};
  std::string out;
  for (const PlacedWord& word : words) {
    if (!out.empty()) out += families()[word.family].number ? ", " : one_of(kBetween, random);
    out += spelling(word).text;
  }
  return out;
}

std::string text_of(const ModelQuery& query, std::mt19937& random) {
  const std::string field = query.title ? (random() % 2 == 0 ? "titre:" : "title:") : "";
  switch (query.kind) {
    case Kind::kWord: {
      const std::string text = spelling(query.words.front()).text;
      const bool one_run = text.find(' ') == std::string::npos;
      return field + (query.title && !one_run ? spelling(query.words.front()).exact : text);
    }
    case Kind::kExactWord:
      return field + "=" + spelling(query.words.front()).exact;
    case Kind::kPrefix:
      return field + query.letters + "*";
    case Kind::kFuzzy:
      return field + query.letters + "~";
    case Kind::kCompound:
      return field + compounds()[query.compound].text;
    case Kind::kPhrase:
      return field + quoted(plain_text(query.words), random);
    case Kind::kExactPhrase:
      return field + "=" + quoted(plain_text(query.words), random);
    case Kind::kAnd:
      return joined(query, {" ", " ET ", " AND ", "  "}, random);
    case Kind::kOr:
      return joined(query, {" OU ", " OR "}, random);
    case Kind::kNot:
      return one_of<std::string>({"SAUF ", "NOT "}, random) + group(query.children[0], random);
    case Kind::kNear:
    case Kind::kThen: {
      const bool near = query.kind == Kind::kNear;
      const std::string name = near ? one_of<std::string>({" PROCHE/", " NEAR/"}, random)
                                    : one_of<std::string>({" SUIVI/", " ADJ/"}, random);
      return group(query.children[0], random) + name + std::to_string(query.window) + " " +
             group(query.children[1], random);
    }
    case Kind::kAuthor:
      return one_of<std::string>({"auteur:", "author:"}, random) + quoted(query.author, random);
    case Kind::kDays:
      return "date:" + day_text(query.from, random) + ".." + day_text(query.to, random);
  }
  return "";
}

}  // namespace gazette::testing
