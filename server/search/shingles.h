// Whether two texts are copies of each other: the runs of words that they share.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/analysis/analyzer.h"

namespace gazette::server {

/// Hashes of the runs of four words of a text, ascending, each once.
using Shingles = std::vector<std::uint64_t>;
Shingles shingles_of(std::string_view text, Analyzer& analyzer);

/// Share of the runs of the shorter text that the other has too, 0 to 1.
double shared_part(const Shingles& a, const Shingles& b);

}  // namespace gazette::server
