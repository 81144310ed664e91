// A scanner of tags: enough XML to know where a record ends.
#include "indexer/readers/xml_records.h"

#include <algorithm>

#include "common/cli/language.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kStepBytes = std::size_t{64} << 10;  // looked at in one go
constexpr std::size_t kMaxHeadBytes = std::size_t{2}
                                      << 20;  // WordPress lists thousands of tags there
constexpr std::size_t kMaxDepth = 250;        // of elements; a page nests 30 deep

enum class Kind : std::uint8_t { kText, kStart, kEnd, kEmpty, kOther, kDoctype };

struct Token {
  Kind kind = Kind::kText;
  std::string bytes;     ///< as far as the limit goes
  bool cut = false;      ///< it was longer
  bool ended = true;     ///< false when the file ends inside
  std::size_t line = 1;  ///< where it starts
};

std::string_view local(std::string_view name) {
  return name.substr(std::min(name.find(':') + 1, name.size()));
}

/// Name of the element of a start or end tag.
std::string_view name_of(std::string_view tag) {
  const std::size_t begin = tag.starts_with("</") ? 2 : 1;
  return local(tag.substr(begin, tag.find_first_of(" \t\r\n/>", begin) - begin));
}

class Scanner {
 public:
  Scanner(InputStream& input, std::size_t limit) : input_(input), limit_(limit) {}

  /// The next piece of text or markup; false at the end.
  bool next(Token& token) {
    token.bytes.clear();
    token.cut = false;
    token.ended = true;
    token.line = line_;
    if (!more()) return false;
    if (view_[at_] != '<') {
      token.kind = Kind::kText;
      while (more() && view_[at_] != '<') {
        const std::string_view rest = view_.substr(at_);
        take(token, std::min(rest.find('<'), rest.size()));
      }
      return true;
    }
    markup(token);
    return true;
  }

  [[nodiscard]] std::size_t line() const { return line_; }

 private:
  bool more() {
    if (at_ < view_.size()) return true;
    input_.skip(view_.size());
    view_ = input_.peek(kStepBytes);
    if (view_.size() > kStepBytes) view_ = view_.substr(0, kStepBytes);
    at_ = 0;
    return !view_.empty();
  }

  void take(Token& token, std::size_t count) {
    const std::string_view piece = view_.substr(at_, count);
    line_ += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\n'));
    const std::size_t room = limit_ - std::min(limit_, token.bytes.size());
    token.cut = token.cut || piece.size() > room;
    token.bytes += piece.substr(0, room);
    at_ += count;
  }

