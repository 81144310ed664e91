// Phrases and proximities as Xapian's own matcher can check them.
#pragma once

#include <xapian.h>

#include <vector>

#include "server/query/resolved.h"

namespace gazette::server {

/// What the matcher can say of a node (kWord, kOr, kPhrase, kNear, kThen; not an exact_phrase).
struct PositionQuery {
  Xapian::Query query;  ///< matches wherever the node stands
  bool exact = false;   ///< and nowhere else; else positions must be looked at again
};
PositionQuery position_query(const Node& node);

/// Restricts a query to given documents: the matcher looks at positions in these alone.
class DocidSource : public Xapian::PostingSource {
 public:
  explicit DocidSource(std::vector<Xapian::docid> docids);  ///< ascending

  [[nodiscard]] Xapian::doccount get_termfreq_min() const override;
  [[nodiscard]] Xapian::doccount get_termfreq_est() const override;
  [[nodiscard]] Xapian::doccount get_termfreq_max() const override;
  void next(double min_weight) override;
  void skip_to(Xapian::docid docid, double min_weight) override;
  [[nodiscard]] bool at_end() const override;
  [[nodiscard]] Xapian::docid get_docid() const override;
  [[nodiscard]] DocidSource* clone() const override;
  void init(const Xapian::Database& db) override;

 private:
  std::vector<Xapian::docid> docids_;
  std::size_t at_ = 0;
  bool started_ = false;
};

}  // namespace gazette::server
