// What the description of the API says of each operation.
#include "server/http/openapi/operations.h"

#include <array>

namespace gazette::server {
namespace {

constexpr std::array<Media, 1> kSearchAnswer{{{"application/json", "SearchAnswer"}}};
constexpr std::array<Media, 1> kSelectionBody{{{"application/json", "SearchBody"}}};
constexpr std::array<Media, 5> kExports{{{"application/x-ndjson", "ExportLine"},
                                         {"text/csv", "text"},
                                         {"application/x-research-info-systems", "text"},
                                         {"application/x-bibtex", "text"},
                                         {"application/vnd.citationstyles.csl+json", "CslItems"}}};
constexpr std::array<Media, 1> kAtom{{{"application/atom+xml", "text"}}};
constexpr std::array<Media, 2> kTrendsAnswer{
    {{"application/json", "Trends"}, {"text/csv", "text"}}};
constexpr std::array<Media, 2> kBatchAnswer{
    {{"text/csv", "text"}, {"application/x-ndjson", "BatchLine"}}};
constexpr std::array<Media, 3> kBatchBody{
    {{"text/csv", "text"}, {"text/plain", "text"}, {"application/x-ndjson", "text"}}};
constexpr std::array<Media, 4> kArticleAnswer{
    {{"application/json", "Article"},
     {"application/x-research-info-systems", "text"},
     {"application/x-bibtex", "text"},
     {"application/vnd.citationstyles.csl+json", "CslItems"}}};
constexpr std::array<Media, 1> kSimilarAnswer{{{"application/json", "Similar"}}};
constexpr std::array<Media, 2> kSuggestAnswer{
    {{"application/json", "Suggestions"},
     {"application/x-suggestions+json", "OpenSearchSuggestions"}}};
constexpr std::array<Media, 1> kFacetAnswer{{{"application/json", "FacetAnswer"}}};
constexpr std::array<Media, 1> kAnalysis{{{"application/json", "Analysis"}}};
constexpr std::array<Media, 1> kStats{{{"application/json", "Stats"}}};
constexpr std::array<Media, 1> kStatus{{{"application/json", "Status"}}};
constexpr std::array<Media, 1> kAnything{{{"application/json", "Description"}}};
constexpr std::array<Media, 1> kMetrics{{{"text/plain", "text"}}};

constexpr std::array kOperations = std::to_array<Operation>({
    {"/v1/search", false, "search", Endpoint::kSearch,
     "Une page d’articles, avec facettes et histogramme.", true, kSearchAnswer},
    {"/v1/search", true, "searchPosted", Endpoint::kSearch,
     "La même recherche, ses paramètres en JSON.", false, kSearchAnswer, kSelectionBody},
    {"/v1/export", false, "exportArticles", Endpoint::kExport,
     "Tous les articles trouvés, au fil de la lecture.", false, kExports},
    {"/v1/feed", false, "feed", Endpoint::kFeed, "Les plus récents, en Atom.", true, kAtom},
    {"/v1/trends", false, "trends", Endpoint::kTrends,
     "Jusqu’à cinq recherches comparées dans le temps.", true, kTrendsAnswer},
    {"/v1/batch", true, "batch", Endpoint::kBatch,
     "Une recherche par ligne : total, première et dernière date.", false, kBatchAnswer,
     kBatchBody},
    {"/v1/articles/{id}", false, "article", Endpoint::kArticle,
     "Un article entier, ou sa référence.", true, kArticleAnswer},
    {"/v1/articles/{id}/similar", false, "similar", Endpoint::kSimilar,
     "Des articles proches d’un article.", true, kSimilarAnswer},
    {"/v1/suggest", false, "suggest", Endpoint::kSuggest, "Comment finir ce qui est tapé.", false,
     kSuggestAnswer},
    {"/v1/facets/{name}", false, "facet", Endpoint::kFacet, "Les valeurs d’une facette.", true,
     kFacetAnswer},
    {"/v1/analyze", false, "analyze", Endpoint::kAnalyze,
     "Les mots d’un texte tels que l’index les voit.", false, kAnalysis},
    {"/v1/stats", false, "stats", Endpoint::kPlain, "Chiffres de l’archive.", true, kStats},
    {"/v1/openapi.json", false, "openapi", Endpoint::kPlain, "Cette description.", false,
     kAnything},
    {"/metrics", false, "metrics", Endpoint::kPlain, "Mesures pour Prometheus.", false, kMetrics},
    {"/healthz", false, "alive", Endpoint::kPlain, "Le serveur vit.", false, kStatus},
    {"/readyz", false, "ready", Endpoint::kPlain, "Le serveur peut répondre.", false, kStatus},
});

}  // namespace

std::span<const Operation> operations() { return kOperations; }

}  // namespace gazette::server
