// Writes in transactions, so that documents, lexicon and commit time reach the disk together.
#include "indexer/pipeline/archive_writer.h"

#include <cstdlib>
#include <ctime>
#include <filesystem>

#include "common/cli/language.h"
#include "common/index/document.h"
#include "common/index/schema.h"
#include "common/index/stored_article.h"
#include "indexer/pipeline/database_place.h"
#include "indexer/pipeline/preparer.h"

namespace gazette::indexer {
namespace {

namespace fs = std::filesystem;

// A commit's size. Xapian keeps what is not committed in red-black trees that outgrow the caches:
// 1000 news articles a commit took 0.6 of the processor time of 10,000, and a quarter of the
// memory. Long texts count by their bytes (1000 articles of agencies hold 2.4 MB), and what comes
// slowly is saved after some seconds all the same.
constexpr std::size_t kBatchArticles = 1000;
constexpr std::size_t kBatchBytes = std::size_t{4} << 20;
constexpr std::chrono::seconds kBatchAge{10};

std::uint64_t version_of(const std::string& decimal) {
  return decimal.empty() ? 0 : std::strtoull(decimal.c_str(), nullptr, 10);
}

/// Whether the edition in the archive shall stay.
bool outdated(const Edition& coming, const Xapian::Document& there) {
  Edition known{.version = version_of(there.get_value(schema::kVersionSlot)), .modified = {}};
  if (coming.version != 0 && known.version == coming.version) {
    const Result<Article> stored = decode_article(there.get_data());
    if (!stored.ok()) return false;
    known = edition_of(stored.value());
  }
  return outdated(coming, known);
}

}  // namespace

std::string utc_now() { return utc_text(std::time(nullptr)); }

std::string utc_text(std::int64_t seconds) {
  const std::time_t time = seconds;
  std::tm utc{};
  gmtime_r(&time, &utc);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc)};
}

Xapian::Database open_archive(const std::string& directory) {
  std::error_code error;
  if (!fs::exists(directory, error)) {
    throw ArchiveError(sentence(directory, tr("base introuvable", "database not found"),
                                tr("créez-la : gazette-indexer add --db DOSSIER ARTICLES",
                                   "make it: gazette-indexer add --db FOLDER ARTICLES")));
  }
  try {
    Xapian::Database db(directory);
    schema::require_version(db);
    return db;
  } catch (const Xapian::Error& e) {
    throw_unusable(directory, e);
  }
}

ArchiveWriter::ArchiveWriter(std::string directory) : directory_(std::move(directory)) {
  require_place_for_database(directory_);
  try {
    db_ = Xapian::WritableDatabase(directory_, Xapian::DB_CREATE_OR_OPEN);
    schema::require_version(db_);
    lexicon_ = std::make_unique<StemLexiconWriter>(db_);
    begin();
  } catch (const Xapian::Error& e) {
    throw_unusable(directory_, e);
  }
}

ArchiveWriter::~ArchiveWriter() {
  try {
    db_.close();  // without this the destructor would commit, and swallow what goes wrong
  } catch (const Xapian::Error&) {
    // Nothing is owed: what was to be kept was committed.
  }
}

void ArchiveWriter::begin() {
  // Inside a transaction Xapian never commits on its own: no document without its lexicon.
  db_.begin_transaction();
  pending_articles_ = 0;
  pending_bytes_ = 0;
}

/// After a failure Xapian's object in memory is of no more use: what it would write when it is
/// closed must stay unwritten. In a transaction nothing is.
void ArchiveWriter::give_up() {
  try {
    db_.begin_transaction(false);
  } catch (const Xapian::Error&) {
    // It is in one already.
  }
}

Xapian::docid ArchiveWriter::find(const std::string& term) const {
  const Xapian::PostingIterator posting = db_.postlist_begin(term);
  return posting == db_.postlist_end(term) ? 0 : *posting;
}

std::unique_ptr<ArticlePreparer> ArchiveWriter::make_preparer() const {
  return std::make_unique<Preparer>(directory_);
}

Change ArchiveWriter::put(const Prepared& prepared) {
  try {
    Change change = Change::kUnchanged;
    if (const auto* const article = std::get_if<PreparedArticle>(&prepared)) {
      change = write(*article);
    } else if (const auto* const unchanged = std::get_if<Unchanged>(&prepared)) {
      change = write_if_changed(*unchanged);
    }
    commit_if_full();
    return change;
  } catch (const Xapian::Error& e) {
    throw_failed(directory_, e);
  }
}

/// What comes now and may be seen stands for what was kept of it, unless that is known to be newer.
void ArchiveWriter::drop_held(const std::string& id, const Edition& coming) {
  const std::optional<HeldArticle> held = embargoes_.find(id);
  if (held && !outdated(coming, held->edition) && embargoes_.drop(id)) touched(id, 0);
}

Change ArchiveWriter::write_encoded(const std::string& encoded) {
  if (!own_preparer_) own_preparer_ = std::make_unique<Preparer>();
  return write(std::get<PreparedArticle>(own_preparer_->prepare(decode_article(encoded).value())));
}

Change ArchiveWriter::hold(const HeldArticle& article) {
  try {
    if (const Xapian::docid known = find(id_term(article.id)); known != 0) {
      const Xapian::Document there = db_.get_document(known);
      if (outdated(article.edition, there)) return Change::kOutdated;
      if (there.get_value(schema::kContentSlot) == content_hash(article.encoded)) {
        drop_held(article.id, article.edition);
        return Change::kUnchanged;  // readers have seen it already
      }
    } else if (withdrawn(article.id, article.edition)) {
      return Change::kOutdated;
    }
    const std::optional<HeldArticle> before = embargoes_.find(article.id);
    if (before && outdated(article.edition, before->edition)) return Change::kOutdated;
    if (embargoes_.keep(article)) touched(article.id, article.encoded.size());
    commit_if_full();
    return Change::kHeld;
  } catch (const Xapian::Error& e) {
    throw_failed(directory_, e);
  }
}

