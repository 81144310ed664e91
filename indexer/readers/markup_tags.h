// Tags of HTML and NITF as they stand in a text: where they end, and what they do to it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gazette::indexer {

struct Tag {
  std::string name;  ///< lower case, without a prefix
  bool closing = false;
  bool self_closed = false;
  std::size_t end = 0;  ///< behind its ">"
};

/// The tag at text[at] == '<'; an empty name when there is none. Cut off at the end of the text it
/// reaches to there.
Tag tag_at(std::string_view text, std::size_t at);

enum class Effect : std::uint8_t { kInline, kBlock, kLine, kCell, kDropped };

Effect effect_of(const Tag& tag);

/// Behind a comment, a declaration or a processing instruction at text[at] == '<'; `at` for none.
std::size_t behind_declaration(std::string_view text, std::size_t at);

/// Passes over elements that hold no text of the article.
class Dropper {
 public:
  explicit Dropper(std::string_view text) : text_(text) {}

  /// Behind the element whose start tag ends at `at`; `at` itself when it is never closed.
  std::size_t behind(std::size_t at, const std::string& name);

 private:
  std::string_view text_;
  std::vector<std::string> unclosed_;
};

}  // namespace gazette::indexer
