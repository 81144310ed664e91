// French elision: before a vowel or h the particle is dropped; before a consonant an apostrophe
// makes a name (N'Golo).
#include "common/analysis/elision.h"

#include <unordered_set>

#include "common/analysis/compounds.h"

namespace gazette {
namespace {

bool one_letter_particle(std::string_view word) {
  static const std::unordered_set<std::string_view> words = {"l", "d", "j", "m",
                                                             "t", "s", "c", "n"};
  return words.contains(word);
}

bool long_particle(std::string_view word) {
  static const std::unordered_set<std::string_view> words = {"qu",     "jusqu",  "lorsqu",
                                                             "puisqu", "quoiqu", "quelqu"};
  return words.contains(word);
}

bool starts_with_consonant(std::string_view word) {
  const char c = word.front();
  return c >= 'a' && c <= 'z' && std::string_view("aeiouyh").find(c) == std::string_view::npos;
}

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

}  // namespace

Apostrophe apostrophe_between(std::string_view left, std::string_view right) {
  if ((left == "aujourd" && right == "hui") || (left == "prud" && right.starts_with("hom"))) {
    return Apostrophe::kWhole;
  }
  if (left == "presqu" || left == "entr") return Apostrophe::kJoinsRight;
  if (long_particle(left)) return Apostrophe::kElides;
  if (one_letter_particle(left)) {
    if (starts_with_consonant(right)) return Apostrophe::kJoinsRight;
    return is_joined_name(right) ? Apostrophe::kKeepsName : Apostrophe::kElides;
  }
  if (has_digit(left) || has_digit(right)) return Apostrophe::kParts;
  return Apostrophe::kJoinsBoth;
}

}  // namespace gazette
