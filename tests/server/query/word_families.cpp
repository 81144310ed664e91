// Words as readers see them: spellings that must find each other, and families that must not.
#include "tests/server/query/word_families.h"

namespace gazette::testing {

const std::vector<Family>& families() {
  static const std::vector<Family> kFamilies{
      {{{"aide", "aide", "aide"},
        {"aides", "aides", "aides"},
        {"l'aide", "aide", "aide"},
        {"d’aide", "aide", "aide"},
        {"AIDE", "aide", "aide"}}},
      {{{"humanitaire", "humanitaire", "humanitaire"},
        {"humanitaires", "humanitaires", "humanitaires"},
        {"Humanitaire", "humanitaire", "humanitaire"}}},
      {{{"réfugié", "réfugié", "refugie"},
        {"réfugiés", "réfugiés", "refugies"},
        {"re\u0301fugie\u0301", "réfugié", "refugie"},
        {"refugie", "refugie", "refugie"},
        {"REFUGIES", "refugies", "refugies"}}},
      {{{"Azerbaïdjan", "azerbaïdjan", "azerbaidjan"},
        {"l'Azerbaïdjan", "azerbaïdjan", "azerbaidjan"},
        {"azerbaidjan", "azerbaidjan", "azerbaidjan"}}},
      {{{"guerre", "guerre", "guerre"}, {"guerres", "guerres", "guerres"}}},
      {{{"paix", "paix", "paix"}, {"Paix", "paix", "paix"}}},
      {{{"chat", "chat", "chat"}, {"chats", "chats", "chats"}}},
      {{{"châtiment", "châtiment", "chatiment"},
        {"châtiments", "châtiments", "chatiments"},
        {"chatiment", "chatiment", "chatiment"}}},
      {{{"cheval", "cheval", "cheval"}, {"chevaux", "chevaux", "chevaux"}}},
      {{{"œuvre", "œuvre", "oeuvre"},
        {"l'œuvre", "œuvre", "oeuvre"},
        {"oeuvres", "oeuvres", "oeuvres"}}},
      {{{"école", "école", "ecole"}, {"écoles", "écoles", "ecoles"}, {"ecole", "ecole", "ecole"}}},
      {{{"cessez", "cessez", "cessez"}}},
      {{{"feu", "feu", "feu"}, {"feux", "feux", "feux"}}},
      {{{"parole", "parole", "parole"}, {"paroles", "paroles", "paroles"}}},
      {{{"2023", "2023", "2023"}}, false, true},
      {{{"15000", "15000", "15000"},
        {"15 000", "15000", "15000"},
        {"15\u00A0000", "15000", "15000"}},
       false,
       true},
      {{{"49.3", "49.3", "49.3"}, {"49,3", "49.3", "49.3"}}, false, true},
      {{{"le", "le", "le"}, {"Le", "le", "le"}}, true},
      {{{"la", "la", "la"}}, true},
      {{{"de", "de", "de"}}, true},
  };
  return kFamilies;
}

const std::vector<Compound>& compounds() {
  static const std::vector<Compound> kCompounds{{"cessez-le-feu", {11, 17, 12}},
                                                {"aide-école", {0, 10}}};
  return kCompounds;
}

}  // namespace gazette::testing
