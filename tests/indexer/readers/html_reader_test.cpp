// HTML pages in the styles of many sites: the article, and nothing of what stands around it.
#include "indexer/readers/html_reader.h"

#include <doctest/doctest.h>

#include "indexer/readers/read_input.h"
#include "tests/indexer/readers/collector.h"
#include "tests/indexer/readers/html_styles.h"

namespace gazette::indexer {
namespace {

using testing::Collected;
using testing::filled;
using testing::html_body;
using testing::html_of_paragraphs;
using testing::kHtmlLead;
using testing::kHtmlTeasers;
using testing::kHtmlTitle;

Collected read(const std::string& page) {
  Collected out;
  read_input(
      "page.html", [&] { return from_memory(page); }, "auto", ReadOptions{}, out);
  return out;
}

Record only_record(const std::string& page) {
  const Collected out = read(page);
  for (const Complaint& reject : out.rejects) FAIL_CHECK(reject.reason);
  REQUIRE(out.records.size() == 1);
  return out.records.front();
}

std::string reject_of(const std::string& page) {
  const Collected out = read(page);
  CHECK(out.records.empty());
  return out.rejects.size() == 1 ? out.rejects[0].reason : "";
}

using Names = std::vector<std::string>;

std::string body_of_p(const char* between = "") {
  return html_of_paragraphs("<p>", "</p>", "<h2>", "</h2>", between);
}

TEST_CASE("html: a WordPress theme with its graph of JSON-LD, shares, related posts and comments") {
  const std::string page =
      filled(R"(<!DOCTYPE html>
<html lang="fr-FR" class="no-js"><head><meta charset="UTF-8">
<title>{TITLE} - Le Phare de Port-Maline</title>
<link rel="canonical" href="https://lephare.example/2024/03/12/bac-port-maline/" />
<meta property="og:locale" content="fr_FR" /><meta property="og:type" content="article" />
<meta property="og:title" content="Le bac de Port-Maline est de retour - Le Phare de Port-Maline" />
<meta property="og:image" content="https://lephare.example/wp-content/bac.jpg" />
<meta property="article:modified_time" content="2024-03-12T09:15:00+00:00" />
<script type="application/ld+json" class="yoast-schema-graph">{"@context":"https://schema.org","@graph":[
{"@type":"WebSite","@id":"https://lephare.example/#website","name":"Le Phare de Port-Maline"},
{"@type":"WebPage","@id":"https://lephare.example/bac/","breadcrumb":{"@id":"https://lephare.example/#bc"}},
{"@type":"Article","@id":"https://lephare.example/bac/#article","headline":"{TITLE}","datePublished":"2024-03-12T06:30:00+00:00",
"dateModified":"2024-03-12T09:15:00+00:00","author":{"@id":"https://lephare.example/#/person/7"},
"publisher":{"@id":"https://lephare.example/#organization"},"keywords":["bac","Bréhan","ports"],"articleSection":["Mer","Économie"],"inLanguage":"fr-FR"},
{"@type":"Organization","@id":"https://lephare.example/#organization","name":"Le Phare de Port-Maline","logo":{"@type":"ImageObject"}},
{"@type":"Person","@id":"https://lephare.example/#/person/7","name":"Jeanne Vasseur"}]}</script></head>
<body class="post-template-default single has-sidebar wp-embed-responsive">
<a class="skip-link screen-reader-text" href="#content">Aller au contenu</a>
<header id="masthead" class="site-header"><h1 class="site-title"><a href="/">Le Phare de Port-Maline</a></h1>
<p class="site-description">Toute l'actualité de la côte, chaque jour depuis 1946, avec nos correspondants.</p>
<nav class="main-navigation"><ul><li><a href="/mer">Mer</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<div id="content" class="site-content content-with-sidebar"><main id="main"><article id="post-812" class="post-812 post type-post category-mer tag-bac">
<header class="entry-header"><h1 class="entry-title">{TITLE}</h1>
<div class="entry-meta"><span class="posted-on">Publié le <time datetime="2024-03-12T07:30:00+01:00">12 mars 2024</time></span> par <span class="author vcard"><a href="/a/7">Jeanne Vasseur</a></span></div></header>
<figure class="wp-block-image"><img src="bac.jpg"/><figcaption>Le bac à quai, mardi matin, avant son premier départ pour Bréhan depuis onze mois.</figcaption></figure>
<div class="entry-content">{BODY}
<div class="sharedaddy sd-sharing-enabled"><h3>Partager :</h3><ul><li><a href="#">Facebook</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>Articles similaires</h3><p>Le port a annoncé la fermeture du quai nord pour tout le mois de janvier prochain.</p></div>
</div><footer class="entry-footer"><span class="tags-links">Étiquettes : <a href="/tag/bac">bac</a></span></footer></article>
<nav class="post-navigation"><a href="/p1">Article précédent : la criée en grève depuis lundi matin.</a></nav>
<div id="comments" class="comments-area"><h2>3 réactions</h2><ol class="comment-list"><li class="comment"><article class="comment-body"><p>Enfin ! Ma mère attendait son fauteuil depuis le mois de novembre, il dormait dans un hangar à Port-Maline.</p></article></li>
<li class="comment"><article class="comment-body"><p>Et pour les vélos, toujours quatre euros par passage ? Personne ne répond quand on appelle la capitainerie.</p></article></li></ol></div></main>
<aside id="secondary" class="widget-area"><section class="widget"><h2>Articles récents</h2><ul><li><a href="/r1">La criée en grève</a></li></ul><p>Recevez chaque matin l'essentiel de la côte dans votre boîte de courriel, sans publicité.</p></section></aside></div>
<footer class="site-footer"><p>Le Phare de Port-Maline est édité par la société coopérative du Phare, au capital de 12 000 euros.</p></footer></body></html>)",
             {{"TITLE", kHtmlTitle},
              {"BODY", body_of_p("<p>À lire aussi : <a href=\"/x\">Les îles "
                                 "sans fioul pour la troisième semaine</a></p>")}});
  const Article article = only_record(page).article;
  CHECK(article.title == kHtmlTitle);
  CHECK(article.body == html_body());
  CHECK(article.published->to_string() == "2024-03-12T06:30:00+00:00");
  CHECK(article.authors == Names{"Jeanne Vasseur"});
  CHECK(article.source == "Le Phare de Port-Maline");
  CHECK(article.section == "Mer");
  CHECK(article.tags == Names{"bac", "Bréhan", "ports"});
  CHECK(article.url == "https://lephare.example/2024/03/12/bac-port-maline/");
  CHECK(article.image == "https://lephare.example/wp-content/bac.jpg");
  CHECK(article.language == "fr-FR");
}

TEST_CASE(
    "html: a regional daily without JSON-LD: printed date, newsletter and links amid the text") {
  const std::string page = filled(
      R"(<!doctype html><html lang="fr"><head><meta charset="utf-8">
<title>{TITLE} - Mer - Le Courrier du Val</title><meta property="og:title" content="{TITLE} | Le Courrier du Val">
<meta property="og:site_name" content="Le Courrier du Val"><meta property="og:type" content="article"><meta property="og:description" content="{LEAD}">
<meta property="og:url" content="https://www.courrierduval.example/mer/bac-812.php"><meta property="og:image" content="/img/bac.jpg"></head><body>
<div role="dialog" aria-label="Vos choix"><p>Avec votre accord, nous et nos 412 partenaires utilisons des traceurs pour mesurer l'audience de ce site et vous proposer des contenus adaptés à vos goûts.</p><button>Tout accepter</button></div>
<header><nav><a href="/">Accueil</a> <a href="/mer">Mer</a></nav></header>
<ol class="breadcrumb"><li><a href="/">Accueil</a></li><li><a href="/mer">Mer</a></li><li><a href="/mer/ports">Ports</a></li></ol>
<main><article class="page-article"><h1>{TITLE}</h1><p class="chapo">{LEAD}</p>
<div class="signature">Par <a href="/j">Jeanne Vasseur</a> et Loïc Prigent</div><p class="publish">Publié le 12/03/2024 à 07h30, mis à jour le 12/03/2024 à 10h15</p>
<ul class="partage"><li><a href="#">Partager sur Facebook</a></li><li><a href="#">Envoyer par mail</a></li></ul>
<div class="article-text">{BODY}</div></article>
<section class="a-lire-egalement"><h2>Sur le même sujet</h2>{TEASERS}</section></main>
<footer>Tous droits réservés.</footer></body></html>)",
      {{"TITLE", kHtmlTitle},
       {"LEAD", kHtmlLead},
       {"TEASERS", kHtmlTeasers},
       {"BODY",
        body_of_p(
            R"(<div class="bloc-newsletter"><p>Recevez chaque soir notre lettre « La marée du jour » dans votre boîte, c'est gratuit et sans engagement.</p></div>
<div><strong>Lire aussi :</strong> <a href="/l1">À Bréhan, le fioul manque et les maisons se refroidissent.</a></div>)")}});
  const Article article = only_record(page).article;
  CHECK(article.title == kHtmlTitle);
  CHECK(article.subtitle == kHtmlLead);
  CHECK(article.body == html_body());
  CHECK(article.published->to_string() == "2024-03-12T07:30:00+01:00");
  REQUIRE(article.modified.has_value());
  CHECK(article.modified->to_string() == "2024-03-12T10:15:00+01:00");
  CHECK(article.authors == Names{"Jeanne Vasseur", "Loïc Prigent"});
  CHECK(article.source == "Le Courrier du Val");
  CHECK(article.section == "Mer");
  CHECK(article.image == "https://www.courrierduval.example/img/bac.jpg");
}

TEST_CASE("html: AMP, with JSON-LD that its template broke") {
  const std::string page = filled(
      R"(<!doctype html><html amp lang="fr"><head><meta charset="utf-8"><title>{TITLE}</title>
<link rel="canonical" href="https://lephare.example/bac"><script async src="https://cdn.example/v0.js"></script>
<script type="application/ld+json">
{ "@context": "http://schema.org", "@type": "NewsArticle", "headline": "{TITLE}",
  "description": "{LEAD}
 ", "datePublished": "2024-03-12T07:30:00+01:00", "author": [{"@type":"Person","name":"Jeanne Vasseur"},],
  "publisher": {"@type": "Organization", "name": "Le Phare",}, }
</script><style amp-custom>.x{color:red}</style></head><body>
<amp-sidebar id="menu" layout="nodisplay"><ul><li><a href="/">Accueil</a></li><li><a href="/mer">Mer</a></li></ul></amp-sidebar>
<amp-consent id="consent"><div><p>Nous utilisons des cookies pour mesurer la fréquentation de ce site et financer nos articles.</p></div></amp-consent>
<div class="title-block"><h1>{TITLE}</h1></div><amp-img src="bac.jpg" width="1" height="1"></amp-img>
<div class="amp-article-content">{BODY}</div><amp-list src="/related.json"><div>À lire aussi</div></amp-list></body></html>)",
      {{"TITLE", kHtmlTitle},
       {"LEAD", kHtmlLead},
       {"BODY", body_of_p("<amp-ad width=300></amp-ad>")}});
  const Article article = only_record(page).article;
  CHECK(article.title == kHtmlTitle);
  CHECK(article.subtitle == kHtmlLead);
  CHECK(article.body == html_body());
  CHECK(article.published->to_string() == "2024-03-12T07:30:00+01:00");
  CHECK(article.authors == Names{"Jeanne Vasseur"});
  CHECK(article.source == "Le Phare");
  CHECK(article.url == "https://lephare.example/bac");
}

TEST_CASE("html: divs with names that say nothing, the date and the author printed") {
  const std::string page =
      filled(R"(<html><head><title>{TITLE} - Le Petit Gâtinais</title></head><body>
<div class="c1"><div class="c2"><a href="/">Le Petit Gâtinais</a></div><div class="c3"><a href="/1">Villes</a> <a href="/2">Villages</a> <a href="/3">Sports</a></div></div>
<div class="c4"><div class="c5"><div class="c6">{TITLE}</div><div class="c7">Mardi 12 mars 2024, 14h05 - Par Jeanne Vasseur</div>{BODY}</div>
<div class="c9"><div class="c10">Dans la même rubrique</div>{TEASERS}</div></div>
<div class="c11">© Le Petit Gâtinais - Mentions légales - Contact</div></body></html>)",
             {{"TITLE", kHtmlTitle},
              {"TEASERS", kHtmlTeasers},
              {"BODY", html_of_paragraphs("<div class=\"c8\">", "</div>", "<div class=\"c8\"><b>",
                                          "</b></div>")}});
  const Article article = only_record(page).article;
  CHECK(article.title == kHtmlTitle);
  CHECK(article.body == html_body());
  REQUIRE(article.published.has_value());
  CHECK(article.published->to_string() == "2024-03-12T14:05:00+01:00");
  CHECK(article.authors == Names{"Jeanne Vasseur"});
  CHECK(article.source == "Le Petit Gâtinais");
}

TEST_CASE("html: an old page of tables and fonts, in Latin-1, paragraphs parted by line breaks") {
  const std::string page = filled(
      R"(<HTML><HEAD><TITLE>Le Petit Gâtinais : {TITLE}</TITLE>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1"></HEAD><BODY BGCOLOR="#FFFFFF">
<TABLE WIDTH=780><TR><TD COLSPAN=3><IMG SRC="logo.gif"></TD></TR><TR><TD WIDTH=120 VALIGN=top>
<A HREF="une.htm">La une</A><BR><A HREF="mer.htm">Mer</A><BR><A HREF="arch.htm">Archives</A><BR><BR>
<FONT SIZE=1>Le journal paraît chaque jeudi.<BR>Abonnez-vous au bureau de tabac.</FONT></TD>
<TD VALIGN=top><FONT SIZE=5><B>{TITLE}</B></FONT><BR><FONT SIZE=2>Jeudi 14 mars 2002</FONT><P>
<FONT FACE="Arial" SIZE=2>{BODY}</FONT></TD><TD WIDTH=150><A HREF="p1.htm">Petites annonces</A><BR><A HREF="p2.htm">Météo</A></TD></TR>
<TR><TD COLSPAN=3 ALIGN=center><FONT SIZE=1>Copyright Le Petit Gâtinais 2002. Reproduction interdite.</FONT></TD></TR></TABLE></BODY></HTML>)",
      {{"TITLE", kHtmlTitle}, {"BODY", html_of_paragraphs("", "<BR><BR>", "<B>", "</B><BR><BR>")}});
  const Article article = only_record(page).article;
  CHECK(article.title == kHtmlTitle);
  CHECK(article.body == html_body());
  REQUIRE(article.published.has_value());
  CHECK(article.published->to_string() == "2002-03-14");
}

