// Parts that say they are something else go first; then the element with the most running text.
#include "indexer/readers/html_body.h"

#include <algorithm>
#include <string>

#include "indexer/readers/html_hints.h"

namespace gazette::indexer {
namespace {

// What a block adds to an element: sentences their words, links and buttons less than nothing.
constexpr long kMostWordsCounted = 80;
constexpr long kFurnitureCost = 10;
constexpr long kLinkCost = 6;
constexpr long kLabelCost = 1;

constexpr double kMostlyLinks = 0.5;
constexpr double kAllLink = 0.8;
constexpr long kFewWords = 30;  // less running text than this is no article's

constexpr long kFormBoxWords = 60;  // of a form and what it asks for
constexpr long kFormBoxShare = 2;   // the rest of the page says at least as much

// Parts of all running text, out of 100.
constexpr long kHintHolds = 40;     // what says it is the article's text holds that much of it
constexpr long kArticleHolds = 40;  // the same of <article> and <main>
constexpr long kClimbGains = 20;    // an outer element is taken when it holds that much more
constexpr long kNestedHolds = 30;   // an <article> inside the article is a teaser below that

constexpr std::string_view kAside = "partie annexe de la page";
constexpr std::string_view kForm = "formulaire";
constexpr std::string_view kTeaser = "annonce d'un autre article";

class Finder {
 public:
  Finder(const HtmlDocument& document, const std::vector<HtmlBlock>& blocks,
         const std::vector<std::optional<PageDate>>& dates)
      : document_(document), nodes_(document.nodes()), blocks_(blocks), dates_(dates) {
    body_.why.resize(blocks.size());
    parts_.reserve(nodes_.size());
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      parts_.push_back(nodes_[i].is_text ? HtmlPart::kUnknown : part_of(document, i));
    }
  }

  HtmlBody run() {
    count_prose();
    drop_asides();
    drop_form_boxes();
    count_prose();
    drop_teasers();
    count_prose();
    body_.root = choose_root();
    drop_nested_articles();
    count_prose();
    mark_range();
    return std::move(body_);
  }

 private:
  [[nodiscard]] long prose_of(std::size_t i) const {
    const HtmlBlock& block = blocks_[i];
    if (!body_.why[i].empty() || !block.line.prose || block.link_share >= kMostlyLinks) return 0;
    return static_cast<long>(block.line.words);
  }

  [[nodiscard]] long weight(std::size_t i) const {
    const HtmlBlock& block = blocks_[i];
    if (!body_.why[i].empty() || dates_[i]) return 0;
    if (!block.line.furniture.empty()) return -kFurnitureCost;
    if (const long words = prose_of(i); words > 0) return std::min(words, kMostWordsCounted);
    if (block.link_share >= kMostlyLinks) return -kLinkCost;
    return block.heading ? 0 : -kLabelCost;
  }

  /// Running sums over the blocks, so that any element's are two look-ups.
  void count_prose() {
    prose_sums_.assign(1, 0);
    weight_sums_.assign(1, 0);
    heading_sums_.assign(1, 0);
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      prose_sums_.push_back(prose_sums_.back() + prose_of(i));
      weight_sums_.push_back(weight_sums_.back() + weight(i));
      heading_sums_.push_back(heading_sums_.back() + (blocks_[i].heading ? 1 : 0));
    }
  }

  /// Blocks whose text starts inside `node`: [first, last).
  [[nodiscard]] std::pair<std::size_t, std::size_t> blocks_in(std::uint32_t node) const {
    const auto before = [](const HtmlBlock& block, std::uint32_t at) { return block.first < at; };
    const auto first = std::lower_bound(blocks_.begin(), blocks_.end(), node, before);
    const auto last = std::lower_bound(first, blocks_.end(), nodes_[node].end, before);
    return {static_cast<std::size_t>(first - blocks_.begin()),
            static_cast<std::size_t>(last - blocks_.begin())};
  }

  [[nodiscard]] long prose_in(std::uint32_t node) const {
    const auto [first, last] = blocks_in(node);
    return prose_sums_[last] - prose_sums_[first];
  }

