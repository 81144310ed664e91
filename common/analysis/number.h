// Numbers as French writes them: thousands by any space or dot, decimal comma.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/analysis/scanner.h"

namespace gazette {

/// A number in the text and its one spelling in the index: "15 000" is 15000, "3,5" is 3.5.
struct Number {
  std::size_t end = 0;  ///< bytes
  std::string canonical;
};

/// The number that starts with `run` (digits only). None when it is just the run itself.
std::optional<Number> number_at(std::string_view text, const Run& run);

}  // namespace gazette
