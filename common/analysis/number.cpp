// "15 000", "1.500.000" and "3,5", but not "2023 100" (a year) nor "06 123" (a telephone).
#include "common/analysis/number.h"

namespace gazette {
namespace {

constexpr std::size_t kGroup = 3;

/// Any space of one line, and the Swiss apostrophe.
bool thousands_space(char32_t c) {
  return c == ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
         c == '\'' || c == 0x2019;
}

bool digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// The digits at `at`, all of them.
std::size_t digits_end(std::string_view text, std::size_t at) {
  while (digit(text, at)) ++at;
  return at;
}

/// Groups of three after the first, all parted alike; empty when there are none.
std::string thousands(std::string_view text, std::size_t& end, bool (*separator)(char32_t)) {
  std::string groups;
  for (;;) {
    const Char c = char_at(text, end);
    if (c.length == 0 || !separator(c.code_point)) return groups;
    const std::size_t begin = end + c.length;
    const std::size_t group_end = digits_end(text, begin);
    if (group_end - begin != kGroup || !word_ends(text, group_end)) return groups;
    groups += text.substr(begin, kGroup);
    end = group_end;
  }
}

}  // namespace

std::optional<Number> number_at(std::string_view text, const Run& run) {
  const bool inside_a_list = run.begin >= 2 &&
                             (text[run.begin - 1] == '.' || text[run.begin - 1] == ',') &&
                             digit(text, run.begin - 2);  // 12.03.2023
  if (inside_a_list) return std::nullopt;
  Number number{.end = run.end, .canonical = std::string(text.substr(run.begin, run.size()))};
  const bool may_have_groups = run.size() <= kGroup && text[run.begin] != '0';
  if (may_have_groups) {
    std::string groups = thousands(text, number.end, thousands_space);
    if (groups.empty()) groups = thousands(text, number.end, [](char32_t c) { return c == '.'; });
    number.canonical += groups;
  }
  const Char point = char_at(text, number.end);
  if (point.code_point == ',' || point.code_point == '.') {
    const std::size_t begin = number.end + 1;
    const std::size_t end = digits_end(text, begin);
    const bool list_goes_on = end < text.size() && text[end] == '.' && digit(text, end + 1);
    if (end > begin && word_ends(text, end) && !list_goes_on) {
      number.canonical += '.';
      number.canonical += text.substr(begin, end - begin);
      number.end = end;
    }
  }
  if (number.end == run.end) return std::nullopt;
  return number;
}

}  // namespace gazette
