// Fetches, decodes and marks one hit at a time.
#include "server/search/hit_maker.h"

#include <string>
#include <utility>

#include "common/index/schema.h"
#include "common/index/stored_article.h"

namespace gazette::server {
namespace {

MarkedText cut_out(std::string_view text, const Fragment& fragment) {
  MarkedText marked;
  const Span& passage = fragment.passage;
  marked.text = text.substr(passage.begin, passage.end - passage.begin);
  for (const Span& mark : fragment.marks) {
    marked.marks.emplace_back(mark.begin - passage.begin, mark.end - passage.begin);
  }
  return marked;
}

}  // namespace

MarkedText mark_whole(Highlighter& highlighter, std::string_view text, bool is_title) {
  MarkedText marked{.text = std::string(text), .marks = {}};
  for (const Span& mark : highlighter.mark(text, is_title)) {
    marked.marks.emplace_back(mark.begin, mark.end);
  }
  return marked;
}

HitMaker::HitMaker(const View& view, const Node& root, const HitOptions& options)
    : view_(view), options_(options) {
  if (options_.explain) words_ = positive_words(root);
  if (!options_.highlight) return;
  marks_ = marks_of(view, root);
  highlighter_ = std::make_unique<Highlighter>(marks_, view_.analyzer);
}

Hit HitMaker::make(const Ranked& ranked) {
  Hit hit;
  hit.score = ranked.score;
  const Xapian::Document document = view_.db.get_document(view_.columns().docid[ranked.number]);
  Result<Article> article = decode_article(document.get_data());
  if (!article.ok()) {
    met_damage_ = true;
    hit.article.id = document.get_value(schema::kIdSlot);
    return hit;
  }
  hit.article = std::move(article).value();
  if (options_.explain) hit.matched = matched_words(view_, words_, ranked.number);
  if (highlighter_ == nullptr) return hit;
  hit.title = mark_whole(*highlighter_, hit.article.title, true);
  FragmentOptions fragments = options_.fragments;
  fragments.title = hit.article.title;
  for (const Fragment& fragment : highlighter_->fragments(hit.article.body, fragments)) {
    hit.body.push_back(cut_out(hit.article.body, fragment));
  }
  return hit;
}

}  // namespace gazette::server
