// Any bytes: read without a crash, in bounded time, and printed so that they are read the same.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "common/utf8.h"
#include "tests/server/query/reader.h"

using namespace gazette;
using gazette::testing::Reader;
using server::Node;

namespace {

std::string meaning(const Node& node);

/// The meanings of the children, those of the same kind opened up, what only ranks left out.
void add_meanings(const Node& node, Node::Kind kind, std::vector<std::string>& parts) {
  for (const Node& child : node.children) {
    const Node* asked = &child;
    while (asked->kind == Node::Kind::kMaybe) asked = &asked->children.front();
    const bool opens = asked->kind == kind && (kind == Node::Kind::kAnd || kind == Node::Kind::kOr);
    if (opens) {
      add_meanings(*asked, kind, parts);
    } else {
      parts.push_back(meaning(*asked));
    }
  }
}

/// `node` without what only ranks: what its set of articles depends on. Children in a set order.
std::string meaning(const Node& node) {
  if (node.kind == Node::Kind::kMaybe) return meaning(node.children.front());
  std::vector<std::string> parts;
  add_meanings(node, node.kind, parts);
  const bool ordered = node.kind == Node::Kind::kPhrase || node.kind == Node::Kind::kNear ||
                       node.kind == Node::Kind::kThen;
  if (!ordered && !parts.empty()) {
    const auto first = parts.begin() + (node.kind == Node::Kind::kAndNot ? 1 : 0);
    std::sort(first, parts.end());
    parts.erase(std::unique(first, parts.end()), parts.end());
  }
  std::string out = std::to_string(static_cast<int>(node.kind)) + '[';
  for (const std::string& term : node.word.terms) out += term + ',';
  for (const std::string& term : node.word.also_terms) out += '&' + term;
  for (const std::uint32_t offset : node.offsets) out += std::to_string(offset) + ':';
  if (node.kind == Node::Kind::kValue) {
    out += std::to_string(static_cast<int>(node.field)) + (node.whole_value ? "=" : "~");
    out += node.value;
  }
  if (node.kind == Node::Kind::kDate) {
    out += std::to_string(node.from) + ".." + std::to_string(node.to);
  }
  out += std::to_string(node.window) + (node.exact_phrase ? "!" : "");
  out += node.text_field == server::TextField::kTitle ? "t" : "";
  for (const std::string& part : parts) out += part;
  return out + ']';
}

std::size_t depth(const Node& node) {
  std::size_t deepest = 0;
  for (const Node& child : node.children) deepest = std::max(deepest, depth(child));
  return deepest + 1;
}

/// Pieces that queries are made of, whole or broken.
std::string random_query(std::mt19937& random) {
  static const std::vector<std::string> kPieces{"paix",
                                                "guerre",
                                                "le",
                                                "la",
                                                "de",
                                                "l'aide",
                                                "État",
                                                "ONU",
                                                "cessez-le-feu",
                                                "étudiant·e·s",
                                                "15",
                                                "000",
                                                "49.3",
                                                "weekend",
                                                "ET",
                                                "OU",
                                                "SAUF",
                                                "AND",
                                                "OR",
                                                "NOT",
                                                "PROCHE/3",
                                                "SUIVI/2",
                                                "NEAR",
                                                "(",
                                                ")",
                                                "\"",
                                                "“",
                                                "”",
                                                "«",
                                                "»",
                                                "‘",
                                                "’",
                                                "'",
                                                "-",
                                                "+",
                                                "=",
                                                "*",
                                                "~",
                                                ":",
                                                "titre:",
                                                "auteur:",
                                                "date:",
                                                "date:2023",
                                                "..",
                                                "sujet:",
                                                "/",
                                                "2023",
                                                "septembre",
                                                "hier",
                                                "depuis",
                                                "22/09/2023",
                                                "en",
                                                "O.N.U.",
                                                "été",
                                                " ",
                                                " ",
                                                " ",
                                                " ",
                                                " ",
                                                " ",
                                                "\u00A0",
                                                "\n",
                                                ",",
                                                ".",
                                                ";",
                                                "\xFF",
                                                "\xC3",
                                                "\u00AD",
                                                "\u0301",
                                                "北京",
                                                "\"(aide OU secours) x\"",
                                                "=\"a b\"",
                                                "d'artagnan",
                                                "n'djamena",
                                                "Covid-19"};
  std::uniform_int_distribution<std::size_t> piece(0, kPieces.size() - 1);
  std::uniform_int_distribution<int> count(1, 14);
  std::string query;
  for (int i = count(random); i > 0; --i) {
    query += kPieces[piece(random)];
    if (random() % 2 == 0) query += ' ';
  }
  return query;
}

std::string random_bytes(std::mt19937& random) {
  std::uniform_int_distribution<int> byte(0, 255);
  std::uniform_int_distribution<int> count(0, 60);
  std::string bytes;
  for (int i = count(random); i > 0; --i) bytes += static_cast<char>(byte(random));
  return bytes;
}

/// What must hold for any query.
void check_promises(Reader& reader, const std::string& q) {
  CAPTURE(q);
  const server::ResolvedQuery query = reader.read(q);
  CHECK(utf8::valid(query.interpreted));
  CHECK(depth(query.root) < 200);
  for (const server::QueryWarning& warning : query.warnings) {
    CHECK(warning.position <= utf8::length(q));
    CHECK(utf8::valid(warning.detail));
  }
  if (query.interpreted.empty()) return;
  const auto op = std::exchange(reader.defaults.op, server::JoinWords::kAnd);
  const server::ResolvedQuery again = reader.read(query.interpreted);
  CAPTURE(query.interpreted);
  CAPTURE(again.interpreted);
  CHECK(meaning(again.root) == meaning(query.root));
  CHECK(reader.read(again.interpreted).interpreted == again.interpreted);
  reader.defaults.op = op;
}

}  // namespace