std::size_t ArchiveWriter::release_due(std::int64_t now,
                                       const std::function<void(const std::string&)>& damaged) {
  std::size_t released = 0;
  try {
    while (const std::optional<HeldArticle> held = embargoes_.take_due(now)) {
      touched(held->id, 0);
      if (decode_article(held->encoded).ok()) {
        write_encoded(held->encoded);
        ++released;
      } else if (damaged) {
        damaged(held->id);
      }
      commit_if_full();
    }
  } catch (const Xapian::Error& e) {
    throw_failed(directory_, e);
  }
  return released;
}

/// The article was compared with what the database had at the start: what came in between counts.
Change ArchiveWriter::write_if_changed(const Unchanged& article) {
  if (!touched_.may_have(article.id) && !embargoes_.find(article.id)) return Change::kUnchanged;
  const Xapian::docid known = find(id_term(article.id));
  if (known != 0 &&
      db_.get_document(known).get_value(schema::kContentSlot) == content_hash(article.encoded)) {
    return Change::kUnchanged;
  }
  return write_encoded(article.encoded);
}

bool ArchiveWriter::withdrawn(const std::string& id, const Edition& edition) const {
  if (edition.version == 0) return false;
  return edition.version <=
         version_of(db_.get_metadata(std::string(schema::kWithdrawnKeyPrefix) + id));
}

Change ArchiveWriter::write(const PreparedArticle& article) {
  const Xapian::docid known = find(id_term(article.id));
  std::string old_story;
  if (known != 0) {
    const Xapian::Document before = db_.get_document(known);
    if (before.get_value(schema::kContentSlot) == article.content_hash) {
      drop_held(article.id, article.edition);
      return Change::kUnchanged;
    }
    if (outdated(article.edition, before)) return Change::kOutdated;
    old_story = before.get_value(schema::kStorySlot);
  } else if (withdrawn(article.id, article.edition)) {
    return Change::kOutdated;
  }
  drop_held(article.id, article.edition);
  Xapian::Document document = article.document;
  const std::string story = stories_.join(article.fingerprint, known);
  if (!story.empty()) {
    document.add_value(schema::kStorySlot, story);
    document.add_boolean_term(story_term(story));
  }
  if (known == 0) {
    db_.add_document(document);
  } else {
    db_.replace_document(known, document);
    if (old_story != story) leave(old_story);
  }
  for (const auto& [folded, stem] : article.stems) lexicon_->add(folded, stem);
  touched(article.id, article.bytes);
  return known == 0 ? Change::kAdded : Change::kUpdated;
}

void ArchiveWriter::touched(std::string_view id, std::size_t bytes) {
  touched_.add(id);
  if (pending_articles_ == 0) batch_start_ = std::chrono::steady_clock::now();
  ++pending_articles_;
  pending_bytes_ += bytes;
}

void ArchiveWriter::leave(const std::string& story) {
  if (!story.empty()) stories_.left(story);
}

bool ArchiveWriter::remove(std::string_view id) {
  try {
    return erase(std::string(id), true);
  } catch (const Xapian::Error& e) {
    throw_failed(directory_, e);
  }
}

bool ArchiveWriter::erase(const std::string& id, bool held_too) {
  const bool held = held_too && embargoes_.drop(id);
  const Xapian::docid known = find(id_term(id));
  if (known != 0) {
    const std::string story = db_.get_document(known).get_value(schema::kStorySlot);
    db_.delete_document(known);
    leave(story);
  }
  if (known == 0 && !held) return false;
  touched(id, 0);
  commit_if_full();
  return true;
}

bool ArchiveWriter::withdraw(const Withdrawal& withdrawal) {
  try {
    const std::string& id = withdrawal.id;
    const Edition gone{.version = withdrawal.version, .modified = {}};
    const Xapian::docid known = find(id_term(id));
    if (known != 0 && gone.version > 0 &&
        version_of(db_.get_document(known).get_value(schema::kVersionSlot)) > gone.version) {
      return false;
    }
    const std::string key = std::string(schema::kWithdrawnKeyPrefix) + id;
    if (version_of(db_.get_metadata(key)) < gone.version) {
      db_.set_metadata(key, std::to_string(gone.version));
      touched(id, 0);
    }
    const std::optional<HeldArticle> held = embargoes_.find(id);
    return erase(id, held && !outdated(gone, held->edition));
  } catch (const Xapian::Error& e) {
    throw_failed(directory_, e);
  }
}

void ArchiveWriter::commit_if_full() {
  if (pending_articles_ >= kBatchArticles || pending_bytes_ >= kBatchBytes) commit();
}

void ArchiveWriter::commit_if_due() {
  if (pending_articles_ > 0 && std::chrono::steady_clock::now() - batch_start_ >= kBatchAge) {
    commit();
  }
}

void ArchiveWriter::commit() {
  try {
    const bool stamped = !db_.get_metadata(std::string(schema::kVersionKey)).empty();
    if (pending_articles_ == 0 && stamped) return;  // the same input twice changes nothing
    schema::stamp_version(db_);
    lexicon_->flush(db_);
    db_.set_metadata(std::string(schema::kCommitTimeKey), utc_now());
    db_.commit_transaction();
    begin();
  } catch (const Xapian::Error& e) {
    give_up();
    throw_failed(directory_, e);
  }
  if (committed_) committed_();
}

}  // namespace gazette::indexer
