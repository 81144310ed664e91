// Follows tags, enough to know where a record ends.
#include "indexer/readers/xml_records.h"

#include <algorithm>

#include "common/cli/language.h"
#include "indexer/readers/xml_scanner.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kMaxHeadBytes = std::size_t{2}
                                      << 20;  // WordPress lists thousands of tags there
constexpr std::size_t kMaxDepth = 250;        // of elements; a page nests 30 deep

/// True when a document type declares general entities. Those of parameters name parts of a DTD,
/// which agencies do and nothing here reads.
bool declares_entities(std::string_view doctype) {
  constexpr std::string_view kEntity = "<!ENTITY";
  for (std::size_t at = doctype.find(kEntity); at != std::string_view::npos;
       at = doctype.find(kEntity, at + 1)) {
    const std::size_t next = doctype.find_first_not_of(" \t\r\n", at + kEntity.size());
    if (next == std::string_view::npos || doctype[next] != '%') return true;
  }
  return false;
}

class Splitter {
 public:
  Splitter(InputStream& input, std::initializer_list<std::string_view> names, std::size_t limit,
           const XmlRecordHandler& handler)
      : scanner_(input, limit), names_(names), limit_(limit), handler_(handler) {}

  Result<std::size_t> run() {
    XmlToken token;
    while (scanner_.next(token)) {
      if (token.kind == XmlToken::Kind::kDoctype && declares_entities(token.bytes)) {
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
  bool outside(const XmlToken& token) {
    if (token.kind == XmlToken::Kind::kStart || token.kind == XmlToken::Kind::kEmpty) {
      const std::string_view name = xml_tag_name(token.bytes);
      if (root_.empty()) root_ = name.empty() ? "?" : std::string(name);
      if (std::find(names_.begin(), names_.end(), name) != names_.end()) return begin(token, name);
    }
    if (token.kind == XmlToken::Kind::kEnd && xml_tag_name(token.bytes) == root_)
      root_ended_ = true;
    if (head_.size() + token.bytes.size() <= kMaxHeadBytes &&
        token.kind != XmlToken::Kind::kDoctype) {
      head_ += token.bytes;
    }
    return true;
  }

  bool begin(const XmlToken& token, std::string_view name) {
    name_ = name;
    line_ = token.line;
    bytes_ = token.bytes;
    fault_.clear();
    nested_ = 1;
    depth_ = 1;
    if (name == root_) root_ended_ = true;
    return token.kind == XmlToken::Kind::kEmpty ? end() : true;
  }

  bool inside(const XmlToken& token) {
    if (token.kind == XmlToken::Kind::kStart) {
      if (++depth_ > kMaxDepth && fault_.empty()) {
        fault_ = tr("éléments XML imbriqués trop profondément", "XML elements nested too deep");
      }
      if (xml_tag_name(token.bytes) == name_) ++nested_;
    }
    if (token.kind == XmlToken::Kind::kEnd && depth_ > 0) --depth_;
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
    if (token.kind == XmlToken::Kind::kEnd && xml_tag_name(token.bytes) == name_ && --nested_ == 0)
      return end();
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

  XmlScanner scanner_;
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
      return {xml_tag_name(name), name};
    }
  }
  return {};
}

}  // namespace gazette::indexer
