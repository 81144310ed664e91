// Pages of sites that no real sample stands for: where their date, headline and text are, in HTML
// and in dumps of the text. Every page was written for these tests.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/readers/read_input.h"
#include "tests/indexer/readers/collector.h"
#include "tests/indexer/readers/html_styles.h"

namespace gazette::indexer {
namespace {

using testing::Collected;
using testing::html_body;
using testing::html_of_paragraphs;
using testing::html_paragraphs;
using testing::kHtmlLead;
using testing::kHtmlTitle;

using Names = std::vector<std::string>;

Record only_record(const std::string& page) {
  Collected out;
  read_input(
      "page", [&] { return from_memory(page); }, "auto", ReadOptions{}, out);
  for (const Complaint& reject : out.rejects) FAIL_CHECK(reject.reason);
  REQUIRE(out.records.size() == 1);
  return out.records.front();
}

std::string published(const Article& article) {
  return article.published ? article.published->to_string() : "";
}

const std::string kTitle = kHtmlTitle;

std::string paragraphs(const std::string& between = "") {
  return html_of_paragraphs("<p>", "</p>", "<h2>", "</h2>", between);
}

std::string html(const std::string& inside, const std::string& head = "") {
  return "<!doctype html><html lang=\"fr\"><head><title>" + kTitle + "</title>" + head +
         "</head><body>" + inside + "</body></html>";
}

const std::string kH1 = "<h1>" + kTitle + "</h1>";

const std::string kRelated =
    "<section><h2>Lire aussi</h2><article><a href=\"/x\"><h3>La piscine de Guéret ferme</h3></a>"
    "<p>Le bassin sera vidé lundi et les scolaires iront à Aubusson.</p>"
    "<time datetime=\"2025-01-05\">5 janvier 2025</time></article></section>";

TEST_CASE("html: <time datetime> gives the year that its text leaves out") {
  const Article article =
      only_record(html("<article>" + kH1 +
                       "<p>Par <a href=\"/a\">Jeanne Vasseur</a> · <time "
                       "datetime=\"2024-03-12T07:30+01:00\">12 mars</time></p>" +
                       paragraphs() + "</article>" + kRelated))
          .article;
  CHECK(published(article) == "2024-03-12T07:30:00+01:00");
  CHECK(article.authors == Names{"Jeanne Vasseur"});
  CHECK(article.body == html_body());
  const std::string recent = "<p><time datetime=\"2024-03-12\">Hier à 14h</time></p>";
  CHECK(published(only_record(html(kH1 + recent + paragraphs())).article) == "2024-03-12");
  CHECK(published(only_record(html(kH1 + "<p>Hier à 14h</p>" + paragraphs() + kRelated)).article)
            .empty());
}

TEST_CASE("html: the very second of 1970 is no date, the printed one is") {
  const Record record = only_record(
      html(kH1 + "<p>Publié le 12 mars 2024 à 7h30</p>" + paragraphs(),
           "<meta property=\"article:published_time\" content=\"1970-01-01T00:00:00+00:00\">"));
  CHECK(published(record.article) == "2024-03-12T07:30:00+01:00");
  CHECK(record.warnings.size() == 1);
}

TEST_CASE("html: what the page calls its summary is the subtitle and no paragraph") {
  const std::string lead = kHtmlLead;
  for (const std::string open :
       {"<p class=\"standfirst\">", "<h2 class=\"sous-titre\">", "<div class=\"chapo\"><p>"}) {
    CAPTURE(open);
    const Article article =
        only_record(html("<article><header>" + kH1 + open + lead + "</p></h2></div></header>" +
                             paragraphs() + "</article>",
                         "<meta name=\"description\" content=\"Tout sur le bac de Port-Maline\">"))
            .article;
    CHECK(article.subtitle == lead);
    CHECK(article.body == html_body());
  }
}

TEST_CASE("html: notices above the headline, the box of a form, other people's lines") {
  const std::string notice =
      "<p>Vous utilisez un outil qui cache les annonces. Merci de le couper pour soutenir le "
      "travail de nos quarante journalistes.</p>";
  const std::string box =
      "<div class=\"b7\"><p>Chaque matin, recevez toute l'information de votre département dans "
      "votre boîte de courriel</p><form><input><button>OK</button></form>"
      "<p>Votre adresse ne sera donnée à personne, et vous pourrez partir quand vous "
      "voudrez.</p></div>";
  const std::string end =
      "<p>Vous avez aimé cet article ? Partagez-le avec vos proches.</p><p>© Le Phare 2024</p>";
  const Article article =
      only_record(html(notice + kH1 + "<p class=\"auteur\">Nolwenn LE GALL</p>" +
                       "<p>Le 12 mars 2024 à 18h30, modifié à 20h01</p>" + paragraphs(box) + end))
          .article;
  CHECK(article.body == html_body());
  CHECK(article.authors == Names{"Nolwenn LE GALL"});
  CHECK(published(article) == "2024-03-12T18:30:00+01:00");
}

TEST_CASE("html: a heading in a <div> of its own class between paragraphs in <div>") {
  const Article article =
      only_record(html(kH1 + html_of_paragraphs("<div class=\"p\">", "</div>",
                                                "<div class=\"intertitre\">", "</div>")))
          .article;
  CHECK(article.body == html_body());
}

// Dumps of the text of pages.

std::string dump(const std::string& above, const std::string& below = "") {
  std::string text = above + "\n\n";
  for (const std::string& paragraph : html_paragraphs()) text += paragraph + "\n\n";
  return text + below;
}

TEST_CASE("page: a day without label among or under other articles is not this one's") {
  const std::string list =
      "Lire aussi\n\nLa piscine de Guéret ferme\n\nLe bassin sera vidé lundi.\n\n5 janvier 2025\n\n"
      "Un nouveau pont sur la Vézère\n\n4 janvier 2025\n";
  CHECK(published(only_record(dump(kTitle, list)).article).empty());
  const std::string above =
      "La piscine de Guéret ferme\n5 janvier 2025\nUn nouveau pont sur la Vézère\n4 janvier 2025\n";
  CHECK(published(only_record(dump(above + "\n" + kTitle)).article).empty());
  CHECK(only_record(dump(above + "\n" + kTitle)).article.title == kTitle);
  CHECK(published(only_record(dump(kTitle + "\n\n12 mars 2024")).article) == "2024-03-12");
  CHECK(published(only_record(dump(kTitle, "Jeanne Vasseur, le 12 mars 2024\n")).article) ==
        "2024-03-12");
}

TEST_CASE("page: the headline, where the window's title says more, less or something else") {
  const std::string byline = "Par Jeanne Vasseur — Publié le 12 mars 2024";
  for (const std::string& window :
       {"Le Phare - " + kTitle, "DIRECT. " + kTitle, kTitle + " | Mer | Le Phare", kTitle,
        std::string("Le bac de Port-Maline de retour en mer : onze mois à quai pour rien ?")}) {
    CAPTURE(window);
    const Article article =
        only_record(dump(window + "\n\nMer\n\n" + kTitle + "\n\n" + kHtmlLead + "\n\n" + byline))
            .article;
    CHECK(article.title == kTitle);
    CHECK(published(article) == "2024-03-12");
  }
}

TEST_CASE("page: lists of other articles end the text, notices amid it do not") {
  const std::string others =
      "\n\nNantes : le tramway à l'arrêt dimanche\n\nUne rame a déraillé sans faire de blessé. La "
      "circulation reprendra lundi.\n\nSaint-Nazaire : le paquebot géant quitte le port\n\nDes "
      "milliers de personnes ont assisté au départ dans la nuit.\n";
  for (const char* const heading : {"Toute l'actualité", "Derniers articles", "Les plus lus"}) {
    CAPTURE(heading);
    const Article article =
        only_record(dump(kTitle + "\n\nPublié le 12 mars 2024", heading + others)).article;
    CHECK(article.body == html_body());
  }
  std::string text = dump(kTitle + "\n\nPublié le 12 mars 2024");
  text.insert(text.find("Un chantier deux fois"),
              "Chaque matin, recevez l'actualité avec notre newsletter gratuite\nOK\n"
              "Vous pouvez vous désinscrire à tout moment.\n© Le Phare 2024\n\n");
  CHECK(only_record(text).article.body == html_body());
}

TEST_CASE("page: a list of other articles amid the text parts nothing") {
  std::string text = dump(kTitle + "\n\nPublié le 12 mars 2024");
  text.insert(text.find("Les habitants de l'île"),
              "Vous aimerez aussi\nNantes : le tramway à l'arrêt\nLe paquebot quitte le port\n\n");
  CHECK(only_record(text).article.body == html_body());
}

TEST_CASE("html: a brief whose only paragraph is called its summary") {
  const Article article = only_record(html("<article>" + kH1 + "<p class=\"chapo\">" +
                                           html_paragraphs()[0] + "</p></article>"))
                              .article;
  CHECK(article.body == html_paragraphs()[0]);
}

TEST_CASE("html: labels side by side are parted, parts of one word are not") {
  const Article article =
      only_record(html(kH1 +
                       "<div><span>Par</span> <span>Jeanne Vasseur</span><span>Publié le <time "
                       "datetime=\"2024-03-12\">12 mars 2024</time></span></div>" +
                       paragraphs() + "<p>Chez Mc<b>Donald</b>, on attend.</p>"))
          .article;
  CHECK(article.authors == Names{"Jeanne Vasseur"});
  CHECK(article.body == html_body() + "\n\nChez McDonald, on attend.");
}

TEST_CASE("html: the day over the headline, the hour under the text") {
  const Article article =
      only_record(html("<h2>mardi 12 mars 2024</h2><h3>" + kTitle + "</h3><div>" + paragraphs() +
                       "</div><div>Publié par <span>Jeanne Vasseur</span> à <a>14:05</a></div>"))
          .article;
  CHECK(published(article) == "2024-03-12");
}

TEST_CASE("page: a link amid the text does not take the heading behind it") {
  std::string text = dump(kTitle + "\n\nPublié le 12 mars 2024");
  text.insert(text.find("Un chantier deux fois"), "À lire aussi : La criée\n\n");
  CHECK(only_record(text).article.body == html_body());
}

TEST_CASE("page: very many lines are read in one pass over them") {
  std::string page;
  for (int i = 0; i < 100'000; ++i) page += "Un titre " + std::to_string(i) + "\nLes plus lus\n";
  const Article article = only_record(page + "\n" + dump(kTitle)).article;
  CHECK(article.body.find(html_paragraphs()[0]) != std::string::npos);
}

TEST_CASE("page: who posted the page stands before its day") {
  for (const std::string line : {"Posté par Nolwenn Le Gall le 12 mars 2024 dans Mer",
                                 "Soumis par Nolwenn Le Gall le mar, "
                                 "12/03/2024 - 18:30"}) {
    CAPTURE(line);
    const Article article = only_record(dump(kTitle + "\n\n" + line)).article;
    CHECK(published(article).starts_with("2024-03-12"));
    CHECK(article.authors == Names{"Nolwenn Le Gall"});
  }
}

}  // namespace
}  // namespace gazette::indexer
