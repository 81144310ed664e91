// Writes XML straight into a string: any bytes come out as characters that XML 1.0 allows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gazette::server {

/// Appends `text` as it may stand between tags or in an attribute in double quotes. Malformed bytes
/// and code points that XML cannot hold become U+FFFD, control characters spaces.
void append_xml(std::string_view text, std::string& out);

/// Tags nest as they are opened; names are our own, written unescaped.
class XmlWriter {
 public:
  explicit XmlWriter(std::string& out) : out_(out) {}

  void begin(std::string_view tag);
  void attribute(std::string_view name, std::string_view value);  ///< of the tag just begun
  void text(std::string_view text);
  void end();

  /// <tag>text</tag>; nothing when there is no text.
  void element(std::string_view tag, std::string_view text);

 private:
  void close_tag();

  std::string& out_;
  std::vector<std::string> open_;
  bool in_tag_ = false;
};

}  // namespace gazette::server
