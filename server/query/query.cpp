// The stages of the query language, one after the other.
#include "server/query/query.h"

#include <algorithm>
#include <utility>

#include "common/utf8.h"
#include "server/query/bind.h"
#include "server/query/canonical.h"
#include "server/query/characters.h"
#include "server/query/dates.h"
#include "server/query/lexer.h"
#include "server/query/limits.h"
#include "server/query/mend.h"
#include "server/query/parser.h"
#include "server/query/resolve.h"

namespace gazette::server {
namespace {

bool blank(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Char c = char_at(text, i);
    if (!is_blank(c.code_point)) return false;
    i += c.length;
  }
  return true;
}

/// The query without the bytes [begin, end), and without the blank that they leave doubled.
std::string without(std::string_view query, std::size_t begin, std::size_t end) {
  std::string left(query.substr(0, begin));
  while (!left.empty() && left.back() == ' ') left.pop_back();
  std::string_view right = query.substr(end);
  while (!right.empty() && right.front() == ' ') right.remove_prefix(1);
  if (!left.empty() && !right.empty()) left += ' ';
  return left + std::string(right);
}

/// A whole sentence was pasted: a title, a question. Its dates are part of what it tells.
bool in_a_sentence(const std::vector<Lexeme>& lexemes, const DateRun& run) {
  const auto words = std::count_if(lexemes.begin(), lexemes.end(), [](const Lexeme& lexeme) {
    return lexeme.kind == Lexeme::Kind::kWord;
  });
  const std::size_t others = static_cast<std::size_t>(words) - (run.last - run.first + 1);
  return others > limits::kMaxWordsBesideDate;
}

/// Takes the date in words out of the lexemes.
std::optional<DateInWords> take_date(const QueryInput& input, std::vector<Lexeme>& lexemes,
                                     Diagnostics& diagnostics) {
  const auto run = date_in_words(input.q, lexemes, input.today);
  if (!run) return std::nullopt;
  const std::string_view query = input.q;
  const std::size_t begin = lexemes[run->first].begin;
  const std::size_t end = lexemes[run->last].end;
  if (in_a_sentence(lexemes, *run)) {
    diagnostics.noted(
        "date-as-words", begin,
        "Dans une phrase entière, « " + std::string(query.substr(begin, end - begin)) +
            " » reste du texte ; pour filtrer : date:" + date_value_text(run->range) + ".");
    return std::nullopt;
  }
  DateInWords date;
  date.from = run->range.from;
  date.to = run->range.to;
  date.text = std::string(query.substr(begin, end - begin));
  date.without = without(query, begin, end);
  date.position = utf8::length(query.substr(0, begin));
  date.length = utf8::length(query.substr(begin, end - begin));
  const auto first = lexemes.begin() + static_cast<std::ptrdiff_t>(run->first);
  lexemes.erase(first, lexemes.begin() + static_cast<std::ptrdiff_t>(run->last) + 1);
  return date;
}

Clause date_clause(const DateInWords& date) {
  Clause clause;
  clause.kind = Clause::Kind::kDate;
  clause.from = date.from;
  clause.to = date.to;
  return clause;
}

/// The warnings in the order of the text, positions in code points.
std::vector<QueryWarning> warnings_of(const Diagnostics& diagnostics, std::string_view query) {
  std::vector<Diagnostic> list = diagnostics.list();
  std::stable_sort(list.begin(), list.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.offset < b.offset; });
  if (list.size() > limits::kMaxWarnings) list.resize(limits::kMaxWarnings);
  std::vector<QueryWarning> warnings;
  std::size_t bytes = 0;
  std::size_t position = 0;
  for (Diagnostic& one : list) {
    const std::size_t offset = std::min(one.offset, query.size());
    position += utf8::length(query.substr(bytes, offset - bytes));
    bytes = offset;
    warnings.push_back({std::move(one.code), std::move(one.detail), position});
  }
  return warnings;
}

/// The first mend, as an error; none when nothing was mended.
std::optional<Error> first_mend(const Diagnostics& diagnostics) {
  const Diagnostic* first = nullptr;
  for (const Diagnostic& one : diagnostics.list()) {
    if (one.mend && (first == nullptr || one.offset < first->offset)) first = &one;
  }
  if (first == nullptr) return std::nullopt;
  return Error{first->code, first->detail, "q", first->offset};
}

void tell_capitals(const Lexemes& lexemes, Diagnostics& diagnostics) {
  if (!lexemes.plain_words) return;
  for (const Lexeme& lexeme : lexemes.list) {
    if (lexeme.kind != Lexeme::Kind::kWord || !looks_like_operator(lexeme.text)) continue;
    diagnostics.noted("all-capitals", lexeme.begin,
                      "La requête est tout en capitales : ET, OU et SAUF y sont des mots.");
    return;
  }
}

}  // namespace

Result<ResolvedQuery> resolve_query(const QueryInput& input, Analyzer& analyzer,
                                    const StemLexicon& lexicon, const TermSource& terms) {
  ResolvedQuery query;
  query.text = input.q;
  if (blank(input.q)) return query;

  Diagnostics diagnostics;
  Lexemes lexemes = lex(input.q, diagnostics);
  tell_capitals(lexemes, diagnostics);
  if (input.dates_in_words) query.date = take_date(input, lexemes.list, diagnostics);
  const Ast ast = parse(mend(lexemes.list, diagnostics));
  const BindContext binding{.query = input.q,
                            .analyzer = analyzer,
                            .diagnostics = diagnostics,
                            .op = input.op,
                            .plain_words = lexemes.plain_words,
                            .today = input.today};
  Clause meaning = bind(ast, binding);
  if (query.date) {
    std::vector<Clause> both;
    both.push_back(std::move(meaning));
    both.push_back(date_clause(*query.date));
    meaning = all_of(std::move(both), false);
  }
  if (meaning.kind == Clause::Kind::kVanished) {
    diagnostics.mended("no-words", 0, "La requête ne contient aucun mot à chercher.");
  }
  query.interpreted = canonical_query(meaning);
  query.root = resolve(meaning, {.analyzer = analyzer,
                                 .lexicon = lexicon,
                                 .terms = terms,
                                 .diagnostics = diagnostics,
                                 .match = input.match});
  query.has_words = has_words(query.root);
  if (input.strict) {
    if (auto error = first_mend(diagnostics)) return std::move(*error);
  }
  query.warnings = warnings_of(diagnostics, input.q);
  return query;
}

}  // namespace gazette::server
