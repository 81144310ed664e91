// What a feed says once for all of its items.
#pragma once

#include <string>
#include <string_view>

namespace gazette::indexer {

struct FeedChannel {
  std::string title, language, rights, author, publisher;
  std::string base;  ///< address that those of items are relative to
};

/// From all that stands in the feed outside of its items.
FeedChannel read_channel(std::string_view head);

}  // namespace gazette::indexer
