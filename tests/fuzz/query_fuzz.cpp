// Any bytes as a query: always a query that can run, and what it says it understood can be read
// again.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyzer.h"
#include "server/query/query.h"
#include "tests/fuzz/require.h"

using gazette::fuzz::require;
using gazette::server::Node;

namespace {

/// An archive without a word: what a query expands to is another fuzzer's business.
class NoStems : public gazette::StemLexicon {
 public:
  bool find(std::string_view, std::vector<std::string>&) const override { return false; }
};

class NoTerms : public gazette::server::TermSource {
  class Cursor : public gazette::server::TermCursor {
   public:
    bool seek(std::string_view) override { return false; }
    bool next() override { return false; }
    [[nodiscard]] std::string_view term() const override { return {}; }
    [[nodiscard]] std::uint32_t articles() const override { return 0; }
  };

 public:
  [[nodiscard]] std::unique_ptr<gazette::server::TermCursor> cursor() const override {
    return std::make_unique<Cursor>();
  }
};

void check_node(const Node& node) {
  if (node.kind == Node::Kind::kPhrase) {
    require(node.offsets.size() == node.children.size(), "a phrase has a place for each word");
  }
  if (node.kind == Node::Kind::kNear || node.kind == Node::Kind::kThen) {
    require(node.children.size() == 2, "nearness has two operands");
  }
  for (const Node& child : node.children) check_node(child);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static gazette::Analyzer analyzer;
  gazette::server::QueryInput input;
  input.q.assign(reinterpret_cast<const char*>(data), size);
  input.today = 19622;  // 22 September 2023: "hier" is a day
  const auto query = resolve_query(input, analyzer, NoStems(), NoTerms());
  require(query.ok(), "a query read leniently never fails");
  check_node(query->root);
  input.q = query->interpreted;
  require(resolve_query(input, analyzer, NoStems(), NoTerms()).ok(), "the echo can be read");
  input.q.assign(reinterpret_cast<const char*>(data), size);
  input.strict = true;
  const auto strict = resolve_query(input, analyzer, NoStems(), NoTerms());
  if (!strict.ok()) require(!strict.error().message.empty(), "a refusal says why");
  return 0;
}
