// Every match of a selection, handed over one by one without holding a database handle in between.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "server/search/answer.h"
#include "server/search/retrying.h"
#include "server/search/searcher.h"

namespace gazette::server {

/// The order is fixed at the start; articles are fetched in batches. When the writer has
/// overwritten the revision, the rest is read from a newer one as long as each article is still the
/// same; when one is not and nothing was handed over yet, the export starts again.
class Exporter {
 public:
  Exporter(SnapshotSource& source, Workers& workers) : source_(source), workers_(workers) {}

  /// See Archive::export_all.
  Result<std::size_t> run(const Selection& selection, const TimeZone& zone,
                          const std::function<bool(const Hit&)>& take);

 private:
  struct Item {
    Xapian::docid docid = 0;
    std::uint64_t content = 0;
    float score = 0;
    std::uint32_t similar_count = 0;
  };
  std::optional<Error> find(const Selection& selection, const TimeZone& zone);
  /// None when one of the articles has changed or gone.
  std::optional<std::vector<Hit>> fetch(std::size_t begin, std::size_t end);
  std::optional<std::vector<Hit>> fetch_from(const View& view, std::size_t begin,
                                             std::size_t end) const;

  SnapshotSource& source_;
  Workers& workers_;
  std::vector<Item> items_;
  std::shared_ptr<Snapshot> snapshot_;  ///< of the start, while it can be read
};

}  // namespace gazette::server
