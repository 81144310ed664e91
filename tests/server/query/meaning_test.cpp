// Random queries over random articles find what a brute-force reading of them says.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "server/query/operators.h"
#include "tests/server/query/query_model.h"
#include "tests/server/query/reader.h"

using namespace gazette;
using namespace gazette::testing;

namespace {

/// Articles as the model and the archive see them.
struct Corpus {
  Reader reader;
  std::vector<ModelArticle> articles;

  Corpus(std::size_t size, std::mt19937& random) {
    for (std::size_t i = 0; i < size; ++i) {
      articles.push_back(random_article(random));
      const ModelArticle& article = articles.back();
      reader.archive.add({.title = text_of(article.title, random),
                          .body = text_of(article.body, random),
                          .author = article.author,
                          .day = article.day});
    }
  }

  [[nodiscard]] std::set<std::size_t> answers_to(const ModelQuery& query) const {
    std::set<std::size_t> out;
    for (std::size_t i = 0; i < articles.size(); ++i) {
      if (answers(articles[i], query)) out.insert(i);
    }
    return out;
  }
};

std::string list(const std::set<std::size_t>& numbers) {
  std::string out;
  for (const std::size_t number : numbers) out += std::to_string(number) + " ";
  return out;
}

}  // namespace

TEST_CASE("meaning: random nested queries find what the model finds") {
  std::mt19937 random(1789);
  for (int corpora = 0; corpora < 8; ++corpora) {
    Corpus corpus(60, random);
    std::size_t found = 0;
    for (int i = 0; i < 600; ++i) {
      const ModelQuery query = random_query(random, 3);
      const std::string text = text_of(query, random);
      if (server::all_in_capitals(text)) continue;  // 2023 alone, or with operators as words
      const server::ResolvedQuery read = corpus.reader.read(text);
      CAPTURE(text);
      CAPTURE(read.interpreted);
      const std::string tree = describe(read.root);
      CAPTURE(tree);
      const std::set<std::size_t> expected = corpus.answers_to(query);
      CHECK(list(corpus.reader.archive.match(read.root)) == list(expected));
      if (!expected.empty() && expected.size() < corpus.articles.size()) ++found;
    }
    CHECK(found > 100);  // the queries tell articles apart
  }
}

TEST_CASE("meaning: with op=or, any plain word will do, signs and fields narrow") {
  std::mt19937 random(1848);
  Corpus corpus(80, random);
  corpus.reader.defaults.op = server::JoinWords::kOr;
  for (int i = 0; i < 1500; ++i) {
    ModelQuery plain;
    plain.kind = ModelQuery::Kind::kOr;
    ModelQuery all;
    all.kind = ModelQuery::Kind::kAnd;
    std::string text;
    for (std::size_t n = 1 + random() % 4; n > 0; --n) {
      ModelQuery word = random_query(random, 0);
      word.title = false;
      if (word.kind == ModelQuery::Kind::kCompound) continue;
      const std::size_t family = word.words.front().family;
      if (families()[family].stop_word || families()[family].number) continue;
      text += text_of(word, random) + " ";
      plain.children.push_back(word);
    }
    if (plain.children.empty()) continue;
    all.children.push_back(plain);
    if (random() % 3 == 0) text += "la ";  // beside content words a stop word only ranks
    if (random() % 2 == 0) {
      ModelQuery excluded;
      excluded.kind = ModelQuery::Kind::kNot;
      ModelQuery word;
      word.words = {{4, 0}};
      excluded.children.push_back(word);
      text += "-guerre ";
      all.children.push_back(excluded);
    }
    if (random() % 3 == 0) {
      ModelQuery author;
      author.kind = ModelQuery::Kind::kAuthor;
      author.author = "Ana Petit";
      text += "auteur:\"Ana Petit\"";
      all.children.push_back(author);
    }
    CAPTURE(text);
    const server::ResolvedQuery read = corpus.reader.read(text);
    CAPTURE(read.interpreted);
    CHECK(list(corpus.reader.archive.match(read.root)) == list(corpus.answers_to(all)));
  }
}

TEST_CASE("meaning: how a word is spelt never changes what is found") {
  std::mt19937 random(1968);
  Corpus corpus(80, random);
  for (const Family& family : families()) {
    const auto first =
        corpus.reader.archive.match(corpus.reader.read(family.spellings.front().text).root);
    CHECK_FALSE(first.empty());
    for (const Spelling& spelling : family.spellings) {
      CAPTURE(spelling.text);
      const server::ResolvedQuery read = corpus.reader.read(spelling.text);
      CHECK(list(corpus.reader.archive.match(read.root)) == list(first));
    }
  }
}
