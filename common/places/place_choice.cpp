// An id or a name -> one place, or the candidates.
#include "common/places/place_choice.h"

#include <algorithm>

namespace gazette {
namespace {

using Row = Gazetteer::Row;

/// How far the rank (ten times the decimal logarithm of the population, and bonuses) of the first
/// sense must be over the next: ten times the people. Paris has 57 more than Paris (Texas),
/// Saint-Denis two more than its namesake of La Réunion.
constexpr double kClearRank = 10;
// Candidates have at least a hundredth of the people of the first: nobody means the hamlets.
constexpr double kCandidateRank = 20;
constexpr std::size_t kMaxSimilar = 8;
constexpr std::size_t kMaxName = 200;              // bytes; the longest name has 60
constexpr std::string_view kNamePrefix = "name:";  // ids of places that the gazetteer does not know

bool clear(const Gazetteer& gazetteer, const std::vector<Row>& rows) {
  return std::all_of(rows.begin() + 1, rows.end(), [&](Row other) {
    return gazetteer.brief(rows[0]).rank - gazetteer.brief(other).rank >= kClearRank ||
           gazetteer.inside(other, rows[0]);
  });
}

/// Keeps those that may be meant beside the first.
void keep_contenders(const Gazetteer& gazetteer, std::vector<Row>& rows) {
  const double best = gazetteer.brief(rows[0]).rank;
  std::erase_if(rows, [&](Row row) { return best - gazetteer.brief(row).rank > kCandidateRank; });
}

/// Places whose names start as this one does; shorter and shorter, so that a slip at the end finds
/// something.
std::vector<Row> similar(const Gazetteer& gazetteer, std::string_view name) {
  for (std::size_t size = name.size(); size >= 3; --size) {
    if (size < name.size() && (static_cast<unsigned char>(name[size]) & 0xC0) == 0x80) continue;
    auto rows = gazetteer.find_prefix(name.substr(0, size), kMaxSimilar);
    if (!rows.empty()) return rows;
  }
  return {};
}

PlaceChoice chosen(std::string_view id) {
  return {.kind = PlaceChoice::Kind::kPlace, .id = std::string(id), .candidates = {}};
}

}  // namespace

PlaceChoice choose_place(std::string_view text) {
  if (text.size() > kMaxName) return {};
  const Gazetteer& gazetteer = Gazetteer::instance();
  if (text.starts_with(kNamePrefix) || gazetteer.find_id(text)) return chosen(text);
  PlaceChoice choice;
  for (const Row row : gazetteer.find_name(text)) {
    const auto& seen = choice.candidates;
    if (std::find(seen.begin(), seen.end(), row) == seen.end()) choice.candidates.push_back(row);
  }
  if (choice.candidates.empty() && text.find_first_of("(,") != std::string_view::npos) {
    if (const auto row = gazetteer.resolve(text)) return chosen(gazetteer.row(*row).id);
  }
  if (choice.candidates.empty()) {
    choice.candidates = similar(gazetteer, text);
  } else if (clear(gazetteer, choice.candidates)) {
    return chosen(gazetteer.row(choice.candidates[0]).id);
  } else {
    choice.kind = PlaceChoice::Kind::kAmbiguous;
    keep_contenders(gazetteer, choice.candidates);
  }
  return choice;
}

std::string name_with_parent(Row row) {
  const Gazetteer& gazetteer = Gazetteer::instance();
  std::string name(gazetteer.row(row).name);
  const std::vector<Row> above = gazetteer.ancestors(row);
  if (!above.empty()) name += " (" + std::string(gazetteer.row(above.front()).name) + ")";
  return name;
}

}  // namespace gazette
