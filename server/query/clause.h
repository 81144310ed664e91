// The query made explicit: words analysed, stop words told apart, every join named. What it prints
// as (canonical.h) and what it finds (resolve.h) both come from here.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "common/news_time.h"
#include "server/query/ast.h"
#include "server/query/resolved.h"
#include "server/query/words.h"

namespace gazette::server {

struct Clause {
  enum class Kind : std::uint8_t {
    kVanished,  ///< nothing to look for: as if it had not been typed
    kWords,     ///< `words`, all of them, anywhere
    kPhrase,    ///< any of `variants`, word by word
    kAnd,       ///< children; those that are `optional` only rank, kNot ones exclude
    kOr,
    kNot,        ///< one child
    kProximity,  ///< children (kWords as phrases, kPhrase, kOr of such), a link between each two
    kValue,
    kDate,
  };
  enum class Sign : std::uint8_t { kNone, kExact, kPrefix, kFuzzy };  ///< of the last word

  Kind kind = Kind::kVanished;
  std::size_t begin = 0, end = 0;  ///< bytes of the query
  std::string text;                ///< kWords, kPhrase, kValue: fit to be printed and read again
  std::vector<QueryWord> words;    ///< kWords
  std::vector<std::vector<QueryWord>> variants;  ///< kPhrase
  Sign sign = Sign::kNone;                       ///< kWords; kPhrase: kNone or kExact
  TextField where = TextField::kAny;             ///< kWords, kPhrase
  bool literal = false;   ///< kWords: asked for even if a stop word (quoted, or under +)
  bool quoted = false;    ///< kWords, kValue: it stood between quotation marks
  bool optional = false;  ///< as a child of kAnd: ranks, but is not asked for
  ValueField field = ValueField::kAuthor;                ///< kValue
  CivilDay from = std::numeric_limits<CivilDay>::min();  ///< kDate
  CivilDay to = std::numeric_limits<CivilDay>::max();
  std::vector<Ast::Link> links;  ///< kProximity
  std::vector<Clause> children;
};

/// True for plain words that are all stop words: beside anything else they only rank.
bool only_stop_words(const Clause& clause);

/// True for a child of kAnd that is not asked for.
bool only_ranks(const Clause& clause);

/// True for what narrows the archive without a word of text: kValue and kDate.
inline bool is_filter(const Clause& clause) {
  return clause.kind == Clause::Kind::kValue || clause.kind == Clause::Kind::kDate;
}

/// All of `children`: conjunctions among them are opened up, what vanished or stands twice is left
/// out. Beside something to find, stop words become optional, unless `literal`.
Clause all_of(std::vector<Clause> children, bool literal);

/// Any of `children`, opened up and cleaned in the same way.
Clause any_of(std::vector<Clause> children);

/// All but `child`.
Clause none_of(Clause child);

}  // namespace gazette::server
