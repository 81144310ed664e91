// An article as reference managers read it: RIS, BibTeX, CSL-JSON.
#pragma once

#include <string>
#include <string_view>

#include "common/article.h"

namespace gazette::server {

inline constexpr std::string_view kRisType = "application/x-research-info-systems";
inline constexpr std::string_view kBibtexType = "application/x-bibtex";
inline constexpr std::string_view kCslType = "application/vnd.citationstyles.csl+json";

/// Each appends one record. Whatever stands in the article, the record has its own lines and braces
/// and no others: line ends and control characters become spaces.
void write_ris(const Article& article, std::string& out);
void write_bibtex(const Article& article, std::string& out);
void write_csl(const Article& article, std::string& out);  ///< one JSON object, no newline

/// The key of an article's BibTeX entry: the id where that can be one, else as much of it as can be
/// and a hash of it. Always the same for the same id, and another for another.
std::string bibtex_key(std::string_view id);

/// One line of well-formed text: runs of spaces, line ends of any kind and control characters
/// become one space, none at either end.
std::string one_line(std::string_view text);

}  // namespace gazette::server
