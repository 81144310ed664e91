// What may stand on both sides of PROCHE and SUIVI, and what becomes of what may not.
#include "server/query/proximity.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace gazette::server {
namespace {

using Kind = Clause::Kind;

/// Pairs that "(a b) PROCHE/3 (c d)" may come to: more say nothing a reader could follow.
constexpr std::size_t kMaxPairs = 16;

/// Words, a phrase, or any of such.
bool stands_somewhere(const Clause& clause) {
  if (clause.kind == Kind::kOr) {
    return std::all_of(clause.children.begin(), clause.children.end(), stands_somewhere);
  }
  return clause.kind == Kind::kWords || clause.kind == Kind::kPhrase;
}

/// The field all of it is in; none when there are two.
std::optional<TextField> field_of(const Clause& clause) {
  if (clause.kind != Kind::kOr) return clause.where;
  const auto first = field_of(clause.children.front());
  const bool same = std::all_of(clause.children.begin(), clause.children.end(),
                                [&](const Clause& child) { return field_of(child) == first; });
  return same ? first : std::nullopt;
}

/// In a proximity every word counts, stop words too.
void make_literal(Clause& clause) {
  for (QueryWord& word : clause.words) word.optional = false;
  for (Clause& child : clause.children) make_literal(child);
}

Clause proximity(std::vector<Clause> operands, std::vector<Ast::Link> links) {
  Clause clause;
  clause.kind = Kind::kProximity;
  clause.begin = operands.front().begin;
  clause.end = operands.back().end;
  for (Clause& operand : operands) make_literal(operand);
  clause.children = std::move(operands);
  clause.links = std::move(links);
  return clause;
}

bool fit_together(const std::vector<Clause>& operands) {
  if (!std::all_of(operands.begin(), operands.end(), stands_somewhere)) return false;
  const auto field = field_of(operands.front());
  return field && std::all_of(operands.begin(), operands.end(),
                              [&](const Clause& operand) { return field_of(operand) == field; });
}

/// The parts of a conjunction that are asked for; the clause itself when it is none.
std::vector<Clause> parts_of(Clause clause) {
  if (clause.kind != Kind::kAnd) return {std::move(clause)};
  std::vector<Clause> parts;
  for (Clause& child : clause.children) {
    if (!only_ranks(child)) parts.push_back(std::move(child));
  }
  return parts;
}

/// Each part of one side near each part of the other; none when some pair does not fit.
std::optional<std::vector<Clause>> distributed(const std::vector<Clause>& operands,
                                               const std::vector<Ast::Link>& links) {
  if (operands.size() != 2) return std::nullopt;
  const std::vector<Clause> left = parts_of(operands[0]);
  const std::vector<Clause> right = parts_of(operands[1]);
  if (left.size() * right.size() > kMaxPairs) return std::nullopt;
  std::vector<Clause> pairs;
  for (const Clause& a : left) {
    for (const Clause& b : right) {
      if (!fit_together({a, b})) return std::nullopt;
      pairs.push_back(proximity({a, b}, links));
    }
  }
  return pairs;
}

}  // namespace

Clause proximity_of(std::vector<Clause> operands, std::vector<Ast::Link> links, bool literal,
                    Diagnostics& diagnostics) {
  if (fit_together(operands)) return proximity(std::move(operands), std::move(links));
  const std::size_t begin = operands.front().begin;
  if (auto pairs = distributed(operands, links)) {
    if (pairs->size() == 1) return std::move(pairs->front());
    diagnostics.mended("proximity-operand", begin,
                       "PROCHE et SUIVI relient des mots, des phrases ou des groupes OU : chaque "
                       "mot du groupe est cherché près de l'autre côté.");
    return all_of(std::move(*pairs), literal);
  }
  diagnostics.mended("proximity-operand", begin,
                     "PROCHE et SUIVI relient des mots, des phrases ou des groupes OU d'un même "
                     "champ : lu comme ET.");
  return all_of(std::move(operands), literal);
}

}  // namespace gazette::server
