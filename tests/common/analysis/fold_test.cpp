// Exact and folded forms.
#include "common/analysis/fold.h"

#include <doctest/doctest.h>

#include <vector>

namespace {

TEST_CASE("fold: accents, ligatures and foreign letters become plain ones") {
  struct Case {
    std::string_view word, exact, folded;
  };
  const std::vector<Case> cases = {{"Élysée", "élysée", "elysee"},
                                   {"ŒUVRE", "œuvre", "oeuvre"},
                                   {"Ægir", "ægir", "aegir"},
                                   {"Straße", "straße", "strasse"},
                                   {"ŁÓDŹ", "łódź", "lodz"},
                                   {"Søren", "søren", "soren"},
                                   {"İzmir", "izmir", "izmir"},
                                   {"ﬁn", "fin", "fin"},
                                   {"Əliyev", "əliyev", "eliyev"},
                                   {"ｅｕｒｏ", "euro", "euro"},
                                   {"e\u0301te\u0301", "été", "ete"},
                                   {"Ёлка", "ёлка", "елка"},
                                   {"Йод", "йод", "йод"},
                                   {"が", "が", "が"},
                                   {"km²", "km2", "km2"},
                                   {"", "", ""}};
  for (const Case& c : cases) {
    CAPTURE(c.word);
    CHECK(gazette::exact_form(c.word) == c.exact);
    CHECK(gazette::fold(c.exact) == c.folded);
  }
}

TEST_CASE("fold: folding twice changes nothing") {
  for (const std::string_view word : {"élysée", "œuvre", "łódź", "ἀρχή", "北京", "ệ"}) {
    const std::string once = gazette::fold(word);
    CHECK(gazette::fold(once) == once);
  }
}

}  // namespace
