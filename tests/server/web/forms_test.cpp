// French forms of pages, the advanced form, and the page of the query language.
#include <doctest/doctest.h>

#include "server/web/filters.h"
#include "server/web/french.h"
#include "server/web/links.h"
#include "server/web/markdown.h"
#include "server/web/search_form.h"

namespace gazette::server {

TEST_CASE("french: periods say no more than they must") {
  const auto period = [](CivilDate from, CivilDate to) {
    return french_period(to_day(from), to_day(to));
  };
  CHECK(period({2023, 9, 1}, {2023, 9, 30}) == "du 1er au 30 septembre 2023");
  CHECK(period({2023, 3, 3}, {2023, 9, 1}) == "du 3 mars au 1er septembre 2023");
  CHECK(period({2021, 12, 31}, {2022, 1, 1}) == "du 31 décembre 2021 au 1er janvier 2022");
  CHECK(period({2021, 5, 3}, {2021, 5, 3}) == "le 3 mai 2021");
}

TEST_CASE("french: a card's date is near or far, by the reader's clock") {
  const TimeZone& zone = TimeZone::paris();
  const NewsTime late = parse_news_time("2023-09-22T23:30:00+01:00", zone).value();
  const CivilDay day = to_day({2023, 9, 23});  // 00:30 in Paris
  CHECK(french_age(late, zone, day) == "aujourd’hui à 0\u00A0h\u00A030");
  CHECK(french_age(late, zone, day + 1) == "hier à 0\u00A0h\u00A030");
  CHECK(french_age(late, zone, day + 2) == "23 septembre 2023");
  const NewsTime alone = parse_news_time("2023-09-22", zone).value();
  CHECK(french_age(alone, zone, to_day({2023, 9, 22})) == "aujourd’hui");
}

TEST_CASE("french: none and one are singular, thousands stand apart") {
  CHECK(counted(0, "article", "articles") == "0\u00A0article");
  CHECK(counted(1, "article", "articles") == "1\u00A0article");
  CHECK(counted(2, "article", "articles") == "2\u00A0articles");
  CHECK(french_number(1234567) == "1\u202F234\u202F567");
}

TEST_CASE("advanced form: the query line that its reader could have typed") {
  struct Case {
    http::QueryList fields;
    std::string_view q;
  };
  const Case cases[] = {
      {{{"all", "crue loire"}}, "crue loire"},
      {{{"phrase", "aide humanitaire"}}, "\"aide humanitaire\""},
      {{{"phrase", "« aide » \"x\""}}, "\"aide x\""},
      {{{"any", "paix trêve"}}, "(paix OU trêve)"},
      {{{"any", "paix"}}, "paix"},
      {{{"all", "gaza"}, {"none", "sport \"coupe du monde\""}}, "gaza -sport -\"coupe du monde\""},
      {{{"title", "grève rail"}}, "titre:grève titre:rail"},
      {{{"byline", "Le Mézec"}}, "auteur:Le auteur:Mézec"},
      {{{"all", "a OU b"}, {"none", "c"}}, "(a OU b) -c"},
      {{{"all", "a OU b"}}, "a OU b"},
      {{{"any", "ONU OTAN"}}, "(onu OU otan)"},
      {{{"none", "\"jamais fermé"}}, "-\"jamais fermé\""},
      {{{"all", "a"}, {"phrase", "\"\""}}, "a"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.q);
    CHECK(value_of(compose_search(c.fields), "q") == c.q);
  }
}

TEST_CASE("advanced form: dates and filters go along, empty fields and paging do not") {
  const http::QueryList search = compose_search(
      {{"all", "a"}, {"from", "2021"}, {"to", ""}, {"section", "Sport"}, {"cursor", "x"}});
  CHECK(search == http::QueryList{{"q", "a"}, {"from", "2021"}, {"section", "Sport"}});
}

TEST_CASE("filters: values read as people call them") {
  CHECK(filter_text("section", "-Sport").value == "Sport");
  CHECK(filter_text("section", "-Sport").excluded);
  CHECK(filter_text("tag", "\\-18").value == "-18");
  CHECK_FALSE(filter_text("tag", "\\-18").excluded);
  CHECK(filter_text("place", "insee:75056").value == "Paris");
  CHECK(filter_text("place", "name:Villebrune").value == "Villebrune");
  CHECK(period_text({{"from", "-7d"}}, 10, {}) == "Depuis 7 jours");
  CHECK(period_text({}, to_day({2021, 5, 3}), {}) == "Depuis le 3 mai 2021");
}

TEST_CASE("markdown: headings, prose, code, tables and queries that are links") {
  const std::string out =
      markdown_html(
          "# Titre\n\nL'un `a<b`\net l'autre : oui.\n\n| a | b |\n|---|---|\n| `x` | y |\n\n"
          "## Suite\n\n```requête\n\"aide humanitaire\" gaza   → « aide » ET gaza   code\n```\n")
          .str();
  CHECK(out ==
        "<h1>Titre</h1><p>L’un <code>a&lt;b</code> et l’autre\u00A0: oui.</p>"
        "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th>a</th><th>b</th></tr></thead>"
        "<tbody><tr><td><code>x</code></td><td>y</td></tr></tbody></table></div><h2>Suite</h2>"
        "<ul class=\"queries\"><li><a href=\"/search?q=%22aide%20humanitaire%22%20gaza\">"
        "<code>&quot;aide humanitaire&quot; gaza</code></a><span>→ « aide » ET gaza</span></li>"
        "</ul>");
}

TEST_CASE("markdown: what is cut off still ends") {
  for (const char* text : {"```", "|", "| a", "`", "#", "```x\na → "}) {
    CAPTURE(text);
    markdown_html(text);
  }
}

}  // namespace gazette::server
