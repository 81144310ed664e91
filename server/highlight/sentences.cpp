// Where sentences begin and end: end marks, what closes after them, what may begin a sentence.
#include "server/highlight/sentences.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/utf8.h"

namespace gazette::server {
namespace {

// Shortened words that stand before a name: their dot never ends a sentence.
constexpr std::array<std::string_view, 25> kBeforeName = {
    "mm",   "mme", "mmes", "mlle", "mlles", "mgr", "dr",  "drs", "pr", "prof", "st", "ste", "sts",
    "stes", "gal", "gén",  "col",  "cdt",   "lt",  "sgt", "av",  "cf", "vs",   "bd", "env"};

// Shortened words that stand before a figure.
constexpr std::array<std::string_view, 17> kBeforeFigure = {
    "janv", "févr", "fév", "avr", "juil", "sept", "oct",  "nov", "déc",
    "art",  "p",    "pp",  "n",   "no",   "vol",  "chap", "fig"};

constexpr std::size_t kLongestShortWord = 8;  // bytes; none of the above is longer

constexpr std::string_view kWideExclamation = "\xEF\xBC\x81";
constexpr std::string_view kWideQuestion = "\xEF\xBC\x9F";

bool among(std::string_view word, const auto& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

/// Small letters never begin a sentence.
bool is_small_letter(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  if (c >= 0xDF && c <= 0xFF) return c != 0xF7;
  if (c >= 0x100 && c < 0x180) return (c & 1) != 0;  // œ and most of Latin Extended-A
  return (c >= 0x3AC && c <= 0x3CE) || (c >= 0x430 && c <= 0x45F);
}

bool is_letter_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::size_t length = space_at(text, at);
    if (length == 0) break;
    at += length;
  }
  return at;
}

/// Length in bytes of the end mark at `at`; 0 when there is none.
std::size_t end_mark(std::string_view text, std::size_t at) {
  if (text[at] == '.' || text[at] == '!' || text[at] == '?') return 1;
  const std::string_view three = text.substr(at, 3);
  return three == "…" || three == "。" || three == kWideExclamation || three == kWideQuestion ||
                 three == "‼" || three == "⁉"
             ? 3
             : 0;
}

bool is_wide_end_mark(std::string_view mark) {
  return mark == "。" || mark == kWideExclamation || mark == kWideQuestion;
}

/// Past the quotes and brackets that close at `at`, a space before » allowed.
std::size_t skip_closers(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::size_t space = space_at(text, at);
    if (text.substr(at + space, 2) == "»") {
      at += space + 2;
    } else if (text[at] == '"' || text[at] == ')' || text[at] == ']' || text[at] == '\'') {
      ++at;
    } else if (text.substr(at, 3) == "”" || text.substr(at, 3) == "’" ||
               text.substr(at, 3) == "」") {
      at += 3;
    } else {
      break;
    }
  }
  return at;
}

/// The first character of the next sentence, past quotes, brackets and dashes that open it.
char32_t first_letter(std::string_view text, std::size_t at) {
  for (int openers = 0; at < text.size() && openers < 6; ++openers) {
    const utf8::Decoded c = utf8::decode(text, at);
    const bool opener = c.code_point == '"' || c.code_point == '(' || c.code_point == '[' ||
                        c.code_point == '-' || c.code_point == '\'' || c.code_point == 0xAB ||
                        (c.code_point >= 0x2010 && c.code_point <= 0x201F);
    if (!opener) return c.code_point;
    at = skip_spaces(text, at + c.length);
  }
  return 0;
}

/// True when the lone dot at `at` belongs to the word before it; `next` begins what follows.
bool dot_of_word(std::string_view text, std::size_t start, std::size_t at, char32_t next) {
  std::size_t word = at;
  while (word > start && is_letter_byte(text[word - 1]) && at - word <= kLongestShortWord) --word;
  if (word == at) {  // figures: « 1. » at the start of a line numbers it
    while (word > start && is_digit(static_cast<unsigned char>(text[word - 1]))) --word;
    return word == start && word < at;
  }
  if (utf8::on_boundary(text, word) && utf8::decode(text, word).length == at - word) {
    return !is_small_letter(utf8::decode(text, word).code_point) || text[word] == 'p' ||
           text[word] == 'n' || (word > start && text[word - 1] == '.');
  }
  if (at - word > kLongestShortWord) return false;
  std::string small(text.substr(word, at - word));
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return among(small, kBeforeName) || (is_digit(next) && among(small, kBeforeFigure));
}

/// Bytes that may begin a line end or an end mark; all others are passed over quickly.
constexpr std::array<bool, 256> kOfInterest = [] {
  std::array<bool, 256> table{};
  for (const unsigned char c : {'\n', '.', '!', '?', '\xE2', '\xE3', '\xEF'}) table[c] = true;
  return table;
}();

/// One pass over the text; `start` is where the sentence being read began.
class Splitter {
 public:
  Splitter(std::string_view text, std::vector<Sentence>& out) : text_(text), out_(out) {}

