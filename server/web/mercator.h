// The projection of assets/map.svg: Mercator, where angles are true, so that a zoom on one country
// looks as people know it. scripts/map/make_map.mjs has the same numbers.
#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gazette::server {

struct MapPoint {
  double x = 0, y = 0;
};

inline constexpr double kMapUnits = 20;                   ///< a degree of longitude
inline constexpr double kMapNorth = 78, kMapSouth = -58;  ///< beyond, nobody writes
inline constexpr double kMapWidth = 7200, kMapHeight = 4013;

inline double mercator_degrees(double latitude) {
  constexpr double kRadians = std::numbers::pi / 180;
  return std::log(std::tan(std::numbers::pi / 4 + latitude * kRadians / 2)) / kRadians;
}

/// Where a place is on the map; latitudes past its edges lie on them.
inline MapPoint on_map(double latitude, double longitude) {
  const double kept = std::clamp(latitude, kMapSouth, kMapNorth);
  return {(longitude + 180) * kMapUnits,
          (mercator_degrees(kMapNorth) - mercator_degrees(kept)) * kMapUnits};
}

}  // namespace gazette::server
