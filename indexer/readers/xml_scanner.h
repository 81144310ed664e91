// XML as a stream of tags and texts, with bounded memory: no tree, no entities, no check of
// nesting.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/readers/input_stream.h"

namespace gazette::indexer {

struct XmlToken {
  enum class Kind : std::uint8_t { kText, kStart, kEnd, kEmpty, kOther, kDoctype };
  Kind kind = Kind::kText;
  std::string bytes;     ///< as far as the limit goes
  bool cut = false;      ///< it was longer
  bool ended = true;     ///< false when the file ends inside
  std::size_t line = 1;  ///< where it starts
};

/// Local name of the element of a start or end tag.
std::string_view xml_tag_name(std::string_view tag);

/// Reads an input token by token.
class XmlScanner {
 public:
  /// Of a longer token than `limit` bytes the rest is passed over.
  XmlScanner(InputStream& input, std::size_t limit) : input_(input), limit_(limit) {}

  /// The next piece of text or markup; false at the end.
  bool next(XmlToken& token);

 private:
  bool more();
  void take(XmlToken& token, std::size_t count);
  /// Takes up to and with `end`, which may lie across two looks.
  void take_to(XmlToken& token, std::string_view end);
  void tag(XmlToken& token);
  void doctype(XmlToken& token);
  void markup(XmlToken& token);
  /// The next bytes, also those behind the present look.
  std::string_view ahead_of(std::size_t size);

  InputStream& input_;
  std::size_t limit_;
  std::string_view view_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace gazette::indexer
