// Two keys for each: by time, with the article, and by id.
#include "indexer/pipeline/embargoes.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "common/cli/language.h"
#include "common/index/schema.h"
#include "common/index/stored_article.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kDigits = 12;  // of the end of the year 9999, which sources mean by « never »
constexpr std::int64_t kLatest = 999'999'999'999;

std::string digits_of(std::int64_t until) {
  char text[kDigits + 1];
  std::snprintf(text, sizeof text, "%0*lld", static_cast<int>(kDigits),
                static_cast<long long>(std::clamp<std::int64_t>(until, 0, kLatest)));
  return text;
}

std::string time_key(const std::string& digits, const std::string& id) {
  return std::string(schema::kEmbargoKeyPrefix) + digits + "/" + id;
}

std::string id_key(const std::string& id) { return std::string(schema::kEmbargoIdKeyPrefix) + id; }

std::int64_t time_of(const std::string& key) {
  const std::string digits = key.substr(schema::kEmbargoKeyPrefix.size(), kDigits);
  return std::strtoll(digits.c_str(), nullptr, 10);
}

std::string id_of(const std::string& key) {
  return key.substr(schema::kEmbargoKeyPrefix.size() + kDigits + 1);
}

Xapian::TermIterator first_of(const Xapian::Database& db) {
  return db.metadata_keys_begin(std::string(schema::kEmbargoKeyPrefix));
}

Xapian::TermIterator end_of(const Xapian::Database& db) {
  return db.metadata_keys_end(std::string(schema::kEmbargoKeyPrefix));
}

}  // namespace

void Embargoes::look() const {
  if (!none_) none_ = first_of(db_) == end_of(db_);
}

std::optional<HeldArticle> Embargoes::find(const std::string& id) const {
  look();
  if (*none_) return std::nullopt;
  const std::string digits = db_.get_metadata(id_key(id));
  if (digits.empty()) return std::nullopt;
  HeldArticle held;
  held.id = id;
  held.until = std::strtoll(digits.c_str(), nullptr, 10);
  held.encoded = db_.get_metadata(time_key(digits, id));
  const Result<Article> article = decode_article(held.encoded);
  if (article.ok()) held.edition = edition_of(article.value());
  return held;
}

bool Embargoes::keep(const HeldArticle& article) {
  const std::string digits = digits_of(article.until);
  const std::string key = time_key(digits, article.id);
  if (const auto before = find(article.id)) {
    if (digits_of(before->until) == digits &&
        content_hash(before->encoded) == content_hash(article.encoded)) {
      return false;
    }
    drop(article.id);
  }
  db_.set_metadata(key, article.encoded);
  db_.set_metadata(id_key(article.id), digits);
  none_ = false;
  return true;
}

bool Embargoes::drop(const std::string& id) {
  look();
  if (*none_) return false;
  const std::string digits = db_.get_metadata(id_key(id));
  if (digits.empty()) return false;
  db_.set_metadata(time_key(digits, id), "");
  db_.set_metadata(id_key(id), "");
  return true;
}

std::optional<std::int64_t> Embargoes::next() const {
  look();
  if (*none_) return std::nullopt;
  const Xapian::TermIterator first = first_of(db_);
  if (first == end_of(db_)) return std::nullopt;
  return time_of(*first);
}

std::optional<HeldArticle> Embargoes::take_due(std::int64_t now) {
  look();
  if (*none_) return std::nullopt;
  const Xapian::TermIterator first = first_of(db_);
  if (first == end_of(db_)) return std::nullopt;
  const std::string key = *first;
  if (time_of(key) > now) return std::nullopt;
  std::optional<HeldArticle> held = find(id_of(key));
  db_.set_metadata(key, "");
  if (held) drop(held->id);
  return held;
}

std::string damaged_text(const std::string& id) {
  return tr("article sous embargo abîmé, perdu : ", "damaged article under embargo, lost: ") + id;
}

EmbargoFigures embargo_figures(const Xapian::Database& db) {
  EmbargoFigures out;
  for (auto key = first_of(db); key != end_of(db); ++key) {
    if (out.articles++ == 0) out.next = time_of(*key);
  }
  return out;
}

void each_held(const Xapian::Database& db, std::string& last,
               const std::function<void(const HeldArticle&)>& take) {
  Xapian::TermIterator key = first_of(db);
  if (!last.empty()) key.skip_to(last);
  for (; key != end_of(db); ++key) {
    if (*key == last) continue;
    const std::string name = *key;
    take({id_of(name), time_of(name), {}, db.get_metadata(name)});
    last = name;
  }
}

}  // namespace gazette::indexer
