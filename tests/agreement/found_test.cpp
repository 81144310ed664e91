// Everything written is found, and nothing else: the table of promises, through the whole path.
#include <doctest/doctest.h>

#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/agreement/found_table.h"
#include "tests/agreement/small_archive.h"
#include "tests/source_tree.h"

namespace gazette::testing {
namespace {

const std::vector<FoundRow>& table() {
  static const std::vector<FoundRow> rows =
      read_found_table(gazette::testing::source_tree() / "tests/agreement/found_table.tsv");
  return rows;
}

/// Collects every wrong row, so that one run shows them all.
class WrongRows {
 public:
  void add(const FoundRow& row, bool found) {
    if (found == row.found) return;
    ++count_;
    report_ << "\n  line " << row.line << ": « " << row.query << " » "
            << (found ? "finds" : "does not find") << " « " << row.text << " » (" << row.why << ")";
  }
  void check() const {
    INFO("wrong rows:" << report_.str());
    CHECK(count_ == 0);
  }

 private:
  int count_ = 0;
  std::ostringstream report_;
};

/// The distinct texts, each an article whose id is its number; `in_title` puts the text there.
std::map<std::string, Article> articles_by_text(bool in_title) {
  std::map<std::string, Article> articles;
  for (const FoundRow& row : table()) {
    if (articles.contains(row.text)) continue;
    const std::string id = std::to_string(articles.size());
    articles[row.text] = in_title ? article_of(id, row.text, "") : article_of(id, "", row.text);
  }
  return articles;
}

TEST_CASE(
    "agreement: each text alone in the index is found by what it promises, and by nothing else") {
  WrongRows wrong;
  for (const auto& [text, article] : articles_by_text(false)) {
    SmallArchive archive({article});
    for (const FoundRow& row : table()) {
      if (row.text == text) wrong.add(row, archive.ids(row.query).contains(article.id));
    }
  }
  wrong.check();
}

void check_together(bool in_title) {
  const std::map<std::string, Article> by_text = articles_by_text(in_title);
  std::vector<Article> articles;
  for (const auto& [text, article] : by_text) articles.push_back(article);
  SmallArchive archive(articles);
  WrongRows wrong;
  for (const FoundRow& row : table()) {
    wrong.add(row, archive.ids(row.query).contains(by_text.at(row.text).id));
  }
  wrong.check();
}

TEST_CASE("agreement: other articles in the index change no promise") { check_together(false); }

TEST_CASE("agreement: a title keeps the promises of a body") { check_together(true); }

TEST_CASE("agreement: no phrase runs from the title into the body") {
  SmallArchive archive({article_of("a", "Un convoi d'aide", "humanitaire et médicale")});
  CHECK(archive.ids("\"aide humanitaire\"").empty());
  CHECK(archive.ids("aide humanitaire").size() == 1);
}

}  // namespace
}  // namespace gazette::testing
