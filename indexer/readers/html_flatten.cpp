// A scanner of tags that follows which elements are open, as far as their ends are printed.
#include "indexer/readers/html_flatten.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace gazette::indexer {
namespace {

constexpr std::size_t kMostDepth =
    512;  // what Blink and WebKit build; the deepest page seen has 60

// Elements without content, and those that the next of their kind ends.
constexpr std::string_view kUncounted[] = {
    "area",   "base",   "br", "col",   "colgroup", "dd",     "dt", "embed", "hr", "img",
    "input",  "keygen", "li", "link",  "meta",     "option", "p",  "param", "rp", "rt",
    "source", "tbody",  "td", "tfoot", "th",       "thead",  "tr", "track", "wbr"};

constexpr std::string_view kRawText[] = {"script", "style", "textarea", "title", "xmp"};

// An end tag reaches no element outside these.
constexpr std::string_view kWalls[] = {"table",  "caption", "object",
                                       "applet", "marquee", "template"};

template <std::size_t N>
bool is_one_of(const std::string_view (&names)[N], std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

bool ends_name(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '/' || c == '>';
}

/// The name that stands at `at`, in lower case; cut where no element's name is as long.
std::string name_at(std::string_view html, std::size_t at) {
  constexpr std::size_t kLongestName = 40;
  std::string name;
  for (; at < html.size() && !ends_name(html[at]) && name.size() < kLongestName; ++at) {
    name.push_back(lower(html[at]));
  }
  return name;
}

struct Tag {
  std::string name;  ///< lower case; empty when there is no tag
  bool end_tag = false;
  bool closed = false;    ///< <g/>
  std::size_t after = 0;  ///< behind its ">"
};

/// The tag at `at`, which is a "<".
Tag tag_at(std::string_view html, std::size_t at) {
  Tag tag;
  std::size_t i = at + 1;
  if (i < html.size() && html[i] == '/') {
    tag.end_tag = true;
    ++i;
  }
  if (i >= html.size() || !is_letter(html[i])) return {};
  tag.name = name_at(html, i);
  i += tag.name.size();
  char quote = '\0';
  for (; i < html.size(); ++i) {
    const char c = html[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if ((c == '"' || c == '\'') && html[i - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      break;
    }
  }
  tag.closed = i < html.size() && html[i - 1] == '/';
  tag.after = std::min(i + 1, html.size());
  return tag;
}

/// Where the text of a raw element ends: at its end tag, or at the end.
std::size_t raw_end(std::string_view html, std::size_t at, std::string_view name) {
  for (; (at = html.find("</", at)) != std::string_view::npos; at += 2) {
    if (name_at(html, at + 2) == name) return at;
  }
  return html.size();
}

class Flattener {
 public:
  explicit Flattener(std::string_view html) : html_(html) {}

  /// What stays; nothing when all of it does.
  std::string run() {
    for (std::size_t at = html_.find('<'); at < html_.size(); at = html_.find('<', at)) {
      if (html_.substr(at).starts_with("<!--")) {
        at = std::min(html_.find("-->", at + 4), html_.size());
        continue;
      }
      const Tag tag = tag_at(html_, at);
      if (tag.name.empty()) {
        ++at;
        continue;
      }
      if (!stays(tag)) drop(at, tag.after);
      at = tag.after;
      if (!tag.end_tag && is_one_of(kRawText, tag.name)) at = raw_end(html_, at, tag.name);
    }
    if (kept_ == 0) return {};
    out_.append(html_.substr(kept_));
    return std::move(out_);
  }

  [[nodiscard]] bool dropped() const { return kept_ > 0; }

 private:
  /// Follows the tag; false when it opens or ends an element that is too deep.
  bool stays(const Tag& tag) {
    if (tag.closed || is_one_of(kUncounted, tag.name)) return true;
    if (!tag.end_tag) {
      if (open_.size() >= kMostDepth) {
        ++dropped_opens_;
        return false;
      }
      open_.push_back(tag.name);
      return true;
    }
    if (dropped_opens_ > 0) {
      --dropped_opens_;
      return false;
    }
    for (std::size_t i = open_.size(); i > 0; --i) {
      if (open_[i - 1] == tag.name) {
        open_.resize(i - 1);
        break;
      }
      if (is_one_of(kWalls, open_[i - 1])) break;
    }
    return true;
  }

  void drop(std::size_t begin, std::size_t end) {
    out_.append(html_.substr(kept_, begin - kept_));
    out_.push_back(' ');  // what an element parted stays apart
    kept_ = end;
  }

  std::string_view html_;
  std::vector<std::string> open_;
  std::size_t dropped_opens_ = 0;
  std::string out_;
  std::size_t kept_ = 0;  ///< up to here everything is in out_, or was dropped
};

}  // namespace

std::string flattened(std::string html) {
  Flattener flattener(html);
  std::string flat = flattener.run();
  if (flattener.dropped()) return flat;
  return html;
}

}  // namespace gazette::indexer
