// A query ready to run: the AST with every word turned into index terms. Knows neither Xapian nor
// HTTP.
//
// text -> lexer -> AST -> resolve (analyzer, lexicon, expansions) -> ResolvedQuery -> match set,
// ranking query, marks.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "common/news_time.h"

namespace gazette::server {

/// How the plain words of a query are joined, and how far from the typed form a hit may be.
enum class JoinWords : std::uint8_t { kAnd, kOr };
enum class MatchForm : std::uint8_t { kExact, kFolded, kStem };

/// Where a word is looked for.
enum class TextField : std::uint8_t { kAny, kTitle };

/// Facet-like fields that a query may name (`auteur:`, `rubrique:` …); their values are matched
/// against the archive's own values: every word of `text` must be among the value's words, folded;
/// exact when it was quoted.
enum class ValueField : std::uint8_t { kAuthor, kSection, kSource, kTag, kPlace };

/// One word of the query: a document has it when it has any of `terms`.
struct Word {
  std::string text;  ///< as typed, for messages
  std::vector<std::string>
      terms;               ///< full terms of the index, prefix included; empty: matches nothing
  std::string exact_term;  ///< full term of the exact form, which ranks first; may be empty
  std::vector<std::string> folded_terms;  ///< full terms of the folded form, for "found by what
                                          ///< form"; empty for numbers, prefixes and near spellings
  /// Only inside an `exact_phrase` node: a document must have one of these too (exact or folded
  /// forms, no positions); empty: nothing more is asked.
  std::vector<std::string> also_terms;
  bool positional = true;  ///< false when `terms` have no positions (prefix, fuzzy, exact, folded)
  bool stop_word = false;  ///< weighs little
  std::vector<std::string> mark_forms;  ///< what the highlighter compares, by `mark_by`
  enum class MarkBy : std::uint8_t { kStem, kExact, kFolded } mark_by = MarkBy::kStem;
  enum class Kind : std::uint8_t { kStem, kFolded, kExact, kPrefix, kFuzzy } kind = Kind::kStem;
  std::size_t begin = 0, end = 0;  ///< where it stands in `ResolvedQuery::text`, bytes
};

/// A node of the query. Sets of documents first; how they rank follows from the words.
///
/// kPhrase, kNear and kThen hold words, and phrases or kOr of them as operands of a proximity. An
/// operand stands on the positions [first, last] of its words; kThen asks for
/// 1 <= second.first - first.last <= window, kNear for that in either order: two operands never
/// share a position.
struct Node {
  enum class Kind : std::uint8_t {
    kAll,      ///< every article
    kNothing,  ///< no article
    kWord,     ///< `word`
    kAnd,      ///< all children
    kOr,       ///< any child
    kAndNot,   ///< first child and none of the others
    kMaybe,    ///< first child; the others only rank (stop words beside content words)
    kPhrase,   ///< children (words) at positions that differ exactly by their `offsets`
    kNear,     ///< two operands (children), any order, difference of positions 1..window
    kThen,     ///< two operands (children), this order, difference of positions 1..window
    kValue,    ///< `field` has `value`
    kDate,     ///< civil day in [from, to]; both inclusive
  };

  Kind kind = Kind::kAll;
  Word word;  // kWord
  std::vector<Node> children;
  std::vector<std::uint32_t>
      offsets;               // kPhrase: of each child from the first, ascending, offsets[0] == 0
  std::uint32_t window = 0;  // kNear, kThen
  /// kPhrase, kNear, kThen: the terms' positions do not decide (some word is an exact or folded
  /// form, a prefix, a near spelling): see candidates() and stands_in() of query/positions.h.
  bool exact_phrase = false;
  ValueField field = ValueField::kAuthor;  // kValue
  std::string value;                       // kValue: as typed
  bool whole_value = false;  // kValue: it was quoted, the whole value must be equal (folded)
  CivilDay from = std::numeric_limits<CivilDay>::min();  // kDate
  CivilDay to = std::numeric_limits<CivilDay>::max();
  TextField text_field = TextField::kAny;  // kWord, kPhrase, kNear, kThen: where the words stand
};

/// Said to the reader about a query that was mended, or understood in a way worth telling.
struct QueryWarning {
  std::string code;          ///< kebab-case, stable: "unbalanced-quote"
  std::string detail;        ///< French sentence
  std::size_t position = 0;  ///< code points into `q`
};

/// A date in words ("septembre 2023") that became a filter; the reader can take it away
/// (`dates=off`, or the query without those characters).
struct DateInWords {
  CivilDay from = std::numeric_limits<CivilDay>::min();  ///< inclusive; min: open
  CivilDay to = std::numeric_limits<CivilDay>::max();    ///< inclusive; max: open
  std::string text;                                      ///< as typed
  std::string without;                                   ///< the query without it
  std::size_t position = 0;                              ///< code points into `q`
  std::size_t length = 0;                                ///< code points
};

/// A place that `lieu:` was understood as.
struct PlaceReading {
  std::string text;    ///< as typed
  std::string id;      ///< of the gazetteer, or "name:…"
  std::string name;    ///< in French
  std::string within;  ///< the name of what it lies in, or empty
};

/// What the reader's words came to.
struct ResolvedQuery {
  std::string text;         ///< as received
  std::string interpreted;  ///< canonical French; read again it finds the same articles
  std::vector<QueryWarning> warnings;
  std::optional<DateInWords> date;   ///< also ANDed at the root, as a kDate
  std::vector<PlaceReading> places;  ///< of each `lieu:`; several of one that is ambiguous
  bool has_words = false;            ///< false: nothing to rank by, newest first
  Node root;
};

}  // namespace gazette::server
