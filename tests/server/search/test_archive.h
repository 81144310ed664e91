// A small archive for tests: real Xapian in a folder of its own, written as the indexer writes, and
// a way to ask any part of the search of it.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "common/analysis/analyzer.h"
#include "common/article.h"
#include "common/index/stem_lexicon.h"
#include "common/time_zone.h"
#include "server/search/snapshot_source.h"
#include "server/search/view.h"
#include "server/search/workers.h"

namespace gazette::testing {

/// A fresh folder, removed with all it holds.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Writes articles as the indexer does.
class TestWriter {
 public:
  explicit TestWriter(const std::filesystem::path& directory);
  void add(const Article& article);
  void remove(const std::string& id);
  /// Puts an article that is there into a story; the article itself stays as it is.
  void set_story(const std::string& id, const std::string& story);
  void commit();

 private:
  Xapian::WritableDatabase db_;
  StemLexiconWriter lexicon_;
  Analyzer analyzer_;
};

/// Writes `articles` into `directory` in one commit.
void write_archive(const std::filesystem::path& directory, const std::vector<Article>& articles);

/// What one request reads from, for tests of the parts.
class TestView {
 public:
  explicit TestView(const std::filesystem::path& directory,
                    std::size_t cache_bytes = std::size_t{1} << 24);
  server::View operator*() { return {*snapshot_, lease_->db(), worker_.analyzer, worker_.scratch}; }

 private:
  server::SnapshotSource source_;
  std::shared_ptr<server::Snapshot> snapshot_;
  std::unique_ptr<server::Snapshot::Lease> lease_;
  server::Worker worker_;
};

}  // namespace gazette::testing
