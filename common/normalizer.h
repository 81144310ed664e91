// ICU's normalizers, each asked for once.
#pragma once

#include <unicode/normalizer2.h>

#include <stdexcept>

namespace gazette {

/// `normalizer<&icu::Normalizer2::getNFCInstance>()`. ICU makes it at the first call, behind a lock
/// of its own; that of the static here is the one that sanitizers see.
template <const icu::Normalizer2* (*kInstance)(UErrorCode&)>
const icu::Normalizer2& normalizer() {
  static const icu::Normalizer2& made = [&]() -> const icu::Normalizer2& {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const found = kInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU: no normalisation data");
    return *found;
  }();
  return made;
}

}  // namespace gazette
