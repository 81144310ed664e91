// POST /v1/batch: one query a line in, one line of figures each out.
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/http/url.h"
#include "server/http/accept.h"
#include "server/http/batch/query_rows.h"
#include "server/http/params/requests.h"
#include "server/http/problem.h"
#include "server/http/public_address.h"
#include "server/http/responders.h"
#include "server/render/batch_line.h"

namespace gazette::server {
namespace {

constexpr std::size_t kBlock = 4096;  // bytes handed on at once: rows are seen as they come

// Content types that a client may ask for, in the order of the table's choices for `format`.
constexpr std::array<std::string_view, 2> kOffered{"text/csv", "application/x-ndjson"};

struct Batch {
  std::vector<QueryRow> rows;
  Selection selection;  ///< without a query
  http::QueryList filters;
  std::string base;
  BatchForm form;
};

std::string joined(const std::vector<QueryWarning>& warnings, std::string text) {
  for (const QueryWarning& warning : warnings) {
    if (!text.empty()) text += ' ';
    text += warning.detail;
  }
  return text;
}

std::string search_address(const Batch& batch, const std::string& query) {
  http::QueryList pairs{{"q", query}};
  pairs.insert(pairs.end(), batch.filters.begin(), batch.filters.end());
  return batch.base + "/search?" + http::query_string(pairs);
}

BatchLine line_of(Archive& archive, const Batch& batch, const QueryRow& row) {
  BatchLine line;
  line.row = row.row;
  line.query = row.query;
  line.warning = row.warning;
  if (!row.readable) return line;
  Selection selection = batch.selection;
  selection.q = row.query;
  Result<MatchCount> found = archive.count(selection);
  if (!found.ok()) {
    line.warning = found.error().message;
    return line;
  }
  line.found = std::move(found).value();
  line.warning = joined(line.found->query.warnings, std::move(line.warning));
  line.search = search_address(batch, row.query);
  return line;
}

/// Writes all of it into `sink`; false when the reader has gone.
bool run_batch(Archive& archive, const Batch& batch, httplib::DataSink& sink) {
  std::string block;
  bool open = true;
  const auto hand_on = [&] {
    open = open && sink.write(block.data(), block.size());
    block.clear();
  };
  write_batch_head(batch.form, block);
  for (const QueryRow& row : batch.rows) {
    write_batch_line(line_of(archive, batch, row), batch.form, block);
    if (block.size() >= kBlock) hand_on();
    if (!open) return false;
  }
  write_batch_end(batch.rows.size(), batch.form, block);
  hand_on();
  sink.done();
  return open;
}

/// What the body says it is; none when it is nothing that a batch is made of.
std::optional<BatchBody> body_kind(const httplib::Request& request) {
  const std::string header = request.get_header_value("Content-Type");
  const std::string type = header.substr(0, header.find_first_of("; "));
  if (type == "text/csv") return BatchBody::kCsv;
  if (type == "text/plain") return BatchBody::kLines;
  if (type == "application/x-ndjson" || type == "application/ndjson" ||
      type == "application/jsonl") {
    return BatchBody::kNdjson;
  }
  // `curl --data-binary @file` says that it sends a form.
  if (type.empty() || type == "application/x-www-form-urlencoded") return BatchBody::kGuess;
  return std::nullopt;
}

void stream(Call& call, Batch batch) {
  const bool csv = batch.form.format == BatchFormat::kCsv;
  call.response.headers.emplace("Cache-Control", "no-store");
  call.response.headers.emplace(
      "Content-Disposition",
      std::string("attachment; filename=\"gazette-liste.") + (csv ? "csv\"" : "ndjson\""));
  call.response.set_chunked_content_provider(
      csv ? "text/csv; charset=utf-8; header=present" : "application/x-ndjson",
      [&archive = call.archive, batch = std::move(batch)](std::size_t, httplib::DataSink& sink) {
        return run_batch(archive, batch, sink);
      });
}

}  // namespace

void answer_batch(Call& call) {
  ParameterReader reader(query_of(call.request), Endpoint::kBatch, Strictness::kStrict);
  Batch batch;
  batch.selection = read_selection(reader, {call.zone, call.today});
  batch.form.dialect = read_csv_dialect(reader);
  const std::optional<std::size_t> accepted = best_accepted(call.request, kOffered);
  batch.form.format = static_cast<BatchFormat>(reader.choice("format", accepted.value_or(0)));
  const bool acceptable = accepted || reader.has("format");
  if (refuse_request(call, reader, acceptable, "text/csv ou application/x-ndjson")) return;
  const std::optional<BatchBody> kind = body_kind(call.request);
  if (!kind) {
    return send_problem(call.response, "unsupported-media-type",
                        "Un corps text/csv, text/plain ou application/x-ndjson est attendu.");
  }
  Result<std::vector<QueryRow>> rows = read_query_rows(call.request.body, *kind);
  if (!rows.ok()) {
    const bool large = rows.error().code == "too-many-rows";
    return send_problem(call.response, large ? "body-too-large" : "bad-body", rows.error().message);
  }
  batch.rows = std::move(rows).value();
  static constexpr std::array<std::string_view, 2> kForm{"format", "csv_dialect"};
  batch.filters = reader.normalised(kForm);
  batch.base = public_address(call.request);
  call.archive.revision();  // says 503 now, while it can still be said
  stream(call, std::move(batch));
}

}  // namespace gazette::server
