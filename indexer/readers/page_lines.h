// A page as lines, each with what can be told from the line alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gazette::indexer {

struct PageLine {
  std::size_t number = 0;  ///< 1-based, in the page
  std::string text;        ///< cleaned; never empty
  std::string folded;      ///< lower case, no accents, letters and digits parted by single spaces
  std::size_t words = 0;
  bool prose = false;          ///< reads like a sentence of running text
  bool after_blank = false;    ///< an empty line stands before it
  std::string_view furniture;  ///< what part of a page it is ("partage", "cookies"…), or empty
};

/// The lines of a page that are not empty. Paragraphs wrapped to a column are joined to one line
/// each.
std::vector<PageLine> page_lines(std::string_view page);

/// What can be told from one line, not empty and clean, alone.
PageLine page_line(std::string text, std::size_t number);

/// Letters and digits of `text` in lower case without accents, words parted by single spaces: what
/// is the same when printed in capitals.
std::string folded_line(std::string_view text);

/// What part of a page a line is, or empty: buttons, menus, notices, credits, links to other
/// articles.
std::string_view furniture_of(std::string_view text, std::string_view folded);

/// True when a list of links to other articles may follow ("À lire aussi").
bool opens_links(std::string_view folded);

/// True for the heading of a list of other articles ("Les plus lus"), which ends an article's text.
bool is_list_heading(std::string_view furniture);

/// True for what pages also put between two paragraphs: links, adverts, share buttons.
bool stands_amid_text(std::string_view furniture);

}  // namespace gazette::indexer
