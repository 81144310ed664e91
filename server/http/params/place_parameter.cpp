// `place` and `dateline`: an id or a French name -> the gazetteer's id.
#include "server/http/params/place_parameter.h"

#include <algorithm>

#include "common/places/gazetteer.h"

namespace gazette::server {
namespace {

using Row = Gazetteer::Row;

/// How far the rank (ten times the decimal logarithm of the population, and bonuses) of the first
/// sense must be over the next: ten times the people. Paris has 57 more than Paris (Texas),
/// Saint-Denis two more than its namesake of La Réunion.
constexpr double kClearRank = 10;
// Candidates have at least a hundredth of the people of the first: nobody means the hamlets.
constexpr double kCandidateRank = 20;
constexpr std::size_t kMaxCandidates = 8;
constexpr std::string_view kNamePrefix = "name:";  // ids of places that the gazetteer does not know

std::string described(const Gazetteer& gazetteer, Row row) {
  const PlaceRow place = gazetteer.row(row);
  std::string text = std::string(place.id) + " (" + std::string(place.name);
  const std::vector<Row> above = gazetteer.ancestors(row);
  if (!above.empty()) text += ", " + std::string(gazetteer.row(above.front()).name);
  return text + ")";
}

std::vector<std::string> described(const Gazetteer& gazetteer, const std::vector<Row>& rows) {
  std::vector<std::string> texts;
  for (const Row row : rows) {
    if (texts.size() == kMaxCandidates) break;
    texts.push_back(described(gazetteer, row));
  }
  return texts;
}

bool clear(const Gazetteer& gazetteer, const std::vector<Row>& rows) {
  return std::all_of(rows.begin() + 1, rows.end(), [&](Row other) {
    return gazetteer.row(rows[0]).rank - gazetteer.row(other).rank >= kClearRank ||
           gazetteer.inside(other, rows[0]);
  });
}

/// Those that may be meant beside the first.
std::vector<Row> contenders(const Gazetteer& gazetteer, std::vector<Row> rows) {
  const double best = gazetteer.row(rows[0]).rank;
  std::erase_if(rows, [&](Row row) { return best - gazetteer.row(row).rank > kCandidateRank; });
  return rows;
}

/// Places whose names start as this one does; shorter and shorter, so that a slip at the end finds
/// something.
std::vector<Row> similar(const Gazetteer& gazetteer, std::string_view name) {
  for (std::size_t size = name.size(); size >= 3; --size) {
    if (size < name.size() && (static_cast<unsigned char>(name[size]) & 0xC0) == 0x80) continue;
    auto rows = gazetteer.find_prefix(name.substr(0, size), kMaxCandidates);
    if (!rows.empty()) return rows;
  }
  return {};
}

}  // namespace

std::variant<std::string, UnresolvedPlace> resolve_place(std::string_view text) {
  constexpr std::size_t kMaxName = 200;  // bytes; the longest name has 60
  const std::string quoted = "« " + std::string(text) + " »";
  if (text.starts_with(kNamePrefix)) return std::string(text);
  if (text.size() > kMaxName) return UnresolvedPlace{"Ce nom de lieu est trop long.", {}};
  const Gazetteer& gazetteer = Gazetteer::instance();
  if (gazetteer.find_id(text)) return std::string(text);
  if (text.find_first_of("(,") != std::string_view::npos) {
    if (const auto row = gazetteer.resolve(text)) return std::string(gazetteer.row(*row).id);
  }
  std::vector<Row> rows = gazetteer.find_name(text);
  std::vector<Row> distinct;
  for (const Row row : rows) {
    if (std::find(distinct.begin(), distinct.end(), row) == distinct.end()) distinct.push_back(row);
  }
  if (distinct.empty()) {
    return UnresolvedPlace{"Aucun lieu ne s’appelle " + quoted + ".",
                           described(gazetteer, similar(gazetteer, text))};
  }
  if (clear(gazetteer, distinct)) return std::string(gazetteer.row(distinct[0]).id);
  return UnresolvedPlace{"Plusieurs lieux s’appellent " + quoted + " : donnez l’identifiant.",
                         described(gazetteer, contenders(gazetteer, distinct))};
}

}  // namespace gazette::server
