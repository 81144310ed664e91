// Places -> the packed gazetteer.
#pragma once

#include <string>
#include <vector>

#include "common/places/packer/place_table.h"

namespace gazette::packer {

/// The bytes of the packed gazetteer (see packed.h).
std::string pack_gazetteer(const std::vector<PlaceLine>& places);

}  // namespace gazette::packer
