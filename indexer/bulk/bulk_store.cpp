// Built by hand, checked by Xapian, swapped with the empty database.
#include "indexer/bulk/bulk_store.h"

#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "common/cli/language.h"
#include "common/index/document.h"
#include "common/index/schema.h"
#include "common/index/stored_article.h"
#include "indexer/bulk/bulk_preparer.h"
#include "indexer/pipeline/folder.h"
#include "indexer/pipeline/stories.h"

namespace gazette::indexer {
namespace {

namespace fs = std::filesystem;

// Articles under embargo wait in memory for the end; an input of more is no archive.
constexpr std::size_t kMostHeldBytes = std::size_t{64} << 20;
constexpr std::uint32_t kMostLooks = 500;  // documents looked at one by one before the swap

std::uint64_t as_number(std::string_view content_hash) {
  std::uint64_t number = 0;
  std::memcpy(&number, content_hash.data(), std::min(sizeof number, content_hash.size()));
  return number;
}

/// Whether document `number` is an article as we write them, and is found by its id.
bool sound(const Xapian::Database& db, Xapian::docid number) {
  const Xapian::Document document = db.get_document(number);
  const std::string data = document.get_data();
  const Result<Article> article = decode_article(data);
  if (!article.ok() || document.get_value(schema::kContentSlot) != content_hash(data)) return false;
  const std::string term = id_term(article->id);
  for (auto at = db.postlist_begin(term); at != db.postlist_end(term); ++at) {
    if (*at == number) return true;
  }
  return false;
}

/// Compares what Xapian reads with what was written; throws BulkRefused, Xapian::Error.
void compare(const fs::path& folder, const glass::Figures& figures) {
  if (Xapian::Database::check(folder.string()) != 0) throw BulkRefused("xapian-check");
  const Xapian::Database db(folder.string());
  const std::uint32_t documents = figures.documents;
  if (db.get_doccount() != documents || db.get_lastdocid() != documents ||
      db.get_total_length() != figures.total_length) {
    throw BulkRefused("doccount, total_length");
  }
  const std::uint32_t step = std::max(documents / kMostLooks, 1U);
  for (std::uint32_t number = 1; number <= documents; number += step) {
    if (!sound(db, number)) throw BulkRefused("document " + std::to_string(number));
  }
}

/// Throws BulkRefused: what Xapian stumbles over when it only reads is no fault of the disk's room.
void require_sound(const fs::path& folder, const glass::Figures& figures) {
  try {
    compare(folder, figures);
  } catch (const Xapian::Error& error) {
    throw BulkRefused(reason_of(error));
  }
}

/// What needs the whole: articles that came again lose their first form, near-copies find together.
void complete(const fs::path& folder, const std::vector<std::uint32_t>& dropped,
              const std::map<std::string, HeldArticle>& held) {
  Xapian::WritableDatabase db(folder.string(), Xapian::DB_OPEN | Xapian::DB_DANGEROUS);
  for (const std::uint32_t number : dropped) db.delete_document(number);
  Stories(db).group_all();
  Embargoes embargoes(db);
  for (const auto& [id, article] : held) embargoes.keep(article);
  db.commit();
  db.close();
}

}  // namespace

bool BulkStore::possible(const std::string& directory, const BulkGround& ground) {
  if (!ground.xapian.starts_with("1.4.")) return false;
  std::error_code error;
  if (!fs::exists(fs::path(directory) / "iamglass", error)) return true;
  try {
    const Xapian::Database db(directory);
    const std::string withdrawn(schema::kWithdrawnKeyPrefix);
    return db.get_doccount() == 0 && embargo_figures(db).articles == 0 &&
           db.metadata_keys_begin(withdrawn) == db.metadata_keys_end(withdrawn);
  } catch (const Xapian::Error&) {
    return false;  // the ordinary writer will say what is wrong with it
  }
}

void BulkStore::remove_leftovers(const std::string& directory) {
  std::error_code ignored;
  fs::remove_all(beside_of(real_folder(directory)), ignored);
}

BulkStore::BulkStore(const std::string& directory, std::size_t segment_bytes, BulkGround ground)
    : ground_(std::move(ground)),
      lock_(std::make_unique<ArchiveWriter>(directory)),
      segment_bytes_(segment_bytes) {
  lock_->commit();  // an empty database of this version, for readers and for the next run
  folder_ = real_folder(directory);
  beside_ = make_beside(folder_, ground_.swap);
}

BulkStore::~BulkStore() {
  builder_.reset();
  std::error_code ignored;
  fs::remove_all(beside_, ignored);
}

std::unique_ptr<ArticlePreparer> BulkStore::make_preparer() const {
  return std::make_unique<BulkPreparer>();
}

void BulkStore::throw_failed(const std::string& reason) {
  builder_.reset();
  std::error_code ignored;
  fs::remove_all(beside_, ignored);  // what fills the disk now
  throw ArchiveError(
      folder_.string() + " : " + tr("l'écriture a échoué : ", "writing failed: ") + reason +
      "\n  " +
      tr("rien n'a été ajouté ; libérez de la place (il en faut deux fois la taille de la base) ou "
         "vérifiez le disque, puis relancez la même commande",
         "nothing was added; free some space (twice the size of the database) or check the disk, "
         "then run the same command again"));
}

Change BulkStore::put(const Prepared& prepared) {
  const auto* const document = std::get_if<BulkDocument>(&prepared);
  if (document == nullptr) return Change::kUnchanged;
  try {
    return write(*document);
  } catch (const std::system_error& error) {
    throw_failed(error.code().message());
  } catch (const Xapian::Error& error) {
    throw_failed(reason_of(error));
  }
}

BulkStore::IdHash BulkStore::hash_of(std::string_view id) {
  const XXH128_hash_t hash = XXH3_128bits(id.data(), id.size());
  return {hash.high64, hash.low64};
}

bool BulkStore::withdraw(const Withdrawal& withdrawal) {
  const auto known = articles_.find(hash_of(withdrawal.id));
  const bool there = known != articles_.end();
  if (there && withdrawal.version > 0 && known->second.edition.version > withdrawal.version) {
    return false;
  }
  if (withdrawal.version > 0) {
    std::uint64_t& version = withdrawn_[withdrawal.id];
    version = std::max(version, withdrawal.version);
  }
  const bool held = drop_held(withdrawal.id, {.version = withdrawal.version, .modified = {}});
  if (!there) return held;
  dropped_.push_back(known->second.document);
  articles_.erase(known);
  return true;
}

bool BulkStore::withdrawn(const std::string& id, const Edition& edition) const {
  const auto gone = withdrawn_.find(id);
  return edition.version > 0 && gone != withdrawn_.end() && edition.version <= gone->second;
}

bool BulkStore::drop_held(const std::string& id, const Edition& coming) {
  const auto held = held_.find(id);
  if (held == held_.end() || outdated(coming, held->second.edition)) return false;
  held_bytes_ -= held->second.encoded.size();
  held_.erase(held);
  return true;
}

Change BulkStore::hold(const HeldArticle& article) {
  const auto known = articles_.find(hash_of(article.id));
  if (known != articles_.end()) {
    if (outdated(article.edition, known->second.edition)) return Change::kOutdated;
    if (known->second.content == as_number(content_hash(article.encoded))) {
      drop_held(article.id, article.edition);
      return Change::kUnchanged;
    }
  } else if (withdrawn(article.id, article.edition)) {
    return Change::kOutdated;
  }
  const auto before = held_.find(article.id);
  if (before != held_.end() && outdated(article.edition, before->second.edition)) {
    return Change::kOutdated;
  }
  drop_held(article.id, article.edition);
  held_bytes_ += article.encoded.size();
  if (held_bytes_ > kMostHeldBytes) {
    throw BulkRefused(
        tr("plus de 64 Mio d'articles sous embargo", "more than 64 MiB of articles under embargo"));
  }
  held_.emplace(article.id, article);
  return Change::kHeld;
}

Change BulkStore::write(const BulkDocument& document) {
  const std::uint64_t content = as_number(document.content_hash);
  const IdHash hash = hash_of(document.id);
  const auto known = articles_.find(hash);
  const bool is_new = known == articles_.end();
  if (!is_new) {
    if (known->second.content == content) {
      drop_held(document.id, document.edition);
      return Change::kUnchanged;
    }
    if (outdated(document.edition, known->second.edition)) return Change::kOutdated;
    dropped_.push_back(known->second.document);
  } else if (withdrawn(document.id, document.edition)) {
    return Change::kOutdated;
  }
  drop_held(document.id, document.edition);
  if (!builder_) {
    builder_ =
        std::make_unique<DatabaseBuilder>(beside_ / "base", beside_ / "runs", segment_bytes_);
  }
  builder_->add(document);
  articles_[hash] = {
      .content = content, .document = builder_->figures().documents, .edition = document.edition};
  for (const auto& [folded, stem] : document.stems) lexicon_.add(folded, stem);
  return is_new ? Change::kAdded : Change::kUpdated;
}

void BulkStore::set_metadata() {
  for (auto& [key, value] : lexicon_.take_changes()) builder_->set_metadata(key, value);
  for (const auto& [id, version] : withdrawn_) {
    builder_->set_metadata(std::string(schema::kWithdrawnKeyPrefix) + id, std::to_string(version));
  }
  builder_->set_metadata(std::string(schema::kVersionKey), std::to_string(schema::kVersion));
  builder_->set_metadata(std::string(schema::kCommitTimeKey), utc_now());
}

void BulkStore::build() {
  set_metadata();
  builder_->finish();
  const glass::Figures figures = builder_->figures();
  builder_.reset();
  const fs::path whole = beside_ / "base";
  if (ground_.built) ground_.built(whole);
  require_sound(whole, figures);
  complete(whole, dropped_, held_);
  sync_folder(whole);
  put_in_place(whole, folder_, ground_.swap);
}

void BulkStore::finish_without_documents() {
  for (const auto& [id, version] : withdrawn_) {
    lock_->withdraw({.id = id, .version = version, .source = {}, .line = 0});
  }
  for (const auto& [id, article] : held_) lock_->hold(article);
  lock_->commit();
}

void BulkStore::finish() {
  if (builder_ == nullptr) return finish_without_documents();
  try {
    build();
  } catch (const std::system_error& error) {
    throw_failed(error.code().message());
  } catch (const Xapian::DatabaseCorruptError& error) {
    throw BulkRefused(reason_of(error));
  } catch (const Xapian::Error& error) {
    throw_failed(reason_of(error));
  }
  lock_.reset();  // of the empty database, which is beside now
  std::error_code ignored;
  fs::remove_all(beside_, ignored);
}

}  // namespace gazette::indexer
