// A small map of the places found.
#include "server/web/place_map.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include "common/places/gazetteer.h"
#include "server/render/answer_json.h"
#include "server/web/assets.h"
#include "server/web/french.h"
#include "server/web/links.h"
#include "server/web/mercator.h"

namespace gazette::server {
namespace {

constexpr double kAspect = 1.5;      // width of the map to its height
constexpr double kNarrowest = 200;   // units, ten degrees: closer, the outline shows its corners
constexpr double kMargin = 0.14;     // of the width, round the points
constexpr double kGreatest = 0.042;  // radius of the most frequent place, of the width
constexpr double kLeast = 0.014;     // radius that a finger or an eye still finds

struct Point {
  const FacetValue* value;
  MapPoint at;
};

struct Window {
  double x = 0, y = 0, width = 0, height = 0;
};

/// A country says less than a town in it, and its middle is nowhere: it is drawn only when nothing
/// inside it is.
std::vector<Point> points_of(const Facet& places) {
  const Gazetteer& gazetteer = Gazetteer::instance();
  std::vector<std::pair<const FacetValue*, Gazetteer::Row>> rows;
  for (const FacetValue& value : places.values) {
    if (value.count == 0) continue;
    if (const auto row = gazetteer.find_id(value.value)) rows.emplace_back(&value, *row);
  }
  std::vector<Point> points;
  for (const auto& [value, row] : rows) {
    const PlaceRow place = gazetteer.row(row);
    if (!place.lat || !place.lon) continue;
    const bool holds_another = std::any_of(rows.begin(), rows.end(), [&, row = row](const auto& o) {
      return o.second != row && gazetteer.inside(o.second, row);
    });
    if (!holds_another) points.push_back({value, on_map(*place.lat, *place.lon)});
  }
  return points;
}

Window window_round(const std::vector<Point>& points) {
  double left = kMapWidth, right = 0, top = kMapHeight, bottom = 0;
  for (const Point& point : points) {
    left = std::min(left, point.at.x);
    right = std::max(right, point.at.x);
    top = std::min(top, point.at.y);
    bottom = std::max(bottom, point.at.y);
  }
  double width = std::max({right - left, (bottom - top) * kAspect, kNarrowest});
  width = std::min(width * (1 + 2 * kMargin), kMapWidth);
  const double height = width / kAspect;
  const double x = std::clamp((left + right - width) / 2, 0.0, kMapWidth - width);
  const double y = (top + bottom - height) / 2;
  return {x, y, width, height};
}

std::string number(double value) {
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "%.1f", value);
  return out.data();
}

}  // namespace

Html place_map(const Facet& places, const http::QueryList& query, MapLabels labels) {
  std::vector<Point> points = points_of(places);
  if (points.empty()) return {};
  const Window window = window_round(points);
  std::size_t most = 1;
  for (const Point& point : points) most = std::max(most, point.value->count);
  const std::string_view key = facet_name(places.field);
  Html circles;  // the values come most frequent first: the small ones lie on top
  for (const auto& [value, at] : points) {
    const double share = static_cast<double>(value->count) / static_cast<double>(most);
    const double radius = window.width * std::max(kLeast, kGreatest * std::sqrt(share));
    std::string label = value->label;
    if (labels == MapLabels::kCounts) label += ", " + counted(value->count, "article", "articles");
    circles += element(
        "a",
        {{"href", search_link(with(query, key, filter_value(value->value)))},
         {"aria-label", label}},
        element("title", text(label)) +
            element("circle", {{"cx", number(at.x)}, {"cy", number(at.y)}, {"r", number(radius)}},
                    {}));
  }
  const std::string view = number(window.x) + " " + number(window.y) + " " + number(window.width) +
                           " " + number(window.height);
  return element(
      "svg",
      {{"class", "map"}, {"role", "group"}, {"aria-label", "Carte des lieux"}, {"viewBox", view}},
      element("image",
              {{"href", "/map.svg?v=" + std::string(kMapVersion)},
               {"width", number(kMapWidth)},
               {"height", number(kMapHeight)}},
              {}) +
          circles);
}

}  // namespace gazette::server
