// Rows, the index of names, the index of ids and the tree, as arrays.
#include "common/places/packer/pack_gazetteer.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <stdexcept>

#include "common/places/packed.h"
#include "common/places/packer/file_image.h"
#include "common/places/packer/string_pool.h"
#include "common/places/place_name.h"

namespace gazette::packer {
namespace {

using packed::NameRecord;
using packed::NameSource;
using packed::RowRecord;
using packed::StringRef;

/// The few values of a column, numbered as they come.
class Values {
 public:
  explicit Values(StringPool& pool) : pool_(pool) {}

  std::uint8_t number(const std::string& value) {
    const auto [entry, fresh] = numbers_.try_emplace(value, refs_.size());
    if (fresh) refs_.push_back(pool_.add(value));
    if (refs_.size() > UINT8_MAX + 1) throw std::runtime_error("more than 256 values in a column");
    return static_cast<std::uint8_t>(entry->second);
  }
  [[nodiscard]] const std::vector<StringRef>& refs() const { return refs_; }

 private:
  StringPool& pool_;
  std::map<std::string, std::size_t> numbers_;
  std::vector<StringRef> refs_;
};

std::int32_t degrees(std::optional<double> value) {
  if (!value) return packed::kNoDegrees;
  return static_cast<std::int32_t>(std::lround(*value * packed::kDegreeUnits));
}

/// Numbers the tree so that what lies inside a place is one run of `preorder`.
void number_tree(const std::vector<PlaceLine>& places, std::vector<RowRecord>& rows,
                 std::vector<std::int32_t>& preorder) {
  std::vector<std::vector<std::int32_t>> children(places.size());
  std::vector<std::int32_t> roots;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::int32_t parent = places[i].parent_row;
    (parent < 0 ? roots : children[static_cast<std::size_t>(parent)])
        .push_back(static_cast<std::int32_t>(i));
  }
  const auto visit = [&](const auto& self, std::int32_t row) -> void {
    RowRecord& record = rows[static_cast<std::size_t>(row)];
    record.enter = static_cast<std::uint32_t>(preorder.size());
    preorder.push_back(row);
    for (const std::int32_t child : children[static_cast<std::size_t>(row)]) self(self, child);
    record.leave = static_cast<std::uint32_t>(preorder.size());
  };
  for (const std::int32_t root : roots) visit(visit, root);
}

/// "N'Djamena" is also written "Ndjamena".
std::string without_apostrophes(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == '\'') continue;
    if (name.substr(i).starts_with("\u2019")) {
      i += 2;
      continue;
    }
    out += name[i];
  }
  return out;
}

/// Every folded spelling of a place with where it comes from; the best source of each.
std::map<std::string, NameSource> spellings(const PlaceLine& place) {
  std::map<std::string, NameSource> found;
  const auto add = [&](std::string folded, NameSource source) {
    if (!folded.empty()) found.try_emplace(std::move(folded), source);
  };
  add(fold_place_name(place.name), NameSource::kName);
  const std::vector<std::string_view> aliases = split(place.aliases, '|');
  for (const std::string_view alias : aliases) add(fold_place_name(alias), NameSource::kAlias);
  std::vector<std::string_view> all = aliases;
  all.push_back(place.name);
  for (const std::string_view name : all) {
    add(std::string(without_article(fold_place_name(name))), NameSource::kDerived);
    add(fold_place_name(without_apostrophes(name)), NameSource::kDerived);
  }
  return found;
}

std::vector<NameRecord> index_names(const std::vector<PlaceLine>& places, StringPool& pool) {
  std::vector<NameRecord> names;
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (const auto& [folded, source] : spellings(places[i])) {
      names.push_back({pool.add(folded), static_cast<std::int32_t>(i), source});
    }
  }
  std::sort(names.begin(), names.end(), [&](const NameRecord& a, const NameRecord& b) {
    const std::string_view left = pool.at(a.folded);
    const std::string_view right = pool.at(b.folded);
    if (left != right) return left < right;
    const double left_rank = places[static_cast<std::size_t>(a.row)].rank;
    const double right_rank = places[static_cast<std::size_t>(b.row)].rank;
    return left_rank != right_rank ? left_rank > right_rank : a.row < b.row;
  });
  return names;
}

/// The runs of names that begin with the same word, by that word.
std::vector<packed::NameStart> index_starts(const std::vector<NameRecord>& names,
                                            const StringPool& pool) {
  std::vector<packed::NameStart> runs;
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    const std::string_view word = packed::first_word(pool.at(names[i].folded));
    const bool goes_on =
        !runs.empty() && packed::first_word(pool.at(names[runs.back().begin].folded)) == word;
    if (goes_on) {
      runs.back().end = i + 1;
    } else {
      runs.push_back({packed::hash(word), i, i + 1});
    }
  }
  std::size_t size = 1;
  while (size < runs.size() * 2) size *= 2;
  std::vector<packed::NameStart> slots(size, {0, 0, 0});
  for (const packed::NameStart& run : runs) {
    std::size_t slot = run.hash & (size - 1);
    while (slots[slot].begin != slots[slot].end) slot = (slot + 1) & (size - 1);
    slots[slot] = run;
  }
  return slots;
}

}  // namespace

std::string pack_gazetteer(const std::vector<PlaceLine>& places) {
  StringPool pool;
  Values types(pool);
  Values countries(pool);
  Values flags(pool);
  std::vector<RowRecord> rows;
  for (const PlaceLine& place : places) {
    RowRecord row{};
    row.id = pool.add(place.id);
    row.name = pool.add(place.name);
    row.aliases = pool.add(place.aliases);
    row.forms = pool.add(place.forms);
    row.demonyms = pool.add(place.demonyms);
    row.parent = place.parent_row;
    row.lat = degrees(place.lat);
    row.lon = degrees(place.lon);
    row.population = place.population;
    row.rank = static_cast<std::uint16_t>(std::lround(place.rank * packed::kRankUnits));
    row.type = types.number(place.type);
    row.country = countries.number(place.country);
    row.flags = flags.number(place.flags);
    rows.push_back(row);
  }
  std::vector<std::int32_t> preorder;
  number_tree(places, rows, preorder);
  const std::vector<NameRecord> names = index_names(places, pool);
  std::vector<std::int32_t> ids(places.size());
  std::iota(ids.begin(), ids.end(), 0);
  std::sort(ids.begin(), ids.end(), [&](std::int32_t a, std::int32_t b) {
    return places[static_cast<std::size_t>(a)].id < places[static_cast<std::size_t>(b)].id;
  });

  FileImage<packed::GazetteerHeader> image;
  packed::GazetteerHeader header{};
  header.magic = packed::kGazetteerMagic;
  header.rows = image.add(rows);
  header.names = image.add(names);
  header.starts = image.add(index_starts(names, pool));
  header.ids = image.add(ids);
  header.preorder = image.add(preorder);
  header.types = image.add(types.refs());
  header.countries = image.add(countries.refs());
  header.flags = image.add(flags.refs());
  header.pool = image.add(pool.bytes());
  return std::move(image).finish(header);
}

}  // namespace gazette::packer
