// Formats are told by content.
#include "indexer/readers/detect.h"

#include <doctest/doctest.h>

namespace gazette::indexer {
namespace {

std::string format_of(std::string bytes) {
  InputStream input(from_memory(std::move(bytes)), "essai");
  const Result<std::string> format = detect_format(input);
  return format.ok() ? format.value() : format.error().code;
}

TEST_CASE("detect: by the first bytes") {
  struct Case {
    const char* why;
    std::string bytes, want;
  };
  const Case cases[] = {
      {"objects one a line", "{\"title\":\"a\"}\n{\"title\":\"b\"}\n", "ndjson"},
      {"one object on one line", "{\"title\":\"a\"}", "ndjson"},
      {"behind a byte-order mark", "\xEF\xBB\xBF{\"title\":\"a\"}\n", "ndjson"},
      {"blank lines first", "\n\n{\"title\":\"a\"}\n", "ndjson"},
      {"the first record is cut", "{\"title\":\"a\n{\"title\":\"b\"}\n", "ndjson"},
      {"the first line is no JSON", "oups\n{\"title\":\"a\"}\n{\"title\":\"b\"}\n", "ndjson"},
      {"a first line longer than looked at", "{\"title\":\"" + std::string(200000, 'x') + "\"}\n",
       "ndjson"},
      {"one object over several lines", "{\n  \"title\": \"a\"\n}\n", "json"},
      {"a wrapper", "{\"articles\": [\n{\"title\":\"a\"}\n]}\n", "json"},
      {"an array", "[\n{\"title\":\"a\"}]", "json"},
      {"an empty array", "[]", "json"},
      {"a title in brackets is text", "[Vidéo] Le port rouvre\n\nLe port a rouvert mardi.", "text"},
      {"text", "Lagazette\n\nTITRE\n", "text"},
      {"text in braces", "{ceci} est un titre\n", "text"},
      {"nothing", "", "empty-input"},
      {"only white space", " \r\n\n", "empty-input"},
      {"bytes that are no text", std::string("GIF89a\0\0\1", 9), "binary-input"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(format_of(c.bytes) == c.want);
  }
}

TEST_CASE("detect: every name but auto has a reader, others are refused with the list") {
  for (const std::string& name : format_names()) {
    if (name != "auto") CHECK(reader_of(name).ok());
  }
  const Result<std::unique_ptr<Reader>> unknown = reader_of("docx");
  REQUIRE_FALSE(unknown.ok());
  CHECK(unknown.error().message.find("ndjson") != std::string::npos);
}

}  // namespace
}  // namespace gazette::indexer
