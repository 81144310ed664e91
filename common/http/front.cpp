// The HTTP front: threads, accepting, deadlines. What a worker does with a connection is in
// front_worker.cpp, what a stream thread does in front_stream.cpp.
#include "common/http/front.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "common/http/response_writer.h"

namespace gazette::http {
namespace {

using namespace std::chrono_literals;

constexpr auto kSweepPeriod = 250ms;     // how late a deadline may be kept
constexpr int kAcceptPoll = 100;         // ms: how late a stop may be seen
constexpr auto kStopSweepPeriod = 20ms;  // on shutdown
constexpr auto kStopIdle = 300ms;        // a kept-alive client's chance to hear "close" politely
constexpr int kAcceptBurst = 256;        // connections taken before deadlines are looked at
constexpr auto kPatience = 2s;           // when full: requests slower than this make room
constexpr auto kExhaustedPause = 50ms;   // no descriptors left: do not spin
constexpr std::uint64_t kWakeToken = ~std::uint64_t{0};

std::string address_text(const sockaddr_storage& storage) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const void* raw =
      storage.ss_family == AF_INET6
          ? static_cast<const void*>(&reinterpret_cast<const sockaddr_in6*>(&storage)->sin6_addr)
          : &reinterpret_cast<const sockaddr_in*>(&storage)->sin_addr;
  if (inet_ntop(storage.ss_family, raw, text.data(), text.size()) == nullptr) return "-";
  return text.data();
}

UniqueFd checked(int fd, const char* what) {
  if (fd < 0) throw std::system_error(errno, std::generic_category(), what);
  return UniqueFd(fd);
}

void signal(const UniqueFd& event) {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = write(event.get(), &one, sizeof one);
}

}  // namespace

Front::Front(Listener listener, FrontOptions options, Handler& handler)
    : listener_(std::move(listener)),
      options_(options),
      handler_(handler),
      head_check_([this](const httplib::Request& head) { return handler_.refuse_head(head); }),
      epoll_(checked(epoll_create1(EPOLL_CLOEXEC), "epoll_create1")),
      wake_(checked(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC), "eventfd")),
      stop_wake_(checked(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC), "eventfd")),
      slots_(std::make_unique<Connection[]>(options_.limits.connections)) {
  free_.reserve(options_.limits.connections);
  for (std::size_t i = options_.limits.connections; i-- > 0;) {
    free_.push_back(static_cast<std::uint32_t>(i));
  }
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.u64 = kWakeToken;
  if (epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, wake_.get(), &event) != 0) {
    throw std::system_error(errno, std::generic_category(), "epoll_ctl");
  }
}

Front::~Front() { stop(); }

void Front::start() {
  const std::size_t threads = std::max<std::size_t>(options_.threads, 2);
  for (std::size_t i = 0; i < threads; ++i) workers_.emplace_back([this] { work(); });
  for (std::size_t i = 0; i < options_.limits.streams; ++i) {
    stream_threads_.emplace_back([this] { run_streams(); });
  }
  acceptor_ = std::thread([this] { accept_and_sweep(); });
}

void Front::stop() {
  if (!stopping_) stop_began_ = Clock::now().time_since_epoch().count();
  stopping_ = true;
  signal(stop_wake_);
  if (acceptor_.joinable()) acceptor_.join();
  quit_ = true;
  signal(wake_);
  {
    const std::lock_guard lock(stream_mutex_);
    stream_ready_.notify_all();
  }
  for (auto* threads : {&workers_, &stream_threads_}) {
    for (std::thread& thread : *threads) thread.join();
    threads->clear();
  }
}

void Front::accept_and_sweep() {
  const auto stop_time = options_.limits.stop_time;
  Clock::time_point swept = Clock::now();
  while (!stopping_) {
    std::array<pollfd, 2> waiting{
        {{listener_.socket.get(), POLLIN, 0}, {stop_wake_.get(), POLLIN, 0}}};
    poll(waiting.data(), waiting.size(), static_cast<int>(kSweepPeriod.count()));
    if ((waiting[0].revents & POLLIN) != 0) accept_pending();
    const auto now = Clock::now();
    if (now - swept >= kSweepPeriod) {
      sweep();
      swept = now;
    }
  }
  accept_pending();  // who had connected before the stop is still answered
  listener_.socket.reset();
  const auto give_up = Clock::now() + stop_time;
  while (open_count_ > 0 && Clock::now() < give_up) {
    std::this_thread::sleep_for(kStopSweepPeriod);
    sweep();
  }
}

