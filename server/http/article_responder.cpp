// GET /v1/articles/{id}: the whole article, with marks when there is a query; or its citation.
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/accept.h"
#include "server/http/conditional.h"
#include "server/http/params/requests.h"
#include "server/http/problem.h"
#include "server/http/responders.h"
#include "server/render/answer_json.h"
#include "server/render/citation.h"
#include "server/render/export_format.h"

namespace gazette::server {
namespace {

// In the order of the table's choices for `format`.
constexpr std::array<std::string_view, 4> kOffered{"application/json", kRisType, kBibtexType,
                                                   kCslType};
constexpr std::array<ExportFormat, 3> kCitations{ExportFormat::kRis, ExportFormat::kBibtex,
                                                 ExportFormat::kCsl};

/// A name that any file system takes; ids may be addresses.
std::string file_name(std::string_view id, ExportFormat format) {
  constexpr std::size_t kMaxStem = 80;  // bytes: longer ones are no names any more
  std::string name;
  for (const char c : id.substr(0, kMaxStem)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    name += plain || ((c == '-' || c == '.' || c == '_') && !name.empty()) ? c : '-';
  }
  return name + "." + std::string(export_suffix(format));
}

void send_citation(Call& call, const Article& article, ExportFormat format) {
  ExportForm form;
  form.format = format;
  Hit hit;
  hit.article = article;
  call.response.headers.emplace("Content-Type", std::string(export_content_type(format)));
  call.response.headers.emplace("Content-Disposition",
                                "attachment; filename=\"" + file_name(article.id, format) + "\"");
  std::string& body = call.response.body;
  write_export_head(form, body);
  write_export_hit(hit, 0, form, body);
  write_export_end(1, form, body);
}

}  // namespace

void answer_article(Call& call) {
  ParameterReader reader(query_of(call.request), Endpoint::kArticle, Strictness::kStrict);
  std::optional<Selection> query;
  Selection selection = read_highlight_selection(reader);
  if (!selection.q.empty()) query = std::move(selection);
  const HighlightForm highlight = read_highlight_form(reader);
  const std::optional<std::size_t> accepted = best_accepted(call.request, kOffered);
  const std::size_t format = reader.choice("format", accepted.value_or(0));
  const bool acceptable = accepted || reader.has("format");
  if (refuse_request(call, reader, acceptable, "application/json, RIS, BibTeX ou CSL-JSON")) return;
  if (answer_unchanged(call, reader.normalised(), format)) return;
  if (format > 0) query.reset();
  const std::optional<ArticleAnswer> answer = call.archive.article(call.captured, query);
  if (!answer) {
    return send_problem(call.response, "unknown-article",
                        "Aucun article n’a l’identifiant « " + call.captured + " ».");
  }
  if (format > 0) return send_citation(call, answer->article, kCitations.at(format - 1));
  call.response.headers.emplace("Content-Type", "application/json");
  call.response.body = article_json(*answer, highlight);
}

}  // namespace gazette::server
