// Ranking by relevance: BM25 over the words of the query, from postings in memory.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "server/query/resolved.h"
#include "server/search/view.h"

namespace gazette::server {

/// Parameters of BM25 and of the forms of a word, in one place. Measured on questions and headlines
/// with judgements: against no exact form and full stop words, MRR .821 -> .847 on one set of
/// questions, .711 -> .733 on another, .136 -> .145 on headlines; k1 and b matter less.
struct RankingOptions {
  double k1 = 1.2;          ///< how soon further occurrences stop counting
  double b = 0.75;          ///< how much long articles are held back
  double exact_form = 0.3;  ///< of a word's weight, added where the form typed stands
  double stop_word = 0.3;   ///< of a word's weight, for stop words
};

/// Rarity of what `found` of `articles` have: BM25's, kept above 0 as Xapian does, so that no word
/// of a query ever lowers a rank.
double rarity(std::size_t found, std::size_t articles);

/// Scores of one query over one revision. The same query and revision give the same scores, bit for
/// bit, whatever else is asked (cursors rely on it).
class Ranking {
 public:
  Ranking(const View& view, const Node& root, RankingOptions options = {});

  /// Scores of these articles (ascending numbers): 0 for those without any word of the query.
  [[nodiscard]] std::vector<float> scores_of(std::span<const Number> numbers) const;

 private:
  struct Part {
    std::shared_ptr<const Postings> postings;
    float weight = 0;
  };
  void collect(const Node& node);
  void add_word(const Word& word);
  void add_part(const std::vector<std::string>& terms, double share);
  void keep_rarest();
  void add_by_look_up(const Part& part, std::span<const Number> numbers,
                      std::vector<float>& scores) const;
  void add_to_all(const Part& part, std::vector<float>& scores) const;
  [[nodiscard]] float contribution(const Part& part, std::uint8_t count, Number number) const;

  View view_;
  RankingOptions options_;
  std::vector<std::vector<std::string>> seen_;
  std::vector<Part> parts_;
  float flat_ = 0, per_length_ = 0;  ///< k1 (1 - b), k1 b / average length
};

}  // namespace gazette::server