TEST_CASE("html: an application without text in its page gives the text of its JSON-LD") {
  std::string stated = html_body();
  for (std::size_t at; (at = stated.find('\n')) != std::string::npos;) stated.replace(at, 1, "\\n");
  const std::string page = filled(R"(<!doctype html><html lang="fr"><head><title>{TITLE}</title>
<script type="application/ld+json">[{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"name":"Accueil"},{"@type":"ListItem","position":2,"name":"Mer"}]},
{"@type":["ReportageNewsArticle","NewsArticle"],"headline":"{TITLE}","articleBody":"{BODY}","datePublished":"2024-03-12","image":{"@type":"ImageObject","url":"https://lephare.example/b.jpg"},
"dateline":"Port-Maline / Le Phare","locationCreated":{"@type":"Place","name":"Limoges"},"contentLocation":[{"@type":"Place","name":"Limoges"},{"@type":"Place","name":"Saint-Nazaire"}],"copyrightHolder":{"name":"Le Phare"},"copyrightYear":2024}]</script>
</head><body><div id="root"></div><noscript>Activez JavaScript pour lire cet article.</noscript></body></html>)",
                                  {{"TITLE", kHtmlTitle}, {"BODY", stated}});
  const Article article = only_record(page).article;
  CHECK(article.title == kHtmlTitle);
  CHECK(article.body == html_body());
  CHECK(article.published->to_string() == "2024-03-12");
  CHECK(article.section == "Mer");
  CHECK(article.image == "https://lephare.example/b.jpg");
  CHECK(article.rights == "© 2024 Le Phare");
  REQUIRE(article.dateline.has_value());
  CHECK(article.dateline->text == "Port-Maline / Le Phare");
  CHECK(article.dateline->place->name == "Limoges");
  REQUIRE(article.places.size() == 2);
  CHECK(article.places[1].name == "Saint-Nazaire");
}

