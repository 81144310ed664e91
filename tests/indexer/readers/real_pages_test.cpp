// Real pages of a news portal, as HTML and as text dumps, against what is known of each article.
// They are not part of the project; half of them were looked at while the readers were written.
#include <doctest/doctest.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

#include "indexer/readers/clean_text.h"
#include "indexer/readers/page_lines.h"
#include "indexer/readers/read_input.h"
#include "tests/indexer/readers/collector.h"
#include "tests/shared_data.h"

namespace gazette::indexer {
namespace {

using testing::Collected;

std::map<std::string, int> counted_words(std::string_view text) {
  std::map<std::string, int> counts;
  std::string folded = folded_line(text) + ' ';
  for (std::size_t begin = 0, end; (end = folded.find(' ', begin)) != std::string::npos;
       begin = end + 1) {
    if (end > begin) ++counts[folded.substr(begin, end - begin)];
  }
  return counts;
}

/// Harmonic mean of how much of what was read is right and how much of what is right was read.
double token_f1(std::string_view read, std::string_view want) {
  const auto got = counted_words(read);
  const auto gold = counted_words(want);
  int read_words = 0;
  int gold_words = 0;
  int common = 0;
  for (const auto& [word, count] : got) {
    read_words += count;
    const auto at = gold.find(word);
    if (at != gold.end()) common += std::min(count, at->second);
  }
  for (const auto& [word, count] : gold) gold_words += count;
  return common == 0 ? 0 : 2.0 * common / (read_words + gold_words);
}

struct Score {
  int pages = 0, titles = 0, dates = 0;
  double f1 = 0;

  [[nodiscard]] double share(int count) const { return static_cast<double>(count) / pages; }
};

Score score_of(const std::string& extension) {
  Score score;
  const auto gold = testing::shared_file("pages/gold.ndjson");
  if (gold.empty()) return score;
  std::ifstream lines(gold);
  for (std::string line; std::getline(lines, line);) {
    const nlohmann::json want = nlohmann::json::parse(line);
    const std::string name = want["id"].get<std::string>() + extension;
    const auto path = testing::shared_file("pages/" + name);
    Collected out;
    read_input(
        name, [&] { return open_file(path.string()); }, "auto", ReadOptions{}, out);
    ++score.pages;
    if (out.records.size() != 1) continue;
    const Article& article = out.records[0].article;
    const std::string date = want["date"].get<std::string>();
    score.titles += article.title == clean_line(want["title"].get<std::string>()) ? 1 : 0;
    score.dates +=
        article.published && article.published->to_string().starts_with(date.substr(0, 10)) ? 1 : 0;
    score.f1 += token_f1(article.body, want["body"].get<std::string>());
  }
  score.f1 /= std::max(score.pages, 1);
  std::cerr << "pages" << extension << ": " << score.pages << " pages, titles " << score.titles
            << ", dates " << score.dates << ", body F1 " << score.f1 << '\n';
  return score;
}

TEST_CASE("real pages: HTML gives title, day and text") {
  const Score score = score_of(".html");
  if (score.pages == 0) return;
  CHECK(score.share(score.titles) >= 0.98);
  CHECK(score.share(score.dates) >= 0.98);
  CHECK(score.f1 >= 0.98);
}

TEST_CASE("real pages: the text dump gives title and text, and the day where its year is printed") {
  const Score score = score_of(".txt");
  if (score.pages == 0) return;
  CHECK(score.share(score.titles) >= 0.98);
  CHECK(score.share(score.dates) >= 0.93);  // 13 of 200 dumps print no year of the article anywhere
  CHECK(score.f1 >= 0.98);
}

}  // namespace
}  // namespace gazette::indexer
