// News agencies, as datelines name them.
#pragma once

#include <string_view>

namespace gazette::indexer {

/// True for the name of an agency, or several ("AFP", "Xinhua", "Belga/AFP", "Keystone-ATS"), in
/// any case.
bool is_agency(std::string_view name);

}  // namespace gazette::indexer
