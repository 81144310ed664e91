// Page text -> layout -> draft.
#include "indexer/readers/page_reader.h"

#include "indexer/readers/draft.h"
#include "indexer/readers/page_layout.h"

namespace gazette::indexer {
namespace {

std::string body_of(const PageLayout& layout) {
  std::string body;
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    if (layout.roles[i] != LineRole::kBody) continue;
    if (!body.empty()) body += "\n\n";
    body += layout.lines[i].text;
  }
  return body;
}

std::string date_lines_of(const PageLayout& layout) {
  std::string text;
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    if (layout.roles[i] != LineRole::kDate) continue;
    if (!text.empty()) text += ", ";
    text += layout.lines[i].text;
  }
  return text;
}

}  // namespace

void PageReader::read(InputStream& input, const ReadOptions& options, RecordSink& sink) const {
  const Result<std::string> text = input.rest(kMaxRecordBytes);
  if (!text.ok()) return sink.reject({input.name(), 1, "", text.error().message});
  const PageLayout layout = layout_page(text.value(), options.zone);
  Draft draft(input, 1, options);
  draft.title(layout.title);
  draft.body(body_of(layout));
  draft.source(layout.site);
  draft.section(layout.section);
  if (layout.published) draft.published_at(*layout.published, date_lines_of(layout));
  if (layout.modified) draft.modified_at(*layout.modified);
  if (layout.dateline) draft.dateline(layout.dateline->text, layout.dateline->place);
  if (!layout.year_evidence.empty()) draft.warn("published", layout.year_evidence);
  if (!layout.date_fault.empty()) draft.warn("published", layout.date_fault);
  for (const std::string& author : layout.authors) draft.author(author);
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    if (layout.roles[i] == LineRole::kBody || layout.roles[i] == LineRole::kTitle) continue;
    draft.dropped(layout.lines[i].number, layout.lines[i].text, reason_of(layout, i));
  }
  std::move(draft).finish(sink);
}

}  // namespace gazette::indexer
