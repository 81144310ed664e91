// The chain: runs of characters -> numbers, acronyms, elision, inclusive forms, compounds -> tokens
// with forms.
#include "common/analysis/analyzer.h"

#include <string>
#include <vector>

#include "common/analysis/compounds.h"
#include "common/analysis/elision.h"
#include "common/analysis/inclusive.h"
#include "common/analysis/number.h"
#include "common/analysis/scanner.h"
#include "common/analysis/segmenter.h"
#include "common/analysis/word_cache.h"

namespace gazette {
namespace {

NameUse name_use(const CachedWord& word, bool sentence_start) {
  if (!word.may_be_name || word.lettering == Lettering::kLower) return NameUse::kNever;
  if (word.lettering == Lettering::kCapitals || sentence_start) return NameUse::kPossibly;
  return NameUse::kSurely;
}

bool is_joining_hyphen(const Char& c) {
  return c.code_point == '-' || c.code_point == 0x2010 || c.code_point == 0x2011;
}

bool is_blank(const Char& c) {
  return c.code_point == ' ' || c.code_point == 0xA0 || c.code_point == 0x202F;
}

}  // namespace

struct Analyzer::State {
  WordCache cache;
  Segmenter segmenter;
  std::vector<Token> tokens;
  std::string spelling;  ///< scratch

  // Of the text at hand.
  std::string_view text;
  std::uint32_t position = 0;  ///< of the next word
  bool sentence_start = true;  ///< no word since the sentence began

