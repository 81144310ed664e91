// Splits, joins wrapped paragraphs, and tells sentences from labels.
#include "indexer/readers/page_lines.h"

#include <algorithm>

#include "common/analysis/fold.h"
#include "common/utf8.h"
#include "indexer/readers/clean_text.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kProseWords = 5;       // "Il est mort." is shorter, and rare
constexpr std::size_t kLongLineWords = 30;   // no label or headline is as long
constexpr std::size_t kWrapLeastChars = 45;  // of a line that was cut at a column
constexpr std::size_t kWrapMostChars = 100;

bool ends_sentence(std::string_view text) {
  static constexpr std::string_view kClosing[] = {"\"", "»", "”", ")",      "’",
                                                  "'",  "]", " ", "\u00A0", "\u202F"};
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view mark : kClosing) {
      if (!text.ends_with(mark)) continue;
      text.remove_suffix(mark.size());
      cut = true;
    }
  }
  // A headline cut short ends in a spaced ellipsis.
  if (text.ends_with(" ...") || text.ends_with(" …")) return false;
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("…");
}

bool is_prose(const PageLine& line) {
  if (line.words >= kLongLineWords) return true;
  return line.words >= kProseWords && ends_sentence(line.text);
}

struct RawLine {
  std::size_t number;
  std::string text;
  bool after_blank;
};

std::vector<RawLine> split(std::string_view page) {
  std::vector<RawLine> lines;
  bool after_blank = true;
  std::size_t number = 0;
  while (!page.empty()) {
    const std::size_t end = std::min(page.find('\n'), page.size());
    std::string text = clean_line(page.substr(0, end));
    page.remove_prefix(std::min(end + 1, page.size()));
    ++number;
    if (!text.empty()) lines.push_back({number, text, after_blank});
    after_blank = text.empty();
  }
  return lines;
}

bool has_wrap_length(const RawLine& line) {
  const std::size_t chars = utf8::length(line.text);
  return chars >= kWrapLeastChars && chars <= kWrapMostChars;
}

/// Text wrapped to a column: nearly every line that another follows directly is about as long as
/// the column.
bool is_wrapped(const std::vector<RawLine>& lines) {
  std::size_t followed = 0;
  std::size_t at_column = 0;
  std::size_t open_ended = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].after_blank) continue;
    ++followed;
    if (!has_wrap_length(lines[i])) continue;
    ++at_column;
    if (!ends_sentence(lines[i].text)) ++open_ended;
  }
  return followed >= 3 && at_column * 10 >= followed * 8 && open_ended * 10 >= followed * 5;
}

void join_wrapped(std::vector<RawLine>& lines) {
  std::vector<RawLine> joined;
  for (RawLine& line : lines) {
    const bool continues = !joined.empty() && !line.after_blank;
    if (continues) {
      joined.back().text += ' ' + line.text;
    } else {
      joined.push_back(std::move(line));
    }
  }
  lines = std::move(joined);
}

}  // namespace

std::string folded_line(std::string_view text) {
  const std::string lower = fold(exact_form(text));
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < lower.size();) {
    const utf8::Decoded c = utf8::decode(lower, at);
    const bool ascii_word = (c.code_point >= 'a' && c.code_point <= 'z') ||
                            (c.code_point >= '0' && c.code_point <= '9');
    // Beyond Latin punctuation, spaces and symbols everything counts as a letter.
    const bool other_word =
        c.code_point >= 0xC0 && !(c.code_point >= 0x2000 && c.code_point < 0x2C00);
    if (ascii_word || other_word) {
      if (space && !out.empty()) out += ' ';
      space = false;
      out.append(lower, at, c.length);
    } else {
      space = true;
    }
    at += c.length;
  }
  return out;
}

PageLine page_line(std::string text, std::size_t number) {
  PageLine line;
  line.number = number;
  line.text = std::move(text);
  line.folded = folded_line(line.text);
  line.words =
      line.folded.empty()
          ? 0
          : 1 + static_cast<std::size_t>(std::count(line.folded.begin(), line.folded.end(), ' '));
  line.furniture = furniture_of(line.text, line.folded);
  line.prose = line.furniture.empty() && is_prose(line);
  return line;
}

std::vector<PageLine> page_lines(std::string_view page) {
  std::vector<RawLine> raw = split(page);
  if (is_wrapped(raw)) join_wrapped(raw);
  std::vector<PageLine> lines;
  lines.reserve(raw.size());
  for (RawLine& from : raw) {
    lines.push_back(page_line(std::move(from.text), from.number));
    lines.back().after_blank = from.after_blank;
  }
  return lines;
}

}  // namespace gazette::indexer
