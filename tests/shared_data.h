// Real data that is not part of the project: present on developers' machines, absent elsewhere.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <iostream>
#include <string>

#include "tests/source_tree.h"

namespace gazette::testing {

/// Path of a file of the shared data; when it is absent says SKIPPED loudly and returns an empty
/// path.
inline std::filesystem::path shared_file(const std::string& relative) {
  const std::filesystem::path path = shared_tree() / "data" / relative;
  if (std::filesystem::exists(path)) return path;
  std::cerr << "SKIPPED: " << relative << " is not on this machine\n";
  return {};
}

}  // namespace gazette::testing
