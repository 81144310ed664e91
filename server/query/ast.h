// What a query says, as a tree: words are still text, fields and operators are named.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "server/query/fields.h"

namespace gazette::server {

/// A node; views point into the query.
struct Ast {
  enum class Kind : std::uint8_t {
    kNothing,   ///< an empty query
    kWord,      ///< `text` with its signs
    kPhrase,    ///< `text` between quotation marks
    kSequence,  ///< children side by side: joined as the reader asked (op)
    kAnd,
    kOr,
    kNot,        ///< one child
    kMust,       ///< one child, under the sign +
    kProximity,  ///< children and between each two a link
    kField,      ///< one child, looked for in `field`
  };

  /// What stands between two operands of a proximity.
  struct Link {
    bool ordered = false;  ///< SUIVI; else PROCHE
    std::uint32_t window = 1;
    bool operator==(const Link&) const = default;
  };

  Kind kind = Kind::kNothing;
  std::size_t begin = 0, end = 0;  ///< bytes of the query
  std::string_view text;
  bool exact = false, prefix = false, fuzzy = false;
  FieldName field = FieldName::kTitle;
  std::vector<Link> links;  ///< kProximity: one less than children
  std::vector<Ast> children;
};

}  // namespace gazette::server
