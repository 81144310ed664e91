// pugixml behind a few questions.
#include "indexer/readers/xml_tree.h"

#include <charconv>

#include "common/cli/language.h"
#include "indexer/readers/clean_text.h"

namespace gazette::indexer::xml {
namespace {

// White space between inline elements counts ("<b>un</b> <i>deux</i>").
constexpr unsigned kParse = pugi::parse_default | pugi::parse_ws_pcdata;

std::string_view local(std::string_view name) {
  return name.substr(std::min(name.find(':') + 1, name.size()));
}

/// The next node behind `node` in document order that lies below `top`; null at the end.
pugi::xml_node next(pugi::xml_node node, pugi::xml_node top) {
  if (pugi::xml_node below = node.first_child()) return below;
  while (node && node != top) {
    if (pugi::xml_node beside = node.next_sibling()) return beside;
    node = node.parent();
  }
  return {};
}

struct StringWriter : pugi::xml_writer {
  std::string out;
  void write(const void* data, std::size_t size) override {
    out.append(static_cast<const char*>(data), size);
  }
};

}  // namespace

Result<bool> parse(std::string_view bytes, pugi::xml_document& document) {
  const pugi::xml_parse_result result =
      document.load_buffer(bytes.data(), bytes.size(), kParse, pugi::encoding_utf8);
  if (result) return true;
  return Error{"bad-xml",
               tr("XML mal formé, octet ", "malformed XML, byte ") + std::to_string(result.offset) +
                   " (" + result.description() + ")",
               "", static_cast<std::size_t>(result.offset)};
}

void parse_open(std::string_view bytes, pugi::xml_document& document) {
  document.load_buffer(bytes.data(), bytes.size(), kParse, pugi::encoding_utf8);
}

std::string_view local_name(pugi::xml_node node) { return local(node.name()); }

std::string_view prefix(pugi::xml_node node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_node below : node.children()) {
    if (below.type() == pugi::node_element && local_name(below) == name) return below;
  }
  return {};
}

std::vector<pugi::xml_node> children(pugi::xml_node node, std::string_view name) {
  std::vector<pugi::xml_node> out;
  for (const pugi::xml_node below : node.children()) {
    if (below.type() == pugi::node_element && local_name(below) == name) out.push_back(below);
  }
  return out;
}

pugi::xml_node at(pugi::xml_node node, std::string_view path) {
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    node = child(node, path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return node;
}

std::vector<pugi::xml_node> descendants(pugi::xml_node node, std::string_view name) {
  std::vector<pugi::xml_node> out;
  for (pugi::xml_node below = next(node, node); below; below = next(below, node)) {
    if (below.type() == pugi::node_element && local_name(below) == name) out.push_back(below);
  }
  return out;
}

std::string attribute(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_attribute attribute : node.attributes()) {
    if (local(attribute.name()) == name) return attribute.value();
  }
  return {};
}

std::string text(pugi::xml_node node) {
  std::string out;
  for (pugi::xml_node below = next(node, node); below; below = next(below, node)) {
    if (below.type() == pugi::node_pcdata || below.type() == pugi::node_cdata) out += below.value();
  }
  return out;
}

std::string text_at(pugi::xml_node node, std::string_view path) { return text(at(node, path)); }

std::string inner(pugi::xml_node node) {
  StringWriter writer;
  for (const pugi::xml_node below : node.children()) {
    below.print(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  }
  return std::move(writer.out);
}

std::optional<double> number(std::string_view text) {
  const std::string cleaned = clean_line(text);
  if (cleaned.empty()) return std::nullopt;
  const char* begin = cleaned.data() + (cleaned.front() == '+' ? 1 : 0);
  double value = 0;
  const auto [end, fault] = std::from_chars(begin, cleaned.data() + cleaned.size(), value);
  if (fault != std::errc{} || end != cleaned.data() + cleaned.size()) return std::nullopt;
  return value;
}

}  // namespace gazette::indexer::xml
