// Any bytes in the database's slots, metadata and documents: a server that opens it answers, or
// says what is damaged.
#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/index/document.h"
#include "common/index/fingerprint.h"
#include "common/index/schema.h"
#include "common/index/stem_lexicon.h"
#include "common/index/stored_article.h"
#include "server/search/column_loader.h"
#include "server/search/vocabulary.h"
#include "tests/fuzz/require.h"

using gazette::fuzz::require;
namespace schema = gazette::schema;
namespace server = gazette::server;

namespace {

constexpr std::size_t kMostFields = 40;

/// Fields "kind, size, bytes": a value of a slot, a term, metadata, the data; 'n' begins a
/// document.
Xapian::WritableDatabase database_of(std::string_view bytes) {
  Xapian::WritableDatabase db(std::string(), Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document document;
  for (std::size_t fields = 0; bytes.size() > 2 && fields < kMostFields; ++fields) {
    const auto kind = static_cast<unsigned char>(bytes[0]);
    const std::string field(bytes.substr(2, static_cast<unsigned char>(bytes[1])));
    bytes.remove_prefix(2 + field.size());
    if (kind == 'n') {
      db.add_document(document);
      document = {};
    } else if (kind == 'd') {
      document.set_data(field);
    } else if (kind == 'm') {
      db.set_metadata(std::string(schema::kStemsKeyPrefix) + "etat", field);
    } else if (kind == 't' && !field.empty()) {
      document.add_posting(field.substr(0, schema::kMaxTermBytes), kind);
    } else {
      document.add_value(kind % 16U, field);
    }
  }
  db.add_document(document);
  return db;
}

void check(const server::Columns& columns) {
  require(columns.docid.size() == columns.size && columns.content.size() == columns.size,
          "a row an article");
  require(columns.dated <= columns.size && columns.day.size() == columns.dated &&
              columns.instant.size() == columns.dated,
          "a day for each that is dated");
  for (server::Number n = 1; n < columns.dated; ++n) {
    require(columns.day[n - 1] >= columns.day[n], "newest first");
  }
  for (std::size_t field = 0; field < server::kFacetFieldCount; ++field) {
    for (const server::Code code : columns.codes.at(field).codes) {
      require(code < columns.values.at(field)->size(), "a code has a value");
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Xapian::WritableDatabase db = database_of(bytes);
  server::ColumnLoader loader(gazette::TimeZone::paris());
  check(*loader.load(db));
  check(*loader.load(db));
  const server::Vocabulary vocabulary(db);
  for (std::size_t i = 1; i < vocabulary.size(); ++i) {
    require(vocabulary.term(i - 1) < vocabulary.term(i), "terms ascend");
  }
  std::vector<std::string> stems;
  gazette::DatabaseStemLexicon(db).find("etat", stems);
  for (Xapian::docid docid = 1; docid <= db.get_lastdocid(); ++docid) {
    const auto article = gazette::decode_article(db.get_document(docid).get_data());
    if (article.ok()) gazette::band_terms(gazette::fingerprint_of(*article));
  }
  return 0;
}
