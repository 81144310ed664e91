// The Markdown of this project's own pages -> HTML.
#include "server/web/markdown.h"

#include <algorithm>
#include <string>
#include <vector>

#include "server/web/links.h"

namespace gazette::server {
namespace {

constexpr std::string_view kArrow = "→";
constexpr std::string_view kFence = "```";

std::string_view trimmed(std::string_view line) {
  while (line.starts_with(' ')) line.remove_prefix(1);
  while (line.ends_with(' ') || line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(trimmed(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// As French is printed: the sources are typed with plain apostrophes and spaces.
Html prose(std::string_view typed) {
  struct Change {
    std::string_view from, to;
  };
  static constexpr Change kChanges[] = {
      {"'", "’"}, {" ;", "\u202F;"}, {" ?", "\u202F?"}, {" !", "\u202F!"}, {" :", "\u00A0:"}};
  std::string out(typed);
  for (const auto& [from, to] : kChanges) {
    for (std::size_t at = out.find(from); at != std::string::npos;
         at = out.find(from, at + to.size())) {
      out.replace(at, from.size(), to);
    }
  }
  return text(out);
}

/// `code` and the text round it.
Html inline_html(std::string_view line) {
  Html out;
  while (!line.empty()) {
    const std::size_t open = line.find('`');
    const std::size_t close = open == std::string_view::npos ? open : line.find('`', open + 1);
    if (close == std::string_view::npos) break;
    out += prose(line.substr(0, open)) +
           element("code", text(line.substr(open + 1, close - open - 1)));
    line.remove_prefix(close + 1);
  }
  return out + prose(line);
}

/// One line of a block of queries; what stands two spaces behind the meaning is for tests.
Html query_item(std::string_view line) {
  const std::size_t arrow = line.find(kArrow);
  const std::string_view query = trimmed(line.substr(0, arrow));
  if (query.empty()) return {};
  Html item = element("a", {{"href", search_link({{"q", std::string(query)}})}},
                      element("code", text(query)));
  if (arrow != std::string_view::npos) {
    std::string_view meaning = trimmed(line.substr(arrow + kArrow.size()));
    meaning = meaning.substr(0, meaning.find("  "));
    item += element("span", text(std::string(kArrow) + " " + std::string(meaning)));
  }
  return element("li", item);
}

Html table_row(std::string_view line, std::string_view cell) {
  Html cells;
  line.remove_prefix(1);
  while (!line.empty()) {
    const std::size_t bar = std::min(line.find('|'), line.size());
    cells += element(cell, inline_html(trimmed(line.substr(0, bar))));
    line.remove_prefix(std::min(bar + 1, line.size()));
  }
  return element("tr", cells);
}

/// A walk over the lines, block by block.
class Blocks {
 public:
  explicit Blocks(std::vector<std::string_view> lines) : lines_(std::move(lines)) {}

  Html all() {
    Html out;
    while (at_ < lines_.size()) out += next();
    return out;
  }

 private:
  Html next() {
    const std::string_view line = lines_[at_];
    if (line.empty()) return ++at_, Html();
    if (line.starts_with(kFence)) return queries();
    if (line.starts_with('|')) return table();
    if (line.starts_with("## ")) return ++at_, element("h2", inline_html(line.substr(3)));
    if (line.starts_with("# ")) return ++at_, element("h1", inline_html(line.substr(2)));
    return paragraph();
  }

  Html queries() {
    Html items;
    for (++at_; at_ < lines_.size() && !lines_[at_].starts_with(kFence); ++at_) {
      items += query_item(lines_[at_]);
    }
    ++at_;  // the closing fence
    return element("ul", {{"class", "queries"}}, items);
  }

  Html table() {
    const Html head = element("thead", table_row(lines_[at_], "th"));
    at_ += 2;  // the row of dashes too
    Html rows;
    for (; at_ < lines_.size() && lines_[at_].starts_with('|'); ++at_) {
      rows += table_row(lines_[at_], "td");
    }
    return element("div", {{"class", "scroll"}, {"tabindex", "0"}},
                   element("table", head + element("tbody", rows)));
  }

  Html paragraph() {
    std::string whole;
    for (; at_ < lines_.size(); ++at_) {
      const std::string_view line = lines_[at_];
      if (line.empty() || line.starts_with(kFence) || line.starts_with('|') ||
          line.starts_with("# ") || line.starts_with("## ")) {
        break;
      }
      whole += (whole.empty() ? "" : " ") + std::string(line);
    }
    return element("p", inline_html(whole));
  }

  std::vector<std::string_view> lines_;
  std::size_t at_ = 0;
};

}  // namespace

Html markdown_html(std::string_view markdown) { return Blocks(lines_of(markdown)).all(); }

}  // namespace gazette::server
