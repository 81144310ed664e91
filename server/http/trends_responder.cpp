// GET /v1/trends: up to five queries compared over time.
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/accept.h"
#include "server/http/conditional.h"
#include "server/http/params/requests.h"
#include "server/http/problem.h"
#include "server/http/responders.h"
#include "server/render/trends.h"

namespace gazette::server {
namespace {

// In the order of the table's choices for `format`.
constexpr std::array<std::string_view, 2> kOffered{"application/json", "text/csv"};
constexpr std::size_t kCsv = 1;

}  // namespace

void answer_trends(Call& call) {
  ParameterReader reader(query_of(call.request), Endpoint::kTrends, Strictness::kStrict);
  const Selection selection = read_selection(reader, {call.zone, call.today});
  const std::vector<std::string> queries = reader.texts("q");
  if (queries.empty() && reader.errors().empty()) {
    reader.fail("q", "Il manque « q » : une recherche au moins.");
  }
  const auto interval = static_cast<Interval>(reader.choice("interval", 0));
  const CsvDialect dialect = read_csv_dialect(reader);
  const std::optional<std::size_t> accepted = best_accepted(call.request, kOffered);
  const std::size_t format = reader.choice("format", accepted.value_or(0));
  const bool acceptable = accepted || reader.has("format");
  if (refuse_request(call, reader, acceptable, "application/json ou text/csv")) return;
  if (answer_unchanged(call, reader.normalised(), format)) return;
  const Result<Trends> trends = call.archive.trends(selection, queries, interval);
  if (!trends.ok()) return send_error(call.response, trends.error(), {});
  if (format == kCsv) {
    call.response.headers.emplace("Content-Type", "text/csv; charset=utf-8; header=present");
    call.response.headers.emplace("Content-Disposition",
                                  "attachment; filename=\"gazette-tendances.csv\"");
    call.response.body = trends_csv(*trends, dialect);
  } else {
    call.response.headers.emplace("Content-Type", "application/json");
    call.response.body = trends_json(*trends);
  }
}

}  // namespace gazette::server
