// A small archive for tests.
#include "tests/server/search/test_archive.h"

#include <unistd.h>

#include <atomic>

#include "common/index/document.h"
#include "common/index/schema.h"

namespace gazette::testing {
namespace {

std::filesystem::path fresh_path() {
  static std::atomic<int> count{0};
  return std::filesystem::temp_directory_path() /
         ("gazette-search-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
}

server::ArchiveOptions with_cache(std::size_t bytes) {
  server::ArchiveOptions options;
  options.bitmap_cache_bytes = bytes;
  return options;
}

}  // namespace

TempFolder::TempFolder() : path_(fresh_path()) { std::filesystem::create_directories(path_); }

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

TestWriter::TestWriter(const std::filesystem::path& directory)
    : db_(directory.string(), Xapian::DB_CREATE_OR_OPEN | Xapian::DB_NO_SYNC), lexicon_(db_) {
  schema::stamp_version(db_);
}

void TestWriter::add(const Article& article) {
  db_.replace_document(id_term(article.id),
                       to_document(article, analyzer_, TimeZone::paris(),
                                   [&](std::string_view folded, std::string_view stem) {
                                     lexicon_.add(folded, stem);
                                   }));
}

void TestWriter::remove(const std::string& id) { db_.delete_document(id_term(id)); }

void TestWriter::set_story(const std::string& id, const std::string& story) {
  const Xapian::docid docid = *db_.postlist_begin(id_term(id));
  Xapian::Document document = db_.get_document(docid);
  document.add_value(schema::kStorySlot, story);
  db_.replace_document(docid, document);
}

void TestWriter::commit() {
  lexicon_.flush(db_);
  db_.commit();
}

void write_archive(const std::filesystem::path& directory, const std::vector<Article>& articles) {
  TestWriter writer(directory);
  for (const Article& article : articles) writer.add(article);
  writer.commit();
}

TestView::TestView(const std::filesystem::path& directory, std::size_t cache_bytes)
    : source_(directory.string(), with_cache(cache_bytes)),
      snapshot_(source_.current()),
      lease_(std::make_unique<server::Snapshot::Lease>(*snapshot_)) {}

}  // namespace gazette::testing
