// The gazetteer: ids, French names, hierarchy and look-up of 65,164 places, embedded in the
// program.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/places/packed.h"

namespace gazette {

/// A row of the gazetteer. Views point into the embedded data and live as long as the program.
struct PlaceRow {
  std::string_view id, name, type, country;
  std::int32_t parent = -1;  ///< row index, -1 for the world
  std::optional<double> lat, lon;
  double rank = 0;            ///< prominence: picks the sense of a homonym without context
  std::string_view flags;     ///< w: also a common word, p: first name, s: surname, h: homonym of a
                              ///< more prominent row
  std::string_view demonyms;  ///< m|f|mpl|fpl
  std::string_view forms;     ///< with article or contraction, parted by '|'
  std::string_view aliases;   ///< other names, parted by '|'
  std::uint32_t population = 0;  ///< 0 when unknown
};

/// What is asked of a row most often, without its strings.
struct PlaceBrief {
  std::string_view type, country, flags;
  double rank = 0;
  std::int32_t parent = -1;
};

/// Read-only, read in place from the program's own data, shared by all threads.
class Gazetteer {
 public:
  using Row = std::int32_t;

  /// Throws std::runtime_error when the embedded data is of another version than the program.
  static const Gazetteer& instance();

  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] PlaceRow row(Row row) const;  ///< `row` must be 0 <= row < size()
  [[nodiscard]] PlaceBrief brief(Row row) const;
  [[nodiscard]] std::optional<Row> find_id(std::string_view id) const;

  /// Rows that bear this name or alias, whatever its case, accents, hyphens, apostrophes, with or
  /// without its article; best rank first.
  [[nodiscard]] std::vector<Row> find_name(std::string_view name) const;

  /// Rows one of whose names starts with `prefix` (folded as in find_name), best rank first, at
  /// most `limit`. An empty prefix finds nothing.
  [[nodiscard]] std::vector<Row> find_prefix(std::string_view prefix, std::size_t limit) const;

  /// The most prominent row of a name; "Saint-Denis (La Réunion)" and "Paris, Texas" choose the one
  /// that lies inside the other place, and none when that has no such place.
  [[nodiscard]] std::optional<Row> resolve(std::string_view name) const;

  /// Ancestors of `row` from its parent up, the world left out.
  [[nodiscard]] std::vector<Row> ancestors(Row row) const;

  /// Rows directly below `row`, in the order of the table.
  [[nodiscard]] std::vector<Row> children(Row row) const;

  /// Everything below `row`, each before what lies inside it.
  [[nodiscard]] std::span<const Row> descendants(Row row) const;

  /// True when `row` is `ancestor` or lies inside it.
  [[nodiscard]] bool inside(Row row, Row ancestor) const;

  [[nodiscard]] Place place(Row row) const;  ///< as articles carry it

  /// The place of `resolve`, for an article's own fields ("Paris", "Karabakh"); none when unknown.
  [[nodiscard]] std::optional<Place> best(std::string_view name) const;

 private:
  friend class NameWalk;
  Gazetteer();

  struct Data;  ///< views of the embedded arrays
  const Data* data_;
};

/// Follows the names of the gazetteer word by word, for the longest match in a text.
class NameWalk {
 public:
  /// Starts at the names whose first word is `folded_word` (see fold_place_name).
  NameWalk(const Gazetteer& gazetteer, std::string_view folded_word);

  /// Goes on to the names whose next word is `folded_word`; false, and the walk is over, when there
  /// are none.
  bool next(std::string_view folded_word);

  /// True when no name begins with the words so far.
  [[nodiscard]] bool over() const { return begin_ == end_; }

  /// True when some name goes on behind the words so far.
  [[nodiscard]] bool goes_on() const;

  /// Names that are exactly the words so far, best rank first.
  [[nodiscard]] std::span<const packed::NameRecord> names() const;

 private:
  const Gazetteer::Data* data_;
  std::size_t begin_ = 0, end_ = 0;
  std::string words_;
};

}  // namespace gazette
