// Any query, read in any way: no crash, a shallow tree, and what it is interpreted as is read again
// as itself.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/utf8.h"
#include "server/query/correct.h"
#include "server/query/limits.h"
#include "server/query/query.h"
#include "tests/fuzz/require.h"

using gazette::fuzz::require;
namespace server = gazette::server;

namespace {

/// A vocabulary of a few words, so that expansions and corrections have something to find.
class FewTerms : public server::TermSource {
 public:
  [[nodiscard]] std::unique_ptr<server::TermCursor> cursor() const override {
    return std::make_unique<Cursor>(terms_);
  }

 private:
  class Cursor : public server::TermCursor {
   public:
    explicit Cursor(const std::vector<std::string>& terms) : terms_(terms) {}
    bool seek(std::string_view term) override {
      at_ = std::lower_bound(terms_.begin(), terms_.end(), term);
      return at_ != terms_.end();
    }
    bool next() override { return ++at_ != terms_.end(); }
    [[nodiscard]] std::string_view term() const override { return *at_; }
    [[nodiscard]] std::uint32_t articles() const override { return 1; }

   private:
    const std::vector<std::string>& terms_;
    std::vector<std::string>::const_iterator at_;
  };

  std::vector<std::string> terms_{"Eaide",        "Eazerbaïdjan", "Eguerre", "Epaix",  "Eétat",
                                  "Fazerbaidjan", "Fetat",        "Zaid",    "Zguerr", "Zpaix"};
};

class NoAccents : public gazette::StemLexicon {
 public:
  bool find(std::string_view /*folded_stem*/, std::vector<std::string>& /*stems*/) const override {
    return false;
  }
};

/// The depth of a tree whose nodes are whole.
std::size_t checked_depth(const server::Node& node) {
  if (node.kind == server::Node::Kind::kPhrase) {
    require(node.offsets.size() == node.children.size(), "a phrase has a place for each word");
  }
  if (node.kind == server::Node::Kind::kNear || node.kind == server::Node::Kind::kThen) {
    require(node.children.size() == 2, "nearness has two operands");
  }
  std::size_t deepest = 0;
  for (const server::Node& child : node.children) {
    deepest = std::max(deepest, checked_depth(child));
  }
  return deepest + 1;
}

server::QueryInput input_of(unsigned char choice, std::string q) {
  server::QueryInput input;
  input.q = std::move(q);
  input.op = (choice & 1U) != 0 ? server::JoinWords::kOr : server::JoinWords::kAnd;
  input.match = (choice & 2U) != 0   ? server::MatchForm::kFolded
                : (choice & 4U) != 0 ? server::MatchForm::kExact
                                     : server::MatchForm::kStem;
  input.dates_in_words = (choice & 8U) == 0;
  input.strict = (choice & 16U) != 0;
  input.today = 19683;
  return input;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static gazette::Analyzer analyzer;
  static const FewTerms terms;
  static const NoAccents lexicon;
  constexpr std::size_t kDeepest = server::limits::kMaxDepth * 8;
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  server::QueryInput input = input_of(data[0], text);
  const auto query = resolve_query(input, analyzer, lexicon, terms);
  if (!query.ok()) {
    require(input.strict, "only a strict query is refused");
    require(query.error().offset <= text.size(), "a fault stands in the query");
    require(!query.error().message.empty(), "a refusal says why");
    return 0;
  }
  require(checked_depth(query->root) < kDeepest, "the tree is shallow");
  require(gazette::utf8::valid(query->interpreted), "the interpretation is UTF-8");
  for (const server::QueryWarning& warning : query->warnings) {
    require(warning.position <= gazette::utf8::length(text), "a warning stands in the query");
    require(gazette::utf8::valid(warning.detail), "a warning is UTF-8");
  }
  corrected_queries(*query, terms, analyzer);
  if (query->interpreted.empty()) return 0;
  input.q = query->interpreted;
  input.op = server::JoinWords::kAnd;
  input.strict = false;
  if (input.q.size() > server::limits::kMaxQueryBytes) return 0;
  const auto again = resolve_query(input, analyzer, lexicon, terms);
  input.q = again->interpreted;
  const auto third = resolve_query(input, analyzer, lexicon, terms);
  require(third->interpreted == again->interpreted, "the canonical form is read as itself");
  return 0;
}
