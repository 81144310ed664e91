// gumbo within an arena: its tree is never freed node by node (which it does by recursion), and a
// page that would take too much is left by longjmp.
#include "indexer/readers/html_document.h"

#include <csetjmp>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "common/cli/language.h"
#include "indexer/readers/clean_text.h"
#include "indexer/readers/html_flatten.h"

namespace gazette::indexer {
namespace {

// A page takes gumbo 10 to 50 times its size; the largest page of a newspaper seen has 3 MB.
constexpr std::size_t kMostTreeBytes = std::size_t{256} << 20;
constexpr std::size_t kBlockBytes = std::size_t{1} << 20;

Error too_large() {
  return {"too-large",
          tr("page HTML trop grande ou trop enchevêtrée", "HTML page too large or too intricate"),
          "", 0};
}

}  // namespace

/// Memory that is given back all at once. Blocks form a list through their first bytes, so that
/// nothing here needs a destructor that longjmp would skip.
class HtmlDocument::Arena {
 public:
  Arena() = default;
  ~Arena() {
    while (blocks_ != nullptr) std::free(std::exchange(blocks_, next_of(blocks_)));
  }
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  /// Jumps to `escape` when the limit is reached.
  static void* allocate(void* arena, std::size_t size) {
    return static_cast<Arena*>(arena)->take(size);
  }
  static void release(void* /*arena*/, void* /*memory*/) {}

  std::jmp_buf escape{};

 private:
  static void*& next_of(void* block) { return *static_cast<void**>(block); }

  void* take(std::size_t size) {
    size = (size + 15) / 16 * 16;
    if (size > left_) {
      const std::size_t block_size = std::max(size + 16, kBlockBytes);
      void* const block = total_ + block_size > kMostTreeBytes ? nullptr : std::malloc(block_size);
      if (block == nullptr) std::longjmp(escape, 1);
      total_ += block_size;
      next_of(block) = blocks_;
      blocks_ = block;
      at_ = static_cast<char*>(block) + 16;
      left_ = block_size - 16;
    }
    void* const taken = at_;
    at_ += size;
    left_ -= size;
    return taken;
  }

  void* blocks_ = nullptr;
  char* at_ = nullptr;
  std::size_t left_ = 0, total_ = 0;
};

struct HtmlDocument::Parser {
  /// Null when the arena is full. No object with a destructor may live here: longjmp skips them.
  static GumboOutput* run(Arena& arena, std::string_view html) {
    if (setjmp(arena.escape) != 0) return nullptr;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = &Arena::allocate;
    options.deallocator = &Arena::release;
    options.userdata = &arena;
    options.max_errors = 0;
    return gumbo_parse_with_options(&options, html.data(), html.size());
  }

  /// Document order, without recursion.
  static void list(const GumboNode* root, std::vector<HtmlNode>& nodes) {
    struct Open {
      const GumboNode* node;
      std::uint32_t index;
      unsigned next_child;
    };
    std::vector<Open> open;
    const auto enter = [&](const GumboNode* node) {
      const auto index = static_cast<std::uint32_t>(nodes.size());
      HtmlNode listed;
      listed.parent = open.empty() ? index : open.back().index;
      listed.end = index + 1;
      if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) {
        listed.tag = node->v.element.tag;
        listed.attributes = &node->v.element.attributes;
        nodes.push_back(listed);
        open.push_back({node, index, 0});
      } else if (node->type != GUMBO_NODE_COMMENT && node->type != GUMBO_NODE_DOCUMENT) {
        listed.is_text = true;
        listed.text = node->v.text.text;
        nodes.push_back(listed);
      }
    };
    enter(root);
    while (!open.empty()) {
      Open& top = open.back();
      const GumboVector& children = top.node->v.element.children;
      if (top.next_child < children.length) {
        enter(static_cast<const GumboNode*>(children.data[top.next_child++]));
      } else {
        nodes[top.index].end = static_cast<std::uint32_t>(nodes.size());
        open.pop_back();
      }
    }
  }
};

HtmlDocument::HtmlDocument(std::unique_ptr<Arena> arena, std::string html)
    : arena_(std::move(arena)), html_(std::move(html)) {}
HtmlDocument::HtmlDocument(HtmlDocument&&) noexcept = default;
HtmlDocument::~HtmlDocument() = default;

Result<HtmlDocument> HtmlDocument::parse(std::string html) {
  HtmlDocument document(std::make_unique<Arena>(), flattened(std::move(html)));
  const GumboOutput* const output = Parser::run(*document.arena_, document.html_);
  if (output == nullptr) return too_large();
  Parser::list(output->root, document.nodes_);
  return document;
}

std::string_view HtmlDocument::attribute(std::uint32_t node, const char* name) const {
  const GumboVector* const attributes = nodes_[node].attributes;
  if (attributes == nullptr) return {};
  const GumboAttribute* const found = gumbo_get_attribute(attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool HtmlDocument::has_attribute(std::uint32_t node, const char* name) const {
  const GumboVector* const attributes = nodes_[node].attributes;
  return attributes != nullptr && gumbo_get_attribute(attributes, name) != nullptr;
}

std::string HtmlDocument::line_of(std::uint32_t node) const {
  std::string text;
  for (std::uint32_t i = node; i < nodes_[node].end; ++i) {
    const HtmlNode& at = nodes_[i];
    if (at.is_text) {
      text += at.text;
    } else if (at.tag == GUMBO_TAG_SCRIPT || at.tag == GUMBO_TAG_STYLE) {
      i = at.end - 1;
    } else if (at.tag == GUMBO_TAG_BR || is_block(at.tag)) {
      text += ' ';
    }
  }
  return clean_line(text);
}

bool is_block(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL:
      return true;
    default:
      return false;
  }
}

}  // namespace gazette::indexer
