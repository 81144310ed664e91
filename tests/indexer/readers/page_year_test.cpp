// Date lines without a year: what in the page proves it, and what proves nothing. The pages were
// written for these tests.
#include "indexer/readers/page_year.h"

#include <doctest/doctest.h>

#include <string>

#include "indexer/readers/html_reader.h"
#include "indexer/readers/page_reader.h"
#include "tests/indexer/readers/collector.h"

namespace gazette::indexer {
namespace {

using testing::Collected;
using testing::read_with;

/// A list of other articles, as sites print it: it shows when the page was saved.
constexpr const char* kRecent =
    "Le marché couvert rouvre ses portes\n02 juillet 2020\nLa piscine reste fermée cet été\n"
    "01 juillet 2020\nUn nouveau directeur au théâtre\n27 juin 2020\n\n";

constexpr const char* kText =
    "La mairie de Villebrune a rouvert le pont de bois que la crue avait emporté en février.\n\n"
    "\"On ne fera plus le tour par la route\", s'est réjouie une habitante du hameau voisin.\n\n"
    "Les travaux ont duré quatre mois et coûté 310 000 euros, payés pour moitié par la région.\n";

std::string page(const std::string& date_lines, const std::string& text = kText,
                 const std::string& above = kRecent) {
  return above + "Le pont de bois de Villebrune rouvre\n\n" + date_lines + "\n\n" + text;
}

struct Case {
  std::string why;
  std::string page;
  std::string published;  ///< empty for none
};

std::string text_with(const std::string& sentence) { return sentence + "\n\n" + kText; }

const Case kCases[] = {
    {"weekday in the line", page("Publié le mardi 19 février"), "2019-02-19"},
    {"weekday and time in the line", page("Publié le mercredi 19 février à 9h07"),
     "2020-02-19T09:07:00+01:00"},
    {"29 February on a Saturday", page("Publié le samedi 29 février"), "2020-02-29"},
    {"no such weekday in five years", page("Publié le jeudi 19 février"), ""},
    {"after the page was saved, this year", page("Publié le mercredi 15 juillet"),
     ""},  // 2015 is more than five years back
    {"nothing but the day", page("Publié le 19 février"), ""},
    {"weekday, but the page does not show when it was saved",
     page("Publié le mardi 19 février", kText, ""), ""},
    {"weekday, but the only other date may be an older article's",
     page("Publié le mardi 19 février", kText, "Le pont emporté par la crue\n12 mars 2014\n\n"),
     ""},
    {"a day of the text with its weekday",
     page("Publié le 20 février",
          text_with("Les ouvriers ont posé la dernière planche mardi 19 février à l'aube.")),
     "2019-02-20"},
    {"two days of the text that agree",
     page("Publié le 1er janvier",
          text_with("Ouvert lundi 31 décembre, le pont sera inauguré vendredi 4 janvier.")),
     "2019-01-01"},
    {"two days of the text that do not agree",
     page("Publié le 20 février",
          text_with("Posée mardi 19 février, la planche a été peinte mercredi 19 février.")),
     ""},
    {"a day of the text far from the printed one",
     page("Publié le 20 février",
          text_with("La fête du pont aura lieu le samedi 15 juin au bourg.")),
     ""},
    {"a year in the text",
     page("Publié le 20 février", text_with("L'édition 2019 de la fête aura lieu cette année.")),
     ""},
    {"an anniversary in the text",
     page("Publié le 6 août",
          text_with("Le 6 août 1945, le premier pont brûlait sous les bombes.")),
     ""},
    {"the update has its year",
     page("Publié le 20 décembre à 10h\nMis à jour le 3 janvier 2019 à 8h"),
     "2018-12-20T10:00:00+01:00"},
    {"the address has the day",
     page("Publié le 20 février",
          std::string(kText) + "\nhttps://gazette.example/limousin/2018/02/20/pont.html\n"),
     "2018-02-20"},
    {"the address has another day",
     page("Publié le 20 février",
          std::string(kText) + "\nhttps://gazette.example/limousin/2018/02/21/pont.html\n"),
     ""},
    {"two addresses that do not agree",
     page("Publié le 20 février", std::string(kText) + "\nhttps://a.example/2018/02/20/pont.html\n"
                                                       "https://a.example/2017/02/20/crue.html\n"),
     ""},
};

TEST_CASE("page: a date line without a year takes the one that the page proves, or none") {
  for (const Case& tried : kCases) {
    CAPTURE(tried.why);
    const Collected out = read_with(PageReader(), tried.page);
    REQUIRE(out.records.size() == 1);
    const Record& record = out.records[0];
    const Article& article = record.article;
    CHECK((article.published ? article.published->to_string() : "") == tried.published);
    const bool year_printed = tried.page.find("janvier 2019") != std::string::npos;
    REQUIRE(record.warnings.size() == (year_printed ? 0 : 1));
    if (year_printed) continue;
    CHECK(record.warnings[0].field == "published");
    const bool proved = record.warnings[0].reason.find("prouvée par") != std::string::npos;
    CHECK(proved == !tried.published.empty());
  }
}

std::string html(const std::string& head, const std::string& date) {
  return "<!doctype html><html><head><title>Le pont de bois de Villebrune rouvre</title>" + head +
         "</head><body><h1>Le pont de bois de Villebrune rouvre</h1><p>" + date + "</p><p>" +
         std::string(kText) + "</p></body></html>";
}

Record html_record(const std::string& page) {
  const Collected out = read_with(HtmlReader(), page);
  REQUIRE(out.records.size() == 1);
  return out.records[0];
}

TEST_CASE("html: a date line without a year, a page without a date, and the day of its address") {
  const std::string address =
      R"(<link rel="canonical" href="https://gazette.example/2018/02/20/le-pont">)";
  const Record both = html_record(html(address, "Publié le 20 février à 9h07"));
  REQUIRE(both.article.published.has_value());
  CHECK(both.article.published->to_string() == "2018-02-20");
  CHECK(both.warnings.size() == 1);
  const Record without = html_record(html("", "Publié le 20 février à 9h07"));
  CHECK_FALSE(without.article.published.has_value());
  REQUIRE(without.warnings.size() == 1);
  CHECK(without.warnings[0].reason.find("sans année") != std::string::npos);
  const Record relative = html_record(html("", "Publié hier à 14h"));
  CHECK_FALSE(relative.article.published.has_value());
}

TEST_CASE("page year: days of addresses") {
  CHECK(day_of_address("https://a.example/2019/02/20/titre") == CivilDate{2019, 2, 20});
  CHECK(day_of_address("https://a.example/sport/2019-02-20-titre.html") == CivilDate{2019, 2, 20});
  CHECK(day_of_address("https://a.example/2019/02/20") == CivilDate{2019, 2, 20});
  for (const char* const none :
       {"", "https://a.example/2019/02/titre", "https://a.example/2019/02/30/titre",
        "https://a.example/2019-02/20", "https://a.example/20190220",
        "https://a.example/2019/02/201", "https://a.example/1019/02/20/", "2019/02/20",
        "https://a.example/2019/0x/20/"}) {
    CAPTURE(none);
    CHECK_FALSE(day_of_address(none).has_value());
  }
}

}  // namespace
}  // namespace gazette::indexer
