// One table of names.
#include "indexer/readers/field_names.h"

#include <algorithm>

#include "common/analysis/fold.h"
#include "indexer/readers/clean_text.h"

namespace gazette::indexer {
namespace {

struct Names {
  FieldName field;
  const char* key;         ///< of native JSON
  std::string_view shown;  ///< how messages call it
  std::string_view names;  ///< folded, letters and digits only, parted by spaces
};

constexpr Names kNames[] = {
    {FieldName::kId, "id", "id",
     "id identifiant guid uid uuid reference ref numero articleid idarticle"},
    {FieldName::kUrl, "url", "url",
     "url lien link adresse permalink permalien href urlarticle lienarticle adresseweb"},
    {FieldName::kTitle, "title", "titre",
     "titre title headline titrearticle articletitle hed manchette titreprincipal"},
    {FieldName::kSubtitle, "subtitle", "chapo",
     "chapo chapeau subtitle soustitre description summary resume abstract excerpt extrait "
     "standfirst dek accroche lead lede introduction"},
    {FieldName::kBody, "body", "texte",
     "texte text corps contenu content body article textearticle textecomplet fulltext articlebody "
     "bodytext contenttext contenthtml corpsdutexte corpsarticle bodyhtml html texteintegral"},
    {FieldName::kPublished, "published", "date",
     "date published datepublication datedepublication dateparution datedeparution publication "
     "parution publishedat datepublished pubdate publicationdate datetime dateheure jour publiele "
     "publie createdat datearticle issued timestamp"},
    {FieldName::kClock, "time", "heure",
     "heure time heurepublication heuredepublication hour heureparution"},
    {FieldName::kModified, "modified", "date de modification",
     "modified modification datemodification datedemodification updated updatedat datemodified "
     "misajour misajourle majle datemaj dernieremodification dernieremiseajour miseajour "
     "datemiseajour datedemiseajour lastmodified modifiele"},
    {FieldName::kAuthors, "authors", "auteur",
     "auteur auteurs author authors byline signature journaliste journalistes creator redacteur "
     "par by writer"},
    {FieldName::kSection, "section", "rubrique",
     "rubrique section category categorie desk articlesection themeprincipal rubriques categories "
     "sections"},
    {FieldName::kTags, "tags", "mots-clés",
     "motscles motcle tags tag keywords keyword etiquettes sujets sujet theme themes subjects "
     "motsclefs motclef thematiques labels"},
    {FieldName::kSource, "source", "source",
     "source journal publisher media publicationname titredepresse newspaper editeur nomdujournal "
     "titrejournal sourcename site agence outlet"},
    {FieldName::kLanguage, "language", "langue", "langue language lang locale inlanguage"},
    {FieldName::kDateline, "dateline", "dateline",
     "dateline lieuredaction lieuderedaction origine located provenance"},
    {FieldName::kPlaces, "places", "lieux",
     "lieu lieux places place locations location ville villes commune communes pays geo "
     "contentlocation localisation"},
    {FieldName::kLatitude, "lat", "latitude", "latitude lat"},
    {FieldName::kLongitude, "lon", "longitude", "longitude lon lng long"},
    {FieldName::kImage, "image", "image",
     "image photo imageurl urlimage illustration picture thumbnail urlphoto photourl visuel"},
    {FieldName::kRights, "rights", "droits",
     "droits rights copyright licence license mentionlegale credit copyrightnotice"},
    {FieldName::kVersion, "version", "version", "version revision"},
    {FieldName::kStatus, "status", "statut", "statut status etat pubstatus state"},
    {FieldName::kEmbargo, "embargo", "embargo",
     "embargo embargoed embargountil embargoeduntil finembargo embargojusquau"}};

std::string bare(std::string_view header) {
  std::string out;
  for (const char c : fold(exact_form(header))) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

bool holds_word(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); at != std::string_view::npos;
       at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' '))
      return true;
  }
  return false;
}

}  // namespace

namespace {

std::optional<FieldName> field_named(std::string_view name) {
  for (const Names& names : kNames) {
    if (holds_word(names.names, name)) return names.field;
  }
  return std::nullopt;
}

/// "Titre de l'article", "Nom de l'auteur", "Author name" say no more than "Titre", "Auteur".
std::optional<FieldName> field_without_filler(std::string_view name) {
  for (const std::string_view filler : {"", "nomdela", "nomdel", "nomdu"}) {
    if (!name.starts_with(filler)) continue;
    std::string_view rest = name.substr(filler.size());
    for (const std::string_view end : {"delarticle", "dudocument", "delapage", "name"}) {
      if (rest.ends_with(end)) rest.remove_suffix(end.size());
    }
    if (rest.empty() || rest.size() == name.size()) continue;
    if (const std::optional<FieldName> field = field_named(rest)) return field;
  }
  return std::nullopt;
}

}  // namespace

std::optional<FieldName> field_of(std::string_view header) {
  constexpr std::size_t kLongestHeader = 80;
  if (header.size() > kLongestHeader) return std::nullopt;
  const std::string name = bare(header);
  if (name.empty()) return std::nullopt;
  const std::optional<FieldName> field = field_named(name);
  return field ? field : field_without_filler(name);
}

const char* native_key(FieldName field) {
  return std::find_if(std::begin(kNames), std::end(kNames),
                      [&](const Names& names) { return names.field == field; })
      ->key;
}

std::string known_headers() {
  std::string out;
  for (const Names& names : kNames) {
    if (!out.empty()) out += ", ";
    out += names.shown;
  }
  return out;
}

std::vector<std::string> split_list(std::string_view cell) {
  const bool strong = cell.find_first_of("|;\n") != std::string_view::npos;
  const std::string_view breaks = strong ? "|;\n" : ",";
  std::vector<std::string> items;
  for (std::size_t at = 0; at <= cell.size();) {
    const std::size_t end = std::min(cell.find_first_of(breaks, at), cell.size());
    std::string item = clean_line(cell.substr(at, end - at));
    if (!item.empty()) items.push_back(std::move(item));
    at = end + 1;
  }
  return items;
}

}  // namespace gazette::indexer
