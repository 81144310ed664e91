// The same standards as other producers write them: each field of the article that comes out. All
// files were written for these tests.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "indexer/readers/article_text.h"
#include "indexer/readers/csv_reader.h"
#include "indexer/readers/field_names.h"
#include "indexer/readers/read_input.h"
#include "tests/indexer/readers/collector.h"

namespace gazette::indexer {
namespace {

using testing::Collected;
using Strings = std::vector<std::string>;

const std::string kFirst =
    "La digue de Port-Lazo a cédé dimanche à 4 h 20, noyant la place du marché.";
const std::string kSecond =
    "« On a entendu un craquement, puis l'eau était dans la cuisine », raconte une habitante.";
const std::string kBody = kFirst + "\n\n" + kSecond;
const std::string kMarkup = "<p>" + kFirst + "</p><p>" + kSecond + "</p>";

Collected read(const std::string& bytes) {
  Collected out;
  read_input(
      "essai", [&] { return from_memory(bytes); }, "auto", ReadOptions{}, out);
  for (const Complaint& reject : out.rejects) FAIL_CHECK(reject.reason);
  return out;
}

Article only(const Collected& out) {
  REQUIRE(out.records.size() == 1);
  return out.records[0].article;
}

std::string time_of(const std::optional<NewsTime>& time) { return time ? time->to_string() : ""; }

TEST_CASE("feeds: what sites put under the text and what is cut from it is neither text nor lead") {
  const std::string tail =
      "<p>&nbsp;</p><p>L’article <a href=\"/1\">La digue cède</a> est apparu en premier sur "
      "<a href=\"/\">Le Trégor</a>.</p>";
  const auto rss = [&](const std::string& description, const std::string& content) {
    return only(
        read("<?xml version=\"1.0\"?><rss version=\"2.0\" "
             "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Le "
             "Trégor</title><item><title>La digue cède</title><guid>1</guid><description>"
             "<![CDATA[" +
             description + "]]></description>" + content + "</item></channel></rss>"));
  };
  const std::string full = "<content:encoded><![CDATA[" + kMarkup + tail + "]]></content:encoded>";
  const Article cut = rss("<p>" + kFirst.substr(0, 40) + " [&#8230;]</p>" + tail, full);
  CHECK(cut.body == kBody);
  CHECK(cut.subtitle.empty());
  CHECK(rss("Place du marché noyée", full).subtitle == "Place du marché noyée");
  CHECK(rss(kMarkup + "<p><a href=\"/1\">Lire la suite</a></p>", "").body == kBody);
}

TEST_CASE("atom: a link relative to the feed's own address") {
  const Article article = only(
      read("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"https://t.example/\"><title>T"
           "</title><entry><title>A</title><id>u:1</id><link href=\"a/1\"/></entry></feed>"));
  CHECK(article.url == "https://t.example/a/1");
}

std::string wordpress_item(int number, const std::string& inside) {
  const std::string id = std::to_string(number);
  return "<item><title>Titre " + id + "</title><link>https://t.example/" + id +
         "</link><wp:post_id>" + id + "</wp:post_id><wp:status>publish</wp:status>" + inside +
         "</item>";
}

Collected wordpress_export(const std::string& items) {
  return read(
      "<?xml version=\"1.0\"?><rss version=\"2.0\" "
      "xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" "
      "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
      "xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>Le Trégor</title>"
      "<link>https://t.example</link>" +
      items + "</channel></rss>");
}

TEST_CASE("wordpress: pictures behind their posts, films, spacing paragraphs, excerpts") {
  const std::string content =
      "<wp:post_type>post</wp:post_type><content:encoded><![CDATA[<!-- wp:paragraph --><p>" +
      kFirst +
      "</p><!-- /wp:paragraph --><!-- wp:embed {\"url\":\"https://v.example/1\"} --><figure><div>\n"
      "https://v.example/1\n</div></figure><!-- /wp:embed --><p>&nbsp;</p><p>" +
      kSecond + "</p>]]></content:encoded>";
  const auto picture = [](int number) {
    return wordpress_item(number,
                          "<wp:post_type>attachment</wp:post_type><wp:attachment_url>"
                          "https://t.example/" +
                              std::to_string(number) + ".jpg</wp:attachment_url>");
  };
  const auto shows = [](int number) {
    return "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>" +
           std::to_string(number) + "</wp:meta_value></wp:postmeta>";
  };
  std::string items = wordpress_item(1, content + shows(90)) + wordpress_item(2, content) +
                      picture(90) + picture(91) + wordpress_item(3, content + shows(91)) +
                      wordpress_item(4, content + shows(99));
  const Collected out = wordpress_export(items);
  REQUIRE(out.records.size() == 4);
  const char* const images[] = {"https://t.example/90.jpg", "", "https://t.example/91.jpg", ""};
  for (std::size_t i = 0; i < 4; ++i) {
    CAPTURE(i);
    const Article& article = out.records[i].article;
    CHECK(article.title == "Titre " + std::to_string(i + 1));
    CHECK(article.image == images[i]);
    CHECK(article.body == kBody);
  }
  // No more than a few posts wait; all of them come, in their order.
  items.clear();
  for (int i = 1; i <= 60; ++i) items += wordpress_item(i, content + shows(1000 + i));
  items += picture(1060);
  const Collected many = wordpress_export(items);
  REQUIRE(many.records.size() == 60);
  CHECK(many.records.front().article.image.empty());
  CHECK(many.records.back().article.image == "https://t.example/1060.jpg");
  for (std::size_t i = 0; i < 60; ++i) {
    CHECK(many.records[i].article.title == "Titre " + std::to_string(i + 1));
  }
}

TEST_CASE("wordpress: an excerpt that only cuts the text is left out") {
  const auto post = [](const std::string& excerpt) {
    const nlohmann::json json = {{"id", 7},
                                 {"link", "https://t.example/7"},
                                 {"title", {{"rendered", "La digue c&egrave;de"}}},
                                 {"content", {{"rendered", kMarkup}}},
                                 {"excerpt", {{"rendered", excerpt}}}};
    return only(read(json.dump())).subtitle;
  };
  CHECK(post("<p>" + kFirst.substr(0, 40) + " [&hellip;]</p>").empty());
  CHECK(post("<p>Place du march&eacute; noy&eacute;e</p>") == "Place du marché noyée");
}

TEST_CASE("nitf: every second headline is told") {
  const Article article = only(
      read("<nitf><body><body.head><hedline><hl1>La digue cède</hl1><hl2>Place noyée</hl2><hl2>La "
           "préfète s'explique</hl2></hedline></body.head><body.content><p>" +
           kFirst + "</p></body.content></body></nitf>"));
  CHECK(article.title == "La digue cède");
  CHECK(article.subtitle == "Place noyée — La préfète s'explique");
}

TEST_CASE("newsml-g2: paragraphs of plain text that are only set in") {
  const auto body = [](const std::string& text) {
    return only(read("<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:z\" "
                     "version=\"1\"><itemMeta><itemClass qcode=\"ninat:text\"/></itemMeta>"
                     "<contentMeta><headline>T</headline></contentMeta><contentSet><inlineData "
                     "contenttype=\"text/plain\">" +
                     text + "</inlineData></contentSet></newsItem>"))
        .body;
  };
  CHECK(body(kFirst + "\n   " + kSecond) == kBody);
  CHECK(body("   " + kFirst.substr(0, 30) + "\n" + kFirst.substr(31) + "\n   " + kSecond) ==
        kFirst.substr(0, 30) + "\n" + kFirst.substr(31) + "\n\n" + kSecond);
  CHECK(body(kFirst + "\n" + kSecond) == kBody);
  const std::string wrapped = "La digue de Port-Lazo\na cédé dimanche\nà 4 h 20 du matin.";
  CHECK(body(wrapped) == wrapped);
  CHECK(body(" " + kFirst + " \n \n " + kSecond) == kBody);
}

TEST_CASE("json: lists under their usual names, on one line or several") {
  const nlohmann::json article = {{"id", "1"},
                                  {"url", "https://t.example/1"},
                                  {"title", "La digue cède"},
                                  {"content_html", kMarkup},
                                  {"date_published", "2022-01-09T05:00:00+01:00"},
                                  {"authors", {{{"name", "Yann Querré"}}}}};
  for (const char* const name : {"items", "_items", "posts", "results", "articles"}) {
    for (const int indent : {-1, 1}) {
      CAPTURE(std::string(name));
      const nlohmann::json feed = {{"version", "https://jsonfeed.org/version/1.1"},
                                   {"title", "Le \"Trégor\" [libre]"},
                                   {name, {article}}};
      const Article read_back = only(read(feed.dump(indent)));
      CHECK(read_back.title == "La digue cède");
      CHECK(read_back.body == kBody);
      CHECK(read_back.authors == Strings{"Yann Querré"});
      CHECK(time_of(read_back.published) == "2022-01-09T05:00:00+01:00");
    }
  }
  // A list of words is a field like any other.
  CHECK(only(read(R"({"title":"T","items":["a","b"],"body":"B"})")).title == "T");
  CHECK(read("{\"title\":\"A\",\"items\":[\"a\"]}\n{\"title\":\"B\"}\n").records.size() == 2);
}

TEST_CASE("json: an article as schema.org writes it") {
  const Article article = only(read(
      R"({"@context":"https://schema.org","@type":"NewsArticle","headline":"La digue cède",)"
      R"("articleBody":"Un texte.","datePublished":"2022-01-09T05:00:00+01:00",)"
      R"("author":[{"@type":"Person","name":"Yann Querré"}],"articleSection":"Littoral",)"
      R"("publisher":{"@type":"Organization","url":"https://t.example","name":"Le Trégor"},)"
      R"("image":{"@type":"ImageObject","name":"La digue","url":"https://t.example/i.jpg"}})"));
  CHECK(article.source == "Le Trégor");
  CHECK(article.image == "https://t.example/i.jpg");
  CHECK(article.authors == Strings{"Yann Querré"});
  CHECK(article.section == "Littoral");
}

TEST_CASE("ninjs: as Superdesk extends it") {
  const Article article = only(read(
      R"({"uri":"urn:sd:1","type":"text","versioncreated":"2022-01-09T06:30:00+0000",)"
      R"("headline":"La digue &amp; la mer","body_html":"<p>Un.</p><p>Deux.</p>",)"
      R"("source":"Armor","service":[{"code":"l","name":"Littoral"}],)"
      R"("subject":[{"code":"17000000","name":"Météo"}],"authors":[{"name":"Yann Querré","role":"writer"}]})"));
  CHECK(article.title == "La digue & la mer");
  CHECK(article.source == "Armor");
  CHECK(article.section == "Littoral");
  CHECK(article.authors == Strings{"Yann Querré"});
  CHECK(article.tags == Strings{"Météo"});
}

TEST_CASE("csv: headers that say whose title it is, lists of sections, lines above the table") {
  const Article article =
      only(read("Titre de l'article;Texte de l'article;Date de parution;Nom de l'auteur;Catégories;"
                "Mis à jour le;Nb de mots\nPort-Lazo;Un texte.;2021-12-03;Yann Querré;Littoral|Mer;"
                "04/12/2021 08:00;20\n"));
  CHECK(article.title == "Port-Lazo");
  CHECK(article.body == "Un texte.");
  CHECK(article.authors == Strings{"Yann Querré"});
  CHECK(article.section == "Littoral");
  CHECK(article.tags == Strings{"Mer"});
  CHECK(time_of(article.published) == "2021-12-03");
  CHECK(time_of(article.modified) == "2021-12-04T08:00:00+01:00");
  const Article below = only(
      read("Export du 3 mars;;;\n;;;\nTitre;Texte;Date;Auteur\nUn;Un texte.;03/12/2021;Yann\n"));
  CHECK(below.title == "Un");
  CHECK(below.body == "Un texte.");
  // The same words in a text are no table.
  const std::string prose =
      "Un pont rouvre\n\nLe maire, vendredi, a lu un texte. Titre, texte et date, dit-il, "
      "manquaient.\n";
  CHECK(only(read(prose)).title == "Un pont rouvre");
  CHECK(field_of("Author Name") == FieldName::kAuthors);
  CHECK(field_of("Titre du document") == FieldName::kTitle);
  CHECK_FALSE(field_of("Name").has_value());
  CHECK_FALSE(field_of("Nom").has_value());
}

TEST_CASE("any format: the very second of 1970 is no time, the day may be an old newspaper's") {
  CHECK(
      time_of(only(read(R"({"title":"T","published":"1970-01-01T00:00:00Z"})")).published).empty());
  CHECK(time_of(only(read(R"({"title":"T","published":"1970-01-01"})")).published) == "1970-01-01");
}

}  // namespace
}  // namespace gazette::indexer
