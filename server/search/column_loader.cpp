// Reads value slots into rows, keeps the order newest first, and lays the rows out as columns.
#include "server/search/column_loader.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "common/index/document.h"
#include "common/index/schema.h"

namespace gazette::server {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;

// Values of one field that count in one article: no honest article has a hundred.
constexpr std::size_t kMaxValues = 10'000;

CivilDay day_of(std::int64_t local_seconds) {
  const std::int64_t day = local_seconds / kSecondsPerDay;
  return static_cast<CivilDay>(day - (local_seconds % kSecondsPerDay < 0 ? 1 : 0));
}

std::uint64_t hash_in(std::string_view bytes) {
  std::uint64_t hash = 0;
  std::memcpy(&hash, bytes.data(), std::min(bytes.size(), sizeof hash));
  return hash;
}

}  // namespace

/// The values of documents asked for in ascending order.
class ColumnLoader::SlotReader {
 public:
  explicit SlotReader(const Xapian::Database& db) : db_(db) {}

  void go_to(Xapian::docid docid) { docid_ = docid; }

  /// Of the document at hand; empty when it has none.
  std::string value(Xapian::valueno slot) {
    const auto [at, fresh] = streams_.try_emplace(slot);
    Xapian::ValueIterator& stream = at->second;
    if (fresh) stream = db_.valuestream_begin(slot);
    if (stream == db_.valuestream_end(slot)) return {};
    stream.skip_to(docid_);
    const bool has = stream != db_.valuestream_end(slot) && stream.get_docid() == docid_;
    return has ? *stream : std::string();
  }

 private:
  const Xapian::Database& db_;
  Xapian::docid docid_ = 0;
  std::map<Xapian::valueno, Xapian::ValueIterator> streams_;
};

std::vector<std::string> ColumnLoader::values_of(FacetField field, SlotReader& slots) {
  const auto one = [&](Xapian::valueno slot) {
    std::string value = slots.value(slot);
    return value.empty() ? std::vector<std::string>{} : std::vector{std::move(value)};
  };
  switch (field) {
    case FacetField::kPlace:
      return decode_list(slots.value(schema::kPlacesSlot));
    case FacetField::kDateline:
      return one(schema::kDatelineSlot);
    case FacetField::kSection:
      return one(schema::kSectionSlot);
    case FacetField::kSource:
      return one(schema::kSourceSlot);
    case FacetField::kAuthor:
      return decode_list(slots.value(schema::kAuthorsSlot));
    case FacetField::kTag:
      return decode_list(slots.value(schema::kTagsSlot));
    case FacetField::kLanguage:
      return one(schema::kLanguageSlot);
  }
  return {};
}

std::shared_ptr<const Columns> ColumnLoader::load(const Xapian::Database& db) {
  std::vector<Xapian::docid> gone;
  const std::vector<Change> changes = find_changes(db, gone);
  for (const Xapian::docid docid : gone) forget(docid);
  read(db, changes);
  if (disordered_) reorder();
  pack();
  return build();
}

std::vector<ColumnLoader::Change> ColumnLoader::find_changes(
    const Xapian::Database& db, std::vector<Xapian::docid>& gone) const {
  std::vector<Change> changes;
  Xapian::docid next = 1;
  const auto gone_until = [&](Xapian::docid end) {
    for (; next < end; ++next) {
      if (next < rows_.size() && rows_[next].alive) gone.push_back(next);
    }
  };
  SlotReader slots(db);
  Xapian::ValueIterator content = db.valuestream_begin(schema::kContentSlot);
  const Xapian::ValueIterator content_end = db.valuestream_end(schema::kContentSlot);
  const Xapian::PostingIterator end = db.postlist_end("");
  for (Xapian::PostingIterator at = db.postlist_begin(""); at != end; ++at) {
    const Xapian::docid docid = *at;
    gone_until(docid);
    next = docid + 1;
    if (content != content_end) content.skip_to(docid);
    const bool hashed = content != content_end && content.get_docid() == docid;
    const std::uint64_t hash = hashed ? hash_in(*content) : 0;
    const bool known = docid < rows_.size() && rows_[docid].alive;
    slots.go_to(docid);
    // A near-copy that comes later puts an unchanged article into a story.
    const bool same =
        hashed && known && rows_[docid].content == hash && rows_[docid].story == story_of(slots);
    if (same) continue;
    changes.push_back({docid, at.get_doclength(), hash});
  }
  gone_until(static_cast<Xapian::docid>(rows_.size()));
  return changes;
}

