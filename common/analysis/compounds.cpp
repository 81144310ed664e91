// The lists; folded forms.
#include "common/analysis/compounds.h"

#include <unordered_map>
#include <unordered_set>

namespace gazette {

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
