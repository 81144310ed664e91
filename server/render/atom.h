// The newest matches of a search as an Atom feed (RFC 4287), with OpenSearch's counts.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "common/time_zone.h"
#include "server/search/answer.h"

namespace gazette::server {

inline constexpr std::string_view kAtomType = "application/atom+xml";

/// What the feed says of itself.
struct AtomFrame {
  std::string base;       ///< "https://recherche.example" before every path; may be empty
  std::string identity;   ///< what is searched, in a normal form: the feed's id hangs on it alone
  std::string self;       ///< path and query of this feed
  std::string alternate;  ///< of the same search for people
  std::string next;       ///< of the following page; empty on the last
  std::string updated;    ///< RFC 3339: for a feed without entries
  std::size_t per_page = 0;
  std::optional<std::size_t> offset;  ///< none: reached by a cursor, which does not count
};

/// A whole document. Titles and passages are HTML whose only tag is <mark>. An article's entry has
/// the same id in every feed.
std::string atom_feed(const SearchAnswer& answer, const AtomFrame& frame, const TimeZone& zone);

}  // namespace gazette::server
