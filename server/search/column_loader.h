// Follows the revisions of a database and makes the columns of each: reads everything once, then
// only the documents that changed.
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/time_zone.h"
#include "server/search/columns.h"
#include "server/search/facet_codes.h"
#include "server/search/row_store.h"

namespace gazette::server {

/// One thread's at a time. A document counts as unchanged when its content hash and its story are
/// the same at the same docid: finding the changed ones costs about 0.1 microseconds an article,
/// reading one 2.
class ColumnLoader {
 public:
  explicit ColumnLoader(TimeZone zone) : zone_(std::move(zone)) {}

  /// The columns of `db` as it is. Throws what Xapian throws; what was read till then is not read
  /// again.
  std::shared_ptr<const Columns> load(const Xapian::Database& db);

 private:
  struct Row {
    std::uint64_t content = 0;
    std::uint64_t story = 0;  ///< its name as a number; 0: none
    std::int64_t instant = 0;
    CivilDay day = 0;
    float length = 0;
    bool alive = false;
    bool dated = false;
    RunStore<char>::Run id;
    RunStore<Code>::Run codes;                             ///< of all fields, one after the other
    std::array<std::uint16_t, kFacetFieldCount> counts{};  ///< how many are each field's
  };
  struct Change {
    Xapian::docid docid = 0;
    Xapian::termcount length = 0;
    std::uint64_t content = 0;
  };
  class SlotReader;

  [[nodiscard]] std::vector<Change> find_changes(const Xapian::Database& db,
                                                 std::vector<Xapian::docid>& gone) const;
  void read(const Xapian::Database& db, const std::vector<Change>& changes);
  void read_row(Row& row, SlotReader& slots);
  void read_codes(Row& row, SlotReader& slots);
  static std::uint64_t story_of(SlotReader& slots);
  void number_stories(Columns& columns) const;
  static std::vector<std::string> values_of(FacetField field, SlotReader& slots);
  void forget(Xapian::docid docid);
  void set_published(Row& row, std::string_view value) const;
  void reorder();
  void pack();
  [[nodiscard]] bool newer(Xapian::docid a, Xapian::docid b) const;
  [[nodiscard]] std::string_view id_of(const Row& row) const;
  [[nodiscard]] std::shared_ptr<const Columns> build();

  TimeZone zone_;
  FacetCodes codes_;
  std::vector<Row> rows_;             ///< by docid
  std::vector<Xapian::docid> order_;  ///< docids alive, newest first; but for those of fresh_
  std::vector<Xapian::docid>
      fresh_;                ///< read and not yet put in order; gone ones may be among them
  bool disordered_ = false;  ///< order_ does not say what rows_ say
  RunStore<char> ids_;
  RunStore<Code> code_runs_;
};

}  // namespace gazette::server
