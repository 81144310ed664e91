// Reads the table once: every listed form, then the bare spelling of each that is not a listed form
// itself.
#include "common/analysis/stem_overrides.h"

#include <string>
#include <unordered_map>

#include "common/analysis/fold.h"

namespace gazette {
namespace {

constexpr std::string_view kTable =
#include "common/analysis/data/stem_overrides.inc"
    ;

struct Overrides {
  std::unordered_map<std::string_view, std::string_view> listed;
  std::unordered_map<std::string, std::string_view> bare;

  Overrides() {
    std::string_view rest = kTable;
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      add_line(rest.substr(0, end));
      rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
    for (const auto& [form, stem] : listed) {
      std::string folded = fold(form);
      if (!listed.contains(folded)) bare.emplace(std::move(folded), stem);
    }
  }

  void add_line(std::string_view line) {
    const std::size_t colon = line.find(": ");
    if (line.starts_with('#') || colon == std::string_view::npos) return;
    const std::string_view stem = line.substr(0, colon);
    std::string_view forms = line.substr(colon + 2);
    while (!forms.empty()) {
      const std::size_t space = forms.find(' ');
      listed.emplace(forms.substr(0, space), stem);
      forms = space == std::string_view::npos ? std::string_view{} : forms.substr(space + 1);
    }
  }
};

}  // namespace

std::optional<std::string_view> stem_override(std::string_view word) {
  static const Overrides overrides;
  if (const auto found = overrides.listed.find(word); found != overrides.listed.end()) {
    return found->second;
  }
  if (const auto found = overrides.bare.find(std::string(word)); found != overrides.bare.end()) {
    return found->second;
  }
  return std::nullopt;
}

}  // namespace gazette
