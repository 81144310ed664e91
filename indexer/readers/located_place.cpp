// Coordinates tell homonyms apart, and names tell swapped coordinates.
#include "indexer/readers/located_place.h"

#include <cmath>
#include <numbers>
#include <vector>

#include "common/cli/language.h"
#include "common/places/gazetteer.h"
#include "indexer/readers/clean_text.h"
#include "indexer/readers/draft.h"

namespace gazette::indexer {
namespace {

using Row = Gazetteer::Row;

constexpr double kTownKm = 60;  // sources give a town's centre, its airport or its district
constexpr double kRegionKm =
    900;  // a region's or a country's point may be its capital or its middle
constexpr double kNamelessKm = 8;  // a bare point is the town it lies in
// No town lies beyond: there a latitude is a longitude in the wrong place.
constexpr double kSouthernmost = -60;
constexpr double kNorthernmost = 84;

struct Point {
  double lat = 0;
  double lon = 0;
};

bool in_range(Point point) {
  return std::isfinite(point.lat) && std::isfinite(point.lon) && std::abs(point.lat) <= 90 &&
         std::abs(point.lon) <= 180;
}

bool inhabited(Point point) {
  return in_range(point) && point.lat > kSouthernmost && point.lat < kNorthernmost;
}

double distance_km(Point a, Point b) {
  constexpr double kEarthRadiusKm = 6371;
  constexpr double kRadian = std::numbers::pi / 180;
  const double half_lat = std::sin((b.lat - a.lat) * kRadian / 2);
  const double half_lon = std::sin((b.lon - a.lon) * kRadian / 2);
  const double square = half_lat * half_lat +
                        std::cos(a.lat * kRadian) * std::cos(b.lat * kRadian) * half_lon * half_lon;
  return 2 * kEarthRadiusKm * std::asin(std::sqrt(std::min(1.0, square)));
}

/// The row of `rows` that lies at `point`, nearest first; none when all are too far.
std::optional<Row> row_at(const std::vector<Row>& rows, Point point) {
  const Gazetteer& gazetteer = Gazetteer::instance();
  std::optional<Row> best;
  double best_km = 0;
  for (const Row row : rows) {
    const PlaceRow place = gazetteer.row(row);
    if (!place.lat || !place.lon) continue;
    const double km = distance_km(point, {*place.lat, *place.lon});
    if (km > (place.type == "city" ? kTownKm : kRegionKm)) continue;
    if (!best || km < best_km) {
      best = row;
      best_km = km;
    }
  }
  return best;
}

struct Town {
  Point point;
  Row row = 0;
};

std::optional<Row> town_at(Point point) {
  static const std::vector<Town> towns = [] {
    const Gazetteer& gazetteer = Gazetteer::instance();
    std::vector<Town> out;
    for (Row row = 0; row < static_cast<Row>(gazetteer.size()); ++row) {
      const PlaceRow place = gazetteer.row(row);
      if (place.type == "city" && place.lat && place.lon) {
        out.push_back({{*place.lat, *place.lon}, row});
      }
    }
    return out;
  }();
  std::optional<Row> best;
  double best_km = kNamelessKm;
  for (const Town& town : towns) {
    // A degree is 111 km: most are told without trigonometry.
    if (std::abs(town.point.lat - point.lat) > 0.1) continue;
    const double km = distance_km(point, town.point);
    if (km < best_km) {
      best = town.row;
      best_km = km;
    }
  }
  return best;
}

std::string swapped(std::string_view name) {
  return tr("latitude et longitude sont inversées : ", "latitude and longitude are swapped: ") +
         std::string(name);
}

}  // namespace

LocatedPlace place_at(std::string_view name, std::optional<double> lat, std::optional<double> lon) {
  const std::string cleaned = clean_line(name);
  if (!lat || !lon) return {place_of_name(cleaned), ""};
  const Point point{*lat, *lon};
  if (!in_range(point)) {
    return {place_of_name(cleaned),
            tr("coordonnées hors limites : ", "coordinates out of range: ") + cleaned};
  }
  const Gazetteer& gazetteer = Gazetteer::instance();
  if (cleaned.empty()) {
    const std::optional<Row> town = town_at(point);
    return {town ? std::optional<Place>(gazetteer.place(*town)) : std::nullopt, ""};
  }
  const std::vector<Row> rows = gazetteer.find_name(cleaned);
  const Point turned{point.lon, point.lat};
  if (rows.empty()) {
    std::optional<Place> place = place_of_name(cleaned);
    if (!inhabited(point))
      return {place, inhabited(turned) ? swapped(cleaned)
                                       : tr("coordonnées sans lieu habité : ",
                                            "coordinates where nobody lives: ") +
                                             cleaned};
    if (place && !place->lat) {
      place->lat = lat;
      place->lon = lon;
    }
    return {place, ""};
  }
  if (const std::optional<Row> row = row_at(rows, point)) return {gazetteer.place(*row), ""};
  if (const std::optional<Row> row = row_at(rows, turned)) {
    return {gazetteer.place(*row), swapped(cleaned)};
  }
  return {place_of_name(cleaned), tr("coordonnées loin de tout lieu de ce nom : ",
                                     "coordinates far from every place of this name: ") +
                                      cleaned};
}

}  // namespace gazette::indexer