TEST_CASE("html: microdata, its headline a cut of the text, times in both precisions") {
  const std::string page = filled(
      R"(<!DOCTYPE html><html lang="fr"><head><title>{TITLE}</title><meta property="article:published_time" content="2024-03-12T07:30:00+01:00"></head><body>
<article itemscope itemtype="http://schema.org/NewsArticle"><h1>{TITLE}</h1><meta itemprop="headline" content="Onze mois après l'incendie de sa salle des machines, le bac...">
<meta itemprop="datePublished" content="2024-03-12"><span itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">Jeanne Vasseur</span></span>
<span itemprop="publisher" itemscope itemtype="http://schema.org/Organization"><meta itemprop="name" content="Le Phare"></span><meta itemprop="articleSection" content="Mer"><meta itemprop="keywords" content="bac, Bréhan">
<div itemprop="articleBody">{BODY}</div></article></body></html>)",
      {{"TITLE", kHtmlTitle}, {"BODY", body_of_p()}});
  const Article article = only_record(page).article;
  CHECK(article.title == kHtmlTitle);
  CHECK(article.body == html_body());
  CHECK(article.published->to_string() == "2024-03-12T07:30:00+01:00");
  CHECK(article.authors == Names{"Jeanne Vasseur"});
  CHECK(article.source == "Le Phare");
  CHECK(article.section == "Mer");
  CHECK(article.tags == Names{"bac", "Bréhan"});
}

