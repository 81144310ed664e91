// The TOML file of --config, shared by both programs: what flags and environment leave open.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gazette {

/// Keys are those of the options, without dashes; each program has tables of its own, so that one
/// file serves both: db, lang, add.threads, server.listen.
class ConfigFile {
 public:
  /// No file: every key is absent.
  ConfigFile() = default;

  /// `keys` are those of the program ('_' may stand for '-' in the file), `others` the tables that
  /// are another program's. Throws UsageError with the line when the file cannot be read, is not
  /// TOML, or has a key that is nobody's.
  static ConfigFile load(const std::string& path, std::span<const std::string_view> keys,
                         std::span<const std::string_view> others);

  /// The values of a key as text: one, several for an array, none when absent.
  [[nodiscard]] const std::vector<std::string>& values(std::string_view key) const;

  /// The last value of a key, or `standard`.
  [[nodiscard]] std::string text(std::string_view key, std::string_view standard = "") const;

  /// Throws UsageError unless it is a whole number in [least, most].
  [[nodiscard]] unsigned number(std::string_view key, unsigned standard, unsigned least,
                                unsigned most) const;

 private:
  std::string path_;
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

}  // namespace gazette
