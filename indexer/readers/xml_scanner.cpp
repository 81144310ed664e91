// One look at a time.
#include "indexer/readers/xml_scanner.h"

#include <algorithm>

namespace gazette::indexer {
namespace {

constexpr std::size_t kStepBytes = std::size_t{64} << 10;  // looked at in one go

}  // namespace

std::string_view xml_tag_name(std::string_view tag) {
  const std::size_t begin = tag.starts_with("</") ? 2 : 1;
  const std::string_view name = tag.substr(begin, tag.find_first_of(" \t\r\n/>", begin) - begin);
  return name.substr(std::min(name.find(':') + 1, name.size()));
}

bool XmlScanner::next(XmlToken& token) {
  token.bytes.clear();
  token.cut = false;
  token.ended = true;
  token.line = line_;
  if (!more()) return false;
  if (view_[at_] != '<') {
    token.kind = XmlToken::Kind::kText;
    while (more() && view_[at_] != '<') {
      const std::string_view rest = view_.substr(at_);
      take(token, std::min(rest.find('<'), rest.size()));
    }
    return true;
  }
  markup(token);
  return true;
}

bool XmlScanner::more() {
  if (at_ < view_.size()) return true;
  input_.skip(view_.size());
  view_ = input_.peek(kStepBytes);
  if (view_.size() > kStepBytes) view_ = view_.substr(0, kStepBytes);
  at_ = 0;
  return !view_.empty();
}

void XmlScanner::take(XmlToken& token, std::size_t count) {
  const std::string_view piece = view_.substr(at_, count);
  line_ += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\n'));
  const std::size_t room = limit_ - std::min(limit_, token.bytes.size());
  token.cut = token.cut || piece.size() > room;
  token.bytes += piece.substr(0, room);
  at_ += count;
}

void XmlScanner::take_to(XmlToken& token, std::string_view end) {
  std::string tail;  // the last bytes, which also a token that is cut needs
  while (more()) {
    const char c = view_[at_];
    take(token, 1);
    tail += c;
    if (tail.size() > end.size()) tail.erase(0, 1);
    if (tail == end) return;
    // Nothing that may end is skipped: only bytes that cannot begin `end`.
    if (at_ < view_.size() && tail.find(end.front()) == std::string::npos) {
      const std::size_t stop = std::min(view_.find(end.front(), at_), view_.size());
      if (stop > at_) {
        take(token, stop - at_);
        tail.clear();
      }
    }
  }
  token.ended = false;
}

void XmlScanner::tag(XmlToken& token) {
  char quote = '\0';
  char last = '\0';
  while (more()) {
    const char c = view_[at_];
    take(token, 1);
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      token.kind = token.bytes.starts_with("</") ? XmlToken::Kind::kEnd
                   : last == '/'                 ? XmlToken::Kind::kEmpty
                                                 : XmlToken::Kind::kStart;
      return;
    }
    last = c;
  }
  token.ended = false;
}

void XmlScanner::doctype(XmlToken& token) {
  std::size_t brackets = 0;
  char quote = '\0';
  while (more()) {
    const char c = view_[at_];
    take(token, 1);
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '[') {
      ++brackets;
    } else if (c == ']' && brackets > 0) {
      --brackets;
    } else if (c == '>' && brackets == 0) {
      return;
    }
  }
  token.ended = false;
}

void XmlScanner::markup(XmlToken& token) {
  token.kind = XmlToken::Kind::kOther;
  const std::string_view ahead = ahead_of(9);
  if (ahead.starts_with("<!--")) {
    take(token, 4);
    take_to(token, "-->");
  } else if (ahead.starts_with("<![CDATA[")) {
    take_to(token, "]]>");
  } else if (ahead.starts_with("<?")) {
    take_to(token, "?>");
  } else if (ahead.starts_with("<!")) {
    token.kind = XmlToken::Kind::kDoctype;
    doctype(token);
  } else {
    tag(token);
  }
}

std::string_view XmlScanner::ahead_of(std::size_t size) {
  if (view_.size() - at_ < size) {
    input_.skip(at_);
    view_ = input_.peek(kStepBytes);
    if (view_.size() > kStepBytes) view_ = view_.substr(0, kStepBytes);
    at_ = 0;
  }
  return view_.substr(at_, size);
}

}  // namespace gazette::indexer
