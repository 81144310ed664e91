// The gazetteer read in place: binary searches over the embedded arrays.
#include "common/places/gazetteer.h"

#include <algorithm>
#include <bitset>
#include <stdexcept>

#include "common/places/embedded.h"
#include "common/places/packed.h"
#include "common/places/place_name.h"

namespace gazette {

using packed::NameRecord;
using packed::RowRecord;

namespace {
constexpr std::size_t kFirstWordBits = 1
                                       << 18;  // 30,000 words: nine in ten others are told at once
}  // namespace

struct Gazetteer::Data {
  std::span<const RowRecord> rows;
  std::span<const NameRecord> names;
  std::span<const packed::NameStart> starts;
  std::bitset<kFirstWordBits>
      first_words;  ///< by hash: small enough to stay near, unlike the table
  std::span<const Row> ids;
  std::span<const Row> preorder;
  std::span<const packed::StringRef> types, countries, flags;
  const char* pool = nullptr;

  explicit Data(const char* bytes) {
    packed::GazetteerHeader header{};
    std::memcpy(&header, bytes, sizeof header);
    if (header.magic != packed::kGazetteerMagic) {
      throw std::runtime_error("the embedded gazetteer is of another version: build again");
    }
    const auto view = [bytes]<typename T>(std::span<const T>& out, packed::Span span) {
      out = {reinterpret_cast<const T*>(bytes + span.offset), span.count};
    };
    view(rows, header.rows);
    view(names, header.names);
    view(starts, header.starts);
    view(ids, header.ids);
    view(preorder, header.preorder);
    view(types, header.types);
    view(countries, header.countries);
    view(flags, header.flags);
    pool = bytes + header.pool.offset;
    for (const packed::NameStart& start : starts) {
      if (start.begin != start.end) first_words.set((start.hash >> 8) % kFirstWordBits);
    }
  }

  [[nodiscard]] std::string_view text(packed::StringRef ref) const {
    return packed::string_at(pool, ref);
  }
  [[nodiscard]] const RowRecord& record(Row row) const {
    return rows[static_cast<std::size_t>(row)];
  }

  /// Names from the first that is not before `folded`.
  [[nodiscard]] std::size_t lower_bound(std::string_view folded) const {
    const auto at = std::lower_bound(
        names.begin(), names.end(), folded,
        [this](const NameRecord& name, std::string_view key) { return text(name.folded) < key; });
    return static_cast<std::size_t>(at - names.begin());
  }