TEST_CASE(
    "html: a modern build: class names by a machine, each paragraph in wrappers, time elements") {
  const std::string page = filled(
      R"(<!DOCTYPE html><html lang="fr"><head><title>{TITLE} | Maline Info</title><meta property="og:site_name" content="Maline Info"></head><body>
<div id="__next"><div class="css-1x0"><div class="css-9a"><a href="/">Maline Info</a><a href="/mer">Mer</a></div></div>
<main class="css-77"><div class="css-8b"><h1 class="css-h">{TITLE}</h1><p class="css-lead">{LEAD}</p><div class="css-d"><time datetime="2024-03-12T06:30:00.000Z">il y a 3 heures</time></div></div>
<div class="css-body">{BODY}</div></main><div class="css-more"><div class="css-h2">À la une</div>{TEASERS}</div></div></body></html>)",
      {{"TITLE", kHtmlTitle},
       {"LEAD", kHtmlLead},
       {"TEASERS", kHtmlTeasers},
       {"BODY", html_of_paragraphs("<div class=\"css-q\"><div><p>", "</p></div></div>",
                                   "<div class=\"css-q\"><h2>", "</h2></div>",
                                   "<div class=\"css-ad\"><span>Publicité</span></div>")}});
  const Article article = only_record(page).article;
  CHECK(article.title == kHtmlTitle);
  CHECK(article.published->to_string() == "2024-03-12T06:30:00+00:00");
  CHECK((article.body == html_body() ||
         article.body == std::string(kHtmlLead) + "\n\n" + html_body()));
}

