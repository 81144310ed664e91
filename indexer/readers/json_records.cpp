// A scanner of brackets and strings: enough JSON to know where a record ends.
#include "indexer/readers/json_records.h"

#include <algorithm>
#include <string>

#include "common/cli/language.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kStepBytes = 4096;  // looked at in one go

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Reads the input character by character, with the line.
class Scanner {
 public:
  Scanner(InputStream& input, std::size_t limit) : input_(input), limit_(limit) {}

  /// The next character that is not white space, or '\0' at the end; it is not taken.
  char next_visible() {
    for (;;) {
      const char c = look();
      if (c == '\0' || !is_space(c)) return c;
      take();
    }
  }

  char look() {
    if (at_ == view_.size()) {
      input_.skip(view_.size());
      view_ = input_.peek(kStepBytes);
      at_ = 0;
      if (view_.size() > kStepBytes) view_ = view_.substr(0, kStepBytes);
    }
    return at_ < view_.size() ? view_[at_] : '\0';
  }

  void take() {
    if (view_[at_] == '\n') ++line_;
    ++at_;
  }

  bool at_end() {
    look();
    return at_ == view_.size();
  }

  /// Appends one value (object, array, string or bare word) to `out`. False when it is longer than
  /// the limit or cut off.
  bool value(std::string& out) {
    std::size_t depth = 0;
    bool in_string = false;
    bool escaped = false;
    while (!at_end()) {
      const char c = look();
      if (!in_string && depth == 0 && !out.empty() &&
          (c == ',' || c == ']' || c == '}' || is_space(c))) {
        return true;
      }
      if (out.size() >= limit_) return false;
      out.push_back(c);
      take();
      if (in_string) {
        if (escaped) {
          escaped = false;
        } else if (c == '\\') {
          escaped = true;
        } else if (c == '"') {
          in_string = false;
          if (depth == 0) return true;
        }
        continue;
      }
      if (c == '"') in_string = true;
      if (c == '{' || c == '[') ++depth;
      if ((c == '}' || c == ']') && depth > 0 && --depth == 0) return true;
    }
    return depth == 0 && !in_string && !out.empty();
  }

  /// Stands at "[", and an object (or nothing at all) is in the list.
  bool holds_object_next() {
    std::string_view rest = view_.substr(at_ + 1);
    const std::size_t next = rest.find_first_not_of(" \t\r\n");
    // A list that goes on behind the present look is taken for one of records.
    return next == std::string_view::npos || rest[next] == '{' || rest[next] == ']';
  }

  [[nodiscard]] std::size_t line() const { return line_; }
  [[nodiscard]] std::size_t limit() const { return limit_; }

 private:
  InputStream& input_;
  std::size_t limit_;
  std::string_view view_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

Error broken(const Scanner& scanner, const std::string& collected) {
  const std::string where = tr("ligne ", "line ") + std::to_string(scanner.line());
  if (collected.size() >= scanner.limit()) {
    return {"too-large",
            where + tr(" : enregistrement de plus de ", ": record of more than ") +
                std::to_string(scanner.limit() >> 20) + tr(" Mio", " MiB"),
            "", 0};
  }
  return {"bad-json", where + tr(" : JSON mal formé ou coupé", ": malformed or truncated JSON"), "",
          0};
}

/// Elements of the array that the scanner stands at; `count` grows by those handed over.
Result<bool> array(Scanner& scanner, const JsonRecordSink& sink, std::size_t& count) {
  scanner.take();  // [
  std::string bytes;
  for (;;) {
    const char c = scanner.next_visible();
    if (c == ']') {
      scanner.take();
      return true;
    }
    if (c == ',') {
      scanner.take();
      continue;
    }
    bytes.clear();
    const std::size_t line = scanner.line();
    if (c == '\0' || c == '}' || !scanner.value(bytes)) return broken(scanner, bytes);
    ++count;
    if (!sink(bytes, line)) return false;
  }
}

/// An object: {"items": [{…}, …]} whatever its other keys, or itself the record.
Result<bool> object(Scanner& scanner, const JsonRecordSink& sink, std::size_t& count) {
  const std::size_t line = scanner.line();
  std::string whole = "{";
  scanner.take();
  bool wrapper = false;
  for (;;) {
    char c = scanner.next_visible();
    if (c == '}') break;
    std::string key;
    if (c != '"' || !scanner.value(key) || scanner.next_visible() != ':')
      return broken(scanner, whole);
    scanner.take();
    c = scanner.next_visible();
    if (c == '[' && is_list_name(std::string_view(key).substr(1, key.size() - 2)) &&
        scanner.holds_object_next()) {
      wrapper = true;
      Result<bool> going = array(scanner, sink, count);
      if (!going.ok() || !going.value()) return going;
      whole += key + ":[]";
    } else {
      whole += key + ":";
      const std::size_t before = whole.size();
      std::string value;
      if (!scanner.value(value)) return broken(scanner, value);
      whole += value;
      if (whole.size() == before || whole.size() > scanner.limit()) return broken(scanner, whole);
    }
    c = scanner.next_visible();
    if (c == ',') {
      scanner.take();
      whole += ',';
    } else if (c != '}') {
      return broken(scanner, whole);
    }
  }
  scanner.take();
  if (wrapper) return true;
  ++count;
  return sink(whole + "}", line);
}

}  // namespace

bool is_list_name(std::string_view key) {
  static constexpr std::string_view kNames[] = {"articles", "items",   "_items",  "posts",
                                                "entries",  "results", "records", "docs"};
  return std::find(std::begin(kNames), std::end(kNames), key) != std::end(kNames);
}

std::size_t nesting(std::string_view bytes) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
      continue;
    }
    if (c == '"') in_string = true;
    if (c == '{' || c == '[') deepest = std::max(deepest, ++depth);
    if ((c == '}' || c == ']') && depth > 0) --depth;
  }
  return deepest;
}

Result<std::size_t> split_json(InputStream& input, std::size_t limit, const JsonRecordSink& sink) {
  Scanner scanner(input, limit);
  std::size_t count = 0;
  for (;;) {  // several values one after the other are read as if they stood in an array
    const char c = scanner.next_visible();
    if (c == '\0' && scanner.at_end()) return count;
    if (c != '{' && c != '[') return broken(scanner, "");
    const Result<bool> going =
        c == '[' ? array(scanner, sink, count) : object(scanner, sink, count);
    if (!going.ok()) return going.error();
    if (!going.value()) return count;
  }
}

}  // namespace gazette::indexer
