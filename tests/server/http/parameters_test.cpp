// Parameters: what is taken, what is refused, and how it is said.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "server/http/params/date_parameter.h"
#include "server/http/params/json_body.h"
#include "server/http/params/parameter_table.h"
#include "server/http/params/requests.h"

namespace gazette::server {
namespace {

const CivilDay kToday = to_day({2024, 3, 31});

struct Read {
  SearchRequest request;
  std::vector<ParameterError> errors;
  http::QueryList normalised;
};

Read read(std::string_view query, Strictness strictness = Strictness::kStrict) {
  ParameterReader reader(http::parse_query_string(query).value(), Endpoint::kSearch, strictness);
  Read out;
  out.request = read_search_request(reader, {TimeZone::paris(), kToday});
  read_fields(reader, kDefaultHitFields);
  out.errors = reader.errors();
  out.normalised = reader.normalised();
  return out;
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

const FieldFilter* filter_of(const SearchRequest& request, FacetField field) {
  for (const FieldFilter& filter : request.selection.filters) {
    if (filter.field == field) return &filter;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("parameters: the presets of the contract") {
  const Read got = read("q=eau");
  CHECK(got.errors.empty());
  CHECK(got.request.selection.q == "eau");
  CHECK(got.request.limit == 10);
  CHECK(got.request.offset == 0);
  CHECK(got.request.facet_limit == 10);
  CHECK(got.request.fragments == 2);
  CHECK(got.request.fragment_size == 160);
  CHECK(got.request.selection.op == JoinWords::kAnd);
  CHECK(got.request.selection.match == MatchForm::kStem);
  CHECK(got.request.selection.sort == Sort::kDefault);
  CHECK(got.request.highlight == HighlightForm::kHtml);
  CHECK(got.request.selection.dates_in_words);
  CHECK_FALSE(got.request.histogram);
}

TEST_CASE("parameters: everything said is understood") {
  const Read got = read(
      "q=&op=or&match=exact&sort=oldest&limit=0&offset=10000&facets=section,date&facets=tag"
      "&facet_limit=100&interval=week&highlight=ranges&fragments=0&fragment_size=300&explain=true"
      "&strict=1&dates=off&collapse=none&fields=id,title&section=Monde&section=-Sport&tag=%5C-18"
      "&lang=fr&from=2023&to=2023-09");
  for (const ParameterError& error : got.errors) MESSAGE(error.parameter << ": " << error.detail);
  REQUIRE(got.errors.empty());
  const SearchRequest& request = got.request;
  CHECK(request.selection.op == JoinWords::kOr);
  CHECK(request.selection.match == MatchForm::kExact);
  CHECK(request.selection.sort == Sort::kOldest);
  CHECK(request.limit == 0);
  CHECK(request.offset == 10'000);
  CHECK(request.facets == std::vector{FacetField::kSection, FacetField::kTag});
  CHECK(request.histogram);
  CHECK(request.interval == Interval::kWeek);
  CHECK(request.highlight == HighlightForm::kRanges);
  CHECK(request.explain);
  CHECK(request.strict);
  CHECK_FALSE(request.selection.dates_in_words);
  const FieldFilter* const section = filter_of(request, FacetField::kSection);
  REQUIRE(section != nullptr);
  CHECK(section->include == std::vector<std::string>{"Monde"});
  CHECK(section->exclude == std::vector<std::string>{"Sport"});
  CHECK(filter_of(request, FacetField::kTag)->include == std::vector<std::string>{"-18"});
  CHECK(filter_of(request, FacetField::kLanguage)->include == std::vector<std::string>{"fr"});
  CHECK(request.selection.from == to_day({2023, 1, 1}));
  CHECK(request.selection.to == to_day({2023, 9, 30}));
}

TEST_CASE("parameters: what is malformed is refused by name, with an example") {
  struct Case {
    const char *query, *parameter, *said;
  };
  for (const Case& c : {
           Case{"limt=3", "limt", "limit"},
           {"date_from=2023", "date_from", "from"},
           {"Q=eau", "Q", "n’existe pas"},
           {"per_page=3", "per_page", "limit"},
           {"utm_source=x", "utm_source", "n’existe pas"},
           {"limit=101", "limit", "0 à 100"},
           {"limit=-1", "limit", "0 à 100"},
           {"limit=1e3", "limit", "0 à 100"},
           {"limit=", "limit", "vide"},
           {"limit=99999999999999999999", "limit", "0 à 100"},
           {"offset=10001", "offset", "10000"},
           {"sort=newst", "sort", "newest"},
           {"op=AND", "op", "and, or"},
           {"facets=place,sections", "facets", "section"},
           {"fields=titel", "fields", "title"},
           {"highlight=bold", "highlight", "html, ranges, none"},
           {"explain=maybe", "explain", "true ou false"},
           {"collapse=stories", "collapse", "none"},
           {"from=hier", "from", "Date"},
           {"from=2023-02-30", "from", "Date"},
           {"from=2024&to=2023", "to", "avant de commencer"},
           {"q=a&q=b", "q", "une fois"},
           {"section=", "section", "vide"},
           {"section=-", "section", "exclure"},
           {"q=%E9t%E9", "q", "UTF-8"},
           {"section=%FF", "section", "UTF-8"},
           {"cursor=x&offset=1", "offset", "ne vont pas ensemble"},
           {"place=Xyzzyville", "place", "Aucun lieu"},
           {"place=Saint-Denis", "place", "Plusieurs lieux"},
       }) {
    CAPTURE(c.query);
    const Read got = read(c.query);
    REQUIRE(got.errors.size() == 1);
    CHECK(got.errors[0].parameter == c.parameter);
    CHECK(has(got.errors[0].detail, c.said));
  }
}

TEST_CASE("parameters: all faults are told at once") {
  CHECK(read("limt=3&sort=x&from=x&limit=x").errors.size() == 4);
}

TEST_CASE("parameters: a page passes over what it does not know and what its form left empty") {
  const Read got = read("utm_source=x&section=&q=eau&limit=", Strictness::kLenient);
  CHECK(got.errors.empty());
  CHECK(got.normalised == http::QueryList{{"q", "eau"}});
}

TEST_CASE("parameters: two requests that ask the same have one normal form") {
  CHECK(read("q=a&section=x&section=y").normalised == read("section=x&q=a&section=y").normalised);
  CHECK(read("section=x&section=y").normalised != read("section=y&section=x&q=").normalised);
}

TEST_CASE("parameters: places by id, by any known name, or with their candidates") {
  struct Case {
    const char *asked, *id;
  };
  for (const Case& c : {
           Case{"Paris", "insee:75056"},
           {"insee:75056", "insee:75056"},
           {"bakou", "gn:587084"},
           {"Haut-Karabakh", "reg:karabakh"},
           {"kiev", "gn:703448"},
           {"Luxembourg", "country:LU"},
           {"Saint-Denis (La Réunion)", "insee:97411"},
           {"name:Bourg-Fictif", "name:Bourg-Fictif"},
       }) {
    CAPTURE(c.asked);
    const Read got = read("place=" + http::percent_encoded(c.asked));
    REQUIRE(got.errors.empty());
    CHECK(filter_of(got.request, FacetField::kPlace)->include == std::vector<std::string>{c.id});
    CHECK(got.normalised == http::QueryList{{"place", c.id}});
    const Read without = read("dateline=-" + http::percent_encoded(c.asked));
    REQUIRE(without.errors.empty());
    CHECK(filter_of(without.request, FacetField::kDateline)->exclude ==
          std::vector<std::string>{c.id});
  }
  const Read ambiguous = read("place=Saint-Denis");
  REQUIRE(ambiguous.errors.size() == 1);
  CHECK(ambiguous.errors[0].candidates ==
        std::vector<std::string>{"insee:93066 (Saint-Denis, Seine-Saint-Denis)",
                                 "insee:97411 (Saint-Denis, La Réunion)"});
  const Read slip = read("place=Marseile");
  REQUIRE(slip.errors.size() == 1);
  CHECK(has(slip.errors[0].candidates.at(0), "insee:13055"));
}

TEST_CASE("parameters: dates in every form of the contract") {
  struct Case {
    const char* text;
    CivilDate first, last;
  };
  for (const Case& c : {
           Case{"2023", {2023, 1, 1}, {2023, 12, 31}},
           {"2023-09", {2023, 9, 1}, {2023, 9, 30}},
           {"2024-02", {2024, 2, 1}, {2024, 2, 29}},
           {"2023-09-22", {2023, 9, 22}, {2023, 9, 22}},
           {"22/09/2023", {2023, 9, 22}, {2023, 9, 22}},
           {"1/9/2023", {2023, 9, 1}, {2023, 9, 1}},
           {"2023-09-22T23:30:00Z", {2023, 9, 23}, {2023, 9, 23}},
           {"2023-09-22T00:30:00+09:00", {2023, 9, 21}, {2023, 9, 21}},
           {"2023-09-22T12:00:00", {2023, 9, 22}, {2023, 9, 22}},
           {"today", {2024, 3, 31}, {2024, 3, 31}},
           {"aujourd’hui", {2024, 3, 31}, {2024, 3, 31}},
           {"-7d", {2024, 3, 24}, {2024, 3, 24}},
           {"-2w", {2024, 3, 17}, {2024, 3, 17}},
           {"-1m", {2024, 2, 29}, {2024, 2, 29}},
           {"-3m", {2023, 12, 31}, {2023, 12, 31}},
           {"-1y", {2023, 3, 31}, {2023, 3, 31}},
           {"-0d", {2024, 3, 31}, {2024, 3, 31}},
           {"-9999y", {1, 1, 1}, {1, 1, 1}},
       }) {
    CAPTURE(c.text);
    const auto range = parse_date_parameter(c.text, kToday, TimeZone::paris());
    REQUIRE(range);
    CHECK(to_date(range->from) == c.first);
    CHECK(to_date(range->to) == c.last);
  }
  for (const char* bad : {"",
                          "x",
                          "23",
                          "2023-13",
                          "2023-00",
                          "2023-02-29",
                          "31/02/2023",
                          "22/09/23",
                          "2023/09/22",
                          "2023-9-",
                          "-d",
                          "-7",
                          "7d",
                          "-7x",
                          "--7d",
                          "-1e9y",
                          "2023-09-22T25:00:00Z",
                          "0000",
                          "20233",
                          "99999999999999999999"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_date_parameter(bad, kToday, TimeZone::paris()));
  }
}

TEST_CASE("parameters: a JSON body gives the same pairs as a query string") {
  http::QueryList query;
  std::vector<ParameterError> errors;
  read_json_body(R"({"q":"été","limit":5,"explain":true,"section":["Monde","-Sport"],"to":null})",
                 query, errors);
  CHECK(errors.empty());
  CHECK(query == http::QueryList{{"explain", "true"},
                                 {"limit", "5"},
                                 {"q", "été"},
                                 {"section", "Monde"},
                                 {"section", "-Sport"}});
}

TEST_CASE("parameters: a body that is no such object is refused, however it is broken") {
  const std::string deep(400'000, '[');
  for (const std::string& body :
       {std::string(), std::string("[]"), std::string("{"), std::string("{\"q\":{}}"),
        std::string("{\"q\":[[\"x\"]]}"), std::string("\"x\""), std::string("{\"q\":\"\xE9\"}"),
        std::string("{\"q\":\"a\"} x"), "{\"q\":" + deep, deep}) {
    CAPTURE(body.substr(0, 20));
    http::QueryList query;
    std::vector<ParameterError> errors;
    read_json_body(body, query, errors);
    CHECK(errors.size() == 1);
  }
}

TEST_CASE("parameters: every row of the table is whole") {
  for (const ParameterSpec& spec : parameter_table()) {
    CAPTURE(spec.name);
    CHECK(spec.endpoints != 0);
    CHECK_FALSE(spec.meaning.empty());
    CHECK(spec.example.starts_with(std::string(spec.name) + "="));
    const bool listed = spec.kind == ParameterKind::kChoice || spec.kind == ParameterKind::kList;
    CHECK(listed == !spec.choices.empty());
    if (spec.kind == ParameterKind::kNumber) CHECK(spec.preset <= spec.greatest);
  }
}

}  // namespace gazette::server
