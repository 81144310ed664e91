// The lexicon of accented stems: written with a batch, read by queries, kept across sessions.
#include "common/index/stem_lexicon.h"

#include <doctest/doctest.h>

#include "common/index/schema.h"
#include "tests/common/index/temporary_folder.h"

namespace gazette {
namespace {

using Stems = std::vector<std::string>;

struct TemporaryDatabase {
  testing::TemporaryFolder folder;
  Xapian::WritableDatabase db{folder / "db", Xapian::DB_CREATE};
};

Stems found(const Xapian::Database& db, std::string_view folded) {
  Stems stems;
  DatabaseStemLexicon(db).find(folded, stems);
  return stems;
}

TEST_CASE("stem lexicon: what was added is found after the flush") {
  TemporaryDatabase temporary;
  Xapian::WritableDatabase& db = temporary.db;
  StemLexiconWriter writer(db);
  writer.add("refugi", "réfugi");
  writer.add("chat", "chât");
  writer.add("refugi", "réfugi");
  CHECK(found(db, "refugi").empty());
  writer.flush(db);
  CHECK(found(db, "refugi") == Stems{"réfugi"});
  CHECK(found(db, "chat") == Stems{"chât"});
  CHECK(found(db, "chien").empty());
}

TEST_CASE("stem lexicon: a later session adds to what an earlier one wrote") {
  TemporaryDatabase temporary;
  Xapian::WritableDatabase& db = temporary.db;
  StemLexiconWriter first(db);
  first.add("cot", "côt");
  first.flush(db);
  db.commit();
  StemLexiconWriter second(db);
  second.add("cot", "cót");
  second.add("cot", "côt");
  second.flush(db);
  CHECK(found(db, "cot") == Stems{"côt", "cót"});
}

TEST_CASE("stem lexicon: stems are appended to those already asked for") {
  TemporaryDatabase temporary;
  Xapian::WritableDatabase& db = temporary.db;
  StemLexiconWriter writer(db);
  writer.add("ete", "été");
  writer.flush(db);
  Stems stems = {"ete"};
  CHECK(DatabaseStemLexicon(db).find("ete", stems));
  CHECK(stems == Stems{"ete", "été"});
  CHECK_FALSE(DatabaseStemLexicon(db).find("hiver", stems));
}

TEST_CASE("stem lexicon: a word too long for a key is left out, not an error") {
  TemporaryDatabase temporary;
  Xapian::WritableDatabase& db = temporary.db;
  StemLexiconWriter writer(db);
  const std::string longest(schema::kMaxTermBytes, 'e');
  writer.add(longest, "é" + longest);
  writer.flush(db);
  CHECK(found(db, longest).empty());
}

}  // namespace
}  // namespace gazette
