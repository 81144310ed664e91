// One walk over the nodes, with the ends of the open blocks and links on a stack.
#include "indexer/readers/html_blocks.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "indexer/readers/clean_text.h"
#include "indexer/readers/html_hints.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kParagraphWords = 15;  // <p> of as many is running text without a full stop
constexpr std::size_t kLabelBytes = 120;     // a line as short as a headline

bool is_heading(GumboTag tag) {
  return tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2 || tag == GUMBO_TAG_H3 || tag == GUMBO_TAG_H4 ||
         tag == GUMBO_TAG_H5 || tag == GUMBO_TAG_H6;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

/// White space of the source is one space; line breaks come from elements.
void append_unbroken(std::string& out, std::string_view text) {
  for (const char c : text) out.push_back(c == '\n' || c == '\r' || c == '\f' ? ' ' : c);
}

class Walk {
 public:
  explicit Walk(const HtmlDocument& document) : document_(document) {}

  std::vector<HtmlBlock> run() {
    const std::vector<HtmlNode>& nodes = document_.nodes();
    for (std::uint32_t i = 0; i < nodes.size(); ++i) {
      leave(i);
      const HtmlNode& node = nodes[i];
      if (node.is_text) {
        take_text(i);
      } else if (has_no_text(node.tag)) {
        i = node.end - 1;
      } else if (node.tag == GUMBO_TAG_BR) {
        take_break();
      } else if (is_block(node.tag)) {
        flush();
        open_blocks_.push_back(i);
        if (node.tag == GUMBO_TAG_PRE) pre_end_ = node.end;
      } else if (node.tag == GUMBO_TAG_A) {
        link_end_ = std::max(link_end_, node.end);
      }
    }
    flush();
    return std::move(blocks_);
  }

 private:
  void leave(std::uint32_t at) {
    while (!open_blocks_.empty() && document_.nodes()[open_blocks_.back()].end <= at) {
      flush();
      open_blocks_.pop_back();
    }
  }

  void take_text(std::uint32_t at) {
    const std::string_view text = document_.nodes()[at].text;
    if (text_.empty()) {
      if (is_blank(text)) return;
      first_ = at;
    }
    if (!is_blank(text)) breaks_ = 0;
    if (stands_apart(at)) text_ += ' ';
    last_ = at;
    if (at < pre_end_) {
      text_ += text;
    } else {
      append_unbroken(text_, text);
    }
    if (at < link_end_) link_bytes_ += text.size();
    bytes_ += text.size();
  }

  /// "<span>Jeanne Vasseur</span><span>Publié le …</span>": style sheets set such labels apart. Of
  /// two inline elements side by side, so that parts of one word ("Mc<b>Donald</b>") stay together.
  [[nodiscard]] bool stands_apart(std::uint32_t at) const {
    const std::vector<HtmlNode>& nodes = document_.nodes();
    const std::string_view text = nodes[at].text;
    if (text_.empty() || text.empty() || text.front() < 'A' || text.front() > 'Z') return false;
    const char before = text_.back();
    const bool ends = (before >= 'a' && before <= 'z') || (before >= '0' && before <= '9') ||
                      static_cast<unsigned char>(before) >= 0x80;
    const std::uint32_t left = nodes[last_].parent;
    const std::uint32_t right = nodes[at].parent;
    return ends && left != right && nodes[left].end <= at && nodes[right].parent != left &&
           !is_block(nodes[left].tag) && !is_block(nodes[right].tag) && last_ + 1 < at &&
           last_ < right;
  }

  void take_break() {
    if (text_.empty()) return;
    // In old pages a headline and its date are lines of one cell.
    const bool label = !in_paragraph() && text_.size() < kLabelBytes;
    if (++breaks_ > 1 || label) return flush();
    text_ += '\n';
  }

  [[nodiscard]] bool in_paragraph() const {
    const GumboTag tag = document_.nodes()[open_blocks_.empty() ? 0 : open_blocks_.back()].tag;
    return tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_BLOCKQUOTE ||
           is_heading(tag);
  }

  void flush() {
    breaks_ = 0;
    std::string line = clean_line(text_);
    if (!line.empty()) {
      HtmlBlock block;
      block.node = open_blocks_.empty() ? 0 : open_blocks_.back();
      block.first = first_;
      block.link_share = static_cast<double>(link_bytes_) / static_cast<double>(bytes_);
      block.heading = is_heading(document_.nodes()[block.node].tag);
      block.text = clean_paragraphs(text_);
      block.line = page_line(std::move(line), blocks_.size() + 1);
      const bool paragraph = document_.nodes()[block.node].tag == GUMBO_TAG_P;
      if (paragraph && block.line.furniture.empty() && block.line.words >= kParagraphWords) {
        block.line.prose = true;
      }
      blocks_.push_back(std::move(block));
    }
    text_.clear();
    bytes_ = link_bytes_ = 0;
  }

  const HtmlDocument& document_;
  std::vector<HtmlBlock> blocks_;
  std::vector<std::uint32_t> open_blocks_;
  std::uint32_t link_end_ = 0, pre_end_ = 0, first_ = 0;
  std::uint32_t last_ = 0;  ///< the text before
  std::string text_;
  std::size_t bytes_ = 0, link_bytes_ = 0, breaks_ = 0;
};

}  // namespace

std::vector<HtmlBlock> html_blocks(const HtmlDocument& document) { return Walk(document).run(); }

}  // namespace gazette::indexer
