// The parts that datelines are made of: places, agencies, correspondents, dashes.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/enrich/date_tokens.h"
#include "indexer/enrich/dateline.h"

namespace gazette::indexer {

/// A text and its tokens, read from the left.
struct DatelineText {
  std::string_view text;
  DateTokens tokens;

  explicit DatelineText(std::string_view line) : text(line), tokens(line) {}

  /// The bytes of tokens [first, after).
  [[nodiscard]] std::string_view between(std::size_t first, std::size_t after) const;
  [[nodiscard]] bool at_end(std::size_t at) const { return at >= tokens.size(); }
};

struct PlacesMatch {
  std::vector<DatelinePlace> places;
  std::size_t after = 0;
  bool qualified = false;  ///< "Saint-Denis (La Réunion)"
};

/// One known place at token `at`, its longest name, with the parenthesis that chooses among
/// homonyms.
std::optional<PlacesMatch> read_place(const DatelineText& line, std::size_t at);

/// Places parted by "/" or "et": "WASHINGTON/PARIS".
std::optional<PlacesMatch> read_places(const DatelineText& line, std::size_t at);

struct TextMatch {
  std::string_view text;
  std::size_t after = 0;
};

/// An agency at `at`: "(AFP)", "(Belga/AFP)", or bare when known. In parentheses other short names
/// pass too when a dash or the end follows.
std::optional<TextMatch> read_agency(const DatelineText& line, std::size_t at);

/// "envoyée spéciale", "de notre correspondant permanent", "correspondance".
std::optional<std::size_t> read_correspondent(const DatelineText& line, std::size_t at);

enum class DashKind : std::uint8_t { kNone, kHyphen, kLong };  ///< kLong: – — or --

struct DashMatch {
  DashKind kind = DashKind::kNone;
  std::size_t after = 0;
};

/// The dash at `at` that parts a dateline from the body; a hyphen must stand free.
DashMatch read_dash(const DatelineText& line, std::size_t at);

/// True when every letter of [first, after) is a capital.
bool in_capitals(const DatelineText& line, std::size_t first, std::size_t after);

/// True when the word at `at` begins with a capital or a digit.
bool starts_upper(const DatelineText& line, std::size_t at);

}  // namespace gazette::indexer
