// Relative links against the address of their page.
#include "indexer/readers/web_link.h"

#include <doctest/doctest.h>

namespace gazette::indexer {
namespace {

TEST_CASE("web link: relative ones are made whole") {
  const std::string page = "https://phare.example/mer/bac.html";
  struct Case {
    const char* link;
    std::string base, want;
  };
  const Case cases[] = {
      {"https://a.example/x", page, "https://a.example/x"},
      {"//cdn.example/x.jpg", page, "https://cdn.example/x.jpg"},
      {"//cdn.example/x.jpg", "", "https://cdn.example/x.jpg"},
      {"/img/x.jpg", page, "https://phare.example/img/x.jpg"},
      {"x.jpg", page, "https://phare.example/mer/x.jpg"},
      {"x.jpg", "https://phare.example", "https://phare.example/x.jpg"},
      {"/x.jpg", "https://phare.example", "https://phare.example/x.jpg"},
      {"/x.jpg", "", "/x.jpg"},
      {"", page, ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.link);
    CHECK(absolute_link(c.link, c.base) == c.want);
  }
  CHECK(unescaped_link("/x?a=1&amp;b=2&amp;c") == "/x?a=1&b=2&c");
}

}  // namespace
}  // namespace gazette::indexer
