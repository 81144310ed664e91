// Text as articles keep it: valid UTF-8, NFC, without control characters or stray white space.
#pragma once

#include <string>
#include <string_view>

namespace gazette::indexer {

/// One line: runs of white space become one space, none at either end. `text` is valid UTF-8.
/// Cleaning twice changes nothing more.
std::string clean_line(std::string_view text);

/// Lines and paragraphs are kept: ends of lines become "\n", blank lines between paragraphs become
/// exactly one. `text` is valid UTF-8. Cleaning twice changes nothing more.
std::string clean_paragraphs(std::string_view text);

}  // namespace gazette::indexer
