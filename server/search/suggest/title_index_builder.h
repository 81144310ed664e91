// Makes the index of titles from an earlier one and the titles that are new.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/analysis/analyzer.h"
#include "server/search/suggest/title_index.h"

namespace gazette::server {

/// For one build. Titles are given newest first, each either kept from the earlier index or new.
class TitleIndexBuilder {
 public:
  /// `before` may be null.
  TitleIndexBuilder(std::shared_ptr<const TitleIndex> before, Analyzer& analyzer);

  void keep(TitleNumber in_before);
  void add(Xapian::docid docid, std::uint64_t content, std::string_view title);

  /// The index of the titles given so far.
  std::shared_ptr<const TitleIndex> build();

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  TitleWord number_of(std::string_view folded);
  void end_title(Xapian::docid docid, std::uint64_t content);
  void renumber_words();
  void make_lists();

  std::shared_ptr<const TitleIndex> before_;
  Analyzer& analyzer_;
  std::unordered_map<std::string, TitleWord, Hash, std::equal_to<>> fresh_;  ///< not in before_
  std::vector<TitleIndex::Counts> counts_;  ///< by number: those of before_, then the fresh
  std::shared_ptr<TitleIndex> index_;
};

}  // namespace gazette::server
