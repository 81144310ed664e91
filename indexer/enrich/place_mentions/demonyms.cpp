// Looks every longer word up in the demonyms of the gazetteer; only capitals cost a folding.
#include "indexer/enrich/place_mentions/demonyms.h"

#include <string>
#include <unordered_map>
#include <utility>

#include "common/places/place_name.h"
#include "indexer/enrich/place_mentions/word_set.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kShortestDemonym = 4;  // letters

/// Demonyms of countries and territories, folded and as they are written in small letters; those of
/// two countries ("dominicain") belong to the first.
class Demonyms {
 public:
  Demonyms() : listed_(collect(rows_)), words_(listed_) {}

  /// -1 for a word that is none.
  [[nodiscard]] Gazetteer::Row country_of(std::string_view word) const {
    if (!words_.contains(word)) return -1;
    return rows_.find(std::string(word))->second;
  }

 private:
  using Rows = std::unordered_map<std::string, Gazetteer::Row>;

  static std::string collect(Rows& rows) {
    std::string listed;
    const Gazetteer& gazetteer = Gazetteer::instance();
    for (std::size_t i = 0; i < gazetteer.size(); ++i) {
      const auto row = static_cast<Gazetteer::Row>(i);
      const std::string_view type = gazetteer.brief(row).type;
      if (type != "country" && type != "territory") continue;
      std::string_view rest = gazetteer.row(row).demonyms;
      while (!rest.empty()) {
        const std::size_t bar = rest.find('|');
        std::string folded = fold_place_name(rest.substr(0, bar));
        const bool one_word = folded.find(' ') == std::string::npos;
        if (folded.size() >= kShortestDemonym && one_word) {
          std::string written(rest.substr(0, bar));
          listed.append(folded).append("\n").append(written).append("\n");
          rows.try_emplace(std::move(folded), row);
          rows.try_emplace(std::move(written), row);
        }
        rest = bar == std::string_view::npos ? std::string_view() : rest.substr(bar + 1);
      }
    }
    return listed;
  }

  Rows rows_;
  std::string listed_;
  WordSet words_;
};

}  // namespace

void find_demonyms(const MarkedText& text, std::vector<Gazetteer::Row>& countries) {
  static const Demonyms demonyms;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const TextWord& word = text.word(i);
    if (word.end - word.begin < kShortestDemonym || word.digit) continue;
    const Gazetteer::Row country = demonyms.country_of(word.capital ? text.folded(i) : text.raw(i));
    if (country >= 0) countries.push_back(country);
  }
}

}  // namespace gazette::indexer
