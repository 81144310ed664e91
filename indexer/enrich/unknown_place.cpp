// The id is the folded name, so that every spelling of it is one place.
#include "indexer/enrich/unknown_place.h"

#include <algorithm>
#include <string>

#include "common/analysis/fold.h"

namespace gazette::indexer {
namespace {

bool has_letter_or_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0xC3;
  });
}

}  // namespace

std::optional<Place> unknown_place(std::string_view name) {
  const std::string folded = fold(exact_form(name));
  if (!has_letter_or_digit(folded)) return std::nullopt;
  Place place;
  place.id = "name:" + folded;
  place.name = name;
  return place;
}

}  // namespace gazette::indexer
