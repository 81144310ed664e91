// The small archive that fuzzers ask.
#include "tests/fuzz/archive.h"

#include <utility>

#include "tests/server/search/test_archive.h"

namespace gazette::fuzz {
namespace {

std::optional<NewsTime> time_of(const char* text) {
  return parse_news_time(text, TimeZone::paris()).value();
}

Article article(const char* id, const char* title, const char* body, const char* published) {
  Article made;
  made.id = id;
  made.title = title;
  made.body = body;
  if (*published != '\0') made.published = time_of(published);
  made.section = "Monde";
  made.source = "La Gazette";
  made.language = "fr";
  return made;
}

Place place(const char* id, const char* name, const char* type, const char* country) {
  Place made;
  made.id = id;
  made.name = name;
  made.type = type;
  made.country = country;
  return made;
}

}  // namespace

std::vector<Article> articles() {
  std::vector<Article> made;
  made.push_back(article("port/1", "L'Azerbaïdjan et l'Arménie s'accordent sur un cessez-le-feu",
                         "Les combattants ont déposé les armes. Le cessez-le-feu tient.\n\n"
                         "À Bakou, le préfet parle d'un aujourd'hui sans guerre.",
                         "2023-09-22T18:58:00+02:00"));
  made.back().places = {place("iso:AZ", "Azerbaïdjan", "country", "AZ"),
                        place("name:bourg-perdu", "Bourg-Perdu", "", "")};
  made.back().dateline =
      Dateline{.text = "Paris / La Gazette", .place = place("insee:75056", "Paris", "city", "FR")};
  made.back().authors = {"Jeanne d'Albret", "Ô. Noël"};
  made.back().tags = {"guerre", "-18"};
  made.back().url = "https://gazette.example/port/1?a=b&c=d";
  made.push_back(article("hostile", "<script>alert(1)</script> & \"port\" — =cmd|'/c'!A1",
                         "%PDF {\\rtf @article{x, title={}} TY  - NEWS\r\n--><![CDATA[ ]]>\n\n"
                         "étudiant·e·s 1 234 567,89 € œuvre Cœur maïs sûr n°5 d’abord\u2028fin",
                         "1969-12-31T23:59:59Z"));
  made.back().authors = {"O'Brien <b>"};
  made.back().section = "\"=1+1\"";
  made.push_back(article("sans-date", "Le port de pêche du port", "Un port. Deux ports.", ""));
  made.push_back(article("jour", "Crue de la Loire à Tours", "La crue de la Loire.", "2021-02-01"));
  made.push_back(
      article("jumeau", "Crue de la Loire à Tours", "La crue de la Loire.", "2021-02-02"));
  return made;
}

const std::string& archive_folder() {
  static const testing::TempFolder folder;
  static const std::string path = [] {
    testing::TestWriter writer(folder.path());
    for (const Article& each : articles()) writer.add(each);
    writer.set_story("jour", "00000000000000aa");
    writer.set_story("jumeau", "00000000000000aa");
    writer.commit();
    return folder.path().string();
  }();
  return path;
}

server::Archive& archive() {
  static server::Archive made(archive_folder(), {});
  return made;
}

}  // namespace gazette::fuzz
