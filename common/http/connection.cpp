// One client's connection: non-blocking reads and writes on its socket.
#include "common/http/connection.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace gazette::http {
namespace {

constexpr std::size_t kReadBlock = 16 * 1024;   // bytes a receive may bring; most requests are 200
constexpr std::size_t kKeepBuffer = 64 * 1024;  // bytes of an emptied buffer worth keeping
constexpr int kPollSlice = 200;                 // ms between looks at `give_up`

bool would_block() { return errno == EAGAIN || errno == EWOULDBLOCK; }

void empty(std::string& buffer) {
  buffer.clear();
  if (buffer.capacity() > kKeepBuffer) buffer = std::string();
}

}  // namespace

void Connection::open(UniqueFd fd, std::string address, const Limits& limits,
                      const HeadCheck& check) {
  socket = std::move(fd);
  peer = std::move(address);
  phase = Phase::kIdle;
  reader.emplace(limits, check);
}

void Connection::clear() {
  socket.reset();
  ++generation;
  empty(in);
  empty(out);
  out_sent = discarded = counted = 0;
  reader.reset();
  peer_closed = close_after = unread_input = lent = false;
}

Connection::Received Connection::receive() {
  std::array<char, kReadBlock> block;
  ssize_t count = 0;
  do {
    count = recv(socket.get(), block.data(), block.size(), 0);
  } while (count < 0 && errno == EINTR);
  if (count > 0) {
    in.append(block.data(), static_cast<std::size_t>(count));
    return Received::kData;
  }
  if (count == 0) return Received::kClosed;
  return would_block() ? Received::kNothing : Received::kFailed;
}

Connection::Received Connection::discard() {
  const Received result = receive();
  discarded += in.size();
  in.clear();
  return result;
}

bool Connection::flush() {
  while (unsent()) {
    const ssize_t count =
        send(socket.get(), out.data() + out_sent, out.size() - out_sent, MSG_NOSIGNAL);
    if (count >= 0) {
      out_sent += static_cast<std::size_t>(count);
    } else if (errno != EINTR) {
      return would_block();
    }
  }
  empty(out);
  out_sent = 0;
  return true;
}

std::size_t Connection::held_bytes() const {
  return in.size() + out.size() + (reader ? reader->held_bytes() : 0);
}

bool send_all(int fd, std::string_view data, Clock::time_point deadline, bool (*give_up)(void*),
              void* context) {
  while (!data.empty()) {
    const ssize_t count = send(fd, data.data(), data.size(), MSG_NOSIGNAL);
    if (count > 0) {
      data.remove_prefix(static_cast<std::size_t>(count));
      continue;
    }
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && !would_block()) return false;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0 || give_up(context)) return false;
    pollfd waiting{fd, POLLOUT, 0};
    poll(&waiting, 1, static_cast<int>(std::min<std::int64_t>(left, kPollSlice)));
  }
  return true;
}

}  // namespace gazette::http
