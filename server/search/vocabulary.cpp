// Terms end to end, found by binary search.
#include "server/search/vocabulary.h"

#include "common/index/schema.h"
#include "server/search/partition.h"

namespace gazette::server {
namespace {

class VocabularyCursor : public TermCursor {
 public:
  explicit VocabularyCursor(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  bool seek(std::string_view term) override {
    at_ = vocabulary_.find(term);
    return at_ < vocabulary_.size();
  }
  bool next() override { return ++at_ < vocabulary_.size(); }
  [[nodiscard]] std::string_view term() const override { return vocabulary_.term(at_); }
  [[nodiscard]] std::uint32_t articles() const override { return vocabulary_.articles(at_); }

 private:
  const Vocabulary& vocabulary_;
  std::size_t at_ = 0;
};

/// The first term that is not an id, from an id on.
std::string after_ids() {
  std::string prefix(schema::kIdPrefix);
  ++prefix.back();
  return prefix;
}

}  // namespace

Vocabulary::Vocabulary(const Xapian::Database& db) {
  const std::string past_ids = after_ids();
  const Xapian::TermIterator end = db.allterms_end();
  begin_.push_back(0);
  for (Xapian::TermIterator at = db.allterms_begin(); at != end;) {
    const std::string term = *at;
    if (term.starts_with(schema::kIdPrefix)) {
      at.skip_to(past_ids);
      continue;
    }
    bytes_ += term;
    begin_.push_back(bytes_.size());
    articles_.push_back(at.get_termfreq());
    ++at;
  }
}

std::unique_ptr<TermCursor> Vocabulary::cursor() const {
  return std::make_unique<VocabularyCursor>(*this);
}

std::size_t Vocabulary::find(std::string_view wanted) const {
  return partition_point(size(), [&](std::size_t i) { return term(i) < wanted; });
}

}  // namespace gazette::server
