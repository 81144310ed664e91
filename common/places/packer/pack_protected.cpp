// Which names the stemmer must leave alone, as a hash table.
#include "common/places/packer/pack_protected.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

#include "common/places/packer/file_image.h"
#include "common/places/packer/string_pool.h"
#include "common/places/place_name.h"

namespace gazette::packer {
namespace {

constexpr std::uint32_t kFrenchCommune = 10'000;  // inhabitants from which a name is in the news
constexpr std::uint32_t kOtherCity = 100'000;
constexpr std::size_t kShortestName = 3;  // letters; "Eu" and "Y" are words first

/// Places that the news names often enough for their names to be kept apart from common words.
bool is_noted(const PlaceLine& place) {
  if (place.type != "city") return place.type != "world";
  if (place.extra.find("capital") != std::string::npos ||
      place.extra.find("prefecture") != std::string::npos) {
    return true;
  }
  return place.population >= (place.id.starts_with("insee:") ? kFrenchCommune : kOtherCity);
}

bool is_word(std::string_view text) {
  return text.size() >= kShortestName &&
         std::none_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void collect(std::string_view name, const WordLists& lists, std::set<std::string>& words) {
  const std::string folded = fold_place_name(name);
  const std::string_view bare = without_article(folded);
  if (bare.find(' ') == std::string_view::npos) {
    if (is_word(bare) && !lists.generic.contains(std::string(bare))) words.emplace(bare);
    return;
  }
  std::string glued;  // N'Djamena is one word to a tokenizer
  for (const std::string_view part : split(bare, ' ')) {
    if (is_word(part) && !lists.generic.contains(std::string(part))) words.emplace(part);
  }
  if (bare.size() > 2 && bare[1] == ' ' && bare.find(' ', 2) == std::string_view::npos) {
    glued.append(bare.substr(0, 1)).append(bare.substr(2));
    words.insert(glued);
  }
}

}  // namespace

std::set<std::string> read_word_list(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  std::set<std::string> words;
  std::string line;
  while (std::getline(in, line)) {
    if (line.starts_with('#')) continue;
    std::istringstream parts(line);
    for (std::string word; parts >> word;) words.insert(fold_place_name(word));
  }
  return words;
}

std::string pack_protected(const std::vector<PlaceLine>& places, const WordLists& lists) {
  std::set<std::string> words = lists.other_names;
  words.insert(lists.also_common.begin(), lists.also_common.end());
  for (const PlaceLine& place : places) {
    if (!is_noted(place)) continue;
    collect(place.name, lists, words);
    for (const std::string_view alias : split(place.aliases, '|')) collect(alias, lists, words);
  }

  std::size_t size = 1;
  while (size < words.size() * 2) size *= 2;
  std::vector<std::uint32_t> slots(size, 0);
  StringPool pool;
  for (const std::string& word : words) {
    std::size_t slot = packed::hash(word) & (size - 1);
    while (slots[slot] != 0) slot = (slot + 1) & (size - 1);
    slots[slot] = (pool.add(word) + 1) * 2 + (lists.also_common.contains(word) ? 1 : 0);
  }
  FileImage<packed::ProtectedHeader> image;
  packed::ProtectedHeader header{};
  header.magic = packed::kProtectedMagic;
  header.slots = image.add(slots);
  header.pool = image.add(pool.bytes());
  return std::move(image).finish(header);
}

}  // namespace gazette::packer
