// Walks Xapian's list of all terms.
#include "server/search/index_terms.h"

#include <string>

namespace gazette::server {
namespace {

class IndexTermCursor : public TermCursor {
 public:
  explicit IndexTermCursor(const Xapian::Database& db) : db_(db), end_(db.allterms_end()) {}

  bool seek(std::string_view term) override {
    // Xapian's own skip_to only goes forward, and starting afresh costs as much again.
    if (at_ == end_ || term < term_) at_ = db_.allterms_begin();
    if (!term.empty() && at_ != end_) at_.skip_to(std::string(term));
    return read();
  }

  bool next() override {
    ++at_;
    return read();
  }

  [[nodiscard]] std::string_view term() const override { return term_; }
  [[nodiscard]] std::uint32_t articles() const override { return at_.get_termfreq(); }

 private:
  bool read() {
    if (at_ == end_) return false;
    term_ = *at_;
    return true;
  }

  const Xapian::Database& db_;
  Xapian::TermIterator at_;  ///< at the end before the first seek
  Xapian::TermIterator end_;
  std::string term_;  ///< under `at_`
};

}  // namespace

std::unique_ptr<TermCursor> IndexTerms::cursor() const {
  return std::make_unique<IndexTermCursor>(db_);
}

}  // namespace gazette::server
