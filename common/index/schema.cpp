// The schema version: written once into a new index, asked of every index that is opened.
#include "common/index/schema.h"

#include <xapian.h>

namespace gazette::schema {

void require_version(const Xapian::Database& db) {
  const std::string found = db.get_metadata(std::string(kVersionKey));
  if (found == std::to_string(kVersion)) return;
  if (found.empty()) {
    if (db.get_doccount() == 0) return;
    throw SchemaMismatch(
        "cette base Xapian n'a pas été écrite par gazette-indexer (aucune version de schéma) : "
        "choisissez un autre dossier avec --db");
  }
  throw SchemaMismatch("l'index a la version de schéma " + found +
                       ", ce programme lit la version " + std::to_string(kVersion) +
                       " : exportez-le avec « gazette-indexer dump » du programme qui l'a écrit, "
                       "puis indexez de nouveau avec « gazette-indexer add »");
}

void stamp_version(Xapian::WritableDatabase& db) {
  const std::string key(kVersionKey);
  if (db.get_metadata(key).empty()) db.set_metadata(key, std::to_string(kVersion));
}

}  // namespace gazette::schema
