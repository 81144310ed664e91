// The command line: what was asked, after flags, environment, config file and defaults.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gazette::indexer {

enum class Command : std::uint8_t {
  kHelp,
  kVersion,
  kAdd,
  kRemove,
  kDump,
  kCheck,
  kCompact,
  kStats,
  kExplain,
  kServe,
  kWatch
};

struct Options {
  Command command = Command::kHelp;
  std::string help_topic;              ///< kHelp: name of a command, or empty
  std::string database;                ///< --db or GAZETTE_DB
  bool json = false;                   ///< summaries for programs, on stdout
  std::vector<std::string> arguments;  ///< add, explain: paths; remove: ids; watch: the folder
  std::string format = "auto";
  std::string rejects;
  unsigned threads = 1;
  bool embargoed = false;  ///< dump: also what nobody may see yet
  std::string listen;      ///< serve: HOST:PORT
  std::string token_file;  ///< serve: who may write
  bool progress = true;    ///< false for --quiet and --json; serve: a line in the log per request
  std::optional<std::string> date, dateline;  ///< explain: a text to read instead of files
  std::string timezone, reference;            ///< explain --date: empty when not given
};

/// Sets the language of messages first. Throws UsageError with the word that was wrong and the
/// nearest right one.
Options parse_options(int argc, const char* const* argv);

/// Examples first. `topic` is a command or empty.
std::string help_text(const std::string& topic);

/// Name, version, schema version, Xapian's version.
std::string version_text();

}  // namespace gazette::indexer
