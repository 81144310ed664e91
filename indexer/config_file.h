// The TOML file of --config: what flags and environment leave open.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace gazette::indexer {

/// Keys are those of the options, tables those of the commands: db, lang, add.format, add.rejects,
/// add.threads.
class ConfigFile {
 public:
  /// No file: every key has its default.
  ConfigFile() = default;

  /// Throws UsageError with the line when the file cannot be read, is not TOML, or has a key that
  /// is none of ours. Keys of the server's tables are left alone, so that one file serves both.
  static ConfigFile load(const std::string& path);

  [[nodiscard]] std::string text(std::string_view key, std::string_view standard = "") const;
  /// Throws UsageError unless it is a whole number in [least, most].
  [[nodiscard]] unsigned number(std::string_view key, unsigned standard, unsigned least,
                                unsigned most) const;

 private:
  std::string path_;
  std::map<std::string, std::string, std::less<>> values_;
};

}  // namespace gazette::indexer
