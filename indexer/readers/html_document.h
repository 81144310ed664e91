// A parsed HTML page as a flat list of nodes in document order: walked with loops, whatever its
// depth.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace gazette::indexer {

/// An element or a text. The subtree of the node at `i` is [i, node.end).
struct HtmlNode {
  GumboTag tag = GUMBO_TAG_UNKNOWN;  ///< of elements
  bool is_text = false;
  std::uint32_t parent = 0;  ///< of the root: itself
  std::uint32_t end = 0;
  std::string_view text;                    ///< of texts: entities decoded, white space as it is
  const GumboVector* attributes = nullptr;  ///< of elements
};

class HtmlDocument {
 public:
  /// Any UTF-8 is HTML; an Error says that the page is too large or too intricate to hold.
  static Result<HtmlDocument> parse(std::string html);

  HtmlDocument(HtmlDocument&&) noexcept;
  ~HtmlDocument();
  HtmlDocument(const HtmlDocument&) = delete;
  HtmlDocument& operator=(const HtmlDocument&) = delete;

  /// The first is the root element.
  [[nodiscard]] const std::vector<HtmlNode>& nodes() const { return nodes_; }

  /// The value of an attribute, as written; empty when it is not there.
  [[nodiscard]] std::string_view attribute(std::uint32_t node, const char* name) const;
  [[nodiscard]] bool has_attribute(std::uint32_t node, const char* name) const;

  /// All text of the subtree, as one clean line.
  [[nodiscard]] std::string line_of(std::uint32_t node) const;

  /// True when the node at `inner` is `outer` or inside it.
  [[nodiscard]] bool contains(std::uint32_t outer, std::uint32_t inner) const {
    return inner >= outer && inner < nodes_[outer].end;
  }

 private:
  class Arena;
  struct Parser;
  HtmlDocument(std::unique_ptr<Arena> arena, std::string html);

  std::unique_ptr<Arena> arena_;  ///< what the views point into
  std::string html_;
  std::vector<HtmlNode> nodes_;
};

/// True for elements that part paragraphs.
bool is_block(GumboTag tag);

}  // namespace gazette::indexer
