// BM25 without Xapian's matcher: on decoded postings it costs 1 to 3 ns a posting against 50, gives
// exact ties and any depth of paging.
#include "server/search/ranking.h"

#include <algorithm>
#include <cmath>

namespace gazette::server {
namespace {

// Parts that rank; of a longer query the rarest. 900 stop words must not cost 900 passes over the
// archive.
constexpr std::size_t kMaxParts = 96;

// A part that weighs less than this share of the heaviest is left out: stop words beside others
// would cost a pass over the archive and move no hit.
constexpr float kNegligible = 0.01F;

// Looking one article up in a bitmap costs about as much as passing over this many postings.
constexpr std::size_t kLookUpCost = 64;

}  // namespace

double rarity(std::size_t found, std::size_t articles) {
  const auto df = static_cast<double>(found);
  const auto n = static_cast<double>(std::max(articles, found));
  double odds = (n - df + 0.5) / (df + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  return std::log(odds);
}

Ranking::Ranking(const View& view, const Node& root, RankingOptions options)
    : view_(view), options_(options) {
  const double average = std::max(1.0, view.columns().average_length);
  flat_ = static_cast<float>(options.k1 * (1 - options.b));
  per_length_ = static_cast<float>(options.k1 * options.b / average);
  collect(root);
  keep_rarest();
}

void Ranking::collect(const Node& node) {
  if (node.kind == Node::Kind::kWord) return add_word(node.word);
  if (node.kind == Node::Kind::kAndNot) {
    if (!node.children.empty()) collect(node.children.front());
    return;
  }
  for (const Node& child : node.children) collect(child);
}

void Ranking::add_word(const Word& word) {
  const double share = word.stop_word ? options_.stop_word : 1.0;
  add_part(word.terms, share);
  const bool exact_alone = word.terms.size() == 1 && word.terms.front() == word.exact_term;
  if (!word.exact_term.empty() && !exact_alone) {
    add_part({word.exact_term}, share * options_.exact_form);
  }
}

void Ranking::add_part(const std::vector<std::string>& terms, double share) {
  if (terms.empty() || std::find(seen_.begin(), seen_.end(), terms) != seen_.end()) return;
  seen_.push_back(terms);
  std::shared_ptr<const Postings> postings = view_.snapshot.postings(view_.db, terms);
  if (postings->size == 0) return;
  const double weight = share * rarity(postings->size, view_.columns().size) * (options_.k1 + 1);
  parts_.push_back({std::move(postings), static_cast<float>(weight)});
}

void Ranking::keep_rarest() {
  const auto lighter = [](const Part& a, const Part& b) { return a.weight < b.weight; };
  const auto heaviest = std::max_element(parts_.begin(), parts_.end(), lighter);
  if (heaviest == parts_.end()) return;
  const float least = kNegligible * heaviest->weight;
  std::erase_if(parts_, [&](const Part& part) { return part.weight < least; });
  if (parts_.size() <= kMaxParts) return;
  std::stable_sort(parts_.begin(), parts_.end(),
                   [&](const Part& a, const Part& b) { return lighter(b, a); });
  parts_.resize(kMaxParts);
}

float Ranking::contribution(const Part& part, std::uint8_t count, Number number) const {
  const auto occurrences = static_cast<float>(count);
  const float norm = flat_ + per_length_ * view_.columns().length[number];
  return part.weight * (occurrences / (occurrences + norm));
}

void Ranking::add_to_all(const Part& part, std::vector<float>& scores) const {
  std::vector<Number>& numbers = view_.scratch.numbers;
  numbers.resize(part.postings->size);
  part.postings->set.toUint32Array(numbers.data());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    scores[numbers[i]] += contribution(part, part.postings->count[i], numbers[i]);
  }
}

void Ranking::add_by_look_up(const Part& part, std::span<const Number> numbers,
                             std::vector<float>& scores) const {
  for (const Number number : numbers) {
    if (!part.postings->set.contains(number)) continue;
    const std::size_t at = part.postings->set.rank(number) - 1;
    scores[number] += contribution(part, part.postings->count[at], number);
  }
}

std::vector<float> Ranking::scores_of(std::span<const Number> numbers) const {
  std::vector<float>& scores = view_.scratch.scores;
  scores.assign(view_.columns().size, 0.0F);
  for (const Part& part : parts_) {
    if (numbers.size() * kLookUpCost < part.postings->size) {
      add_by_look_up(part, numbers, scores);
    } else {
      add_to_all(part, scores);
    }
  }
  std::vector<float> asked;
  asked.reserve(numbers.size());
  for (const Number number : numbers) asked.push_back(scores[number]);
  return asked;
}

}  // namespace gazette::server
