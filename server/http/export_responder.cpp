// GET /v1/export: every match, streamed.
#include <string>
#include <utility>

#include "server/http/accept.h"
#include "server/http/params/requests.h"
#include "server/http/problem.h"
#include "server/http/responders.h"
#include "server/render/export_format.h"

namespace gazette::server {
namespace {

constexpr std::size_t kBlock = 32 * 1024;  // bytes handed on at once

/// Writes all of it into `sink`; false when the reader has gone.
bool run_export(Archive& archive, const Selection& selection, const ExportForm& form,
                httplib::DataSink& sink) {
  std::string block;
  bool open = true;
  write_export_head(form, block);
  const auto hand_on = [&] {
    open = open && sink.write(block.data(), block.size());
    block.clear();
  };
  const Result<std::size_t> count = archive.export_all(selection, [&](const Hit& hit) {
    write_export_hit(hit, form, block);
    if (block.size() >= kBlock) hand_on();
    return open;
  });
  if (!count.ok()) throw RefusedRequest(count.error(), selection.q);
  write_export_end(*count, form, block);
  hand_on();
  sink.done();
  return open;
}

}  // namespace

void answer_export(Call& call) {
  ParameterReader reader(query_of(call.request), Endpoint::kExport, Strictness::kStrict);
  Selection selection = read_selection(reader, {call.zone, call.today});
  const double csv = accept_quality(call.request, "text/csv");
  const double ndjson = accept_quality(call.request, "application/x-ndjson");
  const double json = accept_quality(call.request, "application/json");
  ExportForm form = read_export_form(reader, csv > ndjson && csv > json);
  if (!reader.errors().empty()) return send_parameter_errors(call.response, reader.errors());
  if (!reader.has("format") && csv <= 0 && ndjson <= 0 && json <= 0) {
    return send_problem(call.response, "not-acceptable", "Ici : application/x-ndjson ou text/csv.");
  }
  call.archive.revision();  // says 503 now, while it can still be said
  call.response.headers.emplace("Cache-Control", "no-store");
  call.response.headers.emplace(
      "Content-Disposition",
      "attachment; filename=\"" + std::string(export_file_name(form)) + "\"");
  const std::string type(export_content_type(form));
  call.response.set_chunked_content_provider(
      type, [&archive = call.archive, selection = std::move(selection), form = std::move(form)](
                std::size_t, httplib::DataSink& sink) {
        return run_export(archive, selection, form, sink);
      });
}

}  // namespace gazette::server
