// Sentences of French news: what ends one and what does not.
#include "server/highlight/sentences.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

using gazette::server::Sentence;
using gazette::server::split_sentences;
using gazette::server::split_sentences_around;

namespace {

/// The sentences, parted by " | "; " ¶ " before one that opens a paragraph.
std::string shown(const std::string& text) {
  std::vector<Sentence> sentences;
  split_sentences(text, sentences);
  std::string result;
  for (const Sentence& s : sentences) {
    if (!result.empty()) result += s.opens_paragraph ? " ¶ " : " | ";
    result += text.substr(s.begin, s.end - s.begin);
  }
  return result;
}

struct Case {
  std::string why;
  std::string text;
  std::string shown = text;  // one sentence
};

}  // namespace

TEST_CASE("sentences: end marks, quotes and paragraphs part them") {
  const Case cases[] = {
      {"full stops", "Il pleut. Le vent se lève. ", "Il pleut. | Le vent se lève."},
      {"question and exclamation with their space", "Vraiment ? Oui ! Tant mieux.",
       "Vraiment ? | Oui ! | Tant mieux."},
      {"dots of omission before a capital", "Il hésite… Puis il part... Enfin.",
       "Il hésite… | Puis il part... | Enfin."},
      {"guillemets close with their sentence", "« Nous partons. » Elle se tait.",
       "« Nous partons. » | Elle se tait."},
      {"guillemets closed after a no-break space", "« Quand ?\u00a0» Silence.",
       "« Quand ?\u00a0» | Silence."},
      {"straight quotes close", "\"Nous partons.\" Elle se tait.",
       "\"Nous partons.\" | Elle se tait."},
      {"a quote opens the next", "Il parle. \"Nous partons\", dit-il.",
       "Il parle. | \"Nous partons\", dit-il."},
      {"a dash opens the next", "Il parle. – Où donc ? – Là.", "Il parle. | – Où donc ? | – Là."},
      {"a figure begins a sentence", "Il est parti. 15 personnes restent.",
       "Il est parti. | 15 personnes restent."},
      {"an accented capital begins one", "Il part. Événement rare.", "Il part. | Événement rare."},
      {"a blank line parts paragraphs", "Un titre\n\nIl pleut. Il vente.",
       "Un titre ¶ Il pleut. | Il vente."},
      {"blank lines with spaces and carriage returns", "Un\r\n \r\nDeux", "Un ¶ Deux"},
      {"a line end before a capital", "Un titre\nIl pleut.", "Un titre | Il pleut."},
      {"Chinese", "你好。再见!", "你好。 | 再见!"},
      {"brackets close", "(Il pleut.) Le vent tombe.", "(Il pleut.) | Le vent tombe."},
      {"nothing", "", ""},
      {"white space alone", " \n\n\u00a0 ", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(shown(c.text) == c.shown);
  }
}

TEST_CASE("sentences: titles, initials, figures and quoted questions do not end one") {
  const Case cases[] = {
      {"monsieur", "Selon M. Dupont, MM. Petit et Grand et Mme. Roy viennent."},
      {"docteur, saint, avenue", "Le Dr. Roy, de St. Malo, habite av. Foch."},
      {"initials", "J. Chirac et F. M. Arouet ont écrit à J.-C. Dupont."},
      {"before Christ", "En 52 av. J.-C. Vercingétorix se rend."},
      {"acronym", "L'O.N.U. Femmes se réunit."},
      {"figures", "Il y a 15.000 morts, 3.5 % et le N.1 mondial à 19h.30."},
      {"page and date", "Voir p. 12 et le 3 sept. 2020 ou fig. 4."},
      {"et cetera", "Des pommes, des poires, etc. et des noix."},
      {"quoted question", "« Où vas-tu ? » demande-t-elle."},
      {"quoted dots", "\"Eh bien…\", dit-il."},
      {"empty guillemets", "Il a lu « … » et rien d'autre."},
      {"dots before a small letter", "Il hésite... puis part."},
      {"œ is a small letter", "Il hésite... œuvrer, dit-il."},
      {"numbered line", "1. Paris"},
      {"address", "Voir www.exemple.fr/a.b?c=d!e pour plus."},
      {"wrapped line", "Le vent se\nlève sur la mer."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(shown(c.text) == c.shown);
  }
}

TEST_CASE("sentences: any bytes come out in order, with nothing but white space left out") {
  std::mt19937 random(20230922);
  const std::vector<std::string> bits = {".", "!",    " ",  "\n",   "\n\n",   "M",
                                         "a", "é",    "…",  "»",    "\u00a0", "\"",
                                         "1", "\xFF", "。", "\xE2", "- ",     "\xC2"};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = static_cast<int>(random() % 40); i > 0; --i) text += bits[random() % bits.size()];
    CAPTURE(text);
    std::vector<Sentence> sentences;
    split_sentences(text, sentences);
    std::size_t at = 0;
    for (const Sentence& s : sentences) {
      REQUIRE(s.begin >= at);
      REQUIRE(s.end > s.begin);
      REQUIRE(s.end <= text.size());
      for (; at < s.begin; at += gazette::server::space_at(text, at)) {
        REQUIRE(gazette::server::space_at(text, at) > 0);
      }
      CHECK(gazette::server::space_at(text, s.begin) == 0);
      at = s.end;
    }
    for (; at < text.size(); at += gazette::server::space_at(text, at)) {
      REQUIRE(gazette::server::space_at(text, at) > 0);
    }
  }
}

TEST_CASE("sentences: those of the wanted paragraphs are the same as among all") {
  std::mt19937 random(58);
  const std::vector<std::string> bits = {".", " ", "\n", "\n\n", "\r\n \r\n",
                                         "M", "a", "é ", "!",    "\xE2"};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = static_cast<int>(random() % 60); i > 0; --i) text += bits[random() % bits.size()];
    CAPTURE(text);
    std::vector<std::uint32_t> wanted;
    for (std::uint32_t at = 0; at < text.size(); ++at) {
      if (text[at] == 'M' && random() % 3 == 0) wanted.push_back(at);
    }
    std::vector<Sentence> all, around;
    split_sentences(text, all);
    split_sentences_around(text, wanted, around);
    std::vector<Sentence> expected;
    for (std::size_t i = 0; i < all.size();) {
      std::size_t next = i + 1;
      while (next < all.size() && !all[next].opens_paragraph) ++next;
      const bool has_one = std::any_of(wanted.begin(), wanted.end(), [&](std::uint32_t at) {
        return at >= all[i].begin && at < all[next - 1].end;
      });
      if (has_one)
        expected.insert(expected.end(), all.begin() + static_cast<std::ptrdiff_t>(i),
                        all.begin() + static_cast<std::ptrdiff_t>(next));
      i = next;
    }
    REQUIRE(around.size() == expected.size());
    for (std::size_t i = 0; i < around.size(); ++i) {
      CHECK(around[i].begin == expected[i].begin);
      CHECK(around[i].end == expected[i].end);
      CHECK(around[i].opens_paragraph == expected[i].opens_paragraph);
    }
  }
}
