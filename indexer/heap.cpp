// Huge pages by way of glibc's tunables, which are read when a program starts.
#include "indexer/heap.h"

#include <malloc.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <string>

namespace gazette::indexer {
namespace {

constexpr const char* kVariable = "GLIBC_TUNABLES";
constexpr const char* kHugePages = "glibc.malloc.hugetlb=1";
constexpr const char* kThpMode = "/sys/kernel/mm/transparent_hugepage/enabled";

/// Huge pages are there for those who ask; with "always" nobody needs to, with "never" nobody can.
bool huge_pages_on_request() {
  std::ifstream file(kThpMode);
  std::string modes;
  std::getline(file, modes);
  return modes.find("[madvise]") != std::string::npos;
}

}  // namespace

void use_bulk_heap(char** argv) {
  mallopt(M_MXFAST, 0);
  const char* const given = std::getenv(kVariable);
  const std::string tunables = given != nullptr ? given : "";
  if (tunables.find("glibc.malloc.hugetlb") != std::string::npos || !huge_pages_on_request()) {
    return;
  }
  const std::string wanted = tunables.empty() ? kHugePages : tunables + ":" + kHugePages;
  if (setenv(kVariable, wanted.c_str(), 1) != 0) return;
  execv("/proc/self/exe", argv);
  // Still here: no /proc, or not allowed. The load works all the same, only slower.
}

}  // namespace gazette::indexer
