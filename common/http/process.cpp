// The process round a front.
#include "common/http/process.h"

#include <pthread.h>
#include <sys/resource.h>

#include <algorithm>

namespace gazette::http {

sigset_t hold_signals(std::initializer_list<int> others) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  for (const int other : others) sigaddset(&signals, other);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  return signals;
}

int wait_for_signal(const sigset_t& signals) {
  int received = 0;
  while (sigwait(&signals, &received) != 0) {
  }
  if (received == SIGINT || received == SIGTERM) {
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
  }
  return received;
}

std::size_t affordable_connections(std::size_t wanted) {
  constexpr rlim_t kKept = 128;
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return wanted;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  getrlimit(RLIMIT_NOFILE, &limit);
  if (limit.rlim_cur == RLIM_INFINITY) return wanted;
  const rlim_t free = limit.rlim_cur > 2 * kKept ? limit.rlim_cur - kKept : limit.rlim_cur / 2;
  return std::min<std::size_t>(wanted, free);
}

}  // namespace gazette::http
