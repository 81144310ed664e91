// The timeline, the map and the numbered marks of an article.
#include <doctest/doctest.h>

#include <string>

#include "common/time_zone.h"
#include "server/web/article_text.h"
#include "server/web/facet_list.h"
#include "server/web/mercator.h"
#include "server/web/news_article.h"
#include "server/web/place_map.h"
#include "server/web/timeline.h"

namespace gazette::server {
namespace {

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::size_t times(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size())) {
    ++count;
  }
  return count;
}

Bucket month(int number, std::string label, std::size_t count) {
  return {.from = to_day({2023, number, 1}),
          .to = to_day({2023, number, days_in_month(2023, number)}),
          .label = std::move(label),
          .count = count};
}

}  // namespace

TEST_CASE("timeline: each period with articles is a bar and a row, both links") {
  Histogram histogram;
  histogram.buckets = {month(8, "août 2023", 2), month(9, "septembre 2023", 0),
                       month(10, "octobre 2023", 1)};
  const std::string out =
      timeline(histogram, {{"q", "port"}, {"from", "2020"}, {"offset", "20"}}).str();
  CHECK(times(out, "<rect class=\"bar\"") == 2);
  CHECK(times(out, "<tr><th scope=\"row\">") == 2);
  CHECK(has(out, "aria-label=\"août 2023, 2\u00A0articles\""));
  CHECK(times(out, "/search?q=port&amp;from=2023-08-01&amp;to=2023-08-31") == 2);
  CHECK(has(out, ">Toutes les dates</a>"));
  CHECK_FALSE(has(out, "style="));
}

TEST_CASE("timeline: one period compares with nothing") {
  Histogram histogram;
  histogram.buckets = {month(8, "août 2023", 2)};
  CHECK(timeline(histogram, {}).empty());
}

TEST_CASE("map: Mercator has its corners where the outline has them") {
  CHECK(on_map(kMapNorth, -180).x == doctest::Approx(0));
  CHECK(on_map(kMapNorth, -180).y == doctest::Approx(0));
  CHECK(on_map(kMapSouth, 180).x == doctest::Approx(kMapWidth));
  CHECK(on_map(kMapSouth, 180).y == doctest::Approx(kMapHeight).epsilon(0.001));
  CHECK(on_map(90, 0).y == doctest::Approx(0));
}

TEST_CASE("map: towns are points, what holds them is not, the unknown is left out") {
  Facet places;
  places.field = FacetField::kPlace;
  places.values = {{.value = "country:FR", .label = "France", .parent = {}, .count = 9},
                   {.value = "insee:75056", .label = "Paris", .parent = {}, .count = 4},
                   {.value = "insee:37261", .label = "Tours", .parent = {}, .count = 1},
                   {.value = "name:Villebrune", .label = "Villebrune", .parent = {}, .count = 1}};
  const std::string out = place_map(places, {{"q", "loire"}}).str();
  CHECK(times(out, "<circle") == 2);
  CHECK(has(out, "aria-label=\"Paris, 4\u00A0articles\""));
  CHECK(has(out, "href=\"/search?q=loire&amp;place=insee%3A37261\""));
  places.values.erase(places.values.begin(), places.values.begin() + 3);
  CHECK(place_map(places, {}).empty());
}

TEST_CASE("facets: a place that says no more than one inside it is not in the column") {
  Facet places;
  places.field = FacetField::kPlace;
  places.values = {{.value = "country:FR", .label = "France", .parent = {}, .count = 4},
                   {.value = "insee:75056", .label = "Paris", .parent = {}, .count = 4},
                   {.value = "country:DE", .label = "Allemagne", .parent = {}, .count = 1}};
  places.total_values = 3;
  const std::string out = facet_column({places}, {}).str();
  CHECK_FALSE(has(out, ">France<"));
  CHECK(has(out, ">Paris<"));
  CHECK(has(out, ">Allemagne<"));
  CHECK(has(facet_list(places, {}, 9).str(), ">France<"));
  places.values[0].excluded = true;
  CHECK(has(facet_column({places}, {}).str(), ">France<"));
}

TEST_CASE("article: marks are numbered through title and body, and stay in their paragraphs") {
  NumberedMarks marks;
  CHECK(marks.passage({.text = "Le <port>", .marks = {{4, 8}}}).str() ==
        "Le &lt;<mark id=\"m1\">port</mark>&gt;");
  CHECK(marks.paragraphs({.text = "un port\n\nle port", .marks = {{3, 7}, {5, 11}, {12, 16}}})
            .str() ==
        "<p>un <mark id=\"m2\">port</mark></p>"
        "<p><mark id=\"m3\">le</mark> <mark id=\"m4\">port</mark></p>");
  CHECK(marks.count() == 4);
}

TEST_CASE("article: as NewsArticle it has what a reference manager asks for") {
  Article article;
  article.title = "Un \"titre\"";
  article.source = "La Gazette";
  article.authors = {"Anne Roy"};
  article.published = parse_news_time("2023-09-22T18:58:00+01:00", TimeZone::paris()).value();
  const std::string json = news_article_json(article, "/articles/a");
  CHECK(has(json, R"("@type":"NewsArticle","headline":"Un \"titre\"","url":"/articles/a")"));
  CHECK(has(json, R"("datePublished":"2023-09-22T18:58:00+01:00")"));
  CHECK(has(json, R"("author":[{"@type":"Person","name":"Anne Roy"}])"));
  CHECK(has(json, R"("publisher":{"@type":"Organization","name":"La Gazette"})"));
}

}  // namespace gazette::server