  /// Takes up to and with `end`, which may lie across two looks.
  void take_to(Token& token, std::string_view end) {
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

  void tag(Token& token) {
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
        token.kind = token.bytes.starts_with("</") ? Kind::kEnd
                     : last == '/'                 ? Kind::kEmpty
                                                   : Kind::kStart;
        return;
      }
      last = c;
    }
    token.ended = false;
  }

  void doctype(Token& token) {
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

  void markup(Token& token) {
    token.kind = Kind::kOther;
    const std::string_view ahead = ahead_of(9);
    if (ahead.starts_with("<!--")) {
      take(token, 4);
      take_to(token, "-->");
    } else if (ahead.starts_with("<![CDATA[")) {
      take_to(token, "]]>");
    } else if (ahead.starts_with("<?")) {
      take_to(token, "?>");
    } else if (ahead.starts_with("<!")) {
      token.kind = Kind::kDoctype;
      doctype(token);
    } else {
      tag(token);
    }
  }

  /// The next bytes, also those behind the present look.
  std::string_view ahead_of(std::size_t size) {
    if (view_.size() - at_ < size) {
      input_.skip(at_);
      view_ = input_.peek(kStepBytes);
      if (view_.size() > kStepBytes) view_ = view_.substr(0, kStepBytes);
      at_ = 0;
    }
    return view_.substr(at_, size);
  }

  InputStream& input_;
  std::size_t limit_;
  std::string_view view_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

class Splitter {
 public:
  Splitter(InputStream& input, std::initializer_list<std::string_view> names, std::size_t limit,
           const XmlRecordHandler& handler)
      : scanner_(input, limit), names_(names), limit_(limit), handler_(handler) {}

  Result<std::size_t> run() {
    Token token;
    while (scanner_.next(token)) {
      if (token.kind == Kind::kDoctype && token.bytes.find("<!ENTITY") != std::string::npos) {
        return Error{"xml-entities",
                     tr("le fichier déclare ses propres entités XML (<!ENTITY) : refusé par sûreté",
                        "the file declares XML entities of its own (<!ENTITY): refused for safety"),
                     "", 0};
      }
      const bool going = name_.empty() ? outside(token) : inside(token);
      if (!going) return count_;
    }
    if (!name_.empty()) {
      handler_.reject(line_, tr("fichier coupé au milieu de cet enregistrement",
                                "the file is cut off within this record"));
    } else if (!root_ended_ && !root_.empty()) {
      return Error{
          "truncated",
          tr("fichier coupé : il manque </", "truncated file: there is no </") + root_ + ">", "",
          0};
    }
    return count_;
  }

 private:
  bool outside(const Token& token) {
    if (token.kind == Kind::kStart || token.kind == Kind::kEmpty) {
      const std::string_view name = name_of(token.bytes);
      if (root_.empty()) root_ = name.empty() ? "?" : std::string(name);
      if (std::find(names_.begin(), names_.end(), name) != names_.end()) return begin(token, name);
    }
    if (token.kind == Kind::kEnd && name_of(token.bytes) == root_) root_ended_ = true;
    if (head_.size() + token.bytes.size() <= kMaxHeadBytes && token.kind != Kind::kDoctype) {
      head_ += token.bytes;
    }
    return true;
  }

  bool begin(const Token& token, std::string_view name) {
    name_ = name;
    line_ = token.line;
    bytes_ = token.bytes;
    fault_.clear();
    nested_ = 1;
    depth_ = 1;
    if (name == root_) root_ended_ = true;
    return token.kind == Kind::kEmpty ? end() : true;
  }

  bool inside(const Token& token) {
    if (token.kind == Kind::kStart) {
      if (++depth_ > kMaxDepth && fault_.empty()) {
        fault_ = tr("éléments XML imbriqués trop profondément", "XML elements nested too deep");
      }
      if (name_of(token.bytes) == name_) ++nested_;
    }
    if (token.kind == Kind::kEnd && depth_ > 0) --depth_;
    if (fault_.empty() && (token.cut || bytes_.size() + token.bytes.size() > limit_)) {
      fault_ = tr("enregistrement de plus de ", "record of more than ") +
               std::to_string(limit_ >> 20) + tr(" Mio", " MiB");
    }
    if (fault_.empty()) {
      bytes_ += token.bytes;
    } else {
      bytes_.clear();
    }
    // The record ends with its own end tag, whatever was left open in it.
    if (token.kind == Kind::kEnd && name_of(token.bytes) == name_ && --nested_ == 0) return end();
    return true;
  }

  bool end() {
    bool going = true;
    if (fault_.empty()) {
      ++count_;
      going = handler_.take({name_, bytes_, head_, line_});
    } else {
      handler_.reject(line_, fault_);
    }
    name_.clear();
    bytes_.clear();
    return going;
  }

  Scanner scanner_;
  std::initializer_list<std::string_view> names_;
  std::size_t limit_;
  const XmlRecordHandler& handler_;
  std::string head_, root_;
  bool root_ended_ = false;
  std::size_t count_ = 0;

  std::string name_;  ///< of the record at hand; empty outside of one
  std::string bytes_, fault_;
  std::size_t line_ = 0, nested_ = 0, depth_ = 0;
};

}  // namespace

Result<std::size_t> split_xml(InputStream& input, std::initializer_list<std::string_view> names,
                              std::size_t limit, const XmlRecordHandler& handler) {
  return Splitter(input, names, limit, handler).run();
}

XmlStart xml_start(std::string_view start) {
  for (std::size_t at = 0; at < start.size();) {
    at = start.find_first_not_of(" \t\r\n", at);
    if (at == std::string_view::npos || start[at] != '<') return {};
    const std::string_view rest = start.substr(at);
    const auto behind = [&](std::string_view end) {
      const std::size_t found = rest.find(end);
      return found == std::string_view::npos ? start.size() : at + found + end.size();
    };
    if (rest.starts_with("<!--")) {
      at = behind("-->");
    } else if (rest.starts_with("<?")) {
      at = behind("?>");
    } else if (rest.starts_with("<!")) {
      // A subset in brackets may hold ">".
      const std::size_t subset = rest.find('[');
      at = subset < rest.find('>') ? behind("]>") : behind(">");
    } else {
      const std::string_view tag = rest.substr(0, rest.find('>') + 1);
      const std::string_view name = tag.empty() ? rest : tag;
      return {name_of(name), name};
    }
  }
  return {};
}

}  // namespace gazette::indexer
