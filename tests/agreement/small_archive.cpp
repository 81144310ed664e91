// A small archive on disk for a test.
#include "tests/agreement/small_archive.h"

#include <unistd.h>
#include <xapian.h>

#include <atomic>
#include <stdexcept>
#include <utility>

#include "common/analysis/analyzer.h"
#include "common/index/document.h"
#include "common/index/schema.h"
#include "common/index/stem_lexicon.h"
#include "common/time_zone.h"

namespace gazette::testing {
namespace {

std::filesystem::path fresh_directory() {
  static std::atomic<int> count{0};
  const std::string name =
      "gazette-agreement-" + std::to_string(::getpid()) + "-" + std::to_string(++count);
  std::filesystem::path directory = std::filesystem::temp_directory_path() / name;
  std::filesystem::remove_all(directory);
  return directory;
}

void write(const std::filesystem::path& directory, const std::vector<Article>& articles) {
  Xapian::WritableDatabase db(directory.string(), Xapian::DB_CREATE_OR_OPEN | Xapian::DB_NO_SYNC);
  StemLexiconWriter lexicon(db);
  Analyzer analyzer;
  for (const Article& article : articles) {
    db.replace_document(id_term(article.id),
                        to_document(article, analyzer, TimeZone::paris(),
                                    [&](std::string_view folded_stem, std::string_view stem) {
                                      lexicon.add(folded_stem, stem);
                                    }));
  }
  lexicon.flush(db);
  db.set_metadata(std::string(schema::kVersionKey), std::to_string(schema::kVersion));
  db.commit();
}

}  // namespace

SmallArchive::SmallArchive(const std::vector<Article>& articles) : directory_(fresh_directory()) {
  write(directory_, articles);
  archive_ = std::make_unique<server::Archive>(directory_.string(), server::ArchiveOptions{});
}

SmallArchive::~SmallArchive() {
  archive_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(directory_, ignored);
}

std::set<std::string> SmallArchive::ids(const std::string& q) {
  server::Selection selection;
  selection.q = q;
  selection.dates_in_words = false;
  std::set<std::string> found;
  const Result<std::size_t> count = archive_->export_all(selection, [&](const server::Hit& hit) {
    found.insert(hit.article.id);
    return true;
  });
  if (!count.ok()) throw std::runtime_error("refused: " + q + ": " + count.error().message);
  return found;
}

Article article_of(std::string id, std::string title, std::string body) {
  Article article;
  article.id = std::move(id);
  article.title = std::move(title);
  article.body = std::move(body);
  return article;
}

}  // namespace gazette::testing
