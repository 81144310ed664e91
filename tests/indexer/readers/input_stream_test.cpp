// Input by lines and whole, within its limits.
#include "indexer/readers/input_stream.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <system_error>
#include <vector>

namespace gazette::indexer {
namespace {

InputStream stream(std::string bytes) { return {from_memory(std::move(bytes)), "essai"}; }

std::vector<std::string> lines_of(std::string bytes, std::size_t limit = 100) {
  InputStream input = stream(std::move(bytes));
  std::vector<std::string> out;
  for (;;) {
    std::string_view line;
    switch (input.next_line(line, limit)) {
      case InputStream::Line::kEnd:
        return out;
      case InputStream::Line::kTooLong:
        out.emplace_back("(too long)");
        break;
      case InputStream::Line::kLine:
        out.emplace_back(line);
    }
  }
}

using Lines = std::vector<std::string>;

TEST_CASE("input: lines with either end, the last one with or without") {
  CHECK(lines_of("a\nb\r\n\nc") == Lines{"a", "b", "", "c"});
  CHECK(lines_of("a\n") == Lines{"a"});
  CHECK(lines_of("").empty());
}

TEST_CASE("input: a byte-order mark at the start is passed over") {
  CHECK(lines_of("\xEF\xBB\xBF"
                 "a\n\xEF\xBB\xBF"
                 "b") == Lines{"a",
                               "\xEF\xBB\xBF"
                               "b"});
}

TEST_CASE("input: a line beyond the limit is passed over, the next one is read") {
  CHECK(lines_of(std::string(101, 'x') + "\nok", 100) == Lines{"(too long)", "ok"});
  CHECK(lines_of(std::string(3 << 20, 'x') + "\nok", 1 << 20) == Lines{"(too long)", "ok"});
  CHECK(lines_of("ok\n" + std::string(3 << 20, 'x'), 1 << 20) == Lines{"ok", "(too long)"});
  CHECK(lines_of(std::string(100, 'x'), 100) == Lines{std::string(100, 'x')});
}

TEST_CASE("input: line numbers count what was read or skipped") {
  InputStream input = stream("a\nb\nc\nd");
  std::string_view line;
  CHECK(input.line() == 1);
  CHECK(input.next_line(line, 10) == InputStream::Line::kLine);
  CHECK(input.line() == 2);
  CHECK(input.peek(4) == "b\nc\n");
  input.skip(4);
  CHECK(input.line() == 4);
  CHECK(input.peek(100) == "d");
}

TEST_CASE("input: the rest comes whole or not at all") {
  InputStream small = stream("abc");
  CHECK(small.rest(3).value() == "abc");
  InputStream large = stream(std::string(1000, 'x'));
  const Result<std::string> refused = large.rest(999);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().code == "too-large");
}

TEST_CASE("input: a file that is not there is an error with its name") {
  try {
    open_file("/nulle/part/article.txt");
    FAIL("opened");
  } catch (const std::system_error& e) {
    CHECK(std::string(e.what()).find("/nulle/part/article.txt") != std::string::npos);
  }
}

}  // namespace
}  // namespace gazette::indexer
