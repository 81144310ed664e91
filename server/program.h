// gazette-server from start to stop.
#pragma once

#include "server/options.h"

namespace gazette::server {

/// Serves until SIGINT or SIGTERM, then finishes the answers under way. Throws UsageError,
/// schema::SchemaMismatch and what the machine cannot give.
void serve(const ServerOptions& options);

}  // namespace gazette::server
