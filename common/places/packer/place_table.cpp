// Reads and checks the tables of places.
#include "common/places/packer/place_table.h"

#include <charconv>
#include <fstream>
#include <stdexcept>
#include <unordered_map>

namespace gazette::packer {
namespace {

constexpr std::string_view kHeader =
    "id\tname\taliases\tforms\tdemonyms\ttype\tcc\tparent\tlat\tlon\tpopulation\trank\tflags\textr"
    "a";

template <typename Number>
std::optional<Number> number(std::string_view text) {
  if (text.empty()) return std::nullopt;
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw std::runtime_error("not a number: " + std::string(text));
  }
  return value;
}

PlaceLine read_line(std::string_view line) {
  const std::vector<std::string_view> f = split(line, '\t');
  if (f.size() != 14)
    throw std::runtime_error("14 columns wanted, " + std::to_string(f.size()) + " found");
  PlaceLine place;
  place.id = f[0];
  place.name = f[1];
  place.aliases = f[2];
  place.forms = f[3];
  place.demonyms = f[4];
  place.type = f[5];
  place.country = f[6];
  place.parent = f[7];
  place.lat = number<double>(f[8]);
  place.lon = number<double>(f[9]);
  place.population = number<std::uint32_t>(f[10]).value_or(0);
  place.rank = number<double>(f[11]).value_or(0);
  place.flags = f[12];
  place.extra = f[13];
  if (place.id.empty() || place.name.empty() || place.type.empty()) {
    throw std::runtime_error("id, name and type are required");
  }
  if (place.lat.has_value() != place.lon.has_value()) throw std::runtime_error("half a coordinate");
  return place;
}

void read_table(const std::filesystem::path& path, std::vector<PlaceLine>& places) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  std::string line;
  std::size_t number_of_line = 1;
  if (!std::getline(in, line) || line != kHeader) {
    throw std::runtime_error(path.string() + ":1: another header than expected");
  }
  while (std::getline(in, line)) {
    ++number_of_line;
    try {
      places.push_back(read_line(line));
    } catch (const std::runtime_error& e) {
      throw std::runtime_error(path.string() + ":" + std::to_string(number_of_line) + ": " +
                               e.what());
    }
  }
}

void link_parents(std::vector<PlaceLine>& places) {
  std::unordered_map<std::string_view, std::int32_t> row_of;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!row_of.emplace(places[i].id, static_cast<std::int32_t>(i)).second) {
      throw std::runtime_error("id stands twice: " + places[i].id);
    }
  }
  for (PlaceLine& place : places) {
    if (place.parent.empty()) continue;
    const auto parent = row_of.find(place.parent);
    if (parent == row_of.end()) {
      throw std::runtime_error(place.id + ": unknown parent " + place.parent);
    }
    place.parent_row = parent->second;
  }
  for (const PlaceLine& place : places) {
    std::size_t steps = 0;
    for (std::int32_t up = place.parent_row; up >= 0;
         up = places[static_cast<std::size_t>(up)].parent_row) {
      if (++steps > places.size()) throw std::runtime_error(place.id + ": a circle of parents");
    }
  }
}

}  // namespace

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> fields;
  if (text.empty()) return fields;
  std::size_t begin = 0;
  for (std::size_t end = text.find(separator); end != std::string_view::npos;
       end = text.find(separator, begin)) {
    fields.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  fields.push_back(text.substr(begin));
  return fields;
}

std::vector<PlaceLine> read_place_tables(const std::vector<std::filesystem::path>& paths) {
  std::vector<PlaceLine> places;
  for (const std::filesystem::path& path : paths) read_table(path, places);
  link_parents(places);
  return places;
}

}  // namespace gazette::packer
