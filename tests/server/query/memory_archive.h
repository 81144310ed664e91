// A small archive in memory: articles indexed as the schema says, by the real analyzer.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/analyzer.h"
#include "common/analysis/query_forms.h"
#include "common/news_time.h"
#include "server/query/query.h"
#include "server/query/resolved.h"
#include "server/query/term_source.h"

namespace gazette::testing {

struct SmallArticle {
  std::string title;
  std::string body;
  std::string author;  ///< the one value field kept here
  CivilDay day = 0;
};

/// Not for sharing between threads.
class MemoryArchive : public StemLexicon, public server::TermSource {
 public:
  explicit MemoryArchive(Analyzer& analyzer) : analyzer_(analyzer) {}

  void add(const SmallArticle& article);

  /// The articles that `node` stands for, by number from 0: every kind of node, term by term.
  [[nodiscard]] std::set<std::size_t> match(const server::Node& node) const;

  [[nodiscard]] std::size_t size() const { return articles_.size(); }
  [[nodiscard]] const SmallArticle& article(std::size_t i) const { return articles_[i]; }
  [[nodiscard]] std::set<std::size_t> all() const;

  bool find(std::string_view folded_stem, std::vector<std::string>& stems) const override;
  [[nodiscard]] std::unique_ptr<server::TermCursor> cursor() const override;

 private:
  using Positions = std::vector<std::uint32_t>;
  using Postings = std::map<std::size_t, Positions>;

  void add_text(std::size_t number, std::string_view text, bool title, std::uint32_t& position);
  void post(std::string term, std::size_t number, std::uint32_t position);
  [[nodiscard]] std::set<std::size_t> with_any(const std::vector<std::string>& terms) const;
  [[nodiscard]] std::set<std::size_t> placed(const server::Node& node) const;
  [[nodiscard]] bool has_value(std::size_t number, const server::Node& node) const;

  friend class MemoryCursor;

  Analyzer& analyzer_;
  std::vector<SmallArticle> articles_;
  std::map<std::string, Postings, std::less<>> terms_;
  std::map<std::string, std::set<std::string>, std::less<>> accented_;
};

}  // namespace gazette::testing
