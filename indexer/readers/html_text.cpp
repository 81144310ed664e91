// Chooses among the blocks from the first sentence to the last.
#include "indexer/readers/html_text.h"

#include <algorithm>

#include "common/cli/language.h"
#include "indexer/enrich/dateline.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/html_dates.h"
#include "indexer/readers/html_hints.h"
#include "indexer/readers/page_year.h"

namespace gazette::indexer {
namespace {

constexpr double kAllLink = 0.8;
constexpr std::size_t kBylineWords = 12;
constexpr std::size_t kNoticeShare =
    2;  // the text under the headline is at least twice what is above
constexpr std::size_t kBlocksBetween = 8;  // between headline and text at most, for a byline

bool is_paragraph(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DT:
      return true;
    default:
      return false;
  }
}

bool starts_with_by(const PageLine& line) {
  return line.folded.starts_with("par ") || line.folded.starts_with("by ");
}

class TextReader {
 public:
  TextReader(const HtmlDocument& document, const std::vector<HtmlBlock>& blocks,
             const HtmlBody& body, const std::vector<std::optional<PageDate>>& dates,
             const std::string& title, const TimeZone& zone)
      : document_(document),
        blocks_(blocks),
        body_(body),
        dates_(dates),
        zone_(zone),
        title_(folded_line(title)),
        begin_(body.begin) {}

  HtmlText run() {
    start_under_headline();
    take_standfirst();
    take_paragraphs();
    take_date();
    take_byline();
    take_dateline();
    return std::move(out_);
  }

 private:
  /// Why the block is no part of the text; empty when it is.
  [[nodiscard]] std::string fault_of(std::size_t i) const {
    const HtmlBlock& block = blocks_[i];
    if (!body_.why[i].empty()) return std::string(body_.why[i]);
    if (!block.line.furniture.empty()) return std::string(block.line.furniture);
    if (dates_[i]) return tr("ligne de date", "date line");
    if (block.line.folded == title_) return tr("titre répété", "title again");
    if (block.line.folded.empty()) return tr("ornement", "ornament");
    if (block.link_share >= kAllLink) return tr("lien", "link");
    if (is_byline(block) || (out_.body.empty() && is_signature(block))) {
      return tr("signature", "byline");
    }
    if (!block.line.prose && !is_paragraph(document_.nodes()[block.node].tag) && !amid_prose(i)) {
      return tr("étiquette", "label");
    }
    return {};
  }

  [[nodiscard]] bool is_byline(const HtmlBlock& block) const {
    return !block.line.prose && block.line.words <= kBylineWords && starts_with_by(block.line);
  }

  /// "Nolwenn Le Gall" in an element that says it names the author.
  [[nodiscard]] bool is_signature(const HtmlBlock& block) const {
    return !block.line.prose && block.line.words <= kBylineWords && says_author(block.node);
  }

  /// A heading before the next paragraph where neither is an element for it: both parted by line
  /// breaks in one element, or in two of one kind side by side.
  [[nodiscard]] bool amid_prose(std::size_t i) const {
    if (i <= begin_ || i + 1 >= body_.end || !blocks_[i + 1].line.prose) return false;
    const std::uint32_t node = blocks_[i].node;
    const std::uint32_t next = blocks_[i + 1].node;
    if (node == next) return true;
    return document_.nodes()[node].parent == document_.nodes()[next].parent &&
           document_.nodes()[node].tag == document_.nodes()[next].tag &&
           (document_.attribute(node, "class") == document_.attribute(next, "class") ||
            says_heading(node));
  }

  [[nodiscard]] bool says_heading(std::uint32_t node) const {
    return has_class_word(document_, node, "intertitre") ||
           has_class_word(document_, node, "intertitle") ||
           has_class_word(document_, node, "subhead") ||
           has_class_word(document_, node, "subheading") ||
           has_class_word(document_, node, "heading") || has_class_word(document_, node, "inter");
  }

  /// Sentences above the headline are notices, unless the text itself stands there.
  void start_under_headline() {
    std::size_t above = 0;
    std::size_t under = 0;
    std::size_t headline = body_.end;
    for (std::size_t i = body_.begin; i < body_.end; ++i) {
      const HtmlBlock& block = blocks_[i];
      if (block.heading && headline == body_.end && block.line.folded == title_) headline = i;
      if (block.line.prose) (headline == body_.end ? above : under) += block.line.words;
    }
    if (headline < body_.end && above * kNoticeShare <= under) begin_ = headline + 1;
  }

  /// The summary between headline and text, where its element says that it is one and there is a
  /// text besides.
  void take_standfirst() {
    const std::size_t begin = begin_;
    find_standfirst();
    const bool text_left =
        std::any_of(blocks_.begin() + static_cast<std::ptrdiff_t>(std::min(begin_, body_.end)),
                    blocks_.begin() + static_cast<std::ptrdiff_t>(body_.end),
                    [](const HtmlBlock& block) { return block.line.prose; });
    if (text_left) return;
    begin_ = begin;
    out_.standfirst.clear();
  }

