// Reads the files of a retrieval set.
#include "tests/relevance/judged_set.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>

namespace gazette::testing {
namespace {

std::vector<Article> read_articles(const std::filesystem::path& path) {
  std::vector<Article> articles;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const nlohmann::json record = nlohmann::json::parse(line);
    Article article;
    article.id = record.at("id").get<std::string>();
    article.title = record.value("title", "");
    article.body = record.at("body").get<std::string>();
    articles.push_back(std::move(article));
  }
  return articles;
}

std::map<std::string, std::set<std::string>> read_judgements(const std::filesystem::path& path) {
  std::map<std::string, std::set<std::string>> relevant;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line);
    std::string query, round, article;
    int grade = 0;
    if (fields >> query >> round >> article >> grade && grade > 0) relevant[query].insert(article);
  }
  return relevant;
}

}  // namespace

JudgedSet read_judged_set(const std::filesystem::path& folder, std::size_t most_queries) {
  JudgedSet set;
  set.articles = read_articles(folder / "corpus.ndjson");
  const auto relevant = read_judgements(folder / "qrels.tsv");
  std::ifstream file(folder / "queries.tsv");
  std::vector<JudgedQuery> all;
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    const auto judged = relevant.find(line.substr(0, tab));
    if (tab == std::string::npos || judged == relevant.end()) continue;
    all.push_back({line.substr(tab + 1), judged->second});
  }
  const std::size_t step = std::max<std::size_t>(1, all.size() / most_queries);
  for (std::size_t i = 0; i < all.size(); i += step) set.queries.push_back(std::move(all[i]));
  return set;
}

}  // namespace gazette::testing