void Front::accept_pending() {
  for (int i = 0; i < kAcceptBurst; ++i) {
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    UniqueFd socket(accept4(listener_.socket.get(), reinterpret_cast<sockaddr*>(&storage), &size,
                            SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (!socket) {
      if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
        if (!evict_one()) std::this_thread::sleep_for(kExhaustedPause);
      }
      if (errno == EAGAIN || errno == EWOULDBLOCK) return;
      continue;
    }
    admit(std::move(socket), address_text(storage));
  }
}

void Front::admit(UniqueFd socket, std::string peer) {
  const int on = 1;  // without it Nagle and delayed ACK make 44 ms of 0.2
  setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (open_count_ >= options_.limits.connections && !evict_one()) {
    return turn_away(std::move(socket));
  }
  std::uint32_t index = 0;
  {
    const std::lock_guard lock(free_mutex_);
    if (free_.empty()) return turn_away(std::move(socket));
    index = free_.back();
    free_.pop_back();
  }
  Connection& connection = slots_[index];
  const std::lock_guard lock(connection.mutex);
  const int fd = socket.get();
  connection.open(std::move(socket), std::move(peer), options_.limits, head_check_);
  connection.deadline = Clock::now() + options_.limits.idle_time;
  ++open_count_;
  epoll_event event{};
  event.events = EPOLLIN | EPOLLONESHOT;
  event.data.u64 = (std::uint64_t{connection.generation} << 32) | index;
  if (epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, fd, &event) != 0) close(connection);
}

void Front::turn_away(UniqueFd socket) {
  const httplib::Request request;
  httplib::Response response;
  handler_.refuse(request, {503, "too-many-connections", "Trop de connexions ouvertes."}, response);
  std::string bytes;
  write_response(response, {.keep_alive = false}, bytes);
  [[maybe_unused]] const ssize_t sent =
      send(socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
  handler_.done(request, response, {bytes.size(), {}, false});
}

bool Front::evict_one() {
  const auto now = Clock::now();
  for (std::size_t step = 0; step < options_.limits.connections; ++step) {
    evict_hand_ = (evict_hand_ + 1) % options_.limits.connections;
    Connection& connection = slots_[evict_hand_];
    const std::unique_lock lock(connection.mutex, std::try_to_lock);
    if (!lock || !connection.socket || connection.lent) continue;
    const bool idle = connection.phase == Connection::Phase::kIdle ||
                      connection.phase == Connection::Phase::kLingering;
    const bool slow = connection.phase == Connection::Phase::kReading &&
                      connection.deadline - now < options_.limits.request_time - kPatience;
    if (idle || slow) {
      close(connection);
      return true;
    }
  }
  return false;
}

void Front::sweep() {
  const auto now = Clock::now();
  const bool stopping = stopping_;
  const Clock::time_point stop_began{Clock::duration(stop_began_)};
  for (std::size_t i = 0; i < options_.limits.connections; ++i) {
    Connection& connection = slots_[i];
    const std::unique_lock lock(connection.mutex, std::try_to_lock);
    if (!lock || !connection.socket || connection.lent) continue;
    if (connection.deadline <= now) {
      expire(connection);
    } else if (stopping && connection.phase == Connection::Phase::kIdle &&
               now - stop_began > kStopIdle) {
      close(connection);
    }
  }
}

void Front::expire(Connection& connection) {
  if (connection.phase == Connection::Phase::kReading) {
    answer_refused(connection, connection.reader->refused_request(),
                   {408, "too-slow", "La requête n’est pas arrivée en entier à temps."});
    connection.flush();
  }
  close(connection);
}

void Front::close(Connection& connection) {
  const auto index = static_cast<std::uint32_t>(&connection - slots_.get());
  buffered_ -= connection.counted;
  connection.clear();
  {
    const std::lock_guard lock(free_mutex_);
    free_.push_back(index);
  }
  --open_count_;
}

}  // namespace gazette::http
