// Percent-encoding and query strings.
#include "common/http/url.h"

#include <doctest/doctest.h>

#include <random>

namespace gazette::http {

TEST_CASE("url: escapes are read, malformed ones refused") {
  struct Case {
    std::string_view text;
    bool plus;
    std::optional<std::string> want;
  };
  for (const Case& c : {
           Case{"abc", false, "abc"},
           {"a%20b+c", true, "a b c"},
           {"a+b", false, "a+b"},
           {"%C3%a9t%C3%A9", true, "été"},
           {"%2", true, std::nullopt},
           {"%", true, std::nullopt},
           {"%zz", true, std::nullopt},
           {"100%25", true, "100%"},
           {"%00", true, std::string(1, '\0')},
       }) {
    CAPTURE(c.text);
    CHECK(percent_decoded(c.text, c.plus) == c.want);
  }
}

TEST_CASE("url: query strings keep order, repeats and empty values") {
  const auto query = parse_query_string("q=l%27a+b&section=Monde&section=-Sport&x&&y=a=b");
  REQUIRE(query);
  CHECK(*query ==
        QueryList{
            {"q", "l'a b"}, {"section", "Monde"}, {"section", "-Sport"}, {"x", ""}, {"y", "a=b"}});
  CHECK_FALSE(parse_query_string("a=%"));
  CHECK(query_string({{"q", "œuf & œil"}, {"a/b", "+"}}) ==
        "q=%C5%93uf%20%26%20%C5%93il&a%2Fb=%2B");
}

TEST_CASE("url: whatever is written is read back") {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::string bytes(random() % 40, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    CHECK(percent_decoded(percent_encoded(bytes), true) == bytes);
    const QueryList list{{bytes, "1"}, {"k", bytes}};
    if (!bytes.empty()) CHECK(parse_query_string(query_string(list)) == list);
  }
}

}  // namespace gazette::http
