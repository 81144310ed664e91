// Reads value slots into rows, keeps the order newest first, and lays the rows out as columns.
#include "server/search/column_loader.h"

#include <algorithm>
#include <cstring>
#include <optional>

#include "common/index/document.h"
#include "common/index/schema.h"

namespace gazette::server {
namespace {

constexpr std::int64_t kSecondsPerDay = 86400;

// Slots read for a changed document, in the order of Change::values.
constexpr std::array<Xapian::valueno, 10> kSlots = {
    schema::kPublishedSlot, schema::kIdSlot,        schema::kPlacesSlot,  schema::kDatelineSlot,
    schema::kSectionSlot,   schema::kSourceSlot,    schema::kAuthorsSlot, schema::kTagsSlot,
    schema::kLanguageSlot,  schema::kPlaceNamesSlot};
enum SlotIndex : std::size_t {
  kPublished,
  kId,
  kPlaces,
  kDateline,
  kSection,
  kSource,
  kAuthors,
  kTags,
  kLanguage,
  kPlaceNames
};

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

struct ColumnLoader::Change {
  Xapian::docid docid = 0;
  std::uint64_t content = 0;
  Xapian::termcount length = 0;
  std::array<std::string, kSlots.size()> values;
};

std::shared_ptr<const Columns> ColumnLoader::load(const Xapian::Database& db) {
  std::vector<Xapian::docid> gone;
  std::vector<Change> changes = find_changes(db, gone);
  read_values(db, changes);  // the last step that reads the database: nothing was changed till here
  for (const Xapian::docid docid : gone) forget(docid);
  for (const Change& change : changes) apply(change);
  if (!gone.empty() || !changes.empty()) reorder(changes);
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
    if (hashed && known && rows_[docid].content == hash) continue;
    changes.push_back({docid, hash, at.get_doclength(), {}});
  }
  gone_until(static_cast<Xapian::docid>(rows_.size()));
  return changes;
}

void ColumnLoader::read_values(const Xapian::Database& db, std::vector<Change>& changes) {
  for (std::size_t i = 0; i < kSlots.size(); ++i) {
    Xapian::ValueIterator value = db.valuestream_begin(kSlots[i]);
    const Xapian::ValueIterator end = db.valuestream_end(kSlots[i]);
    for (Change& change : changes) {
      if (value == end) break;
      value.skip_to(change.docid);
      if (value != end && value.get_docid() == change.docid) change.values[i] = *value;
    }
  }
}

void ColumnLoader::set_published(Row& row, std::string_view value) const {
  const std::optional<PublishedValue> published = decode_published(value);
  row.dated = published.has_value();
  if (!published) return;
  const std::int64_t seconds = published->seconds;
  row.day = day_of(published->day_only ? seconds : seconds + zone_.offset_at(seconds));
  row.instant = published->day_only ? seconds - zone_.offset_at_local(seconds) : seconds;
}

void ColumnLoader::apply(const Change& change) {
  if (change.docid >= rows_.size()) rows_.resize(change.docid + 1);
  Row& row = rows_[change.docid];
  row.alive = true;
  row.content = change.content;
  row.length = static_cast<float>(change.length);
  set_published(row, change.values[kPublished]);
  ids_.set(row.id, std::span(change.values[kId].data(), change.values[kId].size()));

  std::vector<Code> found;
  const auto store = [&](FacetField field) {
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    code_runs_.set(row.codes[static_cast<std::size_t>(field)], found);
    found.clear();
  };
  const auto one = [&](FacetField field, const std::string& value) {
    if (!value.empty()) found.push_back(codes_.code(field, value));
    store(field);
  };
  const auto list = [&](FacetField field, const std::string& value) {
    for (const std::string& item : decode_list(value)) found.push_back(codes_.code(field, item));
    store(field);
  };
  const std::vector<std::string> names = decode_list(change.values[kPlaceNames]);
  const auto places = [&](FacetField field, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
      const std::vector<Code>& chain = codes_.place_codes(field, id, names);
      found.insert(found.end(), chain.begin(), chain.end());
    }
    store(field);
  };
  one(FacetField::kSection, change.values[kSection]);
  one(FacetField::kSource, change.values[kSource]);
  one(FacetField::kLanguage, change.values[kLanguage]);
  list(FacetField::kAuthor, change.values[kAuthors]);
  list(FacetField::kTag, change.values[kTags]);
  places(FacetField::kPlace, decode_list(change.values[kPlaces]));
  const std::string& dateline = change.values[kDateline];
  places(FacetField::kDateline,
         dateline.empty() ? std::vector<std::string>{} : std::vector<std::string>{dateline});
}

void ColumnLoader::forget(Xapian::docid docid) {
  Row& row = rows_[docid];
  ids_.clear(row.id);
  for (auto& run : row.codes) code_runs_.clear(run);
  row = Row{};
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

void ColumnLoader::reorder(const std::vector<Change>& changes) {
  std::vector<char> changed(rows_.size(), 0);
  std::vector<Xapian::docid> fresh;
  fresh.reserve(changes.size());
  for (const Change& change : changes) {
    changed[change.docid] = 1;
    fresh.push_back(change.docid);
  }
  std::erase_if(order_, [&](Xapian::docid d) { return changed[d] != 0 || !rows_[d].alive; });
  const auto by_newer = [&](Xapian::docid a, Xapian::docid b) { return newer(a, b); };
  std::sort(fresh.begin(), fresh.end(), by_newer);
  std::vector<Xapian::docid> merged(order_.size() + fresh.size());
  std::merge(order_.begin(), order_.end(), fresh.begin(), fresh.end(), merged.begin(), by_newer);
  order_ = std::move(merged);
}

void ColumnLoader::pack() {
  if (ids_.wasteful()) {
    ids_.pack([&](auto move) {
      for (Row& row : rows_) move(row.id);
    });
  }
  if (code_runs_.wasteful()) {
    code_runs_.pack([&](auto move) {
      for (Row& row : rows_) {
        for (auto& run : row.codes) move(run);
      }
    });
  }
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
  for (std::size_t field = 0; field < kFacetFieldCount; ++field) {
    CodeColumn& column = columns->codes[field];
    column.begin.reserve(order_.size() + 1);
    column.begin.push_back(0);
    for (const Xapian::docid docid : order_) {
      const std::span<const Code> codes = code_runs_.get(rows_[docid].codes[field]);
      column.codes.insert(column.codes.end(), codes.begin(), codes.end());
      column.begin.push_back(static_cast<std::uint32_t>(column.codes.size()));
    }
  }
  columns->values = codes_.hand_out();
  return columns;
}

}  // namespace gazette::server
