// A query as a short line of text, so that tables of tests can be read.
#include "tests/server/query/describe.h"

#include <string_view>

#include "server/query/dates.h"

namespace gazette::testing {
namespace {

using server::Node;
using server::Word;

std::string word_text(const Node& node) {
  std::string out = node.text_field == server::TextField::kTitle ? "t:" : "";
  if (node.word.kind == Word::Kind::kExact) out += '=';
  if (node.word.kind == Word::Kind::kFolded) out += '%';
  return out + node.word.text;
}

std::string list(std::string_view name, const Node& node) {
  std::string out = "(" + std::string(name);
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    out += ' ' + describe(node.children[i]);
    if (!node.offsets.empty()) out += ':' + std::to_string(node.offsets[i]);
  }
  return out + ")" + (node.exact_phrase ? "!" : "");
}

std::string value_text(const Node& node) {
  constexpr std::string_view kNames[] = {"auteur", "rubrique", "source", "mot-clé", "lieu"};
  const std::string quote = node.whole_value ? "'" : "";
  return "(" + std::string(kNames[static_cast<int>(node.field)]) + " " + quote + node.value +
         quote + ")";
}

}  // namespace

std::string describe(const Node& node) {
  switch (node.kind) {
    case Node::Kind::kAll:
      return "all";
    case Node::Kind::kNothing:
      return "nothing";
    case Node::Kind::kWord:
      return word_text(node);
    case Node::Kind::kAnd:
      return list("and", node);
    case Node::Kind::kOr:
      return list("or", node);
    case Node::Kind::kAndNot:
      return list("not", node);
    case Node::Kind::kMaybe:
      return list("maybe", node);
    case Node::Kind::kPhrase:
      return list("phrase", node);
    case Node::Kind::kNear:
      return list("near/" + std::to_string(node.window), node);
    case Node::Kind::kThen:
      return list("then/" + std::to_string(node.window), node);
    case Node::Kind::kValue:
      return value_text(node);
    case Node::Kind::kDate:
      return "(date " + server::date_value_text({node.from, node.to}) + ")";
  }
  return "";
}

}  // namespace gazette::testing
