// Names end to end, sorted, found by their beginning.
#include "server/search/suggest/place_names.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "common/analysis/stop_words.h"
#include "common/places/gazetteer.h"
#include "common/places/place_name.h"
#include "common/utf8.h"

namespace gazette::server {
namespace {

// Shorter beginnings are looked for at the start of the names shown alone: "l" is not for Lutèce.
constexpr std::size_t kShortestInside = 3;

/// The display name first, then the others.
std::vector<std::string> names_of(const Dictionary::Value& place) {
  std::vector<std::string> names = {fold_place_name(place.label)};
  const Gazetteer& gazetteer = Gazetteer::instance();
  const auto row = gazetteer.find_id(place.value);
  if (!row) return names;
  const PlaceRow known = gazetteer.row(*row);
  for (std::string_view rest = known.aliases; !rest.empty();) {
    const std::size_t bar = rest.find('|');
    names.push_back(fold_place_name(rest.substr(0, bar)));
    rest = bar == std::string_view::npos ? std::string_view{} : rest.substr(bar + 1);
  }
  std::sort(names.begin() + 1, names.end());
  names.erase(std::unique(names.begin() + 1, names.end()), names.end());
  return names;
}

}  // namespace

PlaceNames::PlaceNames(std::shared_ptr<const Dictionary> places) : places_(std::move(places)) {
  for (Code code = 0; code < places_->size(); ++code) {
    const std::vector<std::string> names = names_of((*places_)[code]);
    for (const std::string& name : names) add(name, code, &name == &names.front());
  }
  std::sort(names_.begin(), names_.end(), [this](const Name& a, const Name& b) {
    const std::string_view left = text(a);
    const std::string_view right = text(b);
    return left != right ? left < right : a.code < b.code;
  });
}

void PlaceNames::add(std::string_view folded, Code code, bool shown) {
  if (folded.empty() || folded.size() > std::numeric_limits<std::uint16_t>::max()) return;
  const auto begin = static_cast<std::uint32_t>(text_.size());
  text_ += folded;
  for (std::size_t at = 0; at != std::string_view::npos;) {
    const std::string_view rest = folded.substr(at);
    // Nobody looks for Indre-et-Loire by its "et".
    const bool telling = at == 0 || !is_stop_word(rest.substr(0, rest.find(' ')));
    if (telling)
      names_.push_back({.begin = begin + static_cast<std::uint32_t>(at),
                        .size = static_cast<std::uint16_t>(folded.size() - at),
                        .from_start = at == 0,
                        .shown = at == 0 && shown,
                        .code = code});
    at = folded.find(' ', at);
    if (at != std::string_view::npos) ++at;
  }
}

std::vector<PlaceNames::Found> PlaceNames::find_folded(std::string_view folded) const {
  std::vector<Found> found;
  if (folded.empty()) return found;
  const bool short_text = folded.size() < kShortestInside;
  auto at = std::lower_bound(names_.begin(), names_.end(), folded,
                             [this](const Name& n, std::string_view key) { return text(n) < key; });
  for (; at != names_.end() && text(*at).starts_with(folded); ++at) {
    if (!short_text || at->shown) found.push_back({at->code, at->from_start});
  }
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
    return a.code != b.code ? a.code < b.code : a.from_start > b.from_start;
  });
  found.erase(std::unique(found.begin(), found.end(),
                          [](const Found& a, const Found& b) { return a.code == b.code; }),
              found.end());
  return found;
}

std::vector<PlaceNames::Found> PlaceNames::find(std::string_view typed) const {
  const std::string folded = fold_place_name(typed);
  std::vector<Found> found = find_folded(folded);
  const std::string_view bare = without_preposition(folded);
  if (found.empty() && bare.size() != folded.size()) found = find_folded(bare);
  return found;
}

std::string_view without_preposition(std::string_view folded) {
  static constexpr std::array<std::string_view, 8> kBefore = {"a ",  "au ", "aux ", "en ",
                                                              "de ", "du ", "des ", "d "};
  for (const std::string_view word : kBefore) {
    if (folded.starts_with(word)) {
      folded.remove_prefix(word.size());
      break;
    }
  }
  return without_article(folded);
}

std::pair<std::size_t, std::size_t> matched_in_name(std::string_view name,
                                                    std::string_view folded) {
  if (folded.empty()) return {0, 0};
  for (std::size_t begin = 0; begin < name.size(); begin += utf8::decode(name, begin).length) {
    for (std::size_t end = begin; end < name.size();) {
      end += utf8::decode(name, end).length;
      const std::string so_far = fold_place_name(name.substr(begin, end - begin));
      if (so_far.starts_with(folded)) return {begin, end};
      if (!folded.starts_with(so_far)) break;
    }
  }
  return {0, 0};
}

}  // namespace gazette::server