TEST_CASE("bounds: what a query is interpreted as is read again as the same query") {
  Reader reader;
  std::mt19937 random(20231122);
  for (int i = 0; i < 20000; ++i) {
    reader.defaults.op = i % 3 == 0 ? server::JoinWords::kOr : server::JoinWords::kAnd;
    reader.defaults.dates_in_words = i % 4 != 0;
    check_promises(reader, random_query(random));
  }
}

TEST_CASE("bounds: any bytes are read") {
  Reader reader;
  std::mt19937 random(7);
  for (int i = 0; i < 5000; ++i) check_promises(reader, random_bytes(random));
}

TEST_CASE("bounds: queries of 16,000 bytes of one thing") {
  Reader reader;
  const std::vector<std::string> things{"a",
                                        "(",
                                        ")",
                                        "\"",
                                        "“",
                                        "«",
                                        "‘",
                                        "’",
                                        "‘a ",
                                        "“a\" ",
                                        "-",
                                        " -a",
                                        "+a ",
                                        "=",
                                        "*",
                                        "~",
                                        "a* ",
                                        ":",
                                        "a:",
                                        "a:b",
                                        "=\"a ",
                                        "titre:",
                                        "date:",
                                        "1 ",
                                        "000 ",
                                        "1.",
                                        "ET ",
                                        "SAUF ",
                                        "a ET ",
                                        "a OU ",
                                        "a PROCHE/3 ",
                                        "(a ",
                                        "a) ",
                                        "((a) ",
                                        "\"(a OU b) ",
                                        "l'",
                                        "é",
                                        "\xC3",
                                        "\u0301",
                                        "\u00AD",
                                        "北",
                                        "-(",
                                        "(-(",
                                        "titre:(",
                                        "\"a\" ",
                                        "a(e) ",
                                        "cessez-le-feu ",
                                        "azerb* ",
                                        "macaron~ ",
                                        "=mot ",
                                        "septembre 2023 ",
                                        "depuis "};
  for (const std::string& thing : things) {
    CAPTURE(thing);
    std::string query;
    while (query.size() < 16000) query += thing;
    const server::ResolvedQuery read = reader.read(query);
    CHECK(depth(read.root) < 200);
    CHECK(utf8::valid(read.interpreted));
  }
}
