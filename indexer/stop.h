// Ctrl-C and SIGTERM: asked once, the work stops after a commit; asked twice, the process ends.
#pragma once

namespace gazette::indexer {

/// Takes SIGINT and SIGTERM from now on. Called once, before any thread starts.
void install_stop_handlers();

/// True from the first signal (or request_stop) on. Safe from any thread.
bool stop_requested();

/// As a signal would.
void request_stop();

/// Becomes readable when a stop is asked for, so that a wait for input ends; -1 (which poll
/// ignores) before install_stop_handlers.
int stop_descriptor();

}  // namespace gazette::indexer