void ColumnLoader::read(const Xapian::Database& db, const std::vector<Change>& changes) {
  SlotReader slots(db);
  for (const Change& change : changes) {
    if (change.docid >= rows_.size()) rows_.resize(change.docid + 1);
    Row& row = rows_[change.docid];
    // Should the database change under us, a row half read must not pass for a known one.
    row.alive = false;
    disordered_ = true;
    fresh_.push_back(change.docid);
    slots.go_to(change.docid);
    read_row(row, slots);
    row.length = static_cast<float>(change.length);
    row.content = change.content;
    row.alive = true;
  }
}

std::uint64_t ColumnLoader::story_of(SlotReader& slots) {
  const std::string name = slots.value(schema::kStorySlot);
  std::uint64_t story = 0;
  constexpr int kHexadecimal = 16;
  std::from_chars(name.data(), name.data() + name.size(), story, kHexadecimal);
  return story;
}

void ColumnLoader::set_published(Row& row, std::string_view value) const {
  const std::optional<PublishedValue> published = decode_published(value);
  row.dated = published.has_value();
  if (!published) return;
  const std::int64_t seconds = published->seconds;
  row.day = day_of(published->day_only ? seconds : seconds + zone_.offset_at(seconds));
  row.instant = published->day_only ? seconds - zone_.offset_at_local(seconds) : seconds;
}

void ColumnLoader::read_row(Row& row, SlotReader& slots) {
  set_published(row, slots.value(schema::kPublishedSlot));
  row.story = story_of(slots);
  const std::string id = slots.value(schema::kIdSlot);
  ids_.set(row.id, std::span(id.data(), id.size()));
  read_codes(row, slots);
}

