// The schema version: an index of another version is refused by name.
#include "common/index/schema.h"

#include <doctest/doctest.h>
#include <xapian.h>

namespace gazette {
namespace {

Xapian::WritableDatabase new_database() {
  return Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY);
}

TEST_CASE("schema: an empty database and one of this version pass") {
  Xapian::WritableDatabase db = new_database();
  CHECK_NOTHROW(schema::require_version(db));
  schema::stamp_version(db);
  CHECK_NOTHROW(schema::require_version(db));
}

TEST_CASE("schema: another version is refused with both versions and the way out") {
  Xapian::WritableDatabase db = new_database();
  db.set_metadata(std::string(schema::kVersionKey), "0");
  schema::stamp_version(db);  // never overwrites
  try {
    schema::require_version(db);
    FAIL("passed");
  } catch (const schema::SchemaMismatch& e) {
    const std::string what = e.what();
    CHECK(what.find("version de schéma 0") != std::string::npos);
    CHECK(what.find("version " + std::to_string(schema::kVersion)) != std::string::npos);
    CHECK(what.find("gazette-indexer dump") != std::string::npos);
  }
}

TEST_CASE("schema: a database that is not ours is refused") {
  Xapian::WritableDatabase db = new_database();
  db.add_document(Xapian::Document());
  CHECK_THROWS_AS(schema::require_version(db), schema::SchemaMismatch);
}

TEST_CASE("schema: prefixes tell terms apart by their first letter") {
  const std::string_view prefixes[] = {schema::kIdPrefix,         schema::kStemPrefix,
                                       schema::kTitlePrefix,      schema::kExactPrefix,
                                       schema::kFoldedPrefix,     schema::kTitleExactPrefix,
                                       schema::kTitleFoldedPrefix, schema::kBandPrefix,
                                       schema::kStoryPrefix};
  std::string seen;
  for (const std::string_view prefix : prefixes) {
    REQUIRE(prefix.size() == 1);
    CHECK(seen.find(prefix) == std::string::npos);
    seen += prefix;
  }
}

}  // namespace
}  // namespace gazette
