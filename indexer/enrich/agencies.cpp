// The table of agencies.
#include "indexer/enrich/agencies.h"

#include <algorithm>
#include <string>

#include "common/places/place_name.h"

namespace gazette::indexer {
namespace {

// Folded, sorted. Names of one word may also be combined: "belga afp".
constexpr std::string_view kAgencies[] = {
    "6medias",
    "aa",
    "aap",
    "abi",
    "abp",
    "acap",
    "acp",
    "adp",
    "afp",
    "afx",
    "agence ecofin",
    "agence fides",
    "agence france presse",
    "agi",
    "agp",
    "aib",
    "aip",
    "alterpresse",
    "ami",
    "anadolu",
    "ani",
    "anp",
    "ansa",
    "aof",
    "ap",
    "apa",
    "apanews",
    "apo",
    "aps",
    "armenpress",
    "associated press",
    "atop",
    "atpe",
    "ats",
    "awp",
    "azertac",
    "bbc",
    "belga",
    "bloomberg",
    "bta",
    "cna",
    "cp",
    "dap",
    "dow jones",
    "dpa",
    "efe",
    "fides",
    "france presse",
    "ina",
    "infomag",
    "interfax",
    "ips",
    "irna",
    "itar tass",
    "jiji",
    "kcna",
    "keystone",
    "keystone ats",
    "kna",
    "kyodo",
    "la presse canadienne",
    "lusa",
    "map",
    "mehr",
    "mena",
    "news press",
    "nina",
    "ntb",
    "pana",
    "panapress",
    "pap",
    "pc",
    "prensa latina",
    "presse canadienne",
    "pti",
    "qmi",
    "relaxnews",
    "reuters",
    "reuters breakingviews",
    "rfi",
    "ria",
    "ria novosti",
    "ritzau",
    "sana",
    "services",
    "sipa",
    "sputnik",
    "ssa",
    "sta",
    "tanjug",
    "tap",
    "tass",
    "trend",
    "ukrinform",
    "upi",
    "wam",
    "xinhua",
    "yonhap",
    "zonebourse",
};

bool is_known(std::string_view name) {
  return std::find(std::begin(kAgencies), std::end(kAgencies), name) != std::end(kAgencies);
}

}  // namespace

bool is_agency(std::string_view name) {
  const std::string folded = fold_place_name(name);
  if (folded.empty()) return false;
  if (is_known(folded)) return true;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t space = std::min(folded.find(' ', begin), folded.size());
    const std::string_view word = std::string_view(folded).substr(begin, space - begin);
    if (word != "et" && word != "avec" && !is_known(word)) return false;
    begin = space + 1;
  }
  return true;
}

}  // namespace gazette::indexer
