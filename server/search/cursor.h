// Where a page ended, as an opaque text that the next request brings back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/error.h"
#include "server/search/doc_set.h"
#include "server/search/request.h"
#include "server/search/snapshot.h"

namespace gazette::server {

/// The last hit of a page. In date orders it holds on every revision, in order of relevance on its
/// own alone, because scores change with every commit.
struct Cursor {
  Sort sort = Sort::kNewest;
  std::uint64_t request = 0;   ///< see hash_of
  std::uint64_t revision = 0;  ///< kRelevance: hash of the RevisionId
  float score = 0;             ///< kRelevance
  Number number = 0;           ///< kRelevance
  bool dated = false;          ///< kNewest, kOldest: what follows
  CivilDay day = 0;
  std::int64_t instant = 0;
  std::string id;
};

/// Equal for selections that find the same articles in the same order.
std::uint64_t hash_of(const Selection& selection, Sort sort);
std::uint64_t hash_of(const RevisionId& id);

/// base64url, unpadded.
std::string to_text(const Cursor& cursor);

/// The cursor, when it is one of ours for this request; an Error "bad-cursor" otherwise, and
/// "cursor-expired" when it was of an earlier revision that it cannot outlive.
Result<Cursor> parse_cursor(std::string_view text, std::uint64_t request, Sort sort,
                            const RevisionId& revision);

}  // namespace gazette::server
