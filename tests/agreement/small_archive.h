// A small archive on disk for a test: articles through the indexer's own path, asked through the
// server's own.
#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "common/article.h"
#include "server/search/archive.h"

namespace gazette::testing {

/// Lives in a folder of its own under the system's temporary one, removed at the end.
class SmallArchive {
 public:
  explicit SmallArchive(const std::vector<Article>& articles);
  ~SmallArchive();
  SmallArchive(const SmallArchive&) = delete;
  SmallArchive& operator=(const SmallArchive&) = delete;

  /// Ids of all articles that match `q` (dates in words stay words), in no order. A refusal of the
  /// query is thrown: query text never gives an error.
  std::set<std::string> ids(const std::string& q);

  server::Archive& archive() { return *archive_; }

 private:
  std::filesystem::path directory_;
  std::unique_ptr<server::Archive> archive_;
};

/// An article of one text.
Article article_of(std::string id, std::string title, std::string body);

}  // namespace gazette::testing
