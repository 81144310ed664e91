// How a fuzzer says that a promise is broken.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace gazette::fuzz {

/// Ends the program with the promise that does not hold, so that libFuzzer keeps the input.
inline void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

}  // namespace gazette::fuzz
