// Longest matches in the gazetteer, with the capitals that names are written with.
#include "indexer/enrich/place_mentions/candidates.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/places/place_name.h"
#include "indexer/enrich/place_mentions/name_lists.h"
#include "indexer/enrich/place_mentions/word_set.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kMaxNameWords = 10;  // "Géorgie du Sud-et-les Îles Sandwich du Sud"

bool joins(Joint joint) {
  return joint == Joint::kSpace || joint == Joint::kHyphen || joint == Joint::kApostrophe;
}

bool is_contraction(std::string_view folded) {
  return folded == "au" || folded == "aux" || folded == "du" || folded == "des" || folded == "le" ||
         folded == "la" || folded == "les" || folded == "l";
}

bool is_direction(std::string_view folded) {
  return folded == "nord" || folded == "sud" || folded == "est" || folded == "ouest";
}

/// True when no word that the name writes with a capital stands in lower case, but behind a hyphen.
bool capitals_agree(const MarkedText& text, std::size_t first, std::size_t last,
                    std::string_view name) {
  const std::vector<TextWord> words = text_words(name);
  if (words.size() != last - first + 1) return true;  // "St" for "Saint" and the like
  for (std::size_t i = 0; i < words.size(); ++i) {
    const TextWord& written = text.word(first + i);
    if (!words[i].capital || written.capital || written.joint == Joint::kHyphen) continue;
    if (!is_direction(text.folded(first + i))) return false;  // "Afrique de l'ouest"
  }
  return true;
}

/// The spelling of the row that folds to the words.
std::string_view spelling_of(const PlaceRow& row, std::string_view folded) {
  if (fold_place_name(row.name) == folded) return row.name;
  std::string_view aliases = row.aliases;
  while (!aliases.empty()) {
    const std::size_t bar = aliases.find('|');
    const std::string_view alias = aliases.substr(0, bar);
    if (fold_place_name(alias) == folded) return alias;
    aliases = bar == std::string_view::npos ? std::string_view() : aliases.substr(bar + 1);
  }
  return {};
}

bool has_lower_word(const MarkedText& text, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i <= last; ++i) {
    if (!text.word(i).capital && !text.word(i).digit) return true;
  }
  return false;
}

// Words of texts that are gone, to be filled again: an allocation of their size an article costs
// more than finding them.
constexpr std::size_t kMaxSpares = 4;  // title, subtitle, body, one more
constexpr std::size_t kMaxSpareWords = 20'000;
thread_local std::vector<std::vector<TextWord>> spare_words;

/// True when the place's name is `words` behind an article.
bool leaves_article_out(const packed::NameRecord& record, std::string_view words) {
  const std::string name = fold_place_name(Gazetteer::instance().row(record.row).name);
  return name != words && without_article(name) == words;
}

/// The longest name that begins at `first`.
std::optional<Candidate> match_at(const MarkedText& text, std::size_t first) {
  const Gazetteer& gazetteer = Gazetteer::instance();
  NameWalk walk(gazetteer, text.folded(first));
  std::optional<Candidate> best;
  std::string words(text.folded(first));
  for (std::size_t last = first; !walk.over(); ++last) {
    const std::span<const packed::NameRecord> names = walk.names();
    if (!names.empty()) {
      const bool plain =
          !has_lower_word(text, first, last) ||
          capitals_agree(text, first, last, spelling_of(gazetteer.row(names.front().row), words));
      const bool derived = names.front().source == packed::NameSource::kDerived;
      const bool behind_article =
          first > 0 && joins(text.word(first).joint) && is_contraction(text.folded(first - 1));
      if (plain && (!derived || behind_article)) {
        // "de la Nouvelle-Orléans": an alias that leaves the article of the name out
        const bool dropped =
            derived || (behind_article && leaves_article_out(names.front(), words));
        best = Candidate{first, last, names, dropped};
      }
    }
    if (last + 1 >= text.size() || last - first + 1 >= kMaxNameWords) break;
    if (!joins(text.word(last + 1).joint) || !walk.goes_on()) break;
    if (!walk.next(text.folded(last + 1))) break;
    words += ' ';
    words += text.folded(last + 1);
  }
  return best;
}

}  // namespace

MarkedText::MarkedText(std::string_view text) : text_(text) {
  if (!spare_words.empty()) {
    words_ = std::move(spare_words.back());
    spare_words.pop_back();
  }
  text_words(text, words_);
  folded_at_.resize(words_.size());
}

MarkedText::~MarkedText() {
  if (spare_words.size() < kMaxSpares && words_.capacity() <= kMaxSpareWords) {
    spare_words.push_back(std::move(words_));
  }
}

std::string_view MarkedText::folded(std::size_t i) const {
  if (i >= words_.size()) return {};
  if (words_[i].plain) return raw(i);
  std::uint32_t& at = folded_at_[i];
  if (at == 0) {
    folded_.push_back(fold_place_name(raw(i)));
    at = static_cast<std::uint32_t>(folded_.size());
  }
  return folded_[at - 1];
}

std::string MarkedText::folded_between(std::size_t first, std::size_t last) const {
  std::string words;
  for (std::size_t i = first; i <= last; ++i) {
    if (!words.empty()) words += ' ';
    words += folded(i);
  }
  return words;
}

std::vector<Candidate> find_candidates(const MarkedText& text) {
  std::vector<Candidate> found;
  for (std::size_t i = 0; i < text.size();) {
    const TextWord& word = text.word(i);
    if (!word.capital && (word.digit || !begins_lower_name(text.raw(i)))) {
      ++i;
      continue;
    }
    std::optional<Candidate> here = match_at(text, i);
    // "L'Union soviétique" is not the town of L'Union: a longer name one word later wins.
    if (here && here->last > i && text.word(i + 1).capital) {
      const std::optional<Candidate> later = match_at(text, i + 1);
      if (later && later->last > here->last) here = later;
    }
    if (here && (word.capital || here->last > here->first)) {
      found.push_back(*here);
      i = here->last + 1;
    } else {
      ++i;
    }
  }
  return found;
}

}  // namespace gazette::indexer
