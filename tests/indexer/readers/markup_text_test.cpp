// Markup inside fields: what readers of any format make of it.
#include "indexer/readers/markup_text.h"

#include <doctest/doctest.h>

#include <random>

#include "common/utf8.h"
#include "indexer/readers/shortcodes.h"

namespace gazette::indexer {
namespace {

TEST_CASE("markup text: blocks part paragraphs, inline tags do not part words") {
  struct Case {
    const char *markup, *text;
  };
  const Case cases[] = {
      {"<p>Un.</p><p>Deux.</p>", "Un.\n\nDeux."},
      {"<p>Le <strong>mai</strong>re,\n  <a href=\"x>y\">élu</a>.</p>", "Le maire, élu."},
      {"Un<br>deux<br/><br />trois", "Un\ndeux\n\ntrois"},
      {"<ul><li>Un</li><li>Deux</ul>Trois", "Un\n\nDeux\n\nTrois"},
      {"<table><tr><td>A</td><td>12</td></tr><tr><td>B</td></tr></table>", "A 12\n\nB"},
      {"<!-- wp:paragraph --><p>Un</p><!-- /wp:paragraph -->", "Un"},
      {"<p>Un</p><script>if (a<b) { x = \"</p>\"; }</script><p>Deux</p>", "Un\n\nDeux"},
      {"<style>p > a { }</style>Texte", "Texte"},
      {"<figure><img alt=\"x\"><figcaption>Légende</figcaption></figure><p>Un</p>",
       "Légende\n\nUn"},
      {"L&rsquo;&eacute;t&#233; &#x2019; &#146; &nbsp;fin &amp; suite &lt;p&gt;",
       "L’été ’ ’ \xC2\xA0"
       "fin & suite <p>"},
      {"3 < 4 et 5 > 2 & rien &; &x", "3 < 4 et 5 > 2 & rien &; &x"},
      {"<svg><title>x</title><p>y</p></svg>Un", "Un"},
      {"<form>jamais fermé", "jamais fermé"},
      {"<xhtml:p>Un</xhtml:p><xhtml:p>Deux</xhtml:p>", "Un\n\nDeux"},
      {"<pre>a\nb</pre>", "a\nb"},
      {"<![CDATA[<p>Un</p>]]>Deux<![CDATA[<b>Trois", "Un\n\nDeuxTrois"},
      {"Première ligne\n\nDeuxième ligne", "Première ligne\n\nDeuxième ligne"},
      {"<p>coupé <a href=\"", "coupé"},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.markup);
    CHECK(markup_text(c.markup) == c.text);
  }
}

TEST_CASE("markup text: fields that were escaped once too often") {
  CHECK(escaped_markup_text("&lt;p&gt;L&amp;#039;été&lt;/p&gt;&lt;p&gt;Deux&lt;/p&gt;") ==
        "L'été\n\nDeux");
  CHECK(markup_line("&lt;b&gt;Titre&lt;/b&gt; &amp;amp; suite") == "Titre & suite");
  CHECK(markup_line("L&rsquo;été\n en <em>cinq</em> mots") == "L’été en cinq mots");
  CHECK(escaped_markup_text("<p>Écrire &lt;p&gt; en HTML</p>") == "Écrire <p> en HTML");
}

TEST_CASE("markup text: blank lines of WordPress part paragraphs") {
  const MarkupOptions options{.shortcodes = true, .blank_lines = true};
  CHECK(markup_text("Un <b>mot</b>\nsuite.\n \nDeux.", options) == "Un mot suite.\n\nDeux.");
  CHECK(markup_text("<b>Un</b>\n\n[caption id=\"a_1\" width=\"300\"]<img src=\"x\"> Légende"
                    "[/caption]\n\nDeux [sic].",
                    options) == "Un\n\nLégende\n\nDeux [sic].");
}

TEST_CASE("shortcodes: told from brackets of prose") {
  struct Case {
    const char *text, *left;
  };
  const Case cases[] = {
      {"Il a dit [sic] cela [...] hier [ndlr : non].",
       "Il a dit [sic] cela [...] hier [ndlr : non]."},
      {"a[gallery ids=\"1,2\"]b", "ab"},
      {"a[gallery]b", "ab"},
      {"[embed]https://x.fr/v[/embed]suite", "suite"},
      {"[encadre titre='x']Texte[/encadre]", "Texte"},
      {"[inconnu]Texte[/inconnu]", "Texte"},
      {"[a b = c]", "[a b = c]"},
      {"[1] [note 2]", "[1] [note 2]"},
      {"[video", "[video"},
      {"[embed][embed][embed]", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(without_shortcodes(c.text) == c.left);
  }
}

TEST_CASE("markup text: whatever the markup, valid text in time that grows with its length") {
  for (const char* piece : {"<div>", "<a b=\"", "<svg>", "</p", "<!--", "<!", "<script>", "&#",
                            "&a", "[/a ", "[embed]", "<b c='d'>", "<p><b>", "<"}) {
    std::string markup = "<p>début";
    while (markup.size() < (std::size_t{4} << 20)) markup += piece;
    CHECK(utf8::valid(markup_text(markup, {.shortcodes = true, .blank_lines = true})));
  }
  std::mt19937 random(1958);
  static const char* const kPieces[] = {"<p>",      "</p>", "<",   ">",     "é",        "&eacute;",
                                        "&#xD800;", "&#0;", "\"",  "'",     "<script>", "</script>",
                                        "<!--",     "-->",  " ",   "\n",    "[",        "]",
                                        "/",        "=",    "mot", "<br/>", "&",        ";"};
  for (int i = 0; i < 3000; ++i) {
    std::string markup;
    for (std::size_t n = random() % 25; n > 0; --n)
      markup += kPieces[random() % std::size(kPieces)];
    CAPTURE(markup);
    CHECK(utf8::valid(escaped_markup_text(markup)));
  }
}

}  // namespace
}  // namespace gazette::indexer