  /// `wanted`: see split_sentences_around; none means all paragraphs.
  void run(std::span<const std::uint32_t> wanted) {
    wanted_ = wanted;
    all_ = wanted.empty();
    start_ = next_wanted(skip_spaces(text_, 0));
    for (std::size_t at = start_; (at = next_of_interest(at)) < text_.size();) {
      if (text_[at] == '\n') {
        at = line_end(at);
      } else {
        at = end_mark(text_, at) > 0 ? mark(at) : at + 1;
      }
    }
    close(text_.size(), text_.size());
  }

 private:
  [[nodiscard]] std::size_t next_of_interest(std::size_t at) const {
    while (at < text_.size() && !kOfInterest[static_cast<unsigned char>(text_[at])]) ++at;
    return at;
  }

  /// The first paragraph from `paragraph` on that is wanted.
  std::size_t next_wanted(std::size_t paragraph) {
    while (!all_ && paragraph < text_.size()) {
      while (!wanted_.empty() && wanted_.front() < paragraph) wanted_ = wanted_.subspan(1);
      if (wanted_.empty()) return text_.size();
      const std::size_t next = paragraph_after(paragraph);
      if (wanted_.front() < next) return paragraph;
      paragraph = next;
    }
    return paragraph;
  }

  [[nodiscard]] std::size_t paragraph_after(std::size_t at) const {
    while ((at = text_.find('\n', at)) != std::string_view::npos) {
      const std::size_t next = skip_spaces(text_, at + 1);
      if (text_.substr(at + 1, next - at - 1).find('\n') != std::string_view::npos) return next;
      at = next;
    }
    return text_.size();
  }

  /// A blank line parts paragraphs; a single line end parts sentences unless the line goes on in
  /// small letters, as wrapped text does.
  std::size_t line_end(std::size_t at) {
    const std::size_t next = skip_spaces(text_, at);
    const auto lines = std::count(text_.begin() + static_cast<std::ptrdiff_t>(at),
                                  text_.begin() + static_cast<std::ptrdiff_t>(next), '\n');
    if (lines > 1) {
      const std::size_t paragraph = next_wanted(next);
      close(at, paragraph);
      opens_paragraph_ = true;
      return paragraph;
    }
    if (next < text_.size() && !is_small_letter(utf8::decode(text_, next).code_point)) {
      close(at, next);
    }
    return next;
  }

  /// End marks at `at`: closes the sentence when what follows may begin another.
  std::size_t mark(std::size_t at) {
    std::size_t end = at, last = at;
    while (end < text_.size()) {
      const std::size_t length = end_mark(text_, end);
      if (length == 0) break;
      last = end;
      end += length;
    }
    const bool lone_dot = end == at + 1 && text_[at] == '.';
    const bool wide = is_wide_end_mark(text_.substr(last, end - last));
    const std::size_t closed = skip_closers(text_, end);
    const std::size_t next = skip_spaces(text_, closed);
    if (next == closed && !wide) return closed;  // no space: 15.000, N.1, a URL
    if (line_ends_between(closed, next)) return closed;
    const char32_t letter = first_letter(text_, next);
    if (is_small_letter(letter)) return closed;
    if (lone_dot && closed == end && dot_of_word(text_, start_, at, letter)) return closed;
    close(closed, next);
    return next;
  }

  [[nodiscard]] bool line_ends_between(std::size_t from, std::size_t to) const {
    return text_.substr(from, to - from).find('\n') != std::string_view::npos;
  }

  void close(std::size_t end, std::size_t next) {
    while (end > start_) {
      const std::size_t space = space_before(text_, end);
      if (space == 0) break;
      end -= space;
    }
    if (end > start_) {
      out_.push_back({static_cast<std::uint32_t>(start_), static_cast<std::uint32_t>(end),
                      opens_paragraph_ || out_.empty()});
      opens_paragraph_ = false;
    }
    start_ = next;
  }

  std::string_view text_;
  std::vector<Sentence>& out_;
  std::span<const std::uint32_t> wanted_;
  bool all_ = true;
  std::size_t start_ = 0;
  bool opens_paragraph_ = true;
};

}  // namespace

std::size_t space_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const char c = text[at];
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  if (static_cast<unsigned char>(c) < 0x80) return 0;
  if (text.substr(at, 2) == "\xC2\xA0") return 2;
  const std::string_view three = text.substr(at, 3);
  if (three.size() < 3) return 0;
  if (three == "\xE2\x80\xAF" || three == "\xE3\x80\x80") return 3;
  const auto last = static_cast<unsigned char>(three[2]);
  return three[0] == '\xE2' && three[1] == '\x80' && last >= 0x80 && last <= 0x8B ? 3 : 0;
}

std::size_t space_before(std::string_view text, std::size_t at) {
  for (std::size_t length = 1; length <= 3 && length <= at; ++length) {
    if (space_at(text, at - length) == length) return length;
  }
  return 0;
}

void split_sentences(std::string_view text, std::vector<Sentence>& sentences) {
  sentences.clear();
  Splitter(text, sentences).run({});
}

void split_sentences_around(std::string_view text, std::span<const std::uint32_t> wanted,
                            std::vector<Sentence>& sentences) {
  sentences.clear();
  if (!wanted.empty()) Splitter(text, sentences).run(wanted);
}

}  // namespace gazette::server
