// The command line of gazette-server: what was asked, after flags, environment, config file and
// defaults.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/http/listener.h"

namespace gazette::server {

enum class Command : std::uint8_t { kHelp, kVersion, kServe };

struct ServerOptions {
  Command command = Command::kServe;
  std::string database;
  http::Address listen{"127.0.0.1", 7700};
  std::string timezone;
  std::vector<std::string> cors_origins;
  std::string keys_file;
  bool public_pages = false;
  std::size_t threads = 0;  ///< 0: as many as the machine has
  std::size_t max_connections = 0;
  double rate_limit = 0;  ///< requests a second and address; 0: none
  bool log_queries = false;
  bool quiet = false;
};

/// Sets the language of messages first. Throws UsageError.
ServerOptions parse_options(int argc, const char* const* argv);

/// Examples first.
std::string help_text();

/// Name, version, schema version.
std::string version_text();

}  // namespace gazette::server
