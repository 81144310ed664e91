// The stage between reading and analysis: where an article was written and what places it is about,
// read from its own text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/enrich/dateline.h"
#include "indexer/enrich/place_mentions/about.h"
#include "indexer/enrich/place_mentions/place_mentions.h"

namespace gazette::indexer {

/// What was found, for those who ask why.
struct Enrichment {
  std::optional<ParsedDateline> dateline;  ///< at the head of the body
  std::vector<std::string> dropped;        ///< paragraphs of the body that were only a dateline
  FieldMentions mentions;                  ///< offsets count in the article as it is left
  std::vector<AboutPlace> about;           ///< most prominent first
};

/// Adds to `article` what its text says. What the source states stands: its dateline is kept, its
/// places come first. A dateline alone in the first paragraph leaves the body, one before running
/// text stays. Enriching the result again changes nothing. Thread-safe.
Enrichment enrich(Article& article);

}  // namespace gazette::indexer
