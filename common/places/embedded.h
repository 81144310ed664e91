// The packed files inside the program.
#pragma once

#include <cstddef>

namespace gazette::packed {

/// First byte of the embedded file, aligned for its records.
const char* gazetteer_bytes();
const char* protected_names_bytes();

}  // namespace gazette::packed
