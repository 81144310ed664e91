// Peels off what stands before the first sentence.
#include "indexer/readers/article_text.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "common/places/gazetteer.h"
#include "indexer/enrich/dateline.h"
#include "indexer/readers/clean_text.h"
#include "indexer/readers/page_lines.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kLongestDateline = 400;  // bytes looked at; datelines take 20 to 150

std::string_view first_paragraph(std::string_view text) {
  return text.substr(0, text.find("\n\n"));
}

std::string_view behind(std::string_view text, std::size_t paragraph) {
  text.remove_prefix(std::min(paragraph, text.size()));
  const std::size_t next = text.find_first_not_of('\n');
  return next == std::string_view::npos ? std::string_view() : text.substr(next);
}

/// The place of a dateline that is set already wins: it was given as data.
void set_dateline(Draft& draft, const ParsedDateline& parsed) {
  Dateline found = to_article_dateline(parsed);
  const std::optional<Dateline>& given = draft.article().dateline;
  if (given && given->place) found.place = given->place;
  draft.dateline(found.text, found.place);
  if (draft.article().source.empty()) draft.source(parsed.agency);
}

bool is_space(char c) { return c == ' ' || c == '\t'; }

/// Agencies part the paragraphs of plain text by setting in their first lines.
bool is_set_in(std::string_view line) { return line.starts_with('\t') || line.starts_with("  "); }

/// Text whose paragraphs no blank line parts: each line that is set in begins one; where none is,
/// and nearly every line ends a sentence, each line is one.
std::string with_blank_lines(std::string_view text) {
  constexpr std::size_t kMostWrapped = 4;  // one line in so many may end in mid-sentence
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    const bool blank =
        std::all_of(line.begin(), line.end(), [](char c) { return is_space(c) || c == '\r'; });
    if (blank && !lines.empty() && at < text.size()) return std::string(text);
    if (!blank) lines.push_back(line);
  }
  const auto count = [&](auto holds) {
    return static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), holds));
  };
  if (lines.size() < 2) return std::string(text);
  std::size_t set_in = count(is_set_in);
  if (set_in == lines.size()) set_in = 0;  // all of it is: that says nothing
  const std::size_t prose =
      count([](std::string_view line) { return page_line(clean_line(line), 1).prose; });
  const bool by_line = (lines.size() - prose) * kMostWrapped <= lines.size();
  if (set_in == 0 && !by_line) return std::string(text);
  std::string out;
  for (const std::string_view line : lines) {
    if (!out.empty()) out += set_in == 0 || is_set_in(line) ? "\n\n" : "\n";
    out += line;
  }
  return out;
}

/// "Lire la suite", "L'article … est apparu en premier sur …": what feeds put under a text.
bool is_tail(std::string_view folded) {
  for (const std::string_view start : {"lire la suite", "lire l article", "lire plus",
                                       "continuer la lecture", "continue reading", "read more"}) {
    if (folded.starts_with(start)) return true;
  }
  for (const std::string_view part :
       {"est apparu en premier sur", "est apparue en premier sur", "appeared first on"}) {
    if (folded.find(part) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

void take_body(Draft& draft, std::string_view paragraphs) {
  const std::string cleaned = clean_paragraphs(with_blank_lines(paragraphs));
  std::string_view text = cleaned;
  const std::string title = folded_line(draft.article().title);
  const std::string_view first_line = text.substr(0, text.find('\n'));
  if (!title.empty() && folded_line(first_line) == title) {
    const std::string_view rest = behind(text, first_line.size());
    if (!rest.empty()) text = rest;
  }
  const std::string_view first = first_paragraph(text);
  const std::string_view head = first.substr(0, first.find('\n'));
  if (!head.empty() && head.size() <= kLongestDateline && head.size() == first.size()) {
    const Result<ParsedDateline> alone = parse_dateline(first);
    if (alone.ok() && alone->length >= first.size()) {
      const std::string_view rest = behind(text, first.size());
      if (!rest.empty()) {
        set_dateline(draft, alone.value());
        return draft.body(rest);
      }
    }
  }
  if (const Result<ParsedDateline> opening = parse_dateline(first); opening.ok()) {
    const bool given = draft.article().dateline && !draft.article().dateline->text.empty();
    if (!given && opening->length < first.size()) set_dateline(draft, opening.value());
  }
  draft.body(text);
}

std::string own_summary(std::string_view text, std::string_view title, std::string_view body) {
  constexpr std::size_t kHead = 4000;      // bytes of a text that summaries are cut from
  constexpr std::size_t kSameBytes = 200;  // of a summary that is the whole text
  std::string line = clean_line(text);
  const std::string folded = folded_line(line);
  const std::string head = folded_line(body.substr(0, kHead));
  static constexpr std::string_view kCuts[] = {"...", "…", "[...]", "[…]", "(...)", "(…)"};
  const bool cut = std::any_of(std::begin(kCuts), std::end(kCuts),
                               [&](std::string_view end) { return line.ends_with(end); });
  if (cut && head.find(folded) != std::string::npos) return {};
  if (folded.size() * 2 > head.size() && head.starts_with(folded.substr(0, kSameBytes))) return {};
  return folded == folded_line(title) ? std::string() : line;
}

std::string_view without_tail(std::string_view paragraphs) {
  constexpr std::size_t kMostWords = 60;  // of a line that names the article and the site
  for (;;) {
    const std::size_t gap = paragraphs.rfind("\n\n");
    if (gap == std::string_view::npos) return paragraphs;
    const PageLine last = page_line(clean_line(paragraphs.substr(gap)), 1);
    if (last.words > kMostWords || !is_tail(last.folded)) return paragraphs;
    paragraphs = paragraphs.substr(0, gap);
  }
}

std::string dateline_text(std::string_view printed) {
  std::string text = clean_line(printed);
  for (;;) {
    const std::size_t before = text.size();
    for (const std::string_view end : {"-", "–", "—", " ", ",", "\xC2\xA0"}) {
      if (text.ends_with(end)) text.resize(text.size() - end.size());
    }
    if (text.size() == before) return text;
  }
}

void take_located(Draft& draft, std::string_view text) {
  const std::string located = clean_line(text);
  if (located.empty()) return;
  std::optional<Place> place = Gazetteer::instance().best(located);
  if (!place) {
    const Result<ParsedDateline> parsed = parse_dateline(located);
    if (parsed.ok()) place = to_article_dateline(parsed.value()).place;
  }
  if (!place) place = Gazetteer::instance().best(located.substr(0, located.find(',')));
  if (!place) place = place_of_name(located);
  draft.dateline(located, std::move(place));
}

}  // namespace gazette::indexer
