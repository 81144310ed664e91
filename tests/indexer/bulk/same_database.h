// Two databases compared in everything that Xapian reads of them.
#pragma once

#include <xapian.h>

#include <map>
#include <string>

namespace gazette::testing {

/// Everything of a database as text by place: terms with their figures, postings with positions,
/// documents with terms and values, slots with their bounds, metadata.
std::map<std::string, std::string> contents_of(const Xapian::Database& db);

}  // namespace gazette::testing
