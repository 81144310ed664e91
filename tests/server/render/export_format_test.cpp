// The lines of an export.
#include "server/render/export_format.h"

#include <doctest/doctest.h>

#include "tests/server/render/answers.h"

namespace gazette::server {
namespace {

std::string export_of(const std::vector<Hit>& hits, const ExportForm& form) {
  std::string out;
  write_export_head(form, out);
  for (std::size_t i = 0; i < hits.size(); ++i) write_export_hit(hits[i], i, form, out);
  write_export_end(hits.size(), form, out);
  return out;
}

Hit titled(const std::string& title) {
  Hit hit;
  hit.article.title = title;
  return hit;
}

}  // namespace

TEST_CASE("export: NDJSON is one hit a line, and a last line that says it is whole") {
  ExportForm form;
  form.hit.fields = {HitField::kId, HitField::kTitle};
  CHECK(export_of({testing::bare_hit(), titled("a\nb")}, form) ==
        "{\"id\":\"seul\",\"title\":\"\"}\n{\"id\":\"\",\"title\":\"a\\nb\"}\n"
        "{\"end\":true,\"count\":2}\n");
  CHECK(export_of({}, form) == "{\"end\":true,\"count\":0}\n");
}

TEST_CASE("export: CSV quotes what RFC 4180 asks for") {
  ExportForm form;
  form.format = ExportFormat::kCsv;
  form.hit.fields = {HitField::kTitle};
  struct Case {
    std::string title, cell;
  };
  for (const Case& c : {
           Case{"L'été", "L'été"},
           {"a, b", "\"a, b\""},
           {"dit \"oui\"", "\"dit \"\"oui\"\"\""},
           {"deux\nlignes", "\"deux\nlignes\""},
           {"=SUM(A1)", "=SUM(A1)"},
           {"\xE9", "\uFFFD"},
       }) {
    CAPTURE(c.title);
    CHECK(export_of({titled(c.title)}, form) == "title\r\n" + c.cell + "\r\n");
  }
}

TEST_CASE("export: Excel in French gets a mark, semicolons, and no formula") {
  ExportForm form;
  form.format = ExportFormat::kCsv;
  form.dialect = CsvDialect::kExcelFr;
  form.hit.fields = {HitField::kTitle, HitField::kTags};
  for (const char* formula : {"=1+1", "+33 1", "-18", "@x", "\tx"}) {
    CAPTURE(formula);
    CHECK(export_of({titled(formula)}, form) ==
          "\xEF\xBB\xBFtitle;tags\r\n\"'" + std::string(formula) + "\";\r\n");
  }
  CHECK(export_of({testing::full_hit()}, form).ends_with(";\"'=aide|Karabakh\"\r\n"));
}

TEST_CASE("export: the columns given when nothing is asked") {
  ExportForm form;
  form.format = ExportFormat::kCsv;
  form.hit.fields = kDefaultCsvFields;
  CHECK(export_of({testing::full_hit()}, form) ==
        "id,published,title,source,section,authors,dateline,places,tags,url\r\n"
        "2023/09/aide-1,2023-09-22T18:58:00+01:00,"
        "\"L'Azerbaïdjan envoie \"\"de l'aide\"\" & du pain\",La Gazette,Monde,"
        "Ana Karimova|Luc Petit,Paris,Azerbaïdjan,=aide|Karabakh,"
        "https://gazette.example/aide?a=1&b=2\r\n");
}

}  // namespace gazette::server