  void run(std::string_view new_text, std::uint32_t first_position);
  std::size_t word(std::size_t at);
  std::size_t digits(const Run& run);
  std::size_t acronym(const Run& run);
  std::size_t apostrophe(const Run& left, std::size_t right_begin);
  std::size_t joined(const Run& left, std::size_t right_begin, Apostrophe how);
  std::size_t plain(const Run& run);
  std::size_t across_blank(const Run& left, const CachedWord& word);
  void compound(const Run& left, const CachedWord& word);
  std::size_t ideographs(std::size_t at);
  void emit(const CachedWord& word, std::size_t begin, std::size_t end, TokenKind kind);
  void emit_word(std::string_view spelled, std::size_t begin, std::size_t end);
};

void Analyzer::State::emit(const CachedWord& word, std::size_t begin, std::size_t end,
                           TokenKind kind) {
  tokens.push_back({.word = &word.forms,
                    .begin = static_cast<std::uint32_t>(begin),
                    .end = static_cast<std::uint32_t>(end),
                    .position = position,
                    .kind = kind,
                    .name_use = name_use(word, sentence_start)});
}

void Analyzer::State::emit_word(std::string_view spelled, std::size_t begin, std::size_t end) {
  if (spelled.size() <= kMaxWordBytes) emit(cache.find(spelled), begin, end, TokenKind::kWord);
  ++position;
  sentence_start = false;
}

std::size_t Analyzer::State::digits(const Run& run) {
  if (run.ascii_digits) {
    if (const auto number = number_at(text, run)) {
      emit_word(number->canonical, run.begin, number->end);
      return number->end;
    }
  }
  return plain(run);
}

/// U.S.A. and O.N.U.: single letters parted by dots are one word. Returns the end, or 0 when it is
/// none.
std::size_t Analyzer::State::acronym(const Run& run) {
  spelling.assign(text.substr(run.begin, run.size()));
  std::size_t end = run.end;
  bool more = false;
  while (end < text.size() && text[end] == '.' && is_letter(char_at(text, end + 1).kind)) {
    const Run next = run_at(text, end + 1);
    if (next.letters != 1 || next.digits != 0) return 0;
    spelling += text.substr(next.begin, next.size());
    end = next.end;
    more = true;
  }
  if (!more) return 0;
  emit_word(spelling, run.begin, end);
  return end;
}

std::size_t Analyzer::State::plain(const Run& run) {
  if (run.size() > kMaxWordBytes) {
    ++position;
    sentence_start = false;
    return run.end;
  }
  const CachedWord& word = cache.find(text.substr(run.begin, run.size()));
  if (word.parts != nullptr) {
    emit(word, run.begin, run.end, TokenKind::kIndexOnly);
    for (const std::string_view part : *word.parts) emit_word(part, run.begin, run.end);
    return run.end;
  }
  if (word.goes_on) {
    if (const std::size_t end = across_blank(run, word); end != 0) return end;
  }
  emit(word, run.begin, run.end, TokenKind::kWord);
  if (word.compound_prefix || word.short_letters) compound(run, word);
  ++position;
  sentence_start = false;
  return run.end;
}

/// prud hommes is prud'hommes, 49 3 and 49-3 are 49.3. Returns the end, or 0 when the next word
/// does not go with this one.
std::size_t Analyzer::State::across_blank(const Run& left, const CachedWord& word) {
  const Char gap = char_at(text, left.end);
  const bool number = word.forms.number;
  if (!is_blank(gap) && !(number && is_joining_hyphen(gap))) return 0;
  if (!in_word(char_at(text, left.end + gap.length).kind)) return 0;
  const Run right = run_at(text, left.end + gap.length);
  if (right.size() > kMaxWordBytes) return 0;
  const WordForms& next = cache.find(text.substr(right.begin, right.size())).forms;
  if (!one_word_across_blank(word.forms.folded, next.folded)) return 0;
  if (apostrophe_between(word.forms.folded, next.folded) == Apostrophe::kElides) return right.begin;
  spelling = word.forms.exact + (number ? "." : "") + next.exact;
  emit_word(spelling, left.begin, right.end);
  return right.end;
}

/// anti-terroriste is found by antiterroriste too, MH-17 and G-20 by MH17 and G20.
void Analyzer::State::compound(const Run& left, const CachedWord& word) {
  const Char hyphen = char_at(text, left.end);
  if (!is_joining_hyphen(hyphen)) return;
  const CharClass after = char_at(text, left.end + hyphen.length).kind;
  const bool number = word.short_letters && after == CharClass::kDigit;
  if (!number && !(word.compound_prefix && is_letter(after))) return;
  const Run right = run_at(text, left.end + hyphen.length);
  if (left.size() + right.size() > kMaxWordBytes || (number && right.letters > 0)) return;
  spelling.assign(text.substr(left.begin, left.size()));
  spelling += text.substr(right.begin, right.size());
  emit(cache.find(spelling), left.begin, right.end, TokenKind::kIndexOnly);
}

std::size_t Analyzer::State::apostrophe(const Run& left, std::size_t right_begin) {
  const Run right = run_at(text, right_begin);
  if (left.size() > kMaxWordBytes || right.size() > kMaxWordBytes) return plain(left);
  const std::string& left_word = cache.find(text.substr(left.begin, left.size())).forms.folded;
  const std::string& right_word = cache.find(text.substr(right.begin, right.size())).forms.folded;
  const Apostrophe how = apostrophe_between(left_word, right_word);
  switch (how) {
    case Apostrophe::kElides:
      sentence_start = false;  // l'Orange: were it no name it would be in lower case
      return right_begin;
    case Apostrophe::kKeepsName:
      spelling = left_word + right_word;
      emit(cache.find(spelling), left.begin, right.end, TokenKind::kIndexOnly);
      sentence_start = false;
      return right_begin;
    case Apostrophe::kParts:
      return plain(left);
    case Apostrophe::kWhole:
    case Apostrophe::kJoinsRight:
    case Apostrophe::kJoinsBoth:
      return joined(left, right_begin, how);
  }
  return plain(left);
}

/// One word across one or more apostrophes (rock'n'roll), and the parts that are found as well.
std::size_t Analyzer::State::joined(const Run& left, std::size_t right_begin, Apostrophe how) {
  std::string whole(text.substr(left.begin, left.size()));
  std::vector<Run> parts;
  if (how == Apostrophe::kJoinsBoth) parts.push_back(left);
  std::size_t end = left.end;
  for (std::size_t begin = right_begin; begin != 0;) {
    const Run part = run_at(text, begin);
    whole += text.substr(part.begin, part.size());
    if (how != Apostrophe::kWhole) parts.push_back(part);
    end = part.end;
    const Char mark = char_at(text, end);
    const bool goes_on = mark.kind == CharClass::kApostrophe && how == Apostrophe::kJoinsBoth &&
                         whole.size() <= kMaxWordBytes &&
                         is_letter(char_at(text, end + mark.length).kind);
    begin = goes_on ? end + mark.length : 0;
  }
  if (whole.size() <= kMaxWordBytes) emit(cache.find(whole), left.begin, end, TokenKind::kWord);
  for (const Run& part : parts) {
    if (part.size() > kMaxWordBytes) continue;
    emit(cache.find(text.substr(part.begin, part.size())), part.begin, part.end,
         TokenKind::kIndexOnly);
  }
  ++position;
  sentence_start = false;
  return end;
}

std::size_t Analyzer::State::word(std::size_t at) {
  const Run run = run_at(text, at);
  if (run.letters == 0) return digits(run);
  const Char next = char_at(text, run.end);
  if (next.length == 0 || next.code_point == ' ') return plain(run);
  if (next.code_point == '.' && run.letters == 1 && run.digits == 0) {
    if (const std::size_t end = acronym(run); end != 0) return end;
  }
  if (next.kind == CharClass::kApostrophe) {
    const std::size_t right = run.end + next.length;
    const CharClass after = char_at(text, right).kind;
    if (is_letter(after) || after == CharClass::kDigit) return apostrophe(run, right);
    return plain(run);
  }
  if (const auto form = inclusive_at(text, run)) {
    if (form->masculine.size() <= kMaxWordBytes && form->feminine.size() <= kMaxWordBytes) {
      emit(cache.find(form->masculine), run.begin, form->end, TokenKind::kWord);
      emit(cache.find(form->feminine), run.begin, form->end, TokenKind::kAlternative);
      ++position;
      sentence_start = false;
      return form->end;
    }
  }
  return plain(run);
}

std::size_t Analyzer::State::ideographs(std::size_t at) {
  const std::size_t end = ideographs_end(text, at);
  segmenter.words(text.substr(at, end - at), [&](std::size_t begin, std::size_t word_end) {
    emit_word(text.substr(at + begin, word_end - begin), at + begin, at + word_end);
  });
  return end;
}

void Analyzer::State::run(std::string_view new_text, std::uint32_t first_position) {
  cache.start_anew_if_full();
  tokens.clear();
  text = new_text;
  position = first_position;
  sentence_start = true;
  for (std::size_t at = 0; at < text.size();) {
    const Char c = char_at(text, at);
    if (is_letter(c.kind) || c.kind == CharClass::kDigit) {
      at = word(at);
    } else if (c.kind == CharClass::kIdeograph) {
      at = ideographs(at);
    } else {
      if (c.kind == CharClass::kSentenceBreak) sentence_start = true;
      at += c.length;
    }
  }
}

Analyzer::Analyzer() : state_(std::make_unique<State>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

std::span<const Token> Analyzer::analyze(std::string_view text, std::uint32_t first_position) {
  state_->run(text, first_position);
  return state_->tokens;
}

const WordForms& Analyzer::forms(std::string_view word) {
  state_->cache.start_anew_if_full();
  return state_->cache.find(word.substr(0, kMaxWordBytes)).forms;
}

}  // namespace gazette
