// GET /v1/export: every match, streamed.
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "server/http/accept.h"
#include "server/http/params/requests.h"
#include "server/http/problem.h"
#include "server/http/responders.h"
#include "server/render/citation.h"
#include "server/render/export_format.h"

namespace gazette::server {
namespace {

constexpr std::size_t kBlock = 32 * 1024;  // bytes handed on at once

// Content types that a client may ask for, the first of equals preferred, and what they get.
constexpr std::array<std::string_view, 6> kOffered{
    "application/x-ndjson", "application/json", "text/csv", kRisType, kBibtexType, kCslType};
constexpr std::array<ExportFormat, 6> kOfferedFormats{ExportFormat::kNdjson, ExportFormat::kNdjson,
                                                      ExportFormat::kCsv,    ExportFormat::kRis,
                                                      ExportFormat::kBibtex, ExportFormat::kCsl};

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
  std::size_t index = 0;
  const Result<std::size_t> count = archive.export_all(selection, [&](const Hit& hit) {
    write_export_hit(hit, index++, form, block);
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
  const std::optional<std::size_t> accepted = best_accepted(call.request, kOffered);
  ExportForm form =
      read_export_form(reader, accepted ? kOfferedFormats.at(*accepted) : ExportFormat::kNdjson);
  if (refuse_request(call, reader, accepted || reader.has("format"),
                     "application/x-ndjson, text/csv, RIS, BibTeX ou CSL-JSON")) {
    return;
  }
  call.archive.revision();  // says 503 now, while it can still be said
  call.response.headers.emplace("Cache-Control", "no-store");
  call.response.headers.emplace("Content-Disposition",
                                "attachment; filename=\"" + export_file_name(form.format) + "\"");
  const std::string type(export_content_type(form.format));
  call.response.set_chunked_content_provider(
      type, [&archive = call.archive, selection = std::move(selection), form = std::move(form)](
                std::size_t, httplib::DataSink& sink) {
        return run_export(archive, selection, form, sink);
      });
}

}  // namespace gazette::server
