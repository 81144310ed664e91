// What WordPress's XML export and its REST answers have in common.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/news_time.h"
#include "indexer/readers/draft.h"

namespace gazette::indexer::wordpress {

/// The time of a post: its local clock with the offset that its GMT clock gives; either may be
/// missing or "0000-00-00 00:00:00". Without any, none.
std::optional<NewsTime> post_time(std::string_view local, std::string_view gmt,
                                  const TimeZone& zone);

/// What names a post: its guid, which WordPress gives once and shows in the export, over REST and
/// in the feed, whatever address the site moves to. Where that is left out, what it mostly is:
/// "https://exemple.fr/?p=42", for the number of a post means nothing outside of its site.
std::string post_id(std::string_view guid, std::string_view site_url, std::string_view number);

/// Why a post of this type is no article; empty when it may be one.
std::string fault_of_type(std::string_view type);

/// Paragraphs of a post's content: block comments and shortcodes gone, blank lines part paragraphs.
std::string post_text(std::string_view content);

/// True for the category of posts that have none.
bool is_no_category(std::string_view name);

}  // namespace gazette::indexer::wordpress