  [[nodiscard]] std::vector<Row> exact(std::string_view folded) const {
    std::vector<Row> found;
    for (std::size_t i = lower_bound(folded); i < names.size() && text(names[i].folded) == folded;
         ++i) {
      found.push_back(names[i].row);
    }
    return found;
  }
};

namespace {

std::optional<double> degrees(std::int32_t value) {
  if (value == packed::kNoDegrees) return std::nullopt;
  return value / packed::kDegreeUnits;
}

/// "Saint-Denis (La Réunion)" or "Paris, Texas" in two; the second part empty for a plain name.
std::pair<std::string_view, std::string_view> parted(std::string_view name) {
  const std::size_t open = name.find('(');
  if (open != std::string_view::npos) {
    const std::size_t close = name.find(')', open);
    return {name.substr(0, open), name.substr(open + 1, close - open - 1)};
  }
  const std::size_t comma = name.find(',');
  if (comma == std::string_view::npos) return {name, {}};
  return {name.substr(0, comma), name.substr(comma + 1)};
}

}  // namespace

Gazetteer::Gazetteer() {
  static const Data data(packed::gazetteer_bytes());
  data_ = &data;
}

const Gazetteer& Gazetteer::instance() {
  static const Gazetteer gazetteer;
  return gazetteer;
}

std::size_t Gazetteer::size() const { return data_->rows.size(); }

PlaceRow Gazetteer::row(Row row) const {
  const RowRecord& record = data_->record(row);
  PlaceRow place;
  place.id = data_->text(record.id);
  place.name = data_->text(record.name);
  place.type = data_->text(data_->types[record.type]);
  place.country = data_->text(data_->countries[record.country]);
  place.parent = record.parent;
  place.lat = degrees(record.lat);
  place.lon = degrees(record.lon);
  place.rank = record.rank / packed::kRankUnits;
  place.flags = data_->text(data_->flags[record.flags]);
  place.demonyms = data_->text(record.demonyms);
  place.forms = data_->text(record.forms);
  place.aliases = data_->text(record.aliases);
  place.population = record.population;
  return place;
}

PlaceBrief Gazetteer::brief(Row row) const {
  const RowRecord& record = data_->record(row);
  return {data_->text(data_->types[record.type]), data_->text(data_->countries[record.country]),
          data_->text(data_->flags[record.flags]), record.rank / packed::kRankUnits, record.parent};
}

std::optional<Gazetteer::Row> Gazetteer::find_id(std::string_view id) const {
  const auto at = std::lower_bound(
      data_->ids.begin(), data_->ids.end(), id,
      [this](Row row, std::string_view key) { return data_->text(data_->record(row).id) < key; });
  if (at == data_->ids.end() || data_->text(data_->record(*at).id) != id) return std::nullopt;
  return *at;
}

std::vector<Gazetteer::Row> Gazetteer::find_name(std::string_view name) const {
  const std::string folded = fold_place_name(name);
  if (folded.empty()) return {};
  std::vector<Row> found = data_->exact(folded);
  const std::string_view bare = without_article(folded);
  if (found.empty() && bare.size() != folded.size() && !bare.empty()) found = data_->exact(bare);
  return found;
}

std::vector<Gazetteer::Row> Gazetteer::find_prefix(std::string_view prefix,
                                                   std::size_t limit) const {
  const auto search = [&](std::string_view folded) {
    std::vector<Row> found;
    for (std::size_t i = data_->lower_bound(folded);
         i < data_->names.size() && data_->text(data_->names[i].folded).starts_with(folded); ++i) {
      found.push_back(data_->names[i].row);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(limit, found.size()));
    std::partial_sort(found.begin(), end, found.end(), [this](Row a, Row b) {
      const std::uint16_t left = data_->record(a).rank;
      const std::uint16_t right = data_->record(b).rank;
      return left != right ? left > right : a < b;
    });
    found.erase(end, found.end());
    return found;
  };
  const std::string folded = fold_place_name(prefix);
  if (folded.empty()) return {};
  std::vector<Row> found = search(folded);
  const std::string_view bare = without_article(folded);
  if (found.empty() && bare.size() != folded.size() && !bare.empty()) found = search(bare);
  return found;
}

std::optional<Gazetteer::Row> Gazetteer::resolve(std::string_view name) const {
  std::vector<Row> found = find_name(name);
  if (!found.empty()) return found.front();
  const auto [inner, outer] = parted(name);
  if (outer.empty()) return std::nullopt;
  found = find_name(inner);
  const std::vector<Row> around = find_name(outer);
  if (found.empty()) return std::nullopt;
  if (around.empty()) return found.front();  // "Lyon (centre)"
  for (const Row row : found) {
    for (const Row ancestor : around) {
      if (row != ancestor && inside(row, ancestor)) return row;
    }
  }
  return std::nullopt;
}

std::vector<Gazetteer::Row> Gazetteer::ancestors(Row row) const {
  std::vector<Row> above;
  for (Row up = data_->record(row).parent; up >= 0 && data_->record(up).parent >= 0;
       up = data_->record(up).parent) {
    above.push_back(up);
  }
  return above;
}

std::vector<Gazetteer::Row> Gazetteer::children(Row row) const {
  std::vector<Row> below;
  const RowRecord& record = data_->record(row);
  for (std::uint32_t at = record.enter + 1; at < record.leave;
       at = data_->record(data_->preorder[at]).leave) {
    below.push_back(data_->preorder[at]);
  }
  return below;
}

std::span<const Gazetteer::Row> Gazetteer::descendants(Row row) const {
  const RowRecord& record = data_->record(row);
  return data_->preorder.subspan(record.enter + 1, record.leave - record.enter - 1);
}

bool Gazetteer::inside(Row row, Row ancestor) const {
  const std::uint32_t enter = data_->record(row).enter;
  return enter >= data_->record(ancestor).enter && enter < data_->record(ancestor).leave;
}

Place Gazetteer::place(Row row) const {
  const PlaceRow found = this->row(row);
  return Place{std::string(found.id),
               std::string(found.name),
               std::string(found.type),
               std::string(found.country),
               found.lat,
               found.lon};
}

std::optional<Place> Gazetteer::best(std::string_view name) const {
  const std::optional<Row> found = resolve(name);
  if (!found) return std::nullopt;
  return place(*found);
}

NameWalk::NameWalk(const Gazetteer& gazetteer, std::string_view folded_word)
    : data_(gazetteer.data_) {
  const std::size_t mask = data_->starts.size() - 1;
  const std::uint32_t hash = packed::hash(folded_word);
  if (!data_->first_words.test((hash >> 8) % kFirstWordBits)) return;
  for (std::size_t slot = hash & mask; data_->starts[slot].begin != data_->starts[slot].end;
       slot = (slot + 1) & mask) {
    const packed::NameStart& start = data_->starts[slot];
    if (start.hash != hash) continue;
    if (packed::first_word(data_->text(data_->names[start.begin].folded)) != folded_word) continue;
    begin_ = start.begin;
    end_ = start.end;
    words_ = folded_word;
    return;
  }
}

bool NameWalk::next(std::string_view folded_word) {
  words_ += ' ';
  words_ += folded_word;
  const auto first = data_->names.begin();
  const auto begin = first + static_cast<std::ptrdiff_t>(begin_);
  const auto end = first + static_cast<std::ptrdiff_t>(end_);
  const auto low = std::lower_bound(
      begin, end, words_,
      [this](const NameRecord& n, const std::string& key) { return data_->text(n.folded) < key; });
  words_ += '!';  // sorts right behind the space: the end of the names that begin with these words
  const auto high = std::lower_bound(
      low, end, words_,
      [this](const NameRecord& n, const std::string& key) { return data_->text(n.folded) < key; });
  words_.pop_back();
  begin_ = static_cast<std::size_t>(low - first);
  end_ = static_cast<std::size_t>(high - first);
  return begin_ != end_;
}

bool NameWalk::goes_on() const {
  return begin_ != end_ && data_->text(data_->names[end_ - 1].folded).size() > words_.size();
}

std::span<const packed::NameRecord> NameWalk::names() const {
  std::size_t end = begin_;
  while (end < end_ && data_->text(data_->names[end].folded).size() == words_.size()) ++end;
  return data_->names.subspan(begin_, end - begin_);
}

}  // namespace gazette
