// A flag for loops and a pipe for waits, set by the signal handler.
#include "indexer/stop.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

namespace gazette::indexer {
namespace {

std::atomic<bool> requested{false};
std::atomic<int> read_end{-1};
std::atomic<int> write_end{-1};
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

void handle(int) {
  const int kept_errno = errno;
  request_stop();
  errno = kept_errno;
}

}  // namespace

void install_stop_handlers() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0) {
    read_end = ends[0];
    write_end = ends[1];
  }
  struct sigaction action {};
  action.sa_handler = handle;
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // a second signal ends the process as usual
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

bool stop_requested() { return requested.load(std::memory_order_relaxed); }

void request_stop() {
  requested.store(true, std::memory_order_relaxed);
  if (write_end >= 0) {
    const char byte = 0;
    // A full pipe is readable already; nothing else can be done about a failure here.
    [[maybe_unused]] const auto written = write(write_end, &byte, 1);
  }
}

int stop_descriptor() { return read_end; }

}  // namespace gazette::indexer
