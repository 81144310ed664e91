// From an article's number to the hit that is shown: fetched, marked, explained.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "server/highlight/highlighter.h"
#include "server/query/resolved.h"
#include "server/search/answer.h"
#include "server/search/ordering.h"
#include "server/search/query_words.h"
#include "server/search/view.h"

namespace gazette::server {

struct HitOptions {
  bool highlight = true;
  FragmentOptions fragments;
  bool explain = false;
};

/// One request's. `root` must outlive it.
class HitMaker {
 public:
  HitMaker(const View& view, const Node& root, const HitOptions& options);

  /// An article whose stored bytes are damaged gives a hit with its id alone.
  Hit make(const Ranked& ranked);

  /// True once a damaged article was met.
  [[nodiscard]] bool met_damage() const { return met_damage_; }

 private:
  View view_;
  HitOptions options_;
  std::vector<const Word*> words_;
  Marks marks_;
  std::unique_ptr<Highlighter> highlighter_;
  bool met_damage_ = false;
};

/// The whole of a text with every mark.
MarkedText mark_whole(Highlighter& highlighter, std::string_view text, bool is_title);

}  // namespace gazette::server
