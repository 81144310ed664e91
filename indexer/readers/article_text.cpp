// Peels off what stands before the first sentence.
#include "indexer/readers/article_text.h"

#include <algorithm>

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

}  // namespace

void take_body(Draft& draft, std::string_view paragraphs) {
  const std::string cleaned = clean_paragraphs(paragraphs);
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
