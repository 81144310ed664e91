// The benchmarks' articles.
#include "tests/bench/corpus.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace gazette::bench {

void for_each_article(const std::string& path, const std::function<void(BenchArticle)>& take) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) continue;
    const nlohmann::json json = nlohmann::json::parse(line);
    const auto text = [&](const char* key) { return json.value(key, std::string()); };
    BenchArticle article{text("id"),     text("title"),   text("body"),
                         text("source"), text("section"), text("published").substr(0, 10)};
    std::erase(article.day, '-');
    take(std::move(article));
  }
}

}  // namespace gazette::bench
