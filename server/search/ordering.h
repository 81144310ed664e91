// Orders of hits: newest, oldest, most relevant; and where in them a page starts.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "server/search/cursor.h"
#include "server/search/view.h"

namespace gazette::server {

/// A hit before it is fetched.
struct Ranked {
  Number number = 0;
  float score = 0;
};

/// `articles` (ascending numbers, which is newest first) oldest first: by instant, then id; the
/// undated last.
std::vector<Number> oldest_first(const Columns& columns, std::span<const Number> articles);

/// The `count` best of `articles`, best first; equal scores newest first, then by id. With `after`,
/// the best of those that come after it.
std::vector<Ranked> most_relevant(std::span<const Number> articles, std::span<const float> scores,
                                  std::size_t count, const std::optional<Ranked>& after);

/// Where an article that may be gone stands, or stood, among those of a snapshot.
struct Seat {
  Number first_equal = 0;  ///< articles of the same instant: [first_equal, last_equal)
  Number last_equal = 0;
  Number next = 0;  ///< the first of them whose id comes after
};
Seat find_seat(const View& view, const Cursor& cursor);

}  // namespace gazette::server
