// Printed dates first; a <time datetime> gives its block the date that it does not print in full.
#include "indexer/readers/html_dates.h"

#include <algorithm>
#include <string>

namespace gazette::indexer {
namespace {

constexpr std::size_t kMostWords = 24;  // of a date line with its byline

DateLine date_of_element(const NewsTime& time, const PageDate& printed, const PageLine& line,
                         const std::string& text) {
  DateLine date;
  date.value = time;
  const bool day = time.precision == NewsTime::Precision::kDay;
  date.precision = day ? DatePrecision::kDay : DatePrecision::kSecond;
  date.labelled = printed.labelled;
  const bool update = line.folded.starts_with("mis a jour") ||
                      line.folded.starts_with("mise a jour") || line.folded.starts_with("modifie");
  date.kind = update ? DateKind::kModified : DateKind::kPublished;
  (update ? date.modified : date.published) = time;
  const std::size_t at = text.empty() ? std::string::npos : line.text.find(text);
  if (at != std::string::npos) {
    date.begin = at;
    date.end = at + text.size();
  }
  return date;
}

/// The block that the text of the node stands in.
std::optional<std::size_t> block_of(const HtmlDocument& document,
                                    const std::vector<HtmlBlock>& blocks, std::uint32_t node) {
  std::uint32_t text = node + 1;
  while (text < document.nodes()[node].end && !document.nodes()[text].is_text) ++text;
  if (text >= document.nodes()[node].end) return std::nullopt;
  const auto behind =
      std::upper_bound(blocks.begin(), blocks.end(), text,
                       [](std::uint32_t at, const HtmlBlock& block) { return at < block.first; });
  if (behind == blocks.begin()) return std::nullopt;
  return static_cast<std::size_t>(behind - blocks.begin()) - 1;
}

}  // namespace

std::vector<PageLine> lines_of(const std::vector<HtmlBlock>& blocks) {
  std::vector<PageLine> lines;
  lines.reserve(blocks.size());
  for (const HtmlBlock& block : blocks) lines.push_back(block.line);
  return lines;
}

std::vector<std::optional<PageDate>> find_html_dates(const HtmlDocument& document,
                                                     const std::vector<HtmlBlock>& blocks,
                                                     const TimeZone& zone) {
  std::vector<std::optional<PageDate>> dates = find_dates(lines_of(blocks), zone);
  for (std::uint32_t i = 0; i < document.nodes().size(); ++i) {
    if (document.nodes()[i].tag != GUMBO_TAG_TIME) continue;
    const std::optional<std::size_t> at = block_of(document, blocks, i);
    if (!at || blocks[*at].line.prose || blocks[*at].line.words > kMostWords) continue;
    if (dates[*at] && dates[*at]->date) continue;
    const Result<NewsTime> time = parse_news_time(document.attribute(i, "datetime"), zone);
    if (!time.ok()) continue;
    PageDate& date = dates[*at] ? *dates[*at] : dates[*at].emplace();
    date.date = date_of_element(*time, date, blocks[*at].line, document.line_of(i));
    date.fault.clear();
    date.no_year = false;
  }
  return dates;
}

}  // namespace gazette::indexer
