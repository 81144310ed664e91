// Every parameter of the HTTP API in one table.
#include "server/http/params/parameter_table.h"

#include <algorithm>
#include <array>

#include "common/cli/nearest_word.h"
#include "server/render/hit_fields.h"

namespace gazette::server {
namespace {

constexpr auto bit(Endpoint endpoint) { return static_cast<std::uint16_t>(endpoint); }

constexpr std::uint16_t kSearch = bit(Endpoint::kSearch);
constexpr std::uint16_t kExport = bit(Endpoint::kExport);
constexpr std::uint16_t kFacet = bit(Endpoint::kFacet);
constexpr std::uint16_t kArticle = bit(Endpoint::kArticle);
constexpr std::uint16_t kAnalyze = bit(Endpoint::kAnalyze);
constexpr std::uint16_t kFeed = bit(Endpoint::kFeed);
constexpr std::uint16_t kTrends = bit(Endpoint::kTrends);
constexpr std::uint16_t kBatch = bit(Endpoint::kBatch);
constexpr std::uint16_t kSuggest = bit(Endpoint::kSuggest);
constexpr std::uint16_t kSimilar = bit(Endpoint::kSimilar);
// Of trends and batch, `q` is not one text for all.
constexpr std::uint16_t kOneQuery = kSearch | kExport | kFacet | kFeed | kSimilar;
constexpr std::uint16_t kSelection = kOneQuery | kTrends | kBatch;

using Names = std::string_view;
constexpr std::array<Names, 2> kOps{"and", "or"};
constexpr std::array<Names, 3> kSorts{"relevance", "newest", "oldest"};
constexpr std::array<Names, 3> kMatches{"exact", "folded", "stem"};
constexpr std::array<Names, 2> kCollapses{"none", "story"};
constexpr std::array<Names, 8> kFacets{"place",  "dateline", "section", "source",
                                       "author", "tag",      "lang",    "date"};
constexpr std::array<Names, 5> kIntervals{"auto", "year", "month", "week", "day"};
constexpr std::array<Names, 3> kHighlights{"html", "ranges", "none"};
constexpr std::array<Names, 2> kDates{"on", "off"};
constexpr std::array<Names, 5> kExportFormats{"ndjson", "csv", "ris", "bibtex", "csl"};
constexpr std::array<Names, 4> kArticleFormats{"json", "ris", "bibtex", "csl"};
constexpr std::array<Names, 2> kTrendsFormats{"json", "csv"};
constexpr std::array<Names, 2> kBatchFormats{"csv", "ndjson"};
constexpr std::array<Names, 3> kSuggestTypes{"term", "place", "article"};
constexpr std::array<Names, 2> kSuggestFormats{"json", "opensearch"};
constexpr std::array<Names, 8> kPlaceLevels{"auto",   "all",        "continent", "country",
                                            "region", "department", "city",      "other"};
constexpr std::array<Names, 2> kLevelNames{"level", "place_type"};
constexpr std::array<Names, 3> kParentNames{"parent", "within", "inside"};
constexpr std::array<Names, 2> kDialects{"rfc4180", "excel-fr"};
// What people who come from other engines type.
constexpr std::array<Names, 5> kQNames{"query", "search", "keywords", "terms", "s"};
constexpr std::array<Names, 7> kFromNames{"date_from", "start",      "since", "begin_date",
                                          "from_date", "start_date", "after"};
constexpr std::array<Names, 7> kToNames{"date_to", "end",    "until",   "end_date",
                                        "to_date", "before", "max_date"};
constexpr std::array<Names, 3> kPlaceNames{"lieu", "location", "country"};
constexpr std::array<Names, 3> kSectionNames{"rubrique", "category", "desk"};
constexpr std::array<Names, 3> kSourceNames{"publisher", "journal", "domain"};
constexpr std::array<Names, 3> kAuthorNames{"auteur", "authors", "byline"};
constexpr std::array<Names, 3> kTagNames{"tags", "keyword", "mot-clé"};
constexpr std::array<Names, 2> kLangNames{"language", "langue"};
constexpr std::array<Names, 4> kSortNames{"order", "order_by", "sort_by", "tri"};
constexpr std::array<Names, 5> kLimitNames{"size", "per_page", "rows", "page_size", "hitsPerPage"};
constexpr std::array<Names, 3> kOffsetNames{"page", "start_at", "skip"};
constexpr std::array<Names, 3> kFacetsNames{"facet", "facet_by", "aggs"};
constexpr std::array<Names, 2> kContainsNames{"match_label", "facet_query"};
constexpr std::array<Names, 3> kFieldsNames{"columns", "fl", "select"};

using Kind = ParameterKind;

constexpr std::array kTable = std::to_array<ParameterSpec>({
    {"q",
     Kind::kText,
     kOneQuery | kArticle,
     "q=aide humanitaire",
     "La recherche : mots, « expression », ET, OU, SAUF, parenthèses.",
     {},
     0,
     0,
     0,
     kQNames},
    {"q",
     Kind::kTexts,
     kTrends,
     "q=Arménie",
     "Une des recherches à comparer ; cinq au plus.",
     {},
     0,
     5,
     0,
     kQNames},
    {"op", Kind::kChoice, kSelection | kArticle, "op=or",
     "Comment les mots de q se joignent : tous (and) ou l’un d’eux (or).", kOps},
    {"from",
     Kind::kDate,
     kSelection,
     "from=2023-09",
     "Premier jour, inclus.",
     {},
     0,
     0,
     0,
     kFromNames},
    {"to",
     Kind::kDate,
     kSelection,
     "to=2023-09-22",
     "Dernier jour, inclus.",
     {},
     0,
     0,
     0,
     kToNames},
    {"place",
     Kind::kPlaces,
     kSelection,
     "place=Bakou",
     "Lieu dont parle l’article, et tout ce qui s’y trouve.",
     {},
     0,
     0,
     0,
     kPlaceNames},
    {"dateline", Kind::kPlaces, kSelection, "dateline=Paris",
     "Lieu où l’article a été écrit, et tout ce qui s’y trouve."},
    {"section",
     Kind::kValues,
     kSelection,
     "section=Monde",
     "Rubrique.",
     {},
     0,
     0,
     0,
     kSectionNames},
    {"source",
     Kind::kValues,
     kSelection,
     "source=La Gazette",
     "Journal ou agence.",
     {},
     0,
     0,
     0,
     kSourceNames},
    {"author",
     Kind::kValues,
     kSelection,
     "author=Jeanne Morel",
     "Auteur.",
     {},
     0,
     0,
     0,
     kAuthorNames},
    {"tag", Kind::kValues, kSelection, "tag=-Sport", "Mot-clé.", {}, 0, 0, 0, kTagNames},
    {"lang", Kind::kValues, kSelection, "lang=fr", "Langue (BCP 47).", {}, 0, 0, 0, kLangNames},
    {"sort", Kind::kChoice, kSelection, "sort=newest",
     "Ordre : pertinence (par défaut avec q), plus récents, plus anciens.", kSorts, 0, 0, 0,
     kSortNames},
    {"match", Kind::kChoice, kSelection | kArticle, "match=exact",
     "Jusqu’où un mot trouvé peut s’écarter de la forme tapée.", kMatches},
    {"collapse", Kind::kChoice, kSelection, "collapse=story",
     "story : les reprises d’un même article comptent pour une.", kCollapses},
    {"dates", Kind::kChoice, kSelection | kArticle, "dates=off",
     "off : les dates en toutes lettres restent des mots.", kDates},
    {"strict", Kind::kFlag, kSearch, "strict=true",
     "Une requête à corriger est refusée au lieu d’être comprise au mieux."},
    {"limit",
     Kind::kNumber,
     kSearch,
     "limit=20",
     "Articles d’une page.",
     {},
     0,
     100,
     10,
     kLimitNames},
    {"limit",
     Kind::kNumber,
     kFeed,
     "limit=20",
     "Articles d’une page du fil.",
     {},
     1,
     100,
     20,
     kLimitNames},
    {"offset",
     Kind::kNumber,
     kSearch | kFeed,
     "offset=10",
     "Articles passés ; au-delà de 10 000, cursor.",
     {},
     0,
     10'000,
     0,
     kOffsetNames},
    {"cursor", Kind::kText, kSearch | kFeed, "cursor=…", "Page suivante, tel que reçu."},
    {"facets", Kind::kList, kSearch, "facets=section,place,date", "Facettes voulues.", kFacets, 0,
     0, 0, kFacetsNames},
    {"facet_limit",
     Kind::kNumber,
     kSearch | kFacet,
     "facet_limit=20",
     "Valeurs de chaque facette.",
     {},
     0,
     1000,
     10},
    {"place_level", Kind::kChoice, kSearch | kFacet, "place_level=country",
     "Facette place : les lieux d’un niveau ; auto : les pays, et les lieux dont il est question "
     "eux-mêmes.",
     kPlaceLevels, 0, 0, 0, kLevelNames},
    {"place_parent",
     Kind::kText,
     kSearch | kFacet,
     "place_parent=Arménie",
     "Facette place : les lieux directement dans celui-ci, ou avec place_level tous ceux d’un "
     "niveau.",
     {},
     0,
     0,
     0,
     kParentNames},
    {"dateline_level", Kind::kChoice, kSearch | kFacet, "dateline_level=city",
     "Comme place_level, pour la facette dateline.", kPlaceLevels},
    {"dateline_parent", Kind::kText, kSearch | kFacet, "dateline_parent=France",
     "Comme place_parent, pour la facette dateline."},
    {"interval", Kind::kChoice, kSearch | kTrends, "interval=month", "Pas de l’histogramme.",
     kIntervals},
    {"fragments", Kind::kNumber, kSearch, "fragments=3", "Extraits par article.", {}, 0, 10, 2},
    {"fragment_size",
     Kind::kNumber,
     kSearch,
     "fragment_size=200",
     "Longueur d’un extrait, en caractères.",
     {},
     20,
     1000,
     160},
    {"highlight", Kind::kChoice, kSearch | kArticle, "highlight=ranges", "Forme du surlignage.",
     kHighlights},
    {"explain", Kind::kFlag, kSearch, "explain=true",
     "Dit pour chaque article sous quelle forme chaque mot a été trouvé."},
    {"fields", Kind::kList, kSearch | kExport | kSimilar, "fields=id,title,published",
     "Clés voulues de chaque article.", kHitFieldNames, 0, 0, 0, kFieldsNames},
    {"format", Kind::kChoice, kExport, "format=csv", "Format de l’export.", kExportFormats},
    {"format", Kind::kChoice, kArticle, "format=ris",
     "Format de l’article ; ris, bibtex et csl pour le citer.", kArticleFormats},
    {"format", Kind::kChoice, kTrends, "format=csv", "Format des courbes.", kTrendsFormats},
    {"format", Kind::kChoice, kBatch, "format=ndjson", "Format du tableau.", kBatchFormats},
    {"csv_dialect", Kind::kChoice, kExport | kTrends | kBatch, "csv_dialect=excel-fr",
     "excel-fr : point-virgule, virgule décimale et marque UTF-8, pour Excel en français.",
     kDialects},
    {"contains",
     Kind::kText,
     kFacet,
     "contains=par",
     "Texte cherché dans les libellés.",
     {},
     0,
     0,
     0,
     kContainsNames},
    {"limit", Kind::kNumber, kFacet, "limit=50", "Valeurs données.", {}, 0, 1000, 10},
    {"q",
     Kind::kText,
     kSuggest,
     "q=karab",
     "Ce qui est tapé jusqu’ici : le dernier mot est complété.",
     {},
     0,
     0,
     0,
     kQNames},
    {"limit", Kind::kNumber, kSuggest, "limit=8", "Propositions données.", {}, 0, 50, 10},
    {"types", Kind::kList, kSuggest, "types=term,place",
     "Sortes de propositions : mots, lieux, titres d’articles.", kSuggestTypes},
    {"format", Kind::kChoice, kSuggest, "format=opensearch",
     "opensearch : le tableau que lisent les navigateurs.", kSuggestFormats},
    {"limit", Kind::kNumber, kSimilar, "limit=5", "Articles donnés.", {}, 0, 50, 10},
    {"text",
     Kind::kText,
     kAnalyze,
     "text=L’Azerbaïdjan",
     "Le texte à analyser.",
     {},
     0,
     0,
     0,
     kQNames},
});

}  // namespace

std::span<const ParameterSpec> parameter_table() { return kTable; }

const ParameterSpec* find_parameter(std::string_view name, Endpoint endpoint) {
  for (const ParameterSpec& spec : kTable) {
    if (spec.name == name && (spec.endpoints & bit(endpoint)) != 0) return &spec;
  }
  return nullptr;
}

std::string_view suggest_parameter(std::string_view name, Endpoint endpoint) {
  std::array<std::string_view, kTable.size()> names;
  std::size_t count = 0;
  for (const ParameterSpec& spec : kTable) {
    if ((spec.endpoints & bit(endpoint)) == 0) continue;
    if (std::ranges::find(spec.other_names, name) != spec.other_names.end()) return spec.name;
    names.at(count++) = spec.name;
  }
  return nearest_word(name, std::span(names).first(count));
}

std::string_view endpoint_title(Endpoint endpoint) {
  switch (endpoint) {
    case Endpoint::kSearch:
      return "/v1/search";
    case Endpoint::kExport:
      return "/v1/export";
    case Endpoint::kFacet:
      return "/v1/facets/{name}";
    case Endpoint::kArticle:
      return "/v1/articles/{id}";
    case Endpoint::kAnalyze:
      return "/v1/analyze";
    case Endpoint::kFeed:
      return "/v1/feed";
    case Endpoint::kTrends:
      return "/v1/trends";
    case Endpoint::kBatch:
      return "/v1/batch";
    case Endpoint::kSuggest:
      return "/v1/suggest";
    case Endpoint::kSimilar:
      return "/v1/articles/{id}/similar";
    case Endpoint::kPlain:
      break;
  }
  return "cette adresse";
}

}  // namespace gazette::server
