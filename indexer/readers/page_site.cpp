// Parts the line at bars and dashes.
#include "indexer/readers/page_site.h"

#include <algorithm>
#include <string_view>

namespace gazette::indexer {
namespace {

constexpr std::size_t kSectionWords = 3;

std::string letters_of(std::string_view name) {
  std::string folded = folded_line(name);
  std::erase(folded, ' ');
  return folded;
}

}  // namespace

PageSite read_site(const PageLine& line) {
  for (const std::string_view bar : {" | ", " — ", " – ", " - "}) {
    const std::size_t at = line.text.find(bar);
    if (at == std::string::npos) continue;
    PageSite site{line.text.substr(0, at), {}};
    const std::string rest = line.text.substr(at + bar.size());
    const std::string folded = folded_line(rest);
    const auto words = 1 + static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' '));
    if (words <= kSectionWords && !folded.empty()) site.section = rest;
    return site;
  }
  return {line.text, {}};
}

std::string source_name(const std::string& site, const std::string& agency) {
  const std::string publisher = agency.substr(0, agency.find(" avec "));
  if (publisher.empty()) return site;
  return site.empty() || letters_of(site) == letters_of(publisher) ? publisher : site;
}

}  // namespace gazette::indexer
