// The lists; folded forms.
#include "common/analysis/compounds.h"

#include <unordered_map>
#include <unordered_set>

namespace gazette {
namespace {

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  return end - at;
}

std::size_t letters_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
  return end - at;
}

/// Units that stand right behind their number as often as not. Single letters are left out: 5G and
/// 3D are names.
bool is_unit(std::string_view text) {
  static const std::unordered_set<std::string_view> units = {
      "km",  "kg",  "cm",  "mm",    "ha", "kw",  "mw",  "gw",     "tw",  "kwh", "mwh", "gwh",
      "twh", "ml",  "cl",  "hl",    "go", "mo",  "ko",  "to",     "ghz", "mhz", "khz", "min",
      "mn",  "ans", "eur", "euros", "md", "mds", "kmh", "tonnes", "db",  "ch",  "cv",  "pts"};
  return units.contains(text);
}

}  // namespace

const std::vector<std::string_view>* compound_parts(std::string_view folded) {
  static const std::unordered_map<std::string_view, std::vector<std::string_view>> parts = {
      {"weekend", {"week", "end"}},
      {"weekends", {"week", "ends"}},
      {"email", {"e", "mail"}},
      {"emails", {"e", "mails"}},
      {"startup", {"start", "up"}},
      {"startups", {"start", "ups"}},
      {"covid19", {"covid", "19"}},
      {"portemonnaie", {"porte", "monnaie"}},
      {"portefeuille", {"porte", "feuille"}},
      {"ecommerce", {"e", "commerce"}},
      {"tictac", {"tic", "tac"}},
      {"pingpong", {"ping", "pong"}},
      {"hotdog", {"hot", "dog"}},
      {"baseball", {"base", "ball"}},
      {"cowboy", {"cow", "boy"}},
      {"cowboys", {"cow", "boys"}}};
  const auto found = parts.find(folded);
  return found == parts.end() ? nullptr : &found->second;
}

std::vector<std::string_view> mixed_parts(std::string_view folded) {
  constexpr std::size_t kFewestLetters = 2;  // "g20", "a380" are names: "a 380" says other things
  constexpr std::size_t kMostDigits = 4;     // "covid19", "euro2016"; longer ones are codes
  const std::size_t digits = digits_at(folded, 0);
  if (digits == 0) {
    const std::size_t letters = letters_at(folded, 0);
    const std::size_t number = folded.size() - letters;
    if (letters < kFewestLetters || number == 0 || number > kMostDigits) return {};
    if (digits_at(folded, letters) != number) return {};
    if (compound_parts(folded.substr(0, letters)) != nullptr) return {};  // parts have no parts
    return {folded.substr(0, letters), folded.substr(letters)};
  }
  const std::string_view rest = folded.substr(digits);
  if (is_unit(rest)) return {folded.substr(0, digits), rest};
  if (digits <= 2 && rest.starts_with('h')) {  // 12h30
    const std::string_view minutes = rest.substr(1);
    if (minutes.empty()) return {folded.substr(0, digits), rest};
    if (minutes.size() == 2 && digits_at(minutes, 0) == 2) {
      return {folded.substr(0, digits), rest.substr(0, 1), minutes};
    }
  }
  return {};
}

bool may_go_on_across_blank(std::string_view left) {
  return left == "aujourd" || left == "prud" || left == "quelqu" || left == "49";
}

bool one_word_across_blank(std::string_view left, std::string_view right) {
  if (left == "aujourd") return right == "hui";
  if (left == "prud") return right.starts_with("hom");
  if (left == "quelqu") return right == "un" || right == "une" || right == "uns";
  return left == "49" && right == "3";
}

bool is_compound_prefix(std::string_view folded) {
  static const std::unordered_set<std::string_view> prefixes = {
      "aero",  "agro",  "anti",   "audio",   "auto",  "bi",    "bio",   "cardio", "co",    "contre",
      "cyber", "demi",  "eco",    "electro", "euro",  "ex",    "extra", "franco", "geo",   "hydro",
      "hyper", "infra", "inter",  "macro",   "maxi",  "mega",  "meta",  "micro",  "mini",  "mono",
      "multi", "narco", "neo",    "non",     "nano",  "photo", "pluri", "poly",   "post",  "pre",
      "pro",   "proto", "pseudo", "psycho",  "radio", "re",    "retro", "semi",   "socio", "sous",
      "super", "sur",   "tele",   "tri",     "ultra", "vice",  "video"};
  return prefixes.contains(folded);
}

bool is_joined_name(std::string_view folded_rest) {
  static const std::unordered_set<std::string_view> names = {
      "artagnan", "oreal", "estaing", "ormesson", "alembert",
      "annunzio", "hondt", "isigny",  "oisans",   "aulnay"};
  return names.contains(folded_rest);
}

}  // namespace gazette
