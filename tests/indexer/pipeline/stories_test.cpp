// Stories: near-copies find together whatever comes first, and part again.
#include "indexer/pipeline/stories.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "common/index/document.h"
#include "common/index/schema.h"
#include "indexer/pipeline/archive_writer.h"
#include "tests/common/index/temporary_folder.h"

namespace gazette::indexer {
namespace {

using Words = std::vector<std::string>;

Words some_words(std::uint32_t seed, std::size_t count) {
  std::mt19937 random(seed);
  Words words;
  for (std::size_t i = 0; i < count; ++i) words.push_back("m" + std::to_string(random() % 100'000));
  return words;
}

/// `words` with `count` of them exchanged for new ones, spread out.
Words rewritten(Words words, std::size_t count, const std::string& mark) {
  for (std::size_t i = 0; i < count; ++i) {
    words[(i + 1) * words.size() / (count + 1)] = mark + std::to_string(i);
  }
  return words;
}

Article article_of(const std::string& id, const Words& words) {
  Article article;
  article.id = id;
  article.title = "Titre de " + id;
  for (const std::string& word : words) article.body += (article.body.empty() ? "" : " ") + word;
  return article;
}

/// A database that is opened anew for each call, as by runs of the program.
struct Archive {
  testing::TemporaryFolder folder;
  std::string database = folder / "archive";

  void add(const std::vector<Article>& articles) const {
    ArchiveWriter writer(database);
    const auto preparer = writer.make_preparer();
    for (const Article& article : articles) writer.put(preparer->prepare(article));
    writer.commit();
  }
  void remove(const std::string& id) const {
    ArchiveWriter writer(database);
    CHECK(writer.remove(id));
    writer.commit();
  }

  /// Id -> story, of the articles that have one; the terms agree.
  [[nodiscard]] std::map<std::string, std::string> names() const {
    std::map<std::string, std::string> out;
    const Xapian::Database db(database);
    for (auto at = db.postlist_begin(""); at != db.postlist_end(""); ++at) {
      const Xapian::Document document = db.get_document(*at);
      const std::string story = document.get_value(schema::kStorySlot);
      std::set<std::string> terms;
      for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
        if ((*term).starts_with(schema::kStoryPrefix)) terms.insert(*term);
      }
      CHECK(terms ==
            (story.empty() ? std::set<std::string>() : std::set<std::string>{story_term(story)}));
      if (!story.empty()) out[document.get_value(schema::kIdSlot)] = story;
    }
    return out;
  }

  /// The articles that are together.
  [[nodiscard]] std::set<std::set<std::string>> groups() const {
    std::map<std::string, std::set<std::string>> by_name;
    for (const auto& [id, story] : names()) by_name[story].insert(id);
    std::set<std::set<std::string>> out;
    for (const auto& [story, ids] : by_name) out.insert(ids);
    return out;
  }
};

using Groups = std::set<std::set<std::string>>;

const Words kDispatch = some_words(1, 300);

TEST_CASE("stories: a reprint joins the dispatch, in one run or in a later one") {
  const Article dispatch = article_of("a", kDispatch);
  const Article reprint = article_of("b", rewritten(kDispatch, 4, "x"));
  const Article other = article_of("c", some_words(2, 300));
  const Archive at_once, later;
  at_once.add({dispatch, other, reprint});
  CHECK(at_once.groups() == Groups{{"a", "b"}});
  later.add({dispatch, other});
  CHECK(later.groups().empty());
  later.add({reprint});
  CHECK(later.groups() == Groups{{"a", "b"}});
  CHECK(later.names() == at_once.names());
}

TEST_CASE("stories: a reprint is found among hundreds of others, and after thousands of articles") {
  const Words dispatch = some_words(9, 25);
  std::vector<Article> articles;
  for (int i = 0; i < 700; ++i) {
    articles.push_back(article_of("copie " + std::to_string(i), dispatch));
    articles.back().title = "Le pont rouvre";
  }
  for (std::uint32_t i = 0; i < 1500; ++i) {
    articles.push_back(article_of("autre " + std::to_string(i), some_words(100 + i, 15)));
  }
  articles.push_back(articles.front());
  articles.back().id = "la dernière";
  const Archive archive;
  archive.add(articles);
  const Groups groups = archive.groups();
  REQUIRE(groups.size() == 1);
  CHECK(groups.begin()->size() == 701);
}

TEST_CASE("stories: the same input twice changes nothing") {
  const std::vector<Article> articles = {article_of("a", kDispatch),
                                         article_of("b", rewritten(kDispatch, 3, "x"))};
  const Archive archive;
  archive.add(articles);
  const Xapian::rev revision = Xapian::Database(archive.database).get_revision();
  archive.add(articles);
  CHECK(Xapian::Database(archive.database).get_revision() == revision);
}

TEST_CASE("stories: an article that links two makes them one, under the older name") {
  // a and c differ too much; b lies between them.
  const Article a = article_of("a", rewritten(kDispatch, 5, "x"));
  const Article c = article_of("c", rewritten(kDispatch, 6, "y"));
  const Article b = article_of("b", kDispatch);
  const Archive archive;
  archive.add({a, article_of("a2", rewritten(kDispatch, 5, "x")), c,
               article_of("c2", rewritten(kDispatch, 6, "y"))});
  CHECK(archive.groups() == Groups{{"a", "a2"}, {"c", "c2"}});
  const std::string name = archive.names().at("a");
  archive.add({b});
  CHECK(archive.groups() == Groups{{"a", "a2", "b", "c", "c2"}});
  CHECK(archive.names().at("c2") == name);
}

TEST_CASE("stories: what is removed or rewritten leaves, one alone is no story") {
  const Archive archive;
  archive.add({article_of("a", kDispatch), article_of("b", rewritten(kDispatch, 2, "x")),
               article_of("c", rewritten(kDispatch, 2, "y"))});
  REQUIRE(archive.groups() == Groups{{"a", "b", "c"}});
  const std::string name = archive.names().at("b");
  archive.remove("a");  // the first one goes: the name stays
  CHECK(archive.groups() == Groups{{"b", "c"}});
  CHECK(archive.names().at("b") == name);
  archive.add({article_of("b", some_words(3, 300))});
  CHECK(archive.groups().empty());
  archive.add({article_of("b", rewritten(kDispatch, 3, "z"))});  // and back
  CHECK(archive.groups() == Groups{{"b", "c"}});
  archive.remove("c");
  CHECK(archive.groups().empty());
}

TEST_CASE("stories: a first article that is rewritten does not take the name with it") {
  const Archive archive;
  archive.add({article_of("a", kDispatch), article_of("b", rewritten(kDispatch, 2, "x")),
               article_of("c", rewritten(kDispatch, 2, "y"))});
  const Words other = some_words(4, 300);
  archive.add({article_of("a", other)});
  archive.add({article_of("d", rewritten(other, 2, "z"))});
  CHECK(archive.groups() == Groups{{"b", "c"}, {"a", "d"}});
}

TEST_CASE("stories: a text rewritten again and again does not chain what shares nothing") {
  Analyzer analyzer;
  std::vector<Article> articles;
  Words words = kDispatch;
  for (std::size_t round = 0; round < 40; ++round) {
    for (std::size_t i = round * 7; i < round * 7 + 7; ++i) words[i] = "neuf" + std::to_string(i);
    articles.push_back(article_of("v" + std::to_string(round), words));
  }
  const Archive archive;
  archive.add(articles);
  const auto names = archive.names();
  CHECK(names.size() == articles.size());
  CHECK(names.at("v0") == names.at("v1"));
  CHECK(names.at("v0") != names.at("v39"));
  std::map<std::string, std::vector<Fingerprint>> stories;
  for (const Article& article : articles) {
    stories[names.at(article.id)].push_back(fingerprint_of(article, analyzer));
  }
  for (const auto& [story, members] : stories) {
    for (const Fingerprint& member : members) CHECK(resemblance(member, members.front()) >= 0.6);
  }
}

TEST_CASE("stories: the order of arrival makes no difference") {
  std::vector<Article> articles;
  Groups expected;
  for (std::uint32_t seed = 10; seed < 30; ++seed) {
    const Words words = some_words(seed, 200);
    std::set<std::string> ids;
    for (std::uint32_t copy = 0; copy < seed % 4; ++copy) {
      const std::string id = std::to_string(seed) + "-" + std::to_string(copy);
      articles.push_back(article_of(id, rewritten(words, copy, "x" + std::to_string(copy))));
      ids.insert(id);
    }
    if (ids.size() > 1) expected.insert(ids);
  }
  std::mt19937 random(5);
  for (int round = 0; round < 6; ++round) {
    std::shuffle(articles.begin(), articles.end(), random);
    const Archive archive;
    const auto middle = articles.begin() + static_cast<std::ptrdiff_t>(random() % articles.size());
    archive.add({articles.begin(), middle});
    archive.add({middle, articles.end()});
    CHECK(archive.groups() == expected);
  }
}

TEST_CASE("stories: standing text under many articles joins none") {
  const Words standing = some_words(6, 70);
  std::vector<Article> articles;
  for (std::uint32_t i = 0; i < 500; ++i) {
    Article article = article_of("s" + std::to_string(i), standing);
    article.title.clear();
    for (const std::string& word : some_words(100 + i, 12)) article.title += word + " ";
    articles.push_back(article);
  }
  const Archive archive;
  archive.add(articles);
  CHECK(archive.groups().empty());
}

}  // namespace
}  // namespace gazette::indexer
