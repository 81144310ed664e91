// The tables of places as people edit them: common/places/data/*.tsv, checked.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gazette::packer {

struct PlaceLine {
  std::string id, name, aliases, forms, demonyms, type, country, parent, flags, extra;
  std::optional<double> lat, lon;
  std::uint32_t population = 0;
  double rank = 0;
  std::int32_t parent_row = -1;
};

/// The lines of all tables, one after the other; parents may stand in any. Throws
/// std::runtime_error with file, line and reason on a malformed table: a missing column, a repeated
/// or unknown id, a circle of parents, a number that is none.
std::vector<PlaceLine> read_place_tables(const std::vector<std::filesystem::path>& paths);

/// `text` cut at every `separator`; no fields for an empty text.
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace gazette::packer
