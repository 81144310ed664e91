// A retrieval set: articles, queries, and which articles answer which query.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "common/article.h"

namespace gazette::testing {

struct JudgedQuery {
  std::string text;
  std::set<std::string> relevant;  ///< ids of articles
};

struct JudgedSet {
  std::vector<Article> articles;
  std::vector<JudgedQuery> queries;
};

/// Reads corpus.ndjson, queries.tsv and qrels.tsv of `folder`; every n-th judged query, so that
/// about `most_queries` remain. Throws what parsing throws.
JudgedSet read_judged_set(const std::filesystem::path& folder, std::size_t most_queries);

}  // namespace gazette::testing