TEST_CASE("html: wrappers whose names speak of menus and banners, everything in a form") {
  const std::string page = filled(
      R"(<html><head><title>{TITLE}</title></head><body class="no-comments"><form id="aspnetForm" action="x.aspx"><input type="hidden" value="dDwtMT">
<div id="page-banner-container" class="with-sidebar menu-open"><div class="header-menu"><ul><li><a href="1">Accueil</a></li></ul></div>
<div class="promo"><h1>{TITLE}</h1>{BODY}</div></div></form></body></html>)",
      {{"TITLE", kHtmlTitle}, {"BODY", body_of_p()}});
  const Article article = only_record(page).article;
  CHECK(article.title == kHtmlTitle);
  CHECK(article.body == html_body());
}

TEST_CASE("html: lists, quotations and tables of an article are text") {
  const Article article =
      only_record(
          filled(
              R"(<html><body><article><h1>{TITLE}</h1>{BODY}<ul><li>Un départ à 6 h 40</li><li>Un retour à 19 h</li></ul>
<blockquote>« Le bac, c'est notre pont », dit le maire.</blockquote><table><tr><td>Adulte</td><td>7 euros</td></tr></table>
<p>Les billets sont en vente à la capitainerie de Port-Maline, tous les jours de 6 heures à midi.</p></article></body></html>)",
              {{"TITLE", kHtmlTitle}, {"BODY", body_of_p()}}))
          .article;
  CHECK(article.body.starts_with(html_body()));
  for (const char* part : {"Un départ à 6 h 40", "« Le bac, c'est notre pont »", "Adulte",
                           "7 euros", "à la capitainerie"}) {
    CHECK(article.body.find(part) != std::string::npos);
  }
}

