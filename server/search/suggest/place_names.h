// The names of the places that the archive's articles are about, for completions.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "server/search/columns.h"

namespace gazette::server {

/// Immutable, shared by all threads. Every name that the gazetteer knows for a place of the
/// archive, from its first word and from each later one ("karabakh" finds Haut-Karabakh); of less
/// than three letters only display names.
class PlaceNames {
 public:
  explicit PlaceNames(std::shared_ptr<const Dictionary> places);

  struct Found {
    Code code = 0;
    bool from_start = false;  ///< a name begins with what was typed, not one of its later words
  };

  /// Places one of whose names begins with the text typed, each once. Articles and prepositions
  /// before the name are passed over ("à Bak").
  [[nodiscard]] std::vector<Found> find(std::string_view typed) const;

  [[nodiscard]] const std::shared_ptr<const Dictionary>& places() const { return places_; }

 private:
  struct Name {
    std::uint32_t begin = 0;  ///< in text_
    std::uint16_t size = 0;
    bool from_start = false;
    bool shown = false;  ///< the whole display name
    Code code = 0;
  };
  [[nodiscard]] std::string_view text(const Name& name) const {
    return std::string_view(text_).substr(name.begin, name.size);
  }
  void add(std::string_view folded, Code code, bool shown);
  [[nodiscard]] std::vector<Found> find_folded(std::string_view folded) const;

  std::shared_ptr<const Dictionary> places_;
  std::string text_;
  std::vector<Name> names_;  ///< by text
};

/// `typed` folded as names are, without the article or preposition before a name; a second reading
/// beside the plain one.
std::string_view without_preposition(std::string_view folded);

/// Where in the display name `typed` (folded) is matched: bytes [begin, end), or an empty range.
std::pair<std::size_t, std::size_t> matched_in_name(std::string_view name, std::string_view folded);

}  // namespace gazette::server
