// Places and lists of words -> the packed table of protected names.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "common/places/packer/place_table.h"

namespace gazette::packer {

/// Folded words of the three lists beside the gazetteer.
struct WordLists {
  std::set<std::string> also_common;  ///< names that are ordinary words too
  std::set<std::string> generic;      ///< words of names that are never protected
  std::set<std::string> other_names;  ///< names of people and brands
};

/// Words parted by white space; lines that start with '#' are comments. Throws when the file cannot
/// be read.
std::set<std::string> read_word_list(const std::filesystem::path& path);

/// The bytes of the packed protected names (see packed.h).
std::string pack_protected(const std::vector<PlaceLine>& places, const WordLists& lists);

}  // namespace gazette::packer
