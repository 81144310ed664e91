// Inclusive writing: étudiant·e·s, étudiant.e.s, étudiant-e-s, étudiant(e)s, directeur·rice.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/analysis/scanner.h"

namespace gazette {

/// The two words that an inclusive form stands for.
struct InclusiveForm {
  std::size_t end = 0;  ///< bytes, of the whole form
  std::string masculine, feminine;
};

/// The inclusive form that begins with `base`, if what follows makes one.
std::optional<InclusiveForm> inclusive_at(std::string_view text, const Run& base);

}  // namespace gazette
