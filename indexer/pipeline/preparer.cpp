// Analysis and document building, skipped for what is there unchanged.
#include "indexer/pipeline/preparer.h"

#include <utility>

#include "common/index/schema.h"
#include "common/index/stored_article.h"

namespace gazette::indexer {

Preparer::Preparer() : builder_(analyzer_, TimeZone::paris()) {}

Preparer::Preparer(const std::string& directory) : Preparer() {
  try {
    known_ = Xapian::Database(directory);
    has_known_ = known_.get_doccount() > 0;
  } catch (const Xapian::Error&) {
    has_known_ = false;  // no database yet, or one that the writer will complain about
  }
}

bool Preparer::unchanged(const std::string& id, std::string_view hash) {
  if (!has_known_) return false;
  try {
    const std::string term = id_term(id);
    const Xapian::PostingIterator posting = known_.postlist_begin(term);
    return posting != known_.postlist_end(term) &&
           known_.get_document(*posting).get_value(schema::kContentSlot) == hash;
  } catch (const Xapian::DatabaseModifiedError&) {
    known_.reopen();  // the writer has moved on; this one it will compare itself
    return false;
  }
}

Prepared Preparer::prepare(const Article& article) {
  std::string encoded = encode_article(article);
  PreparedArticle prepared;
  prepared.content_hash = content_hash(encoded);
  if (unchanged(article.id, prepared.content_hash))
    return Unchanged{article.id, std::move(encoded)};
  prepared.id = article.id;
  prepared.edition = edition_of(article);
  prepared.bytes = article.title.size() + article.subtitle.size() + article.body.size();
  prepared.document = builder_.build(
      article, encoded, [&prepared](std::string_view folded_stem, std::string_view stem) {
        prepared.stems.emplace_back(folded_stem, stem);
      });
  prepared.fingerprint = builder_.take_fingerprint();
  return prepared;
}

}  // namespace gazette::indexer
