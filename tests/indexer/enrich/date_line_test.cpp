// Date lines: forms, policies, refusals, hostile bytes.
#include "indexer/enrich/date_line.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace gazette::indexer {
namespace {

constexpr const char* kReference =
    "2024-03-01T09:30:00+01:00";  // a Friday, the day after 29 February

std::string read(std::string_view text, const char* zone_name = "Europe/Paris",
                 const char* reference = nullptr) {
  const Result<TimeZone> zone = TimeZone::find(zone_name);
  REQUIRE(zone.ok());
  DateLineOptions options{.zone = &*zone};
  if (reference != nullptr) {
    const Result<NewsTime> time = parse_news_time(reference, *zone);
    REQUIRE(time.ok());
    options.reference_seconds = time->instant(*zone);
  }
  const Result<DateLine> line = parse_date_line(text, options);
  if (!line.ok()) {
    CHECK_FALSE(line.error().message.empty());
    return line.error().code;
  }
  CHECK(line->begin < line->end);
  CHECK(line->end <= text.size());
  return line->value.to_string() + " " + std::string(to_string(line->precision)) +
         (line->kind == DateKind::kModified ? " modified" : "");
}

struct Row {
  std::string text;
  std::string expected;  ///< value, precision, "modified"; or the code of a refusal
};

TEST_CASE("date line: forms of the day") {
  const Row rows[] = {
      {"7 mai 2019", "2019-05-07 day"},
      {"07 mai 2019", "2019-05-07 day"},
      {"Mardi 7 mai 2019", "2019-05-07 day"},
      {"MARDI 7 MAI 2019", "2019-05-07 day"},
      {"mar. 7 mai 2019", "2019-05-07 day"},
      {"Le mardi 7 mai 2019", "2019-05-07 day"},
      {"1er août 2022", "2022-08-01 day"},
      {"1ᵉʳ août 2022", "2022-08-01 day"},
      {"1° août 2022", "2022-08-01 day"},
      {"1 er aout 2022", "2022-08-01 day"},
      {"1 aou\u0302t 2022", "2022-08-01 day"},
      {"14 FÉVRIER 2020", "2020-02-14 day"},
      {"14 fév. 2020", "2020-02-14 day"},
      {"14 févr 2020", "2020-02-14 day"},
      {"14\u00a0févr.\u202f2020", "2020-02-14 day"},
      {"30 juil. 2021", "2021-07-30 day"},
      {"30 juill. 2021", "2021-07-30 day"},
      {"12 déc 2018", "2018-12-12 day"},
      {"12 nov. '18", "2018-11-12 day"},
      {"12 novembre 18", "2018-11-12 day"},
      {"29 février 2024", "2024-02-29 day"},
      {"14/07/2021", "2021-07-14 day"},
      {"14.07.2021", "2021-07-14 day"},
      {"14-07-2021", "2021-07-14 day"},
      {"14–07–2021", "2021-07-14 day"},
      {"14/7/21", "2021-07-14 day"},
      {"14 / 07 / 2021", "2021-07-14 day"},
      {"3/4/1998", "1998-04-03 day"},  // the day first, also where both would do
      {"3/4/98", "1998-04-03 day"},
      {"2021/07/14", "2021-07-14 day"},
      {"2021-7-14", "2021-07-14 day"},
      {"20210714", "2021-07-14 day"},
      {"July 14, 2021", "2021-07-14 day"},
      {"jul 14 2021", "2021-07-14 day"},
      {"14 juillet 1919", "1919-07-14 day"},
      {"Édition du 14 juillet 2021", "2021-07-14 day"},
      {"N° 1 204 - Mercredi 14 juillet 2021", "2021-07-14 day"},
      {"Lomé, le 14 juillet 2021", "2021-07-14 day"},
      {"14 juillet 2021 · 4 min de lecture", "2021-07-14 day"},
      {"Par Aminata Diallo avec nos agences – 14 juillet 2021", "2021-07-14 day"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(read(row.text) == row.expected);
  }
}

TEST_CASE("date line: forms of the time") {
  const Row rows[] = {
      {"14/01/2021 à 6h05", "2021-01-14T06:05:00+01:00 minute"},
      {"14/01/2021 à 6 h 05", "2021-01-14T06:05:00+01:00 minute"},
      {"14/01/2021, 6H05", "2021-01-14T06:05:00+01:00 minute"},
      {"14/01/2021 | 06:05", "2021-01-14T06:05:00+01:00 minute"},
      {"14/01/2021 - 06:05:09", "2021-01-14T06:05:09+01:00 second"},
      {"14/01/2021 06h05min", "2021-01-14T06:05:00+01:00 minute"},
      {"14/01/2021 06h05m09s", "2021-01-14T06:05:09+01:00 second"},
      {"14/01/2021 à 6 heures", "2021-01-14T06:00:00+01:00 hour"},
      {"14/01/2021 à 6 heures 05", "2021-01-14T06:05:00+01:00 minute"},
      {"14/01/2021 vers 6h", "2021-01-14T06:00:00+01:00 hour"},
      {"14/01/2021 à 6.05", "2021-01-14T06:05:00+01:00 minute"},
      {"14/01/2021 à midi", "2021-01-14T12:00:00+01:00 hour"},
      {"14/01/2021 à midi et demi", "2021-01-14T12:30:00+01:00 minute"},
      {"14/01/2021 à midi 20", "2021-01-14T12:20:00+01:00 minute"},
      {"14/01/2021 à minuit", "2021-01-14T00:00:00+01:00 hour"},
      {"14/01/2021 6:05 PM", "2021-01-14T18:05:00+01:00 minute"},
      {"14/01/2021 12:05 am", "2021-01-14T00:05:00+01:00 minute"},
      {"14/01/2021 00h00", "2021-01-14T00:00:00+01:00 minute"},
      {"14/01/2021 23h59", "2021-01-14T23:59:00+01:00 minute"},
      {"6h05, le 14 janvier 2021", "2021-01-14T06:05:00+01:00 minute"},
      {"à 6h le 14 janvier 2021", "2021-01-14T06:00:00+01:00 hour"},
      {"6h 14 janvier 2021", "2021-01-14T06:00:00+01:00 hour"},
      {"jeudi à 6h05, le 14 janvier 2021", "2021-01-14T06:05:00+01:00 minute"},
      {"14 janvier 2021 6h - 2 min de lecture", "2021-01-14T06:00:00+01:00 hour"},
      {"14 janvier 2021 18:00 - 19:30", "2021-01-14T18:00:00+01:00 minute"},
      {"14 janvier 2021 18h00-19h30", "2021-01-14T18:00:00+01:00 minute"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(read(row.text) == row.expected);
  }
}

TEST_CASE("date line: a printed offset or zone wins over the source's") {
  const Row rows[] = {
      {"5 juin 2020 14:10 (UTC+01:00)", "2020-06-05T14:10:00+01:00 minute"},
      {"5 juin 2020 14:10 UTC+1", "2020-06-05T14:10:00+01:00 minute"},
      {"5 juin 2020 14:10 (UTC +1)", "2020-06-05T14:10:00+01:00 minute"},
      {"5 juin 2020 14:10 GMT–4", "2020-06-05T14:10:00-04:00 minute"},
      {"5 juin 2020 14:10 GMT−03:30", "2020-06-05T14:10:00-03:30 minute"},
      {"5 juin 2020 14:10 +0530", "2020-06-05T14:10:00+05:30 minute"},
      {"5 juin 2020 14:10 UTC", "2020-06-05T14:10:00+00:00 minute"},
      {"5 juin 2020 14h10 TU", "2020-06-05T14:10:00+00:00 minute"},
      {"5 juin 2020 14h10 gmt", "2020-06-05T14:10:00+00:00 minute"},
      {"5 juin 2020 14h10 HNE", "2020-06-05T14:10:00-05:00 minute"},
      {"5 juin 2020 14h10 (HAA)", "2020-06-05T14:10:00-03:00 minute"},
      {"5 juin 2020 14h10 PDT", "2020-06-05T14:10:00-07:00 minute"},
      {"5 juin 2020 14h10 CEST", "2020-06-05T14:10:00+02:00 minute"},
      {"5 juin 2020 14h10, heure de Nouméa", "2020-06-05T14:10:00+11:00 minute"},
      {"5 juin 2020 14h10 (heure de Fort-de-France)", "2020-06-05T14:10:00-04:00 minute"},
      {"5 juin 2020 14h10 (heure de New York)", "2020-06-05T14:10:00-04:00 minute"},
      {"5 janvier 2020 14h10 (heure de New York)", "2020-01-05T14:10:00-05:00 minute"},
      {"5 juin 2020 14h10 heure du Caire", "2020-06-05T14:10:00+02:00 minute"},
      {"5 juin 2020 14h10 heure d'Alger", "2020-06-05T14:10:00+01:00 minute"},
      {"5 juin 2020 14h10 heure française", "2020-06-05T14:10:00+02:00 minute"},
      {"5 juin 2020 14h10 (heure de Paris)", "2020-06-05T14:10:00+02:00 minute"},
      {"5 juin 2020 à 9h10 (heure de Kourou, 14h10 heure de Paris)",
       "2020-06-05T09:10:00-03:00 minute"},
      {"5 juin 2020 à 9h10 (12h10 GMT)", "2020-06-05T09:10:00-03:00 minute"},
      {"5 juin 2020 à 0h10 (22h10 GMT)", "2020-06-05T00:10:00+02:00 minute"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(read(row.text) == row.expected);
  }
  CHECK(read("5 juin 2020 14h10", "America/Cayenne") == "2020-06-05T14:10:00-03:00 minute");
  CHECK(read("5 juin 2020 14h10", "Indian/Reunion") == "2020-06-05T14:10:00+04:00 minute");
  CHECK(read("5 juin 2020 14h10 est", "Europe/Paris") == "2020-06-05T14:10:00+02:00 minute");
}

TEST_CASE("date line: forms that machines write") {
  const Row rows[] = {
      {"2020-06-05T14:10", "2020-06-05T14:10:00+02:00 minute"},
      {"2020-06-05T14:10:30", "2020-06-05T14:10:30+02:00 second"},
      {"2020-06-05T14:10:30.250Z", "2020-06-05T14:10:30+00:00 second"},
      {"2020-06-05T14:10:30-04:00", "2020-06-05T14:10:30-04:00 second"},
      {"2020-06-05T14:10:30+02", "2020-06-05T14:10:30+02:00 second"},
      {"2020-06-05 14:10:30 UTC", "2020-06-05T14:10:30+00:00 second"},
      {"2020-06-05 14:10:30 +0200", "2020-06-05T14:10:30+02:00 second"},
      {"20200605T141030Z", "2020-06-05T14:10:30+00:00 second"},
      {"20200605T1410-0400", "2020-06-05T14:10:00-04:00 minute"},
      {"20200605141030", "2020-06-05T14:10:30+02:00 second"},
      {"Fri, 05 Jun 2020 14:10:30 +0200", "2020-06-05T14:10:30+02:00 second"},
      {"Fri, 5 Jun 2020 14:10 GMT", "2020-06-05T14:10:00+00:00 minute"},
      {"Friday, 05-Jun-20 14:10:30 GMT", "2020-06-05T14:10:30+00:00 second"},
      {"Fri Jun  5 14:10:30 2020", "2020-06-05T14:10:30+02:00 second"},
      {"Fri Jun 05 14:10:30 +0000 2020", "2020-06-05T14:10:30+00:00 second"},
      {"ven., 05 juin 2020 14:10:30 +0200", "2020-06-05T14:10:30+02:00 second"},
      {"1591359030", "2020-06-05T12:10:30+00:00 second"},
      {"1591359030123", "2020-06-05T12:10:30+00:00 second"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(read(row.text) == row.expected);
  }
}

TEST_CASE("date line: labels say published or modified") {
  struct Case {
    std::string text;
    std::string published;  ///< empty when absent
    std::string modified;
  };
  const Case cases[] = {
      {"Publié le 05/06/2020 à 14h10", "2020-06-05T14:10:00+02:00", ""},
      {"Posté le 5 juin 2020", "2020-06-05", ""},
      {"Paru le 5 juin 2020", "2020-06-05", ""},
      {"Mis en ligne le 5 juin 2020 à 14h10", "2020-06-05T14:10:00+02:00", ""},
      {"Date de publication : 05/06/2020", "2020-06-05", ""},
      {"MAJ le 06/06/2020 à 8h", "", "2020-06-06T08:00:00+02:00"},
      {"Màj : 06/06/2020", "", "2020-06-06"},
      {"Dernière mise à jour : 06/06/2020 08:00", "", "2020-06-06T08:00:00+02:00"},
      {"Dernière modification le 6 juin 2020", "", "2020-06-06"},
      {"Actualisé le 6 juin 2020", "", "2020-06-06"},
      {"Publié le 05/06/2020 à 14h10 | Mis à jour le 06/06/2020 à 08h00",
       "2020-06-05T14:10:00+02:00", "2020-06-06T08:00:00+02:00"},
      {"Mis à jour le 06/06/2020 à 08h00 - Publié le 05/06/2020 à 14h10",
       "2020-06-05T14:10:00+02:00", "2020-06-06T08:00:00+02:00"},
      {"5 juin 2020 à 14h10, modifié à 15h30", "2020-06-05T14:10:00+02:00",
       "2020-06-05T15:30:00+02:00"},
      {"Publié le 05/06/2020, mis à jour à 15h30 le 07/06/2020", "2020-06-05",
       "2020-06-07T15:30:00+02:00"},
      {"Créé le 5 juin 2020, corrigé le 31 juin 2020", "2020-06-05", ""},  // no such day: left out
      {"Par Hugo Petit, publié le 5 juin 2020 à 14h10", "2020-06-05T14:10:00+02:00", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Result<DateLine> line = parse_date_line(c.text);
    REQUIRE(line.ok());
    CHECK((line->published ? line->published->to_string() : "") == c.published);
    CHECK((line->modified ? line->modified->to_string() : "") == c.modified);
    CHECK(line->kind == (line->published ? DateKind::kPublished : DateKind::kModified));
    CHECK(line->value == (line->published ? *line->published : *line->modified));
  }
}

TEST_CASE("date line: what is relative or has no year is counted from the reference") {
  const Row rows[] = {
      {"hier", "2024-02-29 day"},
      {"hier à 18h", "2024-02-29T18:00:00+01:00 hour"},
      {"Hier soir, 21h40", "2024-02-29T21:40:00+01:00 minute"},
      {"avant-hier à 7h02", "2024-02-28T07:02:00+01:00 minute"},
      {"aujourd’hui à 07:12", "2024-03-01T07:12:00+01:00 minute"},
      {"Ce matin à 7h", "2024-03-01T07:00:00+01:00 hour"},
      {"il y a 2 jours", "2024-02-28 day"},
      {"Publié il y a un jour", "2024-02-29 day"},
      {"il y a 3 semaines", "2024-02-09 day"},
      {"il y a 4 heures", "2024-03-01T05:30:00+01:00 hour"},
      {"Il y a environ une heure", "2024-03-01T08:30:00+01:00 hour"},
      {"il y a 45 min", "2024-03-01T08:45:00+01:00 minute"},
      {"il y a quelques minutes", "2024-03-01T09:30:00+01:00 minute"},
      {"à l'instant", "2024-03-01T09:30:00+01:00 minute"},
      {"mercredi à 18h13", "2024-02-28T18:13:00+01:00 minute"},
      {"vendredi à 8h", "2024-03-01T08:00:00+01:00 hour"},
      {"vendredi à 18h", "2024-02-23T18:00:00+01:00 hour"},  // not tonight: a week ago
      {"29 février", "2024-02-29 day"},
      {"31 décembre", "2023-12-31 day"},
      {"2 mars", "2024-03-02 day"},  // tomorrow: a page of another zone
      {"jeudi 29 février à 10h", "2024-02-29T10:00:00+01:00 hour"},
      {"12/01 à 10h", "2024-01-12T10:00:00+01:00 hour"},
      {"LOMÉ, 28 fév (AFP) -", "2024-02-28 day"},
      {"il y a 2 mois", "2024-01-01 day"},
      {"mis à jour il y a 10 minutes", "2024-03-01T09:20:00+01:00 minute modified"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(read(row.text, "Europe/Paris", kReference) == row.expected);
    const std::string without = read(row.text);
    CHECK((without == "no-reference" || without == "no-year"));
  }
}

TEST_CASE("date line: of two days one may leave its year to the other") {
  const struct {
    std::string text, published, modified;
  } rows[] = {
      {"Publié le 20 février, mis à jour le 3 mars 2019", "2019-02-20", "2019-03-03"},
      {"Publié le 20 décembre à 10h, mis à jour le 3 janvier 2019 à 8h",
       "2018-12-20T10:00:00+01:00", "2019-01-03T08:00:00+01:00"},
      {"Publié le 20 février 2019 à 10h, mis à jour le 20 février à 14h",
       "2019-02-20T10:00:00+01:00", "2019-02-20T14:00:00+01:00"},
      {"Publié le 30 décembre 2019, modifié le 2 janvier", "2019-12-30", "2020-01-02"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const Result<DateLine> line = parse_date_line(row.text);
    REQUIRE(line.ok());
    REQUIRE(line->published.has_value());
    CHECK(line->published->to_string() == row.published);
    REQUIRE(line->modified.has_value());
    CHECK(line->modified->to_string() == row.modified);
  }
  CHECK(read("Publié le 20 février, mis à jour le 3 mars") == "no-year");
}

TEST_CASE("date line: what is no date, or an impossible one, is refused with its reason") {
  const Row rows[] = {
      {"", "no-date"},
      {"   ", "no-date"},
      {"Un titre sans date", "no-date"},
      {"Lecture : 4 min", "no-date"},
      {"Abonnez-vous", "no-date"},
      {"01 44 55 66 77", "no-date"},
      {"24/7", "no-date"},
      {"50/50", "no-date"},
      {"1/2/3", "no-date"},
      {"COP21", "no-date"},
      {"192.168.10.1", "no-date"},
      {"12 000 euros", "no-date"},
      {"2021", "year-only"},
      {"Rio 2016", "year-only"},
      {"14h30", "time-only"},
      {"à midi", "time-only"},
      {"mai 2021", "month-only"},
      {"2021-05", "month-only"},
      {"du 3 au 5 mai 2021", "range"},
      {"3-5 mai 2021", "range"},
      {"3 et 4 mai 2021", "range"},
      {"du 28 avril au 5 mai 2021", "range"},
      {"03/05/2021 - 05/05/2021", "range"},
      {"du 03/05/2021 au 05/05/2021", "range"},
      {"30 février 2021", "no-such-day"},
      {"29/02/2023", "no-such-day"},
      {"31 avril 2021", "no-such-day"},
      {"32 mai 2021", "no-such-day"},
      {"14/14/2021", "no-such-day"},
      {"2021-13-14", "no-such-day"},
      {"05/31/2021", "month-first"},
      {"5/13/21", "month-first"},
      {"00/00/0000", "null-date"},
      {"0000-00-00", "null-date"},
      {"0 mai 2021", "null-date"},
      {"31/12/9999", "year-out-of-range"},
      {"14 mai 2021 à 24h30", "no-such-time"},
      {"14 mai 2021 à 9h60", "no-such-time"},
      {"2021-05-14T25:00", "no-such-time"},
      {"14 mai 2021 à 9h (UTC+19)", "bad-offset"},
      {"14 mai 2021 à 9h GMT+02:75", "bad-offset"},
      {"0", "epoch-zero"},
      {"1970-01-01", "epoch-zero"},
      {"01/01/1970 à 01h00", "epoch-zero"},
      {"Thu, 01 Jan 1970 00:00:00 GMT", "epoch-zero"},
      {"demain à 8h", "no-reference"},
      {"14 mai", "no-year"},
      {"Le 14 mai 2021, la mairie de Lomé avait déjà promis de rouvrir le marché central avant "
       "l'été",
       "prose"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(read(row.text) == row.expected);
  }
  CHECK(read(std::string(500, ' ') + "14 mai 2021") == "too-long");
}

TEST_CASE("date line: what is odd is told and the date kept") {
  struct Case {
    std::string text;
    std::string value;
    std::string warning;
  };
  const Case cases[] = {
      {"lundi 14 mai 2021", "2021-05-14", "wrong-weekday"},
      {"26/03/2023 à 02h30", "2023-03-26T03:30:00+02:00", "skipped-by-clock"},
      {"29/10/2023 à 02h30", "2023-10-29T02:30:00+02:00", "repeated-by-clock"},
      {"14 mai 2021 à 9h heure locale", "2021-05-14T09:00:00+02:00", "local-time"},
      {"14 mai 2021 à 9h (heure de Trifouillis)", "2021-05-14T09:00:00+02:00", "unknown-zone"},
      {"Publié le 14 mai 2021, mis à jour le 32 mai 2021", "2021-05-14", "bad-modified"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const Result<DateLine> line = parse_date_line(c.text);
    REQUIRE(line.ok());
    CHECK(line->value.to_string() == c.value);
    REQUIRE(line->warnings.size() == 1);
    CHECK(line->warnings[0].code == c.warning);
    CHECK_FALSE(line->warnings[0].message.empty());
  }
  for (const char* sound : {"vendredi 14 mai 2021", "29/10/2023 à 03h30", "29/10/2023 à 01h59",
                            "26/03/2023 à 03h00", "26/03/2023 à 01h59"}) {
    CAPTURE(sound);
    const Result<DateLine> line = parse_date_line(sound);
    REQUIRE(line.ok());
    CHECK(line->warnings.empty());
  }
}

TEST_CASE("date line: every day of four years is read back from its French form") {
  const char* const months[] = {"janvier",   "février", "mars",     "avril",
                                "mai",       "juin",    "juillet",  "août",
                                "septembre", "octobre", "novembre", "décembre"};
  for (CivilDay day = to_day({2020, 1, 1}); day < to_day({2024, 1, 1}); ++day) {
    const CivilDate date = to_date(day);
    const std::string text = std::to_string(date.day) + " " +
                             months[static_cast<std::size_t>(date.month - 1)] + " " +
                             std::to_string(date.year);
    const Result<DateLine> line = parse_date_line(text);
    CAPTURE(text);
    REQUIRE(line.ok());
    REQUIRE(line->value.to_string() == to_string(date));
  }
}

TEST_CASE("date line: any bytes are a date or a refusal") {
  const std::vector<std::string> parts = {
      "22",    "septembre", "2023",    " ",      "à",          "18h58", ":",
      "/",     "-",         "(UTC",    "+",      "01",         ")",     "le",
      "1er",   "il y a",    "hier",    "publié", "mis à jour", "GMT",   "heure de ",
      "Paris", ",",         "T",       "Z",      "\xff",       "é",     "99999999999999999999",
      "'",     "au",        "\xe2\x80"};
  std::mt19937 random(108);
  int read_count = 0;
  for (int i = 0; i < 30'000; ++i) {
    std::string text;
    for (auto n = random() % 14; n > 0; --n) {
      text += random() % 12 == 0 ? std::string(1, static_cast<char>(random() % 256))
                                 : parts[random() % parts.size()];
    }
    DateLineOptions options;
    if (i % 2 == 0) options.reference_seconds = 1'700'000'000;
    const Result<DateLine> line = parse_date_line(text, options);
    CAPTURE(text);
    if (!line.ok()) {
      REQUIRE_FALSE(line.error().code.empty());
      continue;
    }
    ++read_count;
    REQUIRE(line->end <= text.size());
    REQUIRE(parse_news_time(line->value.to_string(), TimeZone::paris()).ok());
  }
  CHECK(read_count > 100);
}

}  // namespace
}  // namespace gazette::indexer
