// Writes JSON straight into a string: no tree, no copies, and any bytes come out as valid UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gazette::server {

/// Appends `text` as a JSON string, quotes included. Malformed bytes become U+FFFD.
void append_json_string(std::string_view text, std::string& out);

/// Puts the commas. Calls must nest as JSON does; keys are our own ASCII names, written unescaped.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  /// Then comes the member's value.
  void key(std::string_view name);

  void string(std::string_view text);
  void number(std::uint64_t value);
  void number(double value);  ///< shortest form that reads back the same; null when not finite
  void boolean(bool value);
  void null();

  void string(std::string_view name, std::string_view text) { key(name), string(text); }
  void number(std::string_view name, std::uint64_t value) { key(name), number(value); }
  void number(std::string_view name, double value) { key(name), number(value); }
  void boolean(std::string_view name, bool value) { key(name), boolean(value); }
  void null(std::string_view name) { key(name), null(); }

  /// A string, or null for an empty one.
  void string_or_null(std::string_view name, std::string_view text);

  /// What is JSON already.
  void raw(std::string_view json);

 private:
  void open(char bracket);
  void close(char bracket);
  void before_value();

  std::string& out_;
  bool comma_due_ = false;
};

}  // namespace gazette::server
