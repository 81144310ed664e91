// Walks every iterator that Xapian has.
#include "tests/indexer/bulk/same_database.h"

#include "common/index/schema.h"

namespace gazette::testing {
namespace {

using Contents = std::map<std::string, std::string>;

template <typename Iterator>
std::string numbers(Iterator at, Iterator end) {
  std::string out;
  for (; at != end; ++at) out += std::to_string(*at) + " ";
  return out;
}

void add_terms(const Xapian::Database& db, Contents& out) {
  for (auto term = db.allterms_begin(); term != db.allterms_end(); ++term) {
    std::string& text = out["term " + *term];
    text = std::to_string(term.get_termfreq()) + " " +
           std::to_string(db.get_collection_freq(*term)) + ":";
    for (auto at = db.postlist_begin(*term); at != db.postlist_end(*term); ++at) {
      text += " " + std::to_string(*at) + "x" + std::to_string(at.get_wdf()) + "/" +
              std::to_string(at.get_doclength()) + "(" +
              numbers(at.positionlist_begin(), at.positionlist_end()) + ")";
    }
  }
}

void add_document(const Xapian::Database& db, Xapian::docid number, Contents& out) {
  const std::string name = "document " + std::to_string(number);
  const Xapian::Document document = db.get_document(number);
  out[name + " data"] = document.get_data();
  out[name + " terms"] = std::to_string(document.termlist_count()) + " of " +
                         std::to_string(db.get_unique_terms(number)) + " in " +
                         std::to_string(db.get_doclength(number)) + ":";
  for (auto term = db.termlist_begin(number); term != db.termlist_end(number); ++term) {
    out[name + " terms"] += " " + *term + "x" + std::to_string(term.get_wdf()) + "/" +
                            std::to_string(term.get_termfreq());
    out[name + " at " + *term] = numbers(term.positionlist_begin(), term.positionlist_end());
  }
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    out[name + " slot " + std::to_string(value.get_valueno())] = *value;
  }
}

void add_slots(const Xapian::Database& db, Contents& out) {
  constexpr Xapian::valueno kSlots = 32;  // more than the schema has
  for (Xapian::valueno slot = 0; slot < kSlots; ++slot) {
    std::string& text = out["slot " + std::to_string(slot)];
    text = std::to_string(db.get_value_freq(slot)) + " " + db.get_value_lower_bound(slot) + " to " +
           db.get_value_upper_bound(slot) + ":";
    for (auto at = db.valuestream_begin(slot); at != db.valuestream_end(slot); ++at) {
      text += " " + std::to_string(at.get_docid()) + "=" + *at;
    }
  }
}

}  // namespace

Contents contents_of(const Xapian::Database& db) {
  Contents out;
  out["documents"] =
      std::to_string(db.get_doccount()) + " to " + std::to_string(db.get_lastdocid());
  out["length"] = std::to_string(db.get_total_length()) + " " + std::to_string(db.has_positions());
  add_terms(db, out);
  for (auto at = db.postlist_begin(""); at != db.postlist_end(""); ++at) add_document(db, *at, out);
  add_slots(db, out);
  for (auto key = db.metadata_keys_begin(); key != db.metadata_keys_end(); ++key) {
    if (*key != schema::kCommitTimeKey) out["metadata " + *key] = db.get_metadata(*key);
  }
  return out;
}

}  // namespace gazette::testing
