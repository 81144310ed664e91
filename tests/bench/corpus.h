// The benchmarks' articles: native NDJSON, one article a line, the fields that both engines index.
#pragma once

#include <functional>
#include <string>

namespace gazette::bench {

struct BenchArticle {
  std::string id, title, body, source, section;
  std::string day;  ///< "20200702", or empty
};

/// Calls `take` for each line of the file; throws std::runtime_error on a file that cannot be read.
void for_each_article(const std::string& path, const std::function<void(BenchArticle)>& take);

}  // namespace gazette::bench
