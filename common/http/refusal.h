// Why the front will not take a request: told to its sender before the connection is closed.
#pragma once

#include <string>

namespace gazette::http {

/// A request that broke HTTP or a limit.
struct Refusal {
  int status = 400;
  std::string code;    ///< kebab-case, stable: "head-too-large"
  std::string detail;  ///< French sentence: what, and the bound
};

}  // namespace gazette::http
