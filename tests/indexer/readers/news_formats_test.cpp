// What the standards allow beyond the article of the golden test.
#include <doctest/doctest.h>

#include "indexer/readers/feed_reader.h"
#include "indexer/readers/json_reader.h"
#include "indexer/readers/newsml1.h"
#include "indexer/readers/newsml_g2.h"
#include "indexer/readers/nitf.h"
#include "indexer/readers/read_input.h"
#include "indexer/readers/wxr_reader.h"
#include "tests/indexer/readers/collector.h"
#include "tests/shared_data.h"

namespace gazette::indexer {
namespace {

using testing::Collected;
using testing::read_with;
using Strings = std::vector<std::string>;

Collected rss(const std::string& item) {
  return read_with(FeedReader(),
                   "<rss version=\"2.0\"><channel><title>G</title><language>fr</language>" + item +
                       "</channel></rss>");
}

Article only(const Collected& out) {
  for (const Complaint& reject : out.rejects) MESSAGE(reject.reason);
  REQUIRE(out.records.size() == 1);
  return out.records[0].article;
}

TEST_CASE("rss: authors, sources and descriptions as sites write them") {
  const Article article = only(rss(
      "<item><title>T &amp;amp; U</title><author>jean@x.fr (Jean Roux)</author>"
      "<guid>https://x.fr/1</guid><source url=\"https://y.fr/rss\">Le Journal</source>"
      "<description>&amp;lt;p&amp;gt;Un &amp;lt;b&amp;gt;texte&amp;lt;/b&amp;gt;.&amp;lt;/p&amp;gt;"
      "&amp;lt;p&amp;gt;Deux.&amp;lt;/p&amp;gt;</description>"
      "<enclosure url=\"https://x.fr/son.mp3\" type=\"audio/mpeg\"/>"
      "<enclosure url=\"https://x.fr/i.jpg\" type=\"image/jpeg\"/></item>"));
  CHECK(article.title == "T & U");
  CHECK(article.authors == Strings{"Jean Roux"});
  CHECK(article.source == "Le Journal");
  CHECK(article.url == "https://x.fr/1");
  CHECK(article.body == "Un texte.\n\nDeux.");
  CHECK(article.subtitle.empty());
  CHECK(article.image == "https://x.fr/i.jpg");
}

TEST_CASE("rss: positions, and ids too long to be terms") {
  const std::string id = "https://x.fr/" + std::string(300, 'a');
  const Collected out =
      rss("<item><title>T</title><guid>" + id +
          "</guid><link>https://x.fr/1</link>"
          "<lat>-20.88</lat><long>55.45</long><featureName>Saint-Denis</featureName></item>");
  const Article article = only(out);
  CHECK(article.id.starts_with("guid-"));
  CHECK(only(rss("<item><title>U</title><guid>" + id + "</guid></item>")).id == article.id);
  REQUIRE(article.places.size() == 1);
  CHECK(article.places[0].id == "insee:97411");
  const Collected swapped =
      rss("<item><title>T</title><featurename>Paris</featurename><point>2.35 48.85</point></item>");
  CHECK(swapped.records[0].warnings.size() == 1);
}

TEST_CASE("rss 1.0: items beside the channel") {
  const Collected out = read_with(
      FeedReader(),
      "<rdf:RDF xmlns:rdf=\"x\"><channel><title>G</title><items><rdf:Seq/></items></channel>"
      "<item rdf:about=\"https://x.fr/1\"><title>T</title><link>https://x.fr/1</link>"
      "<dc:date>2023-09-22T18:58:00+01:00</dc:date><dc:subject>Eau</dc:subject></item></rdf:RDF>");
  const Article article = only(out);
  CHECK(article.source == "G");
  CHECK(article.id == "https://x.fr/1");
  CHECK(article.published->to_string() == "2023-09-22T18:58:00+01:00");
  CHECK(article.tags == Strings{"Eau"});
}

TEST_CASE("atom: kinds of content, drafts, deleted entries, entries of other feeds") {
  const auto entry = [](const std::string& inside) {
    return read_with(FeedReader(),
                     "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>G</title>"
                     "<author><name>La rédaction</name></author><entry><id>urn:1</id>"
                     "<title>T</title><updated>2023-09-22T18:58:00Z</updated>" +
                         inside + "</entry></feed>");
  };
  const Article html = only(entry(
      "<content type=\"html\">&lt;p&gt;Un&lt;/p&gt;&lt;p&gt;A &amp;lt; B&lt;/p&gt;</content>"));
  CHECK(html.body == "Un\n\nA < B");
  CHECK(html.authors == Strings{"La rédaction"});
  CHECK(html.published->to_string() == "2023-09-22T18:58:00+00:00");
  CHECK(only(entry("<content type=\"text\">A &lt;b&gt; B</content>")).body == "A <b> B");
  CHECK(only(entry("<content type=\"xhtml\"><x:div "
                   "xmlns:x=\"y\"><x:p>Un</x:p><x:p>Deux</x:p></x:div></content>"))
            .body == "Un\n\nDeux");
  CHECK(only(entry("<content src=\"https://x.fr/v.mp4\" type=\"video/mp4\"/><summary>S</summary>"))
            .body == "S");
  CHECK(only(entry("<source><id>urn:f</id><title>Autre</title></source>")).source == "Autre");
  CHECK(entry("<app:control><app:draft>yes</app:draft></app:control>").passed_over.size() == 1);
  const Collected gone = read_with(
      FeedReader(), "<feed><at:deleted-entry ref=\"urn:1\" when=\"2023-09-23T00:00:00Z\"/></feed>");
  REQUIRE(gone.withdrawals.size() == 1);
  CHECK(gone.withdrawals[0].id == "urn:1");
}

std::string g2(const std::string& status, const std::string& rest) {
  return "<newsItem guid=\"urn:1\" version=\"4\" xml:lang=\"fr\"><itemMeta>"
         "<itemClass qcode=\"ninat:text\"/><provider literal=\"Agence\"/>"
         "<versionCreated>2023-09-22T18:58:00+01:00</versionCreated>" +
         status + "</itemMeta>" + rest + "</newsItem>";
}

TEST_CASE("newsml-g2: status, embargo and several items in a message") {
  const std::string text = "<contentMeta><headline>T</headline></contentMeta>";
  const auto read = [&](const std::string& status) {
    return read_with(NewsmlG2Reader(),
                     "<newsMessage><itemSet>" + g2(status, text) + "</itemSet></newsMessage>");
  };
  CHECK(read("").records.size() == 1);
  CHECK(
      read("<pubStatus uri=\"http://cv.iptc.org/newscodes/pubstatusg2/usable\"/>").records.size() ==
      1);
  for (const char* const gone :
       {"<pubStatus qcode=\"stat:canceled\"/>", "<pubStatus qcode=\"stat:withheld\"/>"}) {
    const Collected out = read(gone);
    REQUIRE(out.withdrawals.size() == 1);
    CHECK(out.withdrawals[0].id == "urn:1");
    CHECK(out.withdrawals[0].version == 4);
  }
  CHECK(read("<embargoed>2999-01-01T00:00:00Z</embargoed>").embargoed.size() == 1);
  CHECK(read("<embargoed>2001-01-01T00:00:00Z</embargoed>").records.size() == 1);
  const Collected many =
      read_with(NewsmlG2Reader(), "<newsMessage><itemSet>" + g2("", text) + g2("", text) +
                                      "<conceptItem guid=\"c\"/></itemSet></newsMessage>");
  CHECK(many.records.size() == 2);
  CHECK(many.passed_over.size() == 1);
}

TEST_CASE("newsml-g2: kinds of content, concepts by code, swapped coordinates") {
  const auto read = [&](const std::string& rest) {
    return read_with(NewsmlG2Reader(), g2("", rest));
  };
  CHECK(only(read("<contentSet><inlineData "
                  "contenttype=\"text/plain\">Un.\n\nDeux.</inlineData></contentSet>"))
            .body == "Un.\n\nDeux.");
  CHECK(
      only(read("<contentSet><inlineData "
                "contenttype=\"text/html\">&lt;p&gt;Un.&lt;/p&gt;&lt;p&gt;Deux.&lt;/p&gt;"
                "</inlineData><inlineXML "
                "contenttype=\"image/svg+xml\"><svg><text>x</text></svg></inlineXML></contentSet>"))
          .body == "Un.\n\nDeux.");
  const Article mislabelled = only(read(
      "<contentMeta><headline>T</headline><headline role=\"hld:subHeadline\">Sous</headline>"
      "<subject type=\"cptype:cat\" literal=\"ALR\"/></contentMeta><contentSet>"
      "<inlineData "
      "contenttype=\"text/plain\"><![CDATA[<p>Un.</p><p>Deux.</p>]]></inlineData></contentSet>"));
  CHECK(mislabelled.body == "Un.\n\nDeux.");
  CHECK(mislabelled.subtitle == "Sous");
  CHECK(mislabelled.tags.empty());
  const Collected out = read(
      "<contentMeta><headline>T</headline><subject type=\"cpnat:geoArea\" qcode=\"g:1\"/>"
      "<subject qcode=\"medtop:15000000\"/><subject type=\"cpnat:person\"><name>Odile "
      "Marsac</name></subject>"
      "<creator type=\"cpnat:organisation\"><name>Agence</name></creator></contentMeta>"
      "<assert qcode=\"g:1\"><name>Poitiers</name><geoAreaDetails>"
      "<position latitude=\"0.34\" longitude=\"46.58\"/></geoAreaDetails></assert>");
  const Article article = only(out);
  REQUIRE(article.places.size() == 1);
  CHECK(article.places[0].id == "insee:86194");
  CHECK(out.records[0].warnings.size() == 1);
  CHECK(article.section == "Sport");
  CHECK(article.tags == Strings{"Odile Marsac"});
  CHECK(article.authors.empty());
  CHECK(article.source == "Agence");
  CHECK(article.version == 4);
}

TEST_CASE("nitf: blocks, lists, tables, captions; what is no text goes") {
  const Article article = only(read_with(
      NitfReader(),
      "<nitf><head><docdata><doc-id "
      "id-string=\"1\"/></docdata></head><body><body.head><hedline><hl1>T</hl1></hedline>"
      "<byline>By Meredith Jameson, <byttl>Staff Reporter</byttl></byline>"
      "<dateline><location>Paris</location>, <story.date norm=\"20230922\">22 "
      "sept</story.date></dateline></body.head>"
      "<body.content><block><p lede=\"true\">Un <person>A. Roux</person>.</p><hl2>Inter</hl2>"
      "<ul><li>deux</li><li>trois</li></ul><table><tr><td>a</td><td>b</td></tr></table></block>"
      "<media media-type=\"image\"><media-metadata name=\"x\" value=\"y\"/><media-reference "
      "source=\"x.jpg\"/>"
      "<media-caption>Légende</media-caption><media-producer>Photo X</media-producer></media>"
      "<block><p>Fin <object.title>Ulysse</object.title>.</p></block></body.content>"
      "<body.end><tagline>-30-</tagline></body.end></body></nitf>"));
  CHECK(article.body == "Un A. Roux.\n\nInter\n\ndeux\n\ntrois\n\na b\n\nLégende\n\nFin Ulysse.");
  CHECK(article.subtitle == "Un A. Roux.");
  CHECK(article.authors == Strings{"Meredith Jameson"});
  REQUIRE(article.dateline);
  CHECK(article.dateline->text == "Paris, 22 sept");
  CHECK(article.dateline->place->id == "insee:75056");
}

TEST_CASE("nitf: management status and release date") {
  const auto read = [](const std::string& data) {
    return read_with(
        NitfReader(),
        "<nitf><head><docdata " + data +
            "<doc-id id-string=\"1\"/></docdata></head><body><body.head><hedline><hl1>T</hl1>"
            "</hedline></body.head></body></nitf>");
  };
  CHECK(read("management-status=\"canceled\">").withdrawals.size() == 1);
  CHECK(read("management-status=\"embargoed\">").passed_over.size() == 1);
  CHECK(read("management-status=\"usable\">").records.size() == 1);
  CHECK(read("><date.release norm=\"29990101T000000Z\"/>").embargoed.size() == 1);
}

TEST_CASE("newsml 1.2: revisions, embargoes that end, photos alone, XHTML content") {
  const auto read = [](const std::string& status, const std::string& content) {
    return read_with(
        Newsml1Reader(),
        "<NewsML "
        "Version=\"1.2\"><NewsItem><Identification><NewsIdentifier><ProviderId>a.fr</ProviderId>"
        "<DateId>20230922</DateId><NewsItemId>x</NewsItemId><RevisionId>2</RevisionId></"
        "NewsIdentifier></Identification>"
        "<NewsManagement>" +
            status + "</NewsManagement><NewsComponent>" + content +
            "</NewsComponent></NewsItem></NewsML>");
  };
  const std::string lines = "<NewsLines><HeadLine>T</HeadLine></NewsLines>";
  CHECK(read("<Status FormalName=\"Usable\"/>", lines).records.size() == 1);
  const Collected gone = read("<Status FormalName=\"Canceled\"/>", lines);
  REQUIRE(gone.withdrawals.size() == 1);
  CHECK(gone.withdrawals[0].id == "urn:newsml:a.fr:20230922:x");
  CHECK(gone.withdrawals[0].version == 2);
  const auto until = [](const char* day) {
    return "<Status FormalName=\"Embargoed\"/><StatusWillChange><FutureStatus "
           "FormalName=\"Usable\"/><DateAndTime>" +
           std::string(day) + "T000000Z</DateAndTime></StatusWillChange>";
  };
  CHECK(read(until("29990101"), lines).embargoed.size() == 1);
  CHECK(read(until("20010101"), lines).records.size() == 1);
  CHECK(read("", "<ContentItem Href=\"x.jpg\"><MediaType FormalName=\"Photo\"/></ContentItem>")
            .passed_over.size() == 1);
  CHECK(only(read("", lines + "<ContentItem><MediaType "
                              "FormalName=\"Text\"/><DataContent><html><body><p>Un</p><p>Deux</p>"
                              "</body></html></DataContent></ContentItem>"))
            .body == "Un\n\nDeux");
}

TEST_CASE("ninjs: status, bodies of several kinds, pictures are no articles") {
  const auto read = [](const std::string& more) {
    return read_with(NdjsonReader(),
                     "{\"uri\":\"urn:1\",\"type\":\"text\",\"version\":\"2\",\"headlines\":"
                     "[{\"value\":\"T\"}]" +
                         more + "}\n");
  };
  CHECK(read(",\"pubStatus\":\"canceled\"").withdrawals.size() == 1);
  CHECK(read(",\"pubstatus\":\"withheld\"").withdrawals.size() == 1);
  CHECK(read(",\"embargoedUntil\":\"2999-01-01T00:00:00Z\"").embargoed.size() == 1);
  CHECK(read(",\"embargoed\":\"2001-01-01T00:00:00Z\"").records.size() == 1);
  CHECK(only(read(",\"bodies\":[{\"contentType\":\"text/plain\",\"value\":\"Un. Deux.\"},"
                  "{\"contentType\":\"text/html\",\"value\":\"<p>Un.</p><p>Deux.</p>\"}]"))
            .body == "Un.\n\nDeux.");
  const Article topic =
      only(read(",\"by\":\"AGP\",\"copyrightHolder\":\"AGP\",\"subjects\":"
                "[{\"name\":\"Industrie\",\"literal\":\"04011000\"}]"));
  CHECK(topic.section == "Économie");
  CHECK(topic.authors.empty());
  const Collected swapped =
      read(",\"places\":[{\"name\":\"Poitiers\",\"geoJSON\":{\"coordinates\":[46.58,0.34]}}]");
  CHECK(swapped.records[0].warnings.size() == 1);
  CHECK(
      read_with(
          NdjsonReader(),
          "{\"uri\":\"urn:2\",\"type\":\"picture\",\"pubstatus\":\"usable\",\"headline\":\"P\"}\n")
          .passed_over.size() == 1);
}

TEST_CASE("wordpress: states of posts, passwords, posts scheduled, raw texts") {
  const auto read = [](const std::string& more) {
    return read_with(WxrReader(),
                     "<rss><channel><title>G</title><link>https://x.fr</link><item><title>T</title>"
                     "<wp:post_id>7</wp:post_id><wp:post_type>post</wp:post_type>" +
                         more + "</item></channel></rss>");
  };
  for (const char* const kept : {"draft", "pending", "private", "future", "auto-draft"}) {
    CAPTURE(std::string(kept));
    CHECK(read("<wp:status>" + std::string(kept) + "</wp:status>").passed_over.size() == 1);
  }
  const Collected trash = read("<wp:status>trash</wp:status>");
  REQUIRE(trash.withdrawals.size() == 1);
  CHECK(trash.withdrawals[0].id == "https://x.fr/?p=7");
  CHECK(read("<wp:status>publish</wp:status><wp:post_password>x</wp:post_password>")
            .passed_over.size() == 1);
  CHECK(read("<wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type>")
            .records.size() == 1);
  CHECK(only(read("<wp:status>publish</wp:status><content:encoded><![CDATA[Un\nsuite.\n\n[caption "
                  "id=\"a\"]"
                  "<img/> Légende[/caption]\n\nDeux.]]></content:encoded>"))
            .body == "Un suite.\n\nLégende\n\nDeux.");
}

/// The ids of one post: as its site exports it, answers it over REST, and puts it into its feed.
std::vector<std::string> ids_of_post(const std::string& site, const std::string& guid,
                                     const std::string& rest_more = "") {
  const std::string link = site + "/2023/09/22/titre/";
  const Collected wxr =
      read_with(WxrReader(),
                "<rss><channel><title>G</title><wp:base_site_url>https://x.fr</wp:base_site_url>"
                "<wp:base_blog_url>" +
                    site + "</wp:base_blog_url><item><title>T</title><link>" + link +
                    "</link><guid isPermaLink=\"false\">" + guid +
                    "</guid><wp:post_id>42</wp:post_id><wp:post_type>post</wp:post_type>"
                    "<wp:status>publish</wp:status></item></channel></rss>");
  const std::string rest_guid = guid.empty() ? "" : ",\"guid\":{\"rendered\":\"" + guid + "\"}";
  const Collected rest =
      read_with(NdjsonReader(), "{\"id\":42" + rest_guid + ",\"link\":\"" + link +
                                    "\",\"title\":{\"rendered\":\"T\"}" + rest_more + "}\n");
  std::vector<std::string> out = {only(wxr).id, only(rest).id};
  if (guid.empty()) return out;
  out.push_back(only(read_with(FeedReader(),
                               "<rss version=\"2.0\"><channel><title>G</title><item>"
                               "<title>T</title><link>" +
                                   link + "</link><guid isPermaLink=\"false\">" + guid +
                                   "</guid></item></channel></rss>"))
                    .id);
  return out;
}

TEST_CASE("wordpress: one post is one article, from the export, over REST and in the feed") {
  const auto all = [](const std::string& id) { return std::vector<std::string>(3, id); };
  CHECK(ids_of_post("https://x.fr", "https://x.fr/?p=42") == all("https://x.fr/?p=42"));
  // The site moved to https, or its blog lies in a folder; posts of old have permalinks there.
  CHECK(ids_of_post("https://x.fr", "http://www.x.fr/?p=42") == all("http://www.x.fr/?p=42"));
  CHECK(ids_of_post("https://x.fr/blog", "https://x.fr/blog/?p=42") ==
        all("https://x.fr/blog/?p=42"));
  CHECK(ids_of_post("https://x.fr", "http://x.fr/2009/titre/") == all("http://x.fr/2009/titre/"));
  CHECK(ids_of_post("https://x.fr", "https://x.fr/?post_type=breve&#038;p=42") ==
        all("https://x.fr/?post_type=breve&p=42"));
  const std::string self =
      ",\"_links\":{\"self\":[{\"href\":\"https://x.fr/blog/wp-json/wp/v2/posts/42\"}]}";
  CHECK(ids_of_post("https://x.fr/blog", "", self) ==
        std::vector<std::string>(2, "https://x.fr/blog/?p=42"));
}

TEST_CASE("newsml 1.2: the revision is no part of the identity, wherever it stands") {
  const auto read = [](const std::string& identifier) {
    return only(read_with(
        Newsml1Reader(),
        "<NewsML Version=\"1.2\"><NewsItem><Identification><NewsIdentifier>" + identifier +
            "</NewsIdentifier></Identification><NewsComponent><NewsLines><HeadLine>T</HeadLine>"
            "</NewsLines></NewsComponent></NewsItem></NewsML>"));
  };
  const std::string parts =
      "<ProviderId>a.fr</ProviderId><DateId>20230922</DateId><NewsItemId>x</NewsItemId>";
  const auto public_id = [](const char* text) {
    return "<PublicIdentifier>" + std::string(text) + "</PublicIdentifier>";
  };
  for (const std::string& identifier :
       {parts + "<RevisionId PreviousRevision=\"1\" Update=\"N\">2</RevisionId>" +
            public_id("urn:newsml:a.fr:20230922:x:2N"),
        parts + public_id("urn:newsml:a.fr:20230922:x:2N"),
        public_id("urn:newsml:a.fr:20230922:x:2"), public_id("urn:newsml:a.fr:20230922:x:2U")}) {
    CAPTURE(identifier);
    CHECK(read(identifier).id == "urn:newsml:a.fr:20230922:x");
    CHECK(read(identifier).version == 2);
  }
  CHECK(read(public_id("un-identifiant-maison:7")).id == "un-identifiant-maison:7");
  CHECK(read(public_id("un-identifiant-maison:7")).version == 0);
}

TEST_CASE("newsml 1.2: a DTD with parameter entities, parts by role, several languages") {
  const auto part = [](const char* role, const char* text) {
    return "<NewsComponent><Role FormalName=\"" + std::string(role) +
           "\"/><ContentItem><Format FormalName=\"Text\"/><DataContent>" + text +
           "</DataContent></ContentItem></NewsComponent>";
  };
  const auto version = [&](const char* language, const char* title, const char* body) {
    return "<NewsComponent xml:lang=\"" + std::string(language) + "\"><NewsLines><HeadLine>" +
           title +
           "</HeadLine></NewsLines><AdministrativeMetadata><Provider><Party "
           "FormalName=\"\"/></Provider>"
           "<Creator><Party FormalName=\"Anne Roux\" Topic=\"AUTHOR\"/><Party FormalName=\"(XY)\" "
           "Topic=\"EDITOR\"/></Creator><Source><Party "
           "FormalName=\"AGENCE\"/></Source></AdministrativeMetadata>"
           "<DescriptiveMetadata><Location><Property FormalName=\"Country\" Value=\"CHE\"/>"
           "<Property FormalName=\"CountryArea\" Value=\"KGR\"/></Location></DescriptiveMetadata>" +
           part("Title", title) + part("Lead", "Chapeau.") + part("Body", body) +
           "</NewsComponent>";
  };
  const Article article = only(read_with(
      Newsml1Reader(),
      "<!DOCTYPE NewsML PUBLIC \"x\" \"NewsML-1.2.dtd\"\n[<!ENTITY % nitf SYSTEM \"nitf-3-0.dtd\"> "
      "%nitf; ]>"
      "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>a.be</"
      "ProviderId><DateId>20190129</DateId>"
      "<NewsItemId>9</NewsItemId><RevisionId>4</RevisionId></NewsIdentifier></"
      "Identification><NewsManagement>"
      "<FirstCreated>20190129T124550</FirstCreated><Status FormalName=\"USABLE\"/></NewsManagement>"
      "<NewsComponent><NewsLines><HeadLine>Titel</HeadLine></NewsLines>" +
          version("nl", "Titel", "Tekst.") +
          version("fr", "Le titre", "Un &lt;b&gt;texte&lt;/b&gt;.") +
          "</NewsComponent></NewsItem></NewsML>"));
  CHECK(article.title == "Le titre");
  CHECK(article.body == "Un texte.");
  CHECK(article.subtitle == "Chapeau.");
  CHECK(article.source == "AGENCE");
  CHECK(article.authors == Strings{"Anne Roux"});
  REQUIRE(article.places.size() == 1);
  CHECK(article.places[0].id == "country:CH");
  CHECK(article.published->to_string() == "2019-01-29T12:45:50+01:00");
}

TEST_CASE("news formats: countries choose homonyms, codes name countries, dates are no datelines") {
  const Article newsml =
      only(read_with(Newsml1Reader(),
                     "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>T</"
                     "HeadLine><DateLine>Valence, 21 jan 2019 (AFP) -"
                     "</DateLine></NewsLines><DescriptiveMetadata><Language "
                     "FormalName=\"FR\"/><Location HowPresent=\"Origin\">"
                     "<Property FormalName=\"Country\" Value=\"FRA\"/><Property "
                     "FormalName=\"City\" Value=\"Valence\"/>"
                     "</Location></DescriptiveMetadata></NewsComponent></NewsItem></NewsML>"));
  CHECK(newsml.language == "fr");
  CHECK(newsml.dateline->text == "Valence, 21 jan 2019 (AFP)");
  CHECK(newsml.dateline->place->id == "insee:26362");
  const Article item = only(
      read_with(NewsmlG2Reader(),
                g2("",
                   "<contentMeta><headline>T</headline><located><name>Valence</"
                   "name><broader><name>France</name></broader>"
                   "</located><dateline>Valence (AFP) - </dateline><subject "
                   "type=\"cpnat:geoArea\"><name>Griechenland</name>"
                   "<sameAs qcode=\"iso3166-1a2:GR\"/></subject><subject "
                   "qcode=\"agdepartment:9\"><name>Politique</name>"
                   "</subject></contentMeta><contentSet><inlineXML "
                   "contenttype=\"xhtml/xml\"><html><body><header><ul><li>x</li>"
                   "</ul></header><p>L&amp;#39;été.</p></body></html></inlineXML></contentSet>")));
  CHECK(item.dateline->text == "Valence (AFP)");
  CHECK(item.dateline->place->id == "insee:26362");
  CHECK(item.places[0].id == "country:GR");
  CHECK(item.section == "Politique");
  CHECK(item.body == "L'été.");
  const Article nitf =
      only(read_with(NitfReader(),
                     "<nitf><head><tobject tobject.type=\"News\"><tobject.subject "
                     "tobject.subject.refnum=\"11006005\"/></tobject>"
                     "<docdata><evloc city=\"Tegucigalpa\" iso-cc=\"HND\"/><evloc "
                     "iso-cc=\"HND\"/></docdata></head><body><body.head>"
                     "<hedline><hl1>T</hl1></hedline><byline>gr/bp</byline><dateline><story.date "
                     "norm=\"20170102T222800+0000\">"
                     "20170102T222800+0000</story.date></dateline></"
                     "body.head><body.content><p>Paris, 2 janv (AFP) - Un texte.</p>"
                     "</body.content></body></nitf>"));
  CHECK(nitf.authors.empty());
  CHECK(nitf.section == "Politique");
  REQUIRE(nitf.dateline);
  CHECK(nitf.dateline->place->id == "insee:75056");
  REQUIRE(nitf.places.size() == 2);
  CHECK(nitf.places[0].country == "HN");
  CHECK(nitf.places[1].id == "country:HN");
  CHECK(nitf.published->to_string() == "2017-01-02T22:28:00+00:00");
}

Collected read_shared(const char* file) {
  Collected out;
  const std::filesystem::path path = testing::shared_file(file);
  if (path.empty()) return out;
  read_input(
      file, [&] { return open_file(path.string()); }, "auto", ReadOptions{}, out);
  return out;
}

TEST_CASE("news formats: real files of agencies and sites") {
  struct Case {
    const char *file, *title;
    std::size_t records, rejects;
  };
  const Case cases[] = {
      {"ingest-samples/ninjs/1.4_medium_text.json",
       "Captain of wrecked cruise ship on trial in Italy", 1, 0},
      {"ingest-samples/ninjs/1.6_complex_text_article.json",
       "Captain of wrecked cruise ship on trial in Italy", 1, 0},
      {"ingest-samples/ninjs/2.2_complex_text_article.json",
       "Captain of wrecked cruise ship on trial in Italy", 1, 0},
      {"ingest-samples/ninjs/3.1_complex_text_article.json",
       "Captain of wrecked cruise ship on trial in Italy", 1, 0},
      {"ingest-samples/ninjs/3.0_dpa_text_de.json",
       "Faktencheck Derby-Elfmeter: Hat Schiedsrichter Zwayer recht?", 1, 0},
      {"ingest-samples/ninjs/3.0_tt_text_image_sv.json", "Militärövning i jätteformat hålls 2023",
       1, 0},
      {"ingest-samples/newsml-g2/LISTING_2_text_document.xml", "Fed to halt QE to avert \"bubble\"",
       1, 0},
      {"ingest-samples/newsml-g2/TT_newsMessage_2.28_sv.xml",
       "Jan Guillou skriver på ny \"Hamilton\"-bok", 1, 0},
      {"ingest-samples/newsml1/AFP_newsml_1.2_en.xml",
       "Israel strikes key Hamas targets as UN Security Council to meet", 1, 0},
      {"ingest-samples/nitf/NTB_nitf_3.6_no.xml",
       "Pandemien herjer på den legeløse indiske landsbygda", 1, 0},
      {"ingest-samples/lagazette/sitemap-news.xml", "", 0, 1},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string(c.file));
    const Collected out = read_shared(c.file);
    if (out.records.empty() && out.rejects.empty()) continue;  // SKIPPED was said
    CHECK(out.rejects.size() == c.rejects);
    REQUIRE(out.records.size() == c.records);
    if (c.records == 0) continue;
    CHECK(out.records[0].article.title == c.title);
    CHECK_FALSE(out.records[0].article.body.empty());
    CHECK(out.records[0].article.published.has_value());
  }
}

}  // namespace
}  // namespace gazette::indexer
