// The process round a front: signals that wait for the main thread, descriptors for connections.
#pragma once

#include <csignal>
#include <cstddef>
#include <initializer_list>

namespace gazette::http {

/// SIGINT and SIGTERM (and `others`) wait for wait_for_signal instead of ending the process; all
/// threads started later inherit that. A reader of our output that goes away is no reason to die.
sigset_t hold_signals(std::initializer_list<int> others = {});

/// The next of the signals held. After SIGINT or SIGTERM a second one, during the orderly stop,
/// ends the process at once.
int wait_for_signal(const sigset_t& signals);

/// Connections that the machine's descriptors allow, at most `wanted`; a hundred are kept for the
/// database and the rest. Raises the process's soft limit.
std::size_t affordable_connections(std::size_t wanted);

}  // namespace gazette::http
