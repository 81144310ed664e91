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

/// Windows-1252 (which holds Latin-1) as UTF-8; the five bytes that it leaves undefined become
/// U+FFFD.
std::string from_windows_1252(std::string_view bytes);

}  // namespace gazette::indexer