  void find_standfirst() {
    const std::size_t from = begin_ > kBlocksBetween ? begin_ - kBlocksBetween : 0;
    for (std::size_t i = from; i < body_.end; ++i) {
      const HtmlBlock& block = blocks_[i];
      if (body_.why[i].empty() && block.link_share < kAllLink && says_standfirst(block.node)) {
        if (!out_.standfirst.empty()) out_.standfirst += ' ';
        out_.standfirst += block.line.text;
        begin_ = std::max(begin_, i + 1);
      } else if (i >= begin_ && block.line.prose) {
        return;
      }
    }
  }

  [[nodiscard]] bool says_standfirst(std::uint32_t node) const {
    constexpr int kLevels = 2;
    for (int level = 0; level < kLevels && node != 0; ++level) {
      for (const char* const word :
           {"chapo", "chapeau", "standfirst", "soustitre", "subheadline", "desc"}) {
        if (has_class_word(document_, node, word)) return true;
      }
      if (has_class_word(document_, node, "sous") && has_class_word(document_, node, "titre")) {
        return true;
      }
      node = document_.nodes()[node].parent;
    }
    return false;
  }

  void take_paragraphs() {
    std::string last;
    for (std::size_t i = begin_; i < body_.end; ++i) {
      std::string fault = fault_of(i);
      if (!fault.empty()) {
        out_.dropped.push_back({i + 1, blocks_[i].line.text, std::move(fault)});
        continue;
      }
      if (blocks_[i].line.folded == last) continue;  // printed for two sizes of screen
      last = blocks_[i].line.folded;
      if (!out_.body.empty()) out_.body += "\n\n";
      out_.body += blocks_[i].text;
    }
  }

  void take_date() {
    const std::optional<std::size_t> chosen = choose_date(dates_, begin_, body_.end);
    if (!chosen) return;
    out_.date = dates_[*chosen]->date;
    if (!out_.date) take_date_without_year(*chosen);
    if (!out_.date) return;
    const PageLine& printed = blocks_[*chosen].line;
    const bool signs = starts_with_by(printed) || says_author(blocks_[*chosen].node) ||
                       printed.folded.find(" par ") != std::string::npos;
    if (out_.date->labelled || signs) add_names(author_of_line(printed.text, *out_.date));
  }

  void take_date_without_year(std::size_t chosen) {
    out_.date_note = dates_[chosen]->fault;
    if (!dates_[chosen]->no_year) return;
    const std::vector<PageLine> lines = lines_of(blocks_);
    const YearSearch search{lines, dates_, chosen, begin_, body_.end, zone_};
    std::optional<CompletedDate> completed = complete_year(search, lines[chosen].text);
    if (!completed) return;
    out_.date = std::move(completed->date);
    out_.date_note = std::move(completed->evidence);
  }

  void add_names(std::string_view text) {
    for (std::string& name : names_in_byline(text)) out_.authors.push_back(std::move(name));
  }

  /// From an element that says it names the author, or a line that starts with "Par".
  void take_byline() {
    if (!out_.authors.empty()) return;
    const std::size_t begin = begin_ > kBlocksBetween ? begin_ - kBlocksBetween : 0;
    for (std::size_t i = begin; i < body_.end && out_.authors.empty(); ++i) {
      const HtmlBlock& block = blocks_[i];
      if (block.line.prose || block.line.words == 0 || block.line.words > kBylineWords) continue;
      if (block.line.folded == title_ || dates_[i]) continue;
      if (is_byline(block) || says_author(block.node)) add_names(author_before(block.line.text));
    }
  }

  [[nodiscard]] bool says_author(std::uint32_t node) const {
    constexpr int kLevels = 3;
    for (int level = 0; level < kLevels && node != 0; ++level) {
      if (document_.attribute(node, "rel") == "author") return true;
      for (const char* const word : {"author", "auteur", "byline"}) {
        if (has_class_word(document_, node, word)) return true;
      }
      node = document_.nodes()[node].parent;
    }
    return false;
  }

  /// "Paris / La Gazette" alone above the text, or the head of the first paragraph.
  void take_dateline() {
    const std::size_t begin = begin_ > kBlocksBetween ? begin_ - kBlocksBetween : 0;
    for (std::size_t i = begin; i <= begin_ && i < blocks_.size(); ++i) {
      const HtmlBlock& block = blocks_[i];
      if (!block.line.furniture.empty() || dates_[i] || block.link_share >= kAllLink) continue;
      if (block.line.folded == title_ || block.heading) continue;
      const Result<ParsedDateline> found = parse_dateline(block.line.text);
      if (!found.ok()) continue;
      const bool alone = found->length >= block.line.text.size();
      if (i < begin_ && (!alone || found->agency.empty())) continue;
      out_.dateline = to_article_dateline(found.value());
      return;
    }
  }

  const HtmlDocument& document_;
  const std::vector<HtmlBlock>& blocks_;
  const HtmlBody& body_;
  const std::vector<std::optional<PageDate>>& dates_;
  const TimeZone& zone_;
  std::string title_;
  std::size_t begin_;  ///< the first block that may be text
  HtmlText out_;
};

}  // namespace

HtmlText read_text(const HtmlDocument& document, const std::vector<HtmlBlock>& blocks,
                   const HtmlBody& body, const std::vector<std::optional<PageDate>>& dates,
                   const std::string& title, const TimeZone& zone) {
  return TextReader(document, blocks, body, dates, title, zone).run();
}

}  // namespace gazette::indexer
