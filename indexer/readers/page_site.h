// The name of the site that a page prints above its title.
#pragma once

#include <string>

#include "indexer/readers/page_lines.h"

namespace gazette::indexer {

struct PageSite {
  std::string name, section;  ///< empty where the line has none
};

/// Reads "Site", "Site | Rubrique" or "Site — Rubrique".
PageSite read_site(const PageLine& line);

/// The source of a page: "Lagazette" above the title and "La Gazette" in the dateline are one name,
/// and the latter shows how it is written. A page without a name above its title is its
/// publisher's.
std::string source_name(const std::string& site, const std::string& agency);

}  // namespace gazette::indexer
