// base, separator, feminine ending, and perhaps the separator again with a plural s.
#include "common/analysis/inclusive.h"

#include <array>

#include "common/analysis/fold.h"

namespace gazette {
namespace {

constexpr std::size_t kShortestBase = 3;    // letters: "élu·e"; "et.e" is no word
constexpr std::size_t kLongestEnding = 12;  // bytes: "trices"

/// A feminine ending, the masculine one it takes the place of, and what stands in its place.
struct Ending {
  std::string_view written, replaces, feminine;
};

// The order matters: the first that fits the base is taken.
constexpr std::array<Ending, 16> kEndings = {{{"e", "", "e"},
                                              {"ne", "n", "nne"},
                                              {"le", "l", "lle"},
                                              {"te", "t", "tte"},
                                              {"ve", "f", "ve"},
                                              {"se", "x", "se"},
                                              {"fe", "f", "ffe"},
                                              {"ere", "er", "ère"},
                                              {"euse", "eur", "euse"},
                                              {"euse", "eux", "euse"},
                                              {"rice", "teur", "trice"},
                                              {"trice", "teur", "trice"},
                                              {"ice", "teur", "trice"},
                                              {"esse", "e", "esse"},
                                              {"sse", "e", "esse"},
                                              {"ive", "if", "ive"}}};

std::optional<std::string> feminine_of(std::string_view base, std::string_view written) {
  for (const Ending& ending : kEndings) {
    if (written != ending.written || !base.ends_with(ending.replaces)) continue;
    std::string feminine(base.substr(0, base.size() - ending.replaces.size()));
    return feminine += ending.feminine;
  }
  return std::nullopt;
}

bool plural_s(std::string_view text, std::size_t at, std::size_t& end) {
  if (at >= text.size() || (text[at] != 's' && text[at] != 'S')) return false;
  end = at + 1;
  return true;
}

/// Reads the separator at `at`: its length, or 0.
std::size_t separator_length(std::string_view text, std::size_t at) {
  const Char c = char_at(text, at);
  const bool one = c.kind == CharClass::kMiddleDot || c.code_point == '.' || c.code_point == '-' ||
                   c.code_point == '(';
  return one ? c.length : 0;
}

}  // namespace

std::optional<InclusiveForm> inclusive_at(std::string_view text, const Run& base) {
  const std::size_t gap = separator_length(text, base.end);
  if (gap == 0 || base.letters < kShortestBase || base.digits > 0) return std::nullopt;
  const std::string_view separator = text.substr(base.end, gap);
  const Char first = char_at(text, base.end + gap);
  if (!is_letter(first.kind)) return std::nullopt;
  const Run ending = run_at(text, base.end + gap);
  if (ending.size() > kLongestEnding || ending.digits > 0) return std::nullopt;

  InclusiveForm form{.end = ending.end, .masculine = {}, .feminine = {}};
  std::string written = fold(exact_form(text.substr(ending.begin, ending.size())));
  bool plural = written.size() > 1 && written.ends_with("s");
  if (plural) written.pop_back();
  if (separator == "(") {
    if (form.end >= text.size() || text[form.end] != ')') return std::nullopt;
    ++form.end;
    plural |= plural_s(text, form.end, form.end);
  } else if (text.substr(form.end).starts_with(separator)) {
    plural |= plural_s(text, form.end + gap, form.end);
  }
  if (!word_ends(text, form.end)) return std::nullopt;
  const bool hyphen = char_at(text, base.end).code_point == '-';
  if (hyphen && written == "ne" && text.substr(0, base.end).ends_with("ion")) {
    return std::nullopt;  // citoyen-ne, patron-ne; but no noun in -ion has a feminine
  }

  std::string masculine = exact_form(text.substr(base.begin, base.size()));
  if (masculine.ends_with("s") && masculine.size() > kShortestBase) {
    masculine.pop_back();
    plural = true;
  }
  if ((masculine == "tou" || masculine == "tous") && written == "te") {  // tou·te·s, tous·tes
    form.masculine = plural ? "tous" : "tout";
    form.feminine = plural ? "toutes" : "toute";
    return form;
  }
  std::optional<std::string> feminine = feminine_of(masculine, written);
  if (!feminine) return std::nullopt;
  form.masculine = masculine + (plural ? "s" : "");
  form.feminine = *feminine + (plural ? "s" : "");
  return form;
}

}  // namespace gazette
