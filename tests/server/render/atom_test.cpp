// The feed, read by a real XML parser.
#include "server/render/atom.h"

#include <doctest/doctest.h>

#include <pugixml.hpp>
#include <set>
#include <string>
#include <vector>

#include "server/render/xml_writer.h"
#include "tests/server/render/answers.h"

namespace gazette::server {
namespace {

AtomFrame frame() {
  AtomFrame frame;
  frame.base = "https://recherche.example";
  frame.identity = "q=aide";
  frame.self = "/v1/feed?q=aide&limit=2";
  frame.alternate = "/search?q=aide";
  frame.next = "/v1/feed?q=aide&limit=2&cursor=Q1VS";
  frame.per_page = 2;
  frame.offset = 0;
  return frame;
}

pugi::xml_document parsed(const std::string& text) {
  pugi::xml_document document;
  const pugi::xml_parse_result result =
      document.load_buffer(text.data(), text.size(), pugi::parse_full);
  CAPTURE(text);
  REQUIRE_MESSAGE(result, result.description());
  return document;
}

std::string link(const pugi::xml_node& node, const char* rel) {
  return node.find_child_by_attribute("link", "rel", rel).attribute("href").value();
}

}  // namespace

TEST_CASE("xml: what no document may hold comes out as something it may") {
  struct Case {
    std::string text, xml;
  };
  for (const Case& c : {
           Case{"l'été", "l'été"},
           {"<a href=\"x\"> & co", "&lt;a href=&quot;x&quot;&gt; &amp; co"},
           {"]]>", "]]&gt;"},
           {"a\x01\x0B\x1F"
            "b",
            "a   b"},
           {std::string("a\0b", 3), "a b"},
           {"a\r\nb\tc", "a &#10;b&#9;c"},
           {"\xEF\xBF\xBE\xEF\xBF\xBF", "\uFFFD\uFFFD"},
           {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
           {"\xE9t\xE9", "\uFFFDt\uFFFD"},
           {"\U0001F600", "\U0001F600"},
       }) {
    CAPTURE(c.text);
    std::string out;
    append_xml(c.text, out);
    CHECK(out == c.xml);
  }
}

TEST_CASE("atom: the parts that RFC 4287 asks for, and OpenSearch's counts") {
  const std::string text = atom_feed(testing::full_answer(), frame(), TimeZone::paris());
  const pugi::xml_document document = parsed(text);
  const pugi::xml_node feed = document.child("feed");
  CHECK(feed.attribute("xmlns").value() == std::string("http://www.w3.org/2005/Atom"));
  CHECK(feed.attribute("xml:lang").value() == std::string("fr"));
  CHECK(std::string(feed.child_value("id")).starts_with("urn:uuid:"));
  CHECK(feed.child_value("title") == std::string("Gazette : azerbaidjan (aide"));
  CHECK(feed.child_value("updated") == std::string("2023-09-22T18:58:00+01:00"));
  CHECK(feed.child("author").child_value("name") == std::string("Gazette"));
  CHECK(link(feed, "self") == "https://recherche.example/v1/feed?q=aide&limit=2");
  CHECK(link(feed, "alternate") == "https://recherche.example/search?q=aide");
  CHECK(link(feed, "next") == "https://recherche.example/v1/feed?q=aide&limit=2&cursor=Q1VS");
  CHECK(feed.child_value("opensearch:totalResults") == std::string("42"));
  CHECK(feed.child_value("opensearch:startIndex") == std::string("1"));
  CHECK(feed.child_value("opensearch:itemsPerPage") == std::string("2"));
  const pugi::xml_node full = feed.child("entry");
  CHECK(full.child_value("title") ==
        std::string("L&#39;Azerbaïdjan envoie &quot;de l&#39;aide&quot; &amp; du pain"));
  CHECK(full.child("title").attribute("type").value() == std::string("html"));
  CHECK(full.child_value("summary") ==
        std::string("Un convoi d&#39;<mark>aide</mark> &lt;parti&gt; de Bakou."));
  CHECK(full.child_value("published") == std::string("2023-09-22T18:58:00+01:00"));
  CHECK(full.child("author").child_value("name") == std::string("Ana Karimova"));
  CHECK(link(full, "alternate") == "https://gazette.example/aide?a=1&b=2");
  CHECK(link(full, "related") == "https://recherche.example/articles/2023%2F09%2Faide-1");
  CHECK(full.child("category").attribute("term").value() == std::string("Monde"));
  const pugi::xml_node bare = full.next_sibling("entry");
  CHECK(bare.child_value("updated") == std::string("1970-01-01T00:00:00Z"));
  CHECK_FALSE(bare.child("published"));
  CHECK(link(bare, "alternate") == "https://recherche.example/articles/seul");
}

TEST_CASE("atom: a day alone begins at midnight, with its offset") {
  SearchAnswer answer;
  for (const char* day : {"2023-07-14", "2023-01-01", "1900-05-01"}) {
    Hit hit;
    hit.article.id = day;
    hit.article.published = parse_news_time(day, TimeZone::paris()).value();
    answer.hits.push_back(hit);
  }
  Hit corrected = answer.hits[0];
  corrected.article.modified = parse_news_time("2023-08-01T10:00:00Z", TimeZone::paris()).value();
  answer.hits.push_back(corrected);
  const pugi::xml_document document = parsed(atom_feed(answer, frame(), TimeZone::paris()));
  std::vector<std::string> updated;
  for (const pugi::xml_node& entry : document.child("feed").children("entry")) {
    updated.emplace_back(entry.child_value("updated"));
  }
  REQUIRE(updated.size() == 4);
  CHECK(updated[0] == "2023-07-14T00:00:00+02:00");
  CHECK(updated[1] == "2023-01-01T00:00:00+01:00");
  CHECK(updated[2] == "1900-05-01T00:00:00+00:09");
  CHECK(document.child("feed").child_value("updated") == updated[3]);
}

TEST_CASE("atom: an entry has its id in every feed, and each feed its own") {
  const auto ids = [](const AtomFrame& f) {
    const pugi::xml_document document =
        parsed(atom_feed(testing::full_answer(), f, TimeZone::paris()));
    const pugi::xml_node feed = document.child("feed");
    return std::vector<std::string>{feed.child_value("id"), feed.child("entry").child_value("id"),
                                    feed.child("entry").next_sibling("entry").child_value("id")};
  };
  AtomFrame other = frame();
  other.identity = "q=pain";
  other.base = "http://127.0.0.1:7700";
  const auto first = ids(frame());
  const auto second = ids(other);
  CHECK(first[0] != second[0]);
  CHECK(first[1] == second[1]);
  CHECK(first[2] == second[2]);
  CHECK(std::set<std::string>(first.begin(), first.end()).size() == 3);
  CHECK(first[1].size() == std::string("urn:uuid:00000000-0000-8000-8000-000000000000").size());
}

TEST_CASE("atom: hostile text stays text") {
  SearchAnswer answer;
  Hit hit;
  hit.article.id = "\x01\"><script>";
  hit.article.title = "</title><script>alert(1)</script>\x0B\xEF\xBF\xBF";
  hit.article.section = "\"/><evil/>";
  hit.article.authors = {"</name>", "\xFF"};
  hit.article.language = "fr\" onload=\"x";
  hit.article.rights = "]]>";
  hit.body = {{.text = "<b>&\x02\xC3", .marks = {{0, 3}}}};
  answer.hits = {hit};
  answer.query.text = "<>&\"'\x1F";
  const pugi::xml_document document = parsed(atom_feed(answer, frame(), TimeZone::paris()));
  const pugi::xml_node entry = document.child("feed").child("entry");
  CHECK(entry.child_value("title") ==
        std::string("&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; \uFFFD"));
  CHECK(entry.child("category").attribute("term").value() == std::string("\"/><evil/>"));
  CHECK_FALSE(entry.attribute("xml:lang"));
  CHECK(entry.child_value("summary") == std::string("<mark>&lt;b&gt;</mark>&amp; \uFFFD"));
}

}  // namespace gazette::server
