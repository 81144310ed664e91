// The words of buttons, menus and notices around an article, as data.
#include <cstdint>

#include "indexer/readers/page_lines.h"

namespace gazette::indexer {
namespace {

enum class Match : std::uint8_t {
  kWhole,     ///< the line is this
  kStart,     ///< it starts with these words and is short
  kEnd,       ///< it ends with these words and is short
  kAnywhere,  ///< these words stand in it and it is short
};

struct Rule {
  Match match;
  std::string_view words;  ///< folded
  std::string_view part;   ///< what is said of the line
};

constexpr std::string_view kPlaceholder = "texte d'attente d'un script";
constexpr std::string_view kShare = "bouton de partage";
constexpr std::string_view kMore = "lien vers la suite ou une rubrique";
constexpr std::string_view kLinks = "lien vers d'autres articles";
constexpr std::string_view kList = "liste d'autres articles";
constexpr std::string_view kCookies = "avis sur les cookies";
constexpr std::string_view kAdvert = "publicité";
constexpr std::string_view kReact = "réactions des lecteurs";
constexpr std::string_view kSubscribe = "abonnement ou lettre d'information";
constexpr std::string_view kAccount = "compte du lecteur";
constexpr std::string_view kMenu = "menu";
constexpr std::string_view kCredit = "crédit d'une photo ou droits";
constexpr std::string_view kLegal = "mentions légales";

// No sentence of an article is as short as a line must be for kStart, kEnd and kAnywhere and says
// these words there.
constexpr std::size_t kShortWords = 22;

constexpr Rule kRules[] = {
    {Match::kWhole, "loading", kPlaceholder},
    {Match::kWhole, "chargement", kPlaceholder},
    {Match::kWhole, "chargement en cours", kPlaceholder},
    {Match::kStart, "please enable javascript", kPlaceholder},
    {Match::kStart, "veuillez activer javascript", kPlaceholder},
    {Match::kEnd, "voir plus", kMore},
    {Match::kEnd, "lire la suite", kMore},
    {Match::kWhole, "en savoir plus", kMore},
    {Match::kWhole, "afficher plus", kMore},
    {Match::kWhole, "voir tout", kMore},
    {Match::kWhole, "voir aussi", kLinks},
    {Match::kStart, "a lire aussi", kLinks},
    {Match::kStart, "lire aussi", kLinks},
    {Match::kStart, "lire egalement", kLinks},
    {Match::kStart, "a lire egalement", kLinks},
    {Match::kStart, "a voir aussi", kLinks},
    {Match::kStart, "a ecouter aussi", kLinks},
    {Match::kStart, "sur le meme sujet", kLinks},
    {Match::kStart, "sur le meme theme", kLinks},
    {Match::kStart, "articles lies", kList},
    {Match::kStart, "articles similaires", kList},
    {Match::kStart, "dans la meme rubrique", kList},
    {Match::kStart, "vous aimerez aussi", kList},
    {Match::kStart, "nos autres articles", kList},
    {Match::kStart, "les plus lus", kList},
    {Match::kStart, "les articles les plus lus", kList},
    {Match::kStart, "liste des articles archives", kList},
    {Match::kStart, "toutes les news", kList},
    {Match::kStart, "alerte info", kLinks},
    {Match::kWhole, "pour aller plus loin", kLinks},
    {Match::kWhole, "pour en savoir plus", kLinks},
    {Match::kWhole, "fil info", kList},
    {Match::kWhole, "toute l actualite", kList},
    {Match::kWhole, "toute l actu", kList},
    {Match::kWhole, "toutes les actualites", kList},
    {Match::kWhole, "derniers articles", kList},
    {Match::kWhole, "les derniers articles", kList},
    {Match::kWhole, "dernieres actualites", kList},
    {Match::kWhole, "les dernieres actualites", kList},
    {Match::kWhole, "articles recents", kList},
    {Match::kWhole, "plus d articles", kList},
    {Match::kWhole, "autres articles", kList},
    {Match::kWhole, "a ne pas manquer", kList},
    {Match::kWhole, "a decouvrir", kList},
    {Match::kWhole, "a decouvrir aussi", kList},
    {Match::kWhole, "en continu", kList},
    {Match::kWhole, "partager", kShare},
    {Match::kWhole, "partagez", kShare},
    {Match::kWhole, "partage", kShare},
    {Match::kStart, "partager sur", kShare},
    {Match::kStart, "partager cet article", kShare},
    {Match::kStart, "partager l article", kShare},
    {Match::kStart, "partagez cet article", kShare},
    {Match::kStart, "facebook twitter", kShare},
    {Match::kStart, "facebook x ", kShare},
    {Match::kWhole, "facebook", kShare},
    {Match::kWhole, "twitter", kShare},
    {Match::kWhole, "whatsapp", kShare},
    {Match::kWhole, "linkedin", kShare},
    {Match::kWhole, "telegram", kShare},
    {Match::kWhole, "facebooktwitter", kShare},
    {Match::kWhole, "copier le lien", kShare},
    {Match::kWhole, "imprimer", kShare},
    {Match::kWhole, "envoyer par mail", kShare},
    {Match::kStart, "envoyer a un ami", kShare},
    {Match::kWhole, "tweeter", kShare},
    {Match::kStart, "vous avez aime cet article", kShare},
    {Match::kStart, "cet article vous a plu", kShare},
    {Match::kStart, "suivez nous", kShare},
    {Match::kStart, "retrouvez nous sur", kShare},
    {Match::kStart, "ce site utilise des cookies", kCookies},
    {Match::kAnywhere, "utilise des cookies", kCookies},
    {Match::kAnywhere, "utilisons des cookies", kCookies},
    {Match::kAnywhere, "utilisation de cookies", kCookies},
    {Match::kAnywhere, "utilisation des cookies", kCookies},
    {Match::kAnywhere, "accepter les cookies", kCookies},
    {Match::kStart, "gerer les cookies", kCookies},
    {Match::kStart, "tout accepter", kCookies},
    {Match::kStart, "tout refuser", kCookies},
    {Match::kStart, "accepter refuser", kCookies},
    {Match::kWhole, "accepter", kCookies},
    {Match::kWhole, "refuser", kCookies},
    {Match::kWhole, "publicite", kAdvert},
    {Match::kWhole, "annonce", kAdvert},
    {Match::kAnywhere, "bloqueur de publicite", kAdvert},
    {Match::kAnywhere, "bloqueur de publicites", kAdvert},
    {Match::kAnywhere, "votre bloqueur", kAdvert},
    {Match::kAnywhere, "votre adblock", kAdvert},
    {Match::kAnywhere, "votre adblocker", kAdvert},
    {Match::kWhole, "contenu sponsorise", kAdvert},
    {Match::kWhole, "liens commerciaux", kAdvert},
    {Match::kStart, "la suite apres la publicite", kAdvert},
    {Match::kStart, "la suite apres cette publicite", kAdvert},
    {Match::kWhole, "reagir", kReact},
    {Match::kWhole, "commenter", kReact},
    {Match::kWhole, "commentaires", kReact},
    {Match::kStart, "laisser un commentaire", kReact},
    {Match::kStart, "ajouter un commentaire", kReact},
    {Match::kStart, "poster un commentaire", kReact},
    {Match::kStart, "vos reactions doivent", kReact},
    {Match::kStart, "soyez le premier a commenter", kReact},
    {Match::kWhole, "s abonner", kSubscribe},
    {Match::kWhole, "je m abonne", kSubscribe},
    {Match::kWhole, "abonnez vous", kSubscribe},
    {Match::kStart, "inscrivez vous a", kSubscribe},
    {Match::kStart, "abonnez vous a", kSubscribe},
    {Match::kStart, "recevez notre newsletter", kSubscribe},
    {Match::kWhole, "newsletter", kSubscribe},
    {Match::kAnywhere, "notre newsletter", kSubscribe},
    {Match::kAnywhere, "nos newsletters", kSubscribe},
    {Match::kAnywhere, "vous desinscrire a tout moment", kSubscribe},
    {Match::kAnywhere, "vous desabonner a tout moment", kSubscribe},
    {Match::kAnywhere, "en vous inscrivant a", kSubscribe},
    {Match::kStart, "inscrivez vous pour recevoir", kSubscribe},
    {Match::kStart, "recevez chaque jour", kSubscribe},
    {Match::kStart, "recevez chaque matin", kSubscribe},
    {Match::kStart, "recevez chaque soir", kSubscribe},
    {Match::kStart, "recevez chaque semaine", kSubscribe},
    {Match::kStart, "newsletter recevez", kSubscribe},
    {Match::kStart, "cet article vous est offert", kSubscribe},
    {Match::kStart, "en cliquant sur s inscrire", kSubscribe},
    {Match::kStart, "votre adresse email est utilisee", kSubscribe},
    {Match::kStart, "votre adresse e mail est utilisee", kSubscribe},
    {Match::kStart, "abonnez vous a partir de", kSubscribe},
    {Match::kAnywhere, "decouvrez nos offres", kSubscribe},
    {Match::kAnywhere, "nos offres d abonnement", kSubscribe},
    {Match::kAnywhere, "de cet article a lire", kSubscribe},
    {Match::kWhole, "s inscrire", kSubscribe},
    {Match::kWhole, "je m inscris", kSubscribe},
    {Match::kWhole, "ok", kSubscribe},
    {Match::kWhole, "valider", kSubscribe},
    {Match::kStart, "article reserve aux abonnes", kSubscribe},
    {Match::kStart, "cet article est reserve", kSubscribe},
    {Match::kWhole, "se connecter", kAccount},
    {Match::kWhole, "connexion", kAccount},
    {Match::kWhole, "mon compte", kAccount},
    {Match::kWhole, "menu", kMenu},
    {Match::kWhole, "a la une", kMenu},
    {Match::kWhole, "accueil", kMenu},
    {Match::kStart, "accueil ", kMenu},
    {Match::kWhole, "rechercher", kMenu},
    {Match::kWhole, "retour en haut", kMenu},
    {Match::kWhole, "haut de page", kMenu},
    {Match::kStart, "aller au contenu", kMenu},
    {Match::kStart, "tous droits reserves", kLegal},
    {Match::kEnd, "tous droits reserves", kLegal},
    {Match::kEnd, "reproduction interdite", kLegal},
    {Match::kStart, "mentions legales", kLegal},
    {Match::kStart, "credit photo", kCredit},
    {Match::kStart, "credits photo", kCredit},
    {Match::kStart, "conditions generales", kLegal},
};

std::size_t count_words(std::string_view folded) {
  std::size_t words = folded.empty() ? 0 : 1;
  for (const char c : folded) words += c == ' ' ? 1 : 0;
  return words;
}

/// `words` stands in `folded` at `at` and is not part of a longer word.
bool stands_at(std::string_view folded, std::size_t at, std::string_view words) {
  if (folded.substr(at, words.size()) != words) return false;
  const std::size_t end = at + words.size();
  return (at == 0 || folded[at - 1] == ' ') &&
         (end == folded.size() || folded[end] == ' ' || words.ends_with(' '));
}

bool applies(const Rule& rule, std::string_view folded) {
  switch (rule.match) {
    case Match::kWhole:
      return folded == rule.words;
    case Match::kStart:
      return stands_at(folded, 0, rule.words);
    case Match::kEnd:
      return folded.size() >= rule.words.size() &&
             stands_at(folded, folded.size() - rule.words.size(), rule.words);
    case Match::kAnywhere:
      for (std::size_t at = folded.find(rule.words); at != std::string_view::npos;
           at = folded.find(rule.words, at + 1)) {
        if (stands_at(folded, at, rule.words)) return true;
      }
      return false;
  }
  return false;
}

}  // namespace

std::string_view furniture_of(std::string_view text, std::string_view folded) {
  if (count_words(folded) > kShortWords) return {};
  if (text.starts_with("©")) return kCredit;
  for (const Rule& rule : kRules) {
    if (applies(rule, folded)) return rule.part;
  }
  return {};
}

bool stands_amid_text(std::string_view furniture) {
  return furniture == kLinks || furniture == kAdvert || furniture == kShare ||
         furniture == kSubscribe || furniture == kCredit || furniture == kList;
}

bool opens_links(std::string_view folded) {
  const std::string_view part = furniture_of(folded, folded);
  return part == kLinks || part == kList;
}

bool is_list_heading(std::string_view furniture) { return furniture == kList; }

}  // namespace gazette::indexer
