// Positions of the words of a phrase in many articles at once, read in the order they lie on disk.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include "server/query/resolved.h"
#include "server/search/view.h"

namespace gazette::server {

/// Xapian keeps position lists by term, then docid: reading one term over many articles takes each
/// block from disk once, where going article by article takes one or two per list (measured: half
/// of the time of a phrase).
class PositionBatch {
 public:
  /// The words of `node`, which must outlive this.
  PositionBatch(const View& view, const Node& node);

  /// Reads the positions of every word in these articles.
  void read(std::span<const Number> articles);

  /// Positions of `word` in the i-th of the articles read last, ascending, each once.
  [[nodiscard]] std::vector<std::uint32_t> positions(const Word& word, std::size_t i) const;

 private:
  /// Of one word: those in article i are positions[begin[i]] … positions[begin[i] + size[i]].
  struct Lists {
    std::vector<std::shared_ptr<const Postings>> sets;  ///< of each term, for words of several
    std::vector<std::uint32_t> begin;
    std::vector<std::uint32_t> size;
    std::vector<std::uint32_t> positions;
  };

  void add_words(const Node& node);
  void read_word(const Word& word, Lists& lists);
  void read_list(const std::string& term, Xapian::docid docid, std::vector<std::uint32_t>& out);

  View view_;
  std::unordered_map<const Word*, Lists> lists_;
  std::span<const Number> articles_;
  std::vector<std::uint32_t> by_docid_;  ///< indices into articles_, in the order of docids
};

}  // namespace gazette::server
