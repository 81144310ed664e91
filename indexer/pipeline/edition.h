// Which of two editions of an article stands.
#pragma once

#include <cstdint>
#include <optional>

#include "common/article.h"
#include "common/time_zone.h"

namespace gazette::indexer {

struct Edition {
  std::uint64_t version = 0;             ///< as the source counts; 0 when it does not
  std::optional<std::int64_t> modified;  ///< UTC seconds
};

inline Edition edition_of(const Article& article) {
  Edition edition{.version = article.version, .modified = {}};
  if (article.modified) edition.modified = article.modified->instant(TimeZone::paris());
  return edition;
}

/// True when `there` shall stay: of a higher version, or of the same and modified later. Otherwise
/// what comes last stands: who sends an item again under its version has mended it.
inline bool outdated(const Edition& coming, const Edition& there) {
  if (coming.version == 0) return false;
  if (there.version != coming.version) return there.version > coming.version;
  return coming.modified && there.modified && *coming.modified < *there.modified;
}

}  // namespace gazette::indexer
