// Large XML in pieces: where records end, and what hostile files come to.
#include "indexer/readers/xml_records.h"

#include <doctest/doctest.h>

#include "indexer/readers/detect.h"
#include "tests/indexer/readers/collector.h"

namespace gazette::indexer {
namespace {

using testing::Collected;

struct Pieces {
  std::vector<std::string> records, heads, rejects;
  std::vector<std::size_t> lines;
  std::string error;
};

Pieces split(const std::string& text, std::size_t limit = 1 << 20) {
  Pieces out;
  InputStream input(from_memory(text), "essai");
  const Result<std::size_t> result =
      split_xml(input, {"item", "entry"}, limit,
                {[&](const XmlRecord& record) {
                   out.records.emplace_back(record.bytes);
                   out.heads.emplace_back(record.head);
                   out.lines.push_back(record.line);
                   return true;
                 },
                 [&](std::size_t line, std::string reason) {
                   out.rejects.push_back(std::to_string(line) + " " + reason);
                 }});
  if (!result.ok()) out.error = result.error().code;
  return out;
}

using Strings = std::vector<std::string>;

TEST_CASE("xml records: cut where they end, whatever stands inside") {
  CHECK(split("<rss><item>a</item>\n<x:item b='>'><![CDATA[</item>]]></x:item></rss>").records ==
        Strings{"<item>a</item>", "<x:item b='>'><![CDATA[</item>]]></x:item>"});
  CHECK(split("<r><item><!-- </item> --><b/></item></r>").records ==
        Strings{"<item><!-- </item> --><b/></item>"});
  CHECK(split("<r><item><item>a</item></item></r>").records ==
        Strings{"<item><item>a</item></item>"});
  CHECK(split("<r><item/><item a='1'/></r>").records == Strings{"<item/>", "<item a='1'/>"});
  CHECK(split("<r><items><itemx/></items></r>").records.empty());
  CHECK(split("<r><item><p>ouvert</item><item>b</item></r>").records.size() == 2);
  CHECK(split("<?xml version='1.0'?>\n<r><t>x</t>\n<item/></r>").lines ==
        std::vector<std::size_t>{3});
  CHECK(split("<r><t>x</t><item/><u/><item/></r>").heads ==
        Strings{"<r><t>x</t>", "<r><t>x</t><u/>"});
}

TEST_CASE("xml records: pieces larger than a look, and ends that lie across two") {
  std::string text = "<r>";
  for (int i = 0; i < 300; ++i) {
    text += "<item><!--" + std::string(static_cast<std::size_t>(i) * 7, '-') + "x--><![CDATA[" +
            std::string(static_cast<std::size_t>(i) * 11, ']') + "]]></item>" +
            std::string(static_cast<std::size_t>(i), ' ');
  }
  const Pieces pieces = split(text + "</r>");
  CHECK(pieces.records.size() == 300);
  CHECK(pieces.error.empty());
}

TEST_CASE("xml records: faults are told, and the rest goes on") {
  CHECK(split("<r><item>a</item><item>b").rejects.size() == 1);
  CHECK(split("<r><item>a</item>").error == "truncated");
  CHECK(split("<r><item>" + std::string(2000, 'a') + "</item><item>b</item></r>", 1000).records ==
        Strings{"<item>b</item>"});
  std::string deep = "<r><item>";
  for (int i = 0; i < 1000000; ++i) deep += "<a>";
  const Pieces pieces = split(deep + "</item><item>b</item></r>");
  CHECK(pieces.records == Strings{"<item>b</item>"});
  CHECK(pieces.rejects.size() == 1);
  CHECK(split("<!DOCTYPE r [<!ENTITY a \"b\">]><r><item>&a;</item></r>").error == "xml-entities");
  CHECK(split("<!DOCTYPE r [<!ENTITY % n SYSTEM \"n.dtd\"> %n; ]><r><item>a</item></r>")
            .records.size() == 1);
  CHECK(split("<!DOCTYPE r SYSTEM \"r.dtd\"><r><item/></r>").records.size() == 1);
  CHECK(split("<r><item a='").rejects.empty());
  CHECK(split("").records.empty());
  CHECK(split("<").records.empty());
}

Collected read_all(const std::string& text) {
  Collected out;
  InputStream input(from_memory(text), "essai");
  const Result<std::string> format = detect_format(input);
  REQUIRE(format.ok());
  const Result<std::unique_ptr<Reader>> reader = reader_of(*format);
  (*reader)->read(input, ReadOptions{}, out);
  return out;
}

TEST_CASE("hostile xml: bombs and foreign entities are refused, with a reason") {
  std::string bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [\n <!ENTITY lol \"lol\">\n";
  for (int i = 1; i < 10; ++i) {
    bomb += " <!ENTITY lol" + std::to_string(i) + " \"&lol;&lol;&lol;&lol;\">\n";
  }
  for (const char* const root : {"rss", "feed", "newsMessage", "NewsML", "nitf", "autre"}) {
    CAPTURE(root);
    const std::string name(root);
    const Collected out =
        read_all(bomb + "]>\n<" + name + "><item><title>&lol9;</title></item></" + name + ">");
    CHECK(out.records.empty());
    CHECK(out.rejects.size() == 1);
  }
  const Collected foreign = read_all(
      "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
      "<rss><channel><item><title>&x;</title></item></channel></rss>");
  CHECK(foreign.records.empty());
  CHECK(foreign.rejects.size() == 1);
}

TEST_CASE("hostile xml: a bad record does not take its neighbours with it") {
  const Collected out = read_all(
      "<rss><channel><title>G</title><item><title>un</title></item>"
      "<item><title>deux</titre></item><item><title>trois</title></item>"
      "<item><title>quatre");
  CHECK(out.records.size() == 2);
  CHECK(out.rejects.size() == 2);
}

TEST_CASE("hostile xml: XML that holds no articles says what it is") {
  CHECK(
      read_all("<?xml version=\"1.0\"?><urlset><url><loc>x</loc></url></urlset>").rejects.size() ==
      1);
  CHECK(read_all("<?xml version=\"1.0\"?><tei><p>x</p></tei>").rejects.size() == 1);
  CHECK(read_all("<contentSet><inlineXML/></contentSet>").rejects.size() == 1);
  CHECK(read_all("<rss version=\"2.0\"><channel/></rss>").warnings.size() == 1);
}

}  // namespace
}  // namespace gazette::indexer