  [[nodiscard]] long weight_in(std::uint32_t node) const {
    const auto [first, last] = blocks_in(node);
    return weight_sums_[last] - weight_sums_[first];
  }

  void drop(std::uint32_t node, std::string_view why) {
    const auto [first, last] = blocks_in(node);
    for (std::size_t i = first; i < last; ++i) {
      if (body_.why[i].empty()) body_.why[i] = why;
    }
  }

  /// A wrapper may be called "has_sidebar" or "page-banner": what holds the headline, the text, or
  /// all of the page's sentences is not beside the article.
  [[nodiscard]] bool holds_article(std::uint32_t node) const {
    for (std::uint32_t i = node + 1; i < nodes_[node].end; ++i) {
      if (nodes_[i].tag == GUMBO_TAG_H1 || parts_[i] == HtmlPart::kArticleBody) {
        return prose_in(node) >= kFewWords;
      }
    }
    const long inside = prose_in(node);
    return inside >= kFewWords && prose_sums_.back() - inside < kFewWords;
  }

  void drop_asides() {
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      if (parts_[i] != HtmlPart::kAside && parts_[i] != HtmlPart::kHidden) continue;
      if (holds_article(i)) continue;
      drop(i, kAside);
      i = nodes_[i].end - 1;
    }
  }

  /// A form in the article asks the reader for something, as do the sentences beside it in its box.
  void drop_form_boxes() {
    std::uint32_t box = 0;
    bool small = false;  // of the box judged last: one may hold thousands of forms
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].tag != GUMBO_TAG_FORM || holds_article(i)) continue;
      if (nodes_[i].parent != box) {
        box = nodes_[i].parent;
        small = is_form_box(box);
        if (small) drop(box, kForm);
      }
      if (!small && prose_in(i) * kFormBoxShare <= prose_sums_.back()) drop(i, kForm);
    }
  }

  [[nodiscard]] bool is_form_box(std::uint32_t node) const {
    return (nodes_[node].tag == GUMBO_TAG_DIV || nodes_[node].tag == GUMBO_TAG_SECTION) &&
           prose_in(node) <= kFormBoxWords &&
           prose_in(node) * kFormBoxShare <= prose_sums_.back() && !holds_article(node);
  }

  /// A heading that is a link announces another article: it goes with the summary beside it.
  void drop_teasers() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!blocks_[i].heading || blocks_[i].link_share < kAllLink || !body_.why[i].empty())
        continue;
      const std::uint32_t card = card_of(blocks_[i].node);
      const long inside = prose_in(card);
      if (prose_sums_.back() - inside < kFewWords && inside >= kFewWords) continue;
      const auto [first, last] = blocks_in(card);
      for (std::size_t at = first; at < last; ++at) body_.list_words += blocks_[at].line.words;
      drop(card, kTeaser);
    }
  }

  /// The largest element near a heading in which it is the only one.
  [[nodiscard]] std::uint32_t card_of(std::uint32_t heading) const {
    constexpr int kMostLevels = 4;
    std::uint32_t card = heading;
    for (int level = 0; level < kMostLevels; ++level) {
      const std::uint32_t outer = nodes_[card].parent;
      const auto [first, last] = blocks_in(outer);
      if (heading_sums_[last] - heading_sums_[first] > 1 || outer == card ||
          prose_in(outer) > 2 * kMostWordsCounted)
        break;
      card = outer;
    }
    return card;
  }

  [[nodiscard]] std::uint32_t choose_root() const {
    if (const auto hinted = best_of(
            [&](std::uint32_t i) { return parts_[i] == HtmlPart::kArticleBody; }, kHintHolds)) {
      return with_siblings(*hinted);
    }
    if (const auto article = best_of(
            [&](std::uint32_t i) { return nodes_[i].tag == GUMBO_TAG_ARTICLE; }, kArticleHolds)) {
      return *article;
    }
    const auto main = best_of(
        [&](std::uint32_t i) {
          return nodes_[i].tag == GUMBO_TAG_MAIN || document_.attribute(i, "role") == "main";
        },
        kArticleHolds);
    return densest_in(main.value_or(0));
  }

  /// The element of a kind with the most running text, where that is `least` of the page's; of two
  /// that hold the same the inner one.
  template <typename Kind>
  [[nodiscard]] std::optional<std::uint32_t> best_of(const Kind& is_kind, long least) const {
    std::optional<std::uint32_t> best;
    long most = 0;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].is_text || !is_kind(i)) continue;
      const long prose = prose_in(i);
      if (prose == 0 || prose < most) continue;
      most = prose;
      best = i;
    }
    if (most * 100 < least * prose_sums_.back()) return std::nullopt;
    return best;
  }

  /// Text in several elements that all say so, with something between them.
  [[nodiscard]] std::uint32_t with_siblings(std::uint32_t node) const {
    const std::uint32_t outer = nodes_[node].parent;
    for (std::uint32_t i = outer + 1; i < nodes_[outer].end; i = nodes_[i].end) {
      if (i != node && parts_[i] == HtmlPart::kArticleBody && prose_in(i) > 0) return outer;
    }
    return node;
  }

  /// The element whose own paragraphs say most, or one around it that holds much more.
  [[nodiscard]] std::uint32_t densest_in(std::uint32_t domain) const {
    std::vector<long> own(nodes_.size(), 0);
    std::uint32_t best = domain;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const long words = std::min(prose_of(i), kMostWordsCounted);
      if (words == 0 || !document_.contains(domain, blocks_[i].first)) continue;
      std::uint32_t holder = blocks_[i].node;
      if (nodes_[holder].tag == GUMBO_TAG_P || nodes_[holder].tag == GUMBO_TAG_BLOCKQUOTE) {
        holder = nodes_[holder].parent;
      }
      own[holder] += words;
      if (own[holder] > own[best]) best = holder;
    }
    long held = std::max(weight_in(best), 1L);
    for (std::uint32_t outer = best; outer != domain && outer != nodes_[outer].parent;) {
      outer = nodes_[outer].parent;
      const long more = weight_in(outer);
      if ((more - held) * 100 < kClimbGains * held) continue;
      best = outer;
      held = more;
    }
    return best;
  }

  void drop_nested_articles() {
    const long all = prose_in(body_.root);
    for (std::uint32_t i = body_.root + 1; i < nodes_[body_.root].end; ++i) {
      if (nodes_[i].tag != GUMBO_TAG_ARTICLE || prose_in(i) * 100 > kNestedHolds * all) continue;
      drop(i, kTeaser);
      i = nodes_[i].end - 1;
    }
  }

  void mark_range() {
    const auto [first, last] = blocks_in(body_.root);
    body_.begin = body_.end = first;
    for (std::size_t i = first; i < last; ++i) {
      if (prose_of(i) == 0) continue;
      if (body_.prose_words == 0) body_.begin = i;
      body_.end = i + 1;
      body_.prose_words += blocks_[i].line.words;
    }
    while (body_.end > body_.begin && body_.end < last && continues_text(body_.end)) ++body_.end;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].link_share >= kMostlyLinks) body_.list_words += blocks_[i].line.words;
    }
  }

  /// Short last paragraphs: "Fin.", "(avec AGP)", "Photo : Camille Roussel".
  [[nodiscard]] bool continues_text(std::size_t i) const {
    const HtmlBlock& block = blocks_[i];
    const HtmlBlock& before = blocks_[i - 1];
    return body_.why[i].empty() && block.line.furniture.empty() && !dates_[i] &&
           block.link_share < kMostlyLinks && nodes_[block.node].tag == GUMBO_TAG_P &&
           nodes_[before.node].tag == GUMBO_TAG_P &&
           nodes_[block.node].parent == nodes_[before.node].parent;
  }

  const HtmlDocument& document_;
  const std::vector<HtmlNode>& nodes_;
  const std::vector<HtmlBlock>& blocks_;
  const std::vector<std::optional<PageDate>>& dates_;
  std::vector<HtmlPart> parts_;
  std::vector<long> prose_sums_, weight_sums_, heading_sums_;
  HtmlBody body_;
};

}  // namespace

HtmlBody find_body(const HtmlDocument& document, const std::vector<HtmlBlock>& blocks,
                   const std::vector<std::optional<PageDate>>& dates) {
  return Finder(document, blocks, dates).run();
}

}  // namespace gazette::indexer