void ColumnLoader::read_codes(Row& row, SlotReader& slots) {
  const std::vector<std::string> names = decode_list(slots.value(schema::kPlaceNamesSlot));
  std::vector<Code> all;
  std::vector<Code> found;
  for (std::size_t i = 0; i < kFacetFieldCount; ++i) {
    const auto field = static_cast<FacetField>(i);
    found.clear();
    for (const std::string& value : values_of(field, slots)) {
      if (field != FacetField::kPlace && field != FacetField::kDateline) {
        found.push_back(codes_.code(field, value));
        continue;
      }
      const std::vector<Code>& chain = codes_.place_codes(field, value, names);
      found.insert(found.end(), chain.begin(), chain.end());
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    if (found.size() > kMaxValues) found.resize(kMaxValues);
    row.counts[i] = static_cast<std::uint16_t>(found.size());
    all.insert(all.end(), found.begin(), found.end());
  }
  code_runs_.set(row.codes, all);
}

void ColumnLoader::forget(Xapian::docid docid) {
  Row& row = rows_[docid];
  ids_.clear(row.id);
  code_runs_.clear(row.codes);
  row = Row{};
  disordered_ = true;
}

std::string_view ColumnLoader::id_of(const Row& row) const {
  const std::span<const char> id = ids_.get(row.id);
  return {id.data(), id.size()};
}

bool ColumnLoader::newer(Xapian::docid a, Xapian::docid b) const {
  const Row& x = rows_[a];
  const Row& y = rows_[b];
  if (x.dated != y.dated) return x.dated;
  // The day comes first so that days are contiguous even where a zone's clock once went back over
  // midnight; everywhere else it follows from the instant.
  if (x.dated && x.day != y.day) return x.day > y.day;
  if (x.dated && x.instant != y.instant) return x.instant > y.instant;
  const int by_id = id_of(x).compare(id_of(y));
  return by_id != 0 ? by_id < 0 : a < b;
}

void ColumnLoader::reorder() {
  std::vector<char> is_fresh(rows_.size(), 0);
  std::sort(fresh_.begin(), fresh_.end());
  fresh_.erase(std::unique(fresh_.begin(), fresh_.end()), fresh_.end());
  std::erase_if(fresh_, [&](Xapian::docid d) { return !rows_[d].alive; });
  for (const Xapian::docid docid : fresh_) is_fresh[docid] = 1;
  std::erase_if(order_, [&](Xapian::docid d) { return is_fresh[d] != 0 || !rows_[d].alive; });
  const auto by_newer = [&](Xapian::docid a, Xapian::docid b) { return newer(a, b); };
  std::sort(fresh_.begin(), fresh_.end(), by_newer);
  std::vector<Xapian::docid> merged(order_.size() + fresh_.size());
  std::merge(order_.begin(), order_.end(), fresh_.begin(), fresh_.end(), merged.begin(), by_newer);
  order_ = std::move(merged);
  fresh_.clear();
  disordered_ = false;
}

void ColumnLoader::pack() {
  if (ids_.wasteful()) {
    ids_.pack([&](auto move) {
      for (Row& row : rows_) move(row.id);
    });
  }
  if (code_runs_.wasteful()) {
    code_runs_.pack([&](auto move) {
      for (Row& row : rows_) move(row.codes);
    });
  }
}

void ColumnLoader::number_stories(Columns& columns) const {
  std::unordered_map<std::uint64_t, Story> numbers;
  columns.story.reserve(order_.size());
  for (const Xapian::docid docid : order_) {
    const std::uint64_t name = rows_[docid].story;
    columns.story.push_back(
        name == 0 ? kNoStory
                  : numbers.try_emplace(name, static_cast<Story>(numbers.size())).first->second);
  }
  columns.stories = static_cast<Story>(numbers.size());
  if (numbers.empty()) columns.story = {};
}

std::shared_ptr<const Columns> ColumnLoader::build() {
  auto columns = std::make_shared<Columns>();
  columns->size = static_cast<Number>(order_.size());
  columns->docid = order_;
  columns->number_of.assign(rows_.size(), kNoNumber);
  columns->length.reserve(order_.size());
  columns->content.reserve(order_.size());
  double total_length = 0;
  for (Number n = 0; n < columns->size; ++n) {
    const Row& row = rows_[order_[n]];
    columns->number_of[order_[n]] = n;
    columns->length.push_back(row.length);
    columns->content.push_back(row.content);
    total_length += row.length;
    if (!row.dated) continue;
    columns->day.push_back(row.day);
    columns->instant.push_back(row.instant);
  }
  columns->dated = static_cast<Number>(columns->day.size());
  columns->average_length = columns->size == 0 ? 0 : total_length / columns->size;
  for (CodeColumn& column : columns->codes) {
    column.begin.reserve(order_.size() + 1);
    column.begin.push_back(0);
  }
  for (const Xapian::docid docid : order_) {
    const Row& row = rows_[docid];
    std::span<const Code> codes = code_runs_.get(row.codes);
    for (std::size_t field = 0; field < kFacetFieldCount; ++field) {
      CodeColumn& column = columns->codes[field];
      const std::span<const Code> own = codes.first(row.counts[field]);
      codes = codes.subspan(own.size());
      column.codes.insert(column.codes.end(), own.begin(), own.end());
      column.begin.push_back(static_cast<std::uint32_t>(column.codes.size()));
    }
  }
  number_stories(*columns);
  columns->values = codes_.hand_out();
  return columns;
}

}  // namespace gazette::server
