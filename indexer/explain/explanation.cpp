// Enriches a record as the pipeline does, and counts offsets in code points.
#include "indexer/explain/explanation.h"

#include "common/cli/language.h"
#include "common/utf8.h"

namespace gazette::indexer {
namespace {

void add_mentions(std::string_view field, std::string_view text,
                  const std::vector<PlaceMention>& mentions, std::vector<ShownMention>& shown) {
  std::size_t bytes = 0;
  std::size_t points = 0;
  const auto points_at = [&](std::size_t byte) {
    points += utf8::length(text.substr(bytes, byte - bytes));
    bytes = byte;
    return points;
  };
  for (const PlaceMention& mention : mentions) {
    const std::size_t start = points_at(mention.begin);
    const std::size_t end = points_at(mention.end);
    shown.push_back({field, text, mention, start, end});
  }
}

}  // namespace

Explanation explain_record(Record&& record, const std::string& source) {
  Explanation out{source, std::move(record), {}};
  out.enrichment = enrich(out.record.article);
  for (const std::string& paragraph : out.enrichment.dropped) {
    out.record.dropped.push_back({0, paragraph, tr("lieu et source de l'article", "dateline")});
  }
  return out;
}

std::vector<ShownMention> shown_mentions(const Explanation& explanation) {
  const Article& article = explanation.record.article;
  const FieldMentions& mentions = explanation.enrichment.mentions;
  std::vector<ShownMention> shown;
  add_mentions("title", article.title, mentions.title, shown);
  add_mentions("subtitle", article.subtitle, mentions.subtitle, shown);
  add_mentions("body", article.body, mentions.body, shown);
  return shown;
}

std::string_view date_precision(const Record& record) {
  const std::optional<NewsTime>& published = record.article.published;
  if (!published) return {};
  if (published->precision == NewsTime::Precision::kDay) return to_string(DatePrecision::kDay);
  const Result<DateLine> line = parse_date_line(record.date_text);
  const bool says_it = line.ok() && line->precision != DatePrecision::kDay;
  return to_string(says_it ? line->precision : DatePrecision::kSecond);
}

std::string_view date_fault(const Record& record) {
  if (record.article.published) return {};
  for (const Complaint& warning : record.warnings) {
    if (warning.field == "published") return warning.reason;
  }
  return {};
}

std::optional<ParsedDateline> dateline_parts(const Article& article) {
  if (!article.dateline) return std::nullopt;
  Result<ParsedDateline> parsed = parse_dateline(article.dateline->text);
  if (!parsed.ok()) return ParsedDateline{};
  return std::move(parsed).value();
}

}  // namespace gazette::indexer
