// Documents: the golden terms of one small article, and what its slots hold.
#include "common/index/document.h"

#include <doctest/doctest.h>

#include <map>

#include "common/index/schema.h"
#include "common/index/stored_article.h"
#include "common/places/gazetteer.h"
#include "common/time_zone.h"

namespace gazette {
namespace {

struct Built {
  Xapian::Document document;
  std::map<std::string, std::string> lexicon;  ///< stem -> folded stem
};

Built build(const Article& article) {
  Analyzer analyzer;
  Built built;
  built.document = to_document(article, analyzer, TimeZone::paris(),
                               [&](std::string_view folded, std::string_view stem) {
                                 built.lexicon[std::string(stem)] = folded;
                               });
  return built;
}

/// "term:wdf@position,position" in byte order, one a line.
std::string terms_text(const Xapian::Document& document) {
  std::string out;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    out += *term + ":" + std::to_string(term.get_wdf());
    char mark = '@';
    for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) {
      out += mark + std::to_string(*at);
      mark = ',';
    }
    out += '\n';
  }
  return out;
}

Article small_article() {
  Article article;
  article.id = "a-1";
  article.title = "L'Azerbaïdjan envoie l'aide";
  article.body = "L'aide aux réfugiés, 15 000 réfugiés.";
  return article;
}

TEST_CASE("document: the golden terms of a small article") {
  CHECK(terms_text(build(small_article()).document) ==
        "Eaide:4\n"
        "Eaux:1\n"
        "Eazerbaïdjan:3\n"
        "Eenvoie:3\n"
        "Eréfugiés:2\n"
        "Fazerbaidjan:3\n"
        "Frefugies:2\n"
        "Gaide:1\n"
        "Gazerbaïdjan:1\n"
        "Genvoie:1\n"
        "Hazerbaidjan:1\n"
        "Qa-1:0\n"
        "Said:1@3\n"
        "Sazerbaidjan:1@1\n"
        "Senvoi:1@2\n"
        "Z15000:1@206\n"
        "Zaid:4@3,203\n"
        "Zaux:1@204\n"
        "Zazerbaidjan:3@1\n"
        "Zenvoi:3@2\n"
        "Zréfugi:2@205,207\n");
}

TEST_CASE("document: accented stems are offered to the lexicon, plain ones are not") {
  const Built built = build(small_article());
  CHECK(built.lexicon == std::map<std::string, std::string>{{"réfugi", "refugi"}});
}

TEST_CASE("document: a subtitle that opens the body is counted once, another one is searchable") {
  Article article = small_article();
  const std::string plain = terms_text(build(article).document);
  for (const char* same : {"L'aide aux réfugiés, 15 000 réfugiés.", "L'aide aux réfugiés…",
                           "L'aide aux réfugiés, 15 000 ..."}) {
    article.subtitle = same;
    CAPTURE(same);
    CHECK(terms_text(build(article).document) == plain);
  }
  article.subtitle = "Un convoi part.";
  const std::string with = terms_text(build(article).document);
  CHECK(with.find("Zconvoi:1@") != std::string::npos);
  CHECK(with.find("Sconvoi") == std::string::npos);
}

TEST_CASE("document: no phrase crosses from title to subtitle to body") {
  Article article = small_article();
  article.subtitle = "Un convoi part.";
  const Xapian::Document document = build(article).document;
  std::vector<Xapian::termpos> positions;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    if ((*term).front() != 'Z') continue;
    positions.insert(positions.end(), term.positionlist_begin(), term.positionlist_end());
  }
  std::sort(positions.begin(), positions.end());
  std::size_t gaps = 0;
  for (std::size_t i = 1; i < positions.size(); ++i) {
    const Xapian::termpos step = positions[i] - positions[i - 1];
    CHECK((step <= 1 || step >= schema::kTitleToBodyGap));
    if (step > 1) ++gaps;
  }
  CHECK(gaps == 2);
}

TEST_CASE("document: slots hold what facets and filters need") {
  Article article = small_article();
  article.published = parse_news_time("2023-09-22T18:58:00+01:00", TimeZone::paris()).value();
  article.section = "Monde";
  article.source = "La Gazette";
  article.authors = {"A. Auteur", "B. Autrice"};
  article.tags = {"Caucase"};
  article.language = "fr";
  const Gazetteer& gazetteer = Gazetteer::instance();
  const Place paris = gazetteer.best("Paris").value();
  const Place unknown{.id = "name:villebrune",
                      .name = "Villebrune",
                      .type = "",
                      .country = "",
                      .lat = {},
                      .lon = {}};
  article.dateline = Dateline{.text = "Paris / La Gazette", .place = paris};
  article.places = {unknown, paris, unknown};
  const Xapian::Document document = build(article).document;
  const auto value = [&](std::uint32_t slot) { return document.get_value(slot); };
  CHECK(decode_published(value(schema::kPublishedSlot))->seconds == 1695405480);
  CHECK(value(schema::kSectionSlot) == "Monde");
  CHECK(value(schema::kSourceSlot) == "La Gazette");
  CHECK(decode_list(value(schema::kAuthorsSlot)) == article.authors);
  CHECK(decode_list(value(schema::kTagsSlot)) == article.tags);
  CHECK(value(schema::kDatelineSlot) == paris.id);
  CHECK(decode_list(value(schema::kPlacesSlot)) ==
        std::vector<std::string>{"name:villebrune", paris.id});
  CHECK(value(schema::kLanguageSlot) == "fr");
  CHECK(value(schema::kIdSlot) == "a-1");
  CHECK(value(schema::kContentSlot) == content_hash(document.get_data()));
  CHECK(decode_list(value(schema::kPlaceNamesSlot)) ==
        std::vector<std::string>{"name:villebrune\x1fVillebrune"});
  CHECK(decode_article(document.get_data()).value() == article);
}

TEST_CASE("document: an article without text still has its id") {
  Article article;
  article.id = "vide";
  CHECK(terms_text(build(article).document) == "Qvide:0\n");
}

}  // namespace
}  // namespace gazette
