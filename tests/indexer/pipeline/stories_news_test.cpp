// Near-copies on real news: every pair that a count of all shared runs finds is grouped, no other.
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <unordered_map>

#include "common/index/schema.h"
#include "indexer/bulk/bulk_store.h"
#include "tests/common/index/temporary_folder.h"
#include "tests/shared_data.h"

namespace gazette::indexer {
namespace {

using Runs = std::vector<std::size_t>;  ///< hashes, ascending, distinct
using Pair = std::pair<std::string, std::string>;

/// Runs of five words of ASCII and Latin letters and digits, accents kept. Not the fingerprint's
/// own way.
Runs runs_of(const std::string& text) {
  std::vector<std::string> words(1);
  bool latin = false;  // the character under way
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool goes_on = byte >= 0x80 && byte < 0xC0;
    if (!goes_on) latin = byte >= 0xC3 && byte <= 0xC9;
    if (latin || (byte < 0x80 && std::isalnum(byte) != 0)) {
      words.back() += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  Runs runs;
  for (std::size_t i = 0; i + 5 <= words.size(); ++i) {
    std::string run;
    for (std::size_t k = i; k < i + 5; ++k) run += words[k] + " ";
    runs.push_back(std::hash<std::string>()(run));
  }
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

double shared(const Runs& a, const Runs& b) {
  Runs both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  const auto count = static_cast<double>(both.size());
  return count / (static_cast<double>(a.size() + b.size()) - count);
}

Pair pair_of(const std::string& a, const std::string& b) { return a < b ? Pair(a, b) : Pair(b, a); }

/// Pairs that share at least `least` of their runs.
std::set<Pair> pairs_by_count(const std::map<std::string, Runs>& articles, double least) {
  std::unordered_map<std::size_t, std::vector<const std::string*>> holders;
  std::set<Pair> met, pairs;
  for (const auto& [id, runs] : articles) {
    for (const std::size_t run : runs) {
      std::vector<const std::string*>& others = holders[run];
      constexpr std::size_t kStockPhrase = 20;  // in more articles than a pair needs
      if (others.size() < kStockPhrase) {
        for (const std::string* other : others) met.insert(pair_of(*other, id));
      }
      others.push_back(&id);
    }
  }
  for (const Pair& pair : met) {
    if (shared(articles.at(pair.first), articles.at(pair.second)) >= least) pairs.insert(pair);
  }
  return pairs;
}

std::set<Pair> pairs_by_story(const std::string& place) {
  const Xapian::Database db(place);
  std::map<std::string, std::vector<std::string>> stories;
  for (auto at = db.postlist_begin(""); at != db.postlist_end(""); ++at) {
    const Xapian::Document document = db.get_document(*at);
    const std::string story = document.get_value(schema::kStorySlot);
    if (!story.empty()) stories[story].push_back(document.get_value(schema::kIdSlot));
  }
  std::set<Pair> pairs;
  for (const auto& [story, ids] : stories) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) pairs.insert(pair_of(ids[i], ids[k]));
    }
  }
  return pairs;
}

TEST_CASE("stories: near-copies of real news are grouped, other articles are not") {
  const auto path = testing::shared_file("news/agency-2010-2020.ndjson");
  if (path.empty()) return;
  const testing::TemporaryFolder folder;
  std::map<std::string, Runs> articles;
  {
    BulkStore store(folder / "archive");
    const std::unique_ptr<ArticlePreparer> preparer = store.make_preparer();
    std::ifstream file(path);
    std::size_t number = 0;
    for (std::string line; std::getline(file, line);) {
      constexpr std::size_t kEvery = 3;  // blocks of 1000: near-copies come near each other
      if (number++ / 1000 % kEvery != 0) continue;
      const nlohmann::json json = nlohmann::json::parse(line);
      Article article;
      article.id = json.at("id");
      article.title = json.value("title", "");
      article.body = json.value("body", "");
      store.put(preparer->prepare(article));
      articles[article.id] = runs_of(article.body);
    }
    store.finish();
  }
  const std::set<Pair> expected = pairs_by_count(articles, 0.8);
  const std::set<Pair> found = pairs_by_story(folder / "archive");
  REQUIRE(expected.size() >= 5);
  std::size_t missed = 0;
  for (const Pair& pair : expected) {
    if (!found.contains(pair)) ++missed;
  }
  CHECK(static_cast<double>(missed) <= 0.05 * static_cast<double>(expected.size()));
  for (const Pair& pair : found) {
    CAPTURE(pair.first);
    CAPTURE(pair.second);
    // Folded words and these are not parted quite alike.
    CHECK(shared(articles.at(pair.first), articles.at(pair.second)) >= 0.75);
  }
}

}  // namespace
}  // namespace gazette::indexer
