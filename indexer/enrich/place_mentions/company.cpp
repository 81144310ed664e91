// Counts over the few places of an article.
#include "indexer/enrich/place_mentions/company.h"

#include <algorithm>

namespace gazette::indexer {

void Company::add(Gazetteer::Row row) {
  const auto same = [row](const Member& member) { return member.row == row; };
  if (std::any_of(members_.begin(), members_.end(), same)) return;
  members_.push_back({row, Gazetteer::instance().brief(row)});
}

bool Company::is_inside(Gazetteer::Row row) const {
  const Gazetteer& gazetteer = Gazetteer::instance();
  for (Gazetteer::Row up = gazetteer.brief(row).parent; up >= 0;) {
    const PlaceBrief around = gazetteer.brief(up);
    if (around.type == "continent") return false;
    for (const Member& member : members_) {
      if (member.row == up) return true;
    }
    up = around.parent;
  }
  return false;
}

bool Company::shares_division(Gazetteer::Row row) const {
  const Gazetteer::Row division = Gazetteer::instance().brief(row).parent;
  return std::any_of(members_.begin(), members_.end(), [&](const Member& member) {
    return member.row == division || (member.row != row && member.place.parent == division);
  });
}

int Company::compatriots(Gazetteer::Row row, bool of_its_type) const {
  const PlaceBrief place = Gazetteer::instance().brief(row);
  int count = 0;
  for (const Member& member : members_) {
    const bool counts = member.row != row && member.place.country == place.country &&
                        member.place.type != "country" &&
                        (!of_its_type || member.place.type == place.type);
    count += counts ? 1 : 0;
  }
  return count;
}

}  // namespace gazette::indexer
