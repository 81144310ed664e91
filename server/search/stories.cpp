// Near-copies count once.
#include "server/search/stories.h"

#include <cstddef>

namespace gazette::server {

namespace {

/// Of the articles shown to it, those that are the first of their story or have none.
class Firsts {
 public:
  explicit Firsts(const Columns& columns) : columns_(columns), seen_(columns.stories) {}

  bool operator()(Number number) {
    const Story story = columns_.story_of(number);
    if (story == kNoStory) return true;
    const bool first = !seen_[story];
    seen_[story] = true;
    return first;
  }

 private:
  const Columns& columns_;
  std::vector<bool> seen_;
};

}  // namespace

std::size_t total_of(const Columns& columns, std::span<const Number> articles, Collapse collapse) {
  if (collapse == Collapse::kNone) return articles.size();
  Firsts is_first(columns);
  std::size_t count = 0;
  for (const Number number : articles) count += is_first(number) ? 1 : 0;
  return count;
}

std::vector<Number> first_of_each(const Columns& columns, std::span<const Number> order) {
  Firsts is_first(columns);
  std::vector<Number> first;
  for (const Number number : order) {
    if (is_first(number)) first.push_back(number);
  }
  return first;
}

void keep_best_of_each(const Columns& columns, std::vector<Number>& articles,
                       std::vector<float>& scores) {
  std::vector<std::size_t> best(columns.stories, articles.size());  // by story: index in articles
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const Story story = columns.story_of(articles[i]);
    if (story == kNoStory) continue;
    if (best[story] == articles.size() || scores[i] > scores[best[story]]) best[story] = i;
  }
  std::size_t kept = 0;
  const std::size_t size = articles.size();
  for (std::size_t i = 0; i < size; ++i) {
    const Story story = columns.story_of(articles[i]);
    if (story != kNoStory && best[story] != i) continue;
    articles[kept] = articles[i];
    scores[kept++] = scores[i];
  }
  articles.resize(kept);
  scores.resize(kept);
}

std::vector<Number> others_of_story(const Columns& columns, Number number, std::size_t limit) {
  std::vector<Number> others;
  const Story story = columns.story_of(number);
  if (story == kNoStory) return others;
  for (Number other = 0; other < columns.size && others.size() < limit; ++other) {
    if (other != number && columns.story_of(other) == story) others.push_back(other);
  }
  return others;
}

StoryCounts::StoryCounts(const Columns& columns, std::span<const Number> articles)
    : members_(columns.stories, 0) {
  for (const Number number : articles) {
    const Story story = columns.story_of(number);
    if (story != kNoStory) ++members_[story];
  }
}

std::size_t StoryCounts::others(const Columns& columns, Number number) const {
  const Story story = columns.story_of(number);
  if (story == kNoStory || story >= members_.size() || members_[story] == 0) return 0;
  return members_[story] - 1;
}

}  // namespace gazette::server