TEST_CASE("html: pages without an article are refused, each with its reason") {
  const std::string paid = filled(
      R"(<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"{TITLE}","isAccessibleForFree":"False"}</script></head>
<body><article><h1>{TITLE}</h1><p>{LEAD} Onze mois après l'incendie, le bac a quitté le quai de Port-Maline avec quarante-deux passagers à son bord…</p><div class="paywall">Il vous reste 85 % de cet article à lire.</div></article></body></html>)",
      {{"TITLE", kHtmlTitle}, {"LEAD", kHtmlLead}});
  CHECK(reject_of(paid).find("abonnés") != std::string::npos);
  std::string list =
      "<html><head><title>Maline Info : toute l'actualité</title><meta property=\"og:type\" "
      "content=\"website\"></head><body><h1>Mer</h1>";
  for (int i = 0; i < 8; ++i) list += kHtmlTeasers;
  CHECK(reject_of(list + "</body></html>").find("aucun article") != std::string::npos);
  CHECK_FALSE(reject_of("<html><body></body></html>").empty());
  CHECK_FALSE(
      reject_of("<html><body><ul><li><a href=1>Accueil</a></li></ul></body></html>").empty());
}

TEST_CASE("html: an article that must be paid for and is whole in the page is read") {
  const std::string page = filled(
      R"(<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"{TITLE}","isAccessibleForFree":false}</script></head>
<body><article><h1>{TITLE}</h1>{BODY}</article></body></html>)",
      {{"TITLE", kHtmlTitle}, {"BODY", body_of_p()}});
  CHECK(only_record(page).article.body == html_body());
}

TEST_CASE("html: pieces of pages and pages behind comments are HTML, other markup is not") {
  for (const char* html :
       {"<!DOCTYPE html><p>x", "  <!-- enregistré -->\n<html>", "<p>Bonjour</p>",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\"><html>", "<DIV class=a>"}) {
    CAPTURE(html);
    CHECK(starts_like_html(html));
  }
  for (const char* other : {"", "texte", "<rss version=\"2.0\">", "<?xml version=\"1.0\"?><feed>",
                            "<newsItem>", "<!-- <html>", "<pre-texte>"}) {
    CAPTURE(other);
    CHECK_FALSE(starts_like_html(other));
  }
}

TEST_CASE("html: what hostile pages nest is read flat, what they pile up is refused") {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<div>";
  const Article article =
      only_record("<h1>" + std::string(kHtmlTitle) + "</h1>" + deep + body_of_p()).article;
  CHECK(article.body.starts_with(testing::html_paragraphs().front()));
  CHECK(article.body.ends_with(testing::html_paragraphs().back()));
  for (const char* piece : {"<b>", "<font color=a><p>", "<table>", "<svg><g>", "</p>", "<a href=x>",
                            "<!--", "<script>", "<li><ul>", "<p>a", "&amp", "<x y='"}) {
    CAPTURE(piece);
    std::string page = "<html>";
    while (page.size() < 200000) page += piece;
    read(page);
  }
  std::string much = "<html>";
  while (much.size() < (std::size_t{15} << 20)) much += "<i>x</i>";
  CHECK(reject_of(much).find("trop") != std::string::npos);
}

}  // namespace
}  // namespace gazette::indexer
