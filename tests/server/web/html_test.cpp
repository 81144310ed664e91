// Nothing that was not written in this program becomes markup.
#include "server/web/html.h"

#include <doctest/doctest.h>

namespace gazette::server {

TEST_CASE("html: text and attributes are escaped, whatever they hold") {
  CHECK(text("<b>&\"'</b>").str() == "&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;");
  CHECK(element("p", {{"title", "\"><script>"}}, text("a")).str() ==
        "<p title=\"&quot;&gt;&lt;script&gt;\">a</p>");
  CHECK(text("a\xFF z").str() == "a\uFFFD z");
  CHECK(element("p", {{"title", "\xC3"}}, {}).str() == "<p title=\"\uFFFD\"></p>");
}

TEST_CASE("html: only addresses of this site and of the web become links") {
  struct Case {
    std::string_view address;
    bool kept;
  };
  constexpr Case kCases[] = {
      {"/search?q=a", true},
      {"#m1", true},
      {"https://gazette.example/a", true},
      {"http://gazette.example/a", true},
      {"javascript:alert(1)", false},
      {"JavaScript:alert(1)", false},
      {" javascript:alert(1)", false},
      {"\tjavascript:alert(1)", false},
      {"data:text/html,<script>", false},
      {"vbscript:x", false},
      {"//evil.example/", false},
      {"search", false},
      {"", false},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.address);
    const std::string out = element("a", {{"href", std::string(c.address)}}, text("x")).str();
    CHECK((out.find("href") != std::string::npos) == c.kept);
  }
}

TEST_CASE("html: an attribute without a name is none, an empty one stands alone") {
  CHECK(element("a", {when(false, "lang", "en"), {"download", ""}}, {}).str() ==
        "<a download></a>");
  CHECK(element("input", {{"value", ""}}).str() == "<input value=\"\">");
}

TEST_CASE("html: pieces are joined where they are not empty") {
  CHECK(joined({text("a"), {}, text("b")}, " · "_html).str() == "a · b");
  CHECK(joined({}, " · "_html).empty());
}

TEST_CASE("html: a passage keeps its marks and nothing else") {
  CHECK(marked({.text = "l'<eau>", .marks = {{3, 6}}}).str() == "l&#39;&lt;<mark>eau</mark>&gt;");
}

TEST_CASE("html: data in a page cannot end the block that it stands in") {
  const std::string out = data_block(R"({"a":"</script><!-- &"})").str();
  CHECK(out ==
        "<script type=\"application/ld+json\">{\"a\":\"\\u003c/script\\u003e\\u003c!-- "
        "\\u0026\"}</script>");
}

}  // namespace gazette::server
