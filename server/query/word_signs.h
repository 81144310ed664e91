// Where a word of the query ends, and what its signs say.
#pragma once

#include <cstddef>
#include <string_view>

#include "server/query/diagnostics.h"
#include "server/query/lexer.h"

namespace gazette::server {

/// True when something in `text` can be searched.
bool has_word(std::string_view text);

/// The end of the run that begins at byte `from`: up to a blank, a quotation mark or a bracket; the
/// (e) of étudiant(e)s stays inside.
std::size_t word_end(std::string_view query, std::size_t from);

/// Takes the trailing `*` or `~` off the word's text; one that stands elsewhere is told.
void take_signs(Lexeme& word, Diagnostics& diagnostics);

/// Says that a star is not at the end of a word, and what came of it.
void tell_misplaced_star(std::size_t at, std::string_view outcome, Diagnostics& diagnostics);

/// The l' of l'« État islamique »: not a word to look for.
bool is_article_before_quote(std::string_view query, const Lexeme& word);

/// "15" and "000", "prud" and "hommes" are one word to the analyzer: makes `last` of both, when
/// they are such.
bool join_across_blank(std::string_view query, Lexeme& last, const Lexeme& next);

}  // namespace gazette::server
