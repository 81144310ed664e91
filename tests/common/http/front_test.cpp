// The front over real sockets: polite clients, hostile ones, and both at once.
#include "common/http/front.h"

#include <doctest/doctest.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <semaphore>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tests/common/http/raw_client.h"

namespace gazette::http {
namespace {

using namespace std::chrono_literals;
using testing::RawClient;

/// Echoes, and misbehaves on request.
class EchoHandler : public Handler {
 public:
  ~EchoHandler() override {
    for (std::thread& thread : later) thread.join();
  }
  std::optional<Refusal> refuse_head(const httplib::Request& head) override {
    if (head.path != "/closed") return {};
    return Refusal{401, "unauthorized", "no"};
  }
  bool defer(Reply& reply) override {
    const std::string path = reply.request().path;
    if (!path.starts_with("/later")) return false;
    const std::lock_guard lock(mutex);
    ++deferred;
    later.emplace_back([this, reply = std::move(reply)]() mutable {
      if (reply.request().path == "/later/wait") leave.acquire();
      if (reply.request().path == "/later/never") return;
      httplib::Response response;
      response.status = 201;
      response.body = reply.request().path + " " + reply.take_body();
      reply.send(response);
    });
    return true;
  }
  void handle(const httplib::Request& request, httplib::Response& response) override {
    if (request.path == "/throw") throw std::runtime_error("no");
    if (request.path == "/wait") {
      entered.release();
      leave.acquire();
    }
    if (request.path == "/big") {
      response.body.assign(20u << 20, 'b');
    } else if (request.path.starts_with("/stream")) {
      stream(request, response);
    } else {
      response.body = request.path + " " + request.body;
    }
  }
  void refuse(const httplib::Request&, const Refusal& refusal,
              httplib::Response& response) override {
    response.status = refusal.status;
    response.body = refusal.code;
  }
  void fail(const httplib::Request&, std::exception_ptr, httplib::Response& response) override {
    response.status = 500;
  }
  void done(const httplib::Request&, const httplib::Response&, const Outcome& outcome) override {
    ++answers;
    if (outcome.cut) ++cut;
  }

  std::counting_semaphore<> entered{0}, leave{0};
  std::atomic<int> answers{0}, cut{0};
  std::atomic<int> deferred{0};
  std::mutex mutex;
  std::vector<std::thread> later;

 private:
  static void stream(const httplib::Request& request, httplib::Response& response) {
    const std::string kind = request.path;
    response.set_chunked_content_provider("text/plain", [kind](size_t, httplib::DataSink& sink) {
      if (kind == "/stream/throws-first") throw std::runtime_error("no");
      const std::string block(1000, 's');
      const int count = kind == "/stream/short" ? 3 : 50'000;
      for (int i = 0; i < count; ++i) {
        if (!sink.write(block.data(), block.size())) return false;
        if (kind == "/stream/throws-late" && i == 500) throw std::runtime_error("no");
      }
      sink.done();
      return true;
    });
  }
};

struct Server {
  explicit Server(const Limits& limits = {}) {
    auto listener = listen_on({"127.0.0.1", 0});
    REQUIRE(listener.ok());
    front.emplace(std::move(listener).value(), FrontOptions{limits, 2}, handler);
    front->start();
  }
  [[nodiscard]] std::uint16_t port() const { return front->address().port; }

  EchoHandler handler;
  std::optional<Front> front;
};

std::string get(std::string_view path, std::string_view more = "") {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: h\r\n" + std::string(more) + "\r\n";
}

int count_of(std::string_view text, std::string_view part) {
  int count = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string_view::npos;
       at += part.size()) {
    ++count;
  }
  return count;
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool answers(std::uint16_t port) {
  RawClient client(port);
  client.send(get("/alive", "Connection: close\r\n"));
  return has(client.read_all(), "/alive");
}

}  // namespace

TEST_CASE("front: a connection is kept and answers one request after the other") {
  Server server;
  RawClient client(server.port());
  for (const char* path : {"/1", "/2", "/3"}) {
    client.send(get(path));
    const std::string answer = client.read_until(path);
    CHECK(answer.starts_with("HTTP/1.1 200 OK\r\n"));
    CHECK_FALSE(client.closed());
  }
  client.send(get("/4", "Connection: close\r\n"));
  CHECK(has(client.read_all(), "Connection: close"));
}

TEST_CASE("front: pipelined requests are answered in order") {
  Server server;
  RawClient client(server.port());
  std::string all;
  for (int i = 0; i < 100; ++i) all += get("/" + std::to_string(i) + "/");
  client.send(all);
  const std::string answer = client.read_until("/ ", 100);
  std::size_t at = 0;
  for (int i = 0; i < 100; ++i) {
    const std::size_t found = answer.find("\r\n\r\n/" + std::to_string(i) + "/ ", at);
    REQUIRE(found != std::string::npos);
    at = found;
  }
}

TEST_CASE("front: a client that has closed its side is still answered") {
  Server server;
  RawClient client(server.port());
  client.send(get("/half"));
  client.shut_writing();
  CHECK(has(client.read_all(), "/half"));
}

TEST_CASE("front: bodies, chunked or not, and 100-continue") {
  Server server;
  RawClient client(server.port());
  client.send(
      "POST /p HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
  CHECK(has(client.read_until("abc"), "/p abc"));
  client.send("POST /q HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
  CHECK(client.read_until("\r\n\r\n").starts_with("HTTP/1.1 100 Continue"));
  client.send("def");
  CHECK(has(client.read_until("def"), "/q def"));
}

TEST_CASE("front: a handler that throws is a 500 and costs nobody the connection") {
  Server server;
  RawClient client(server.port());
  client.send(get("/throw") + get("/after"));
  const std::string answer = client.read_until("/after");
  CHECK(answer.starts_with("HTTP/1.1 500 "));
  CHECK(has(answer, "HTTP/1.1 200 "));
}

TEST_CASE("front: HEAD gets the headers alone, of a streamed answer too") {
  Server server;
  RawClient client(server.port());
  client.send("HEAD /stream/short HTTP/1.1\r\nHost: h\r\n\r\n" + get("/next"));
  const std::string answer = client.read_until("/next");
  CHECK(count_of(answer, "HTTP/1.1 200 OK") == 2);
  CHECK_FALSE(has(answer, "sss"));
}

TEST_CASE("front: answers that come later hold no worker and keep the order of their connection") {
  Server server;
  std::vector<std::unique_ptr<RawClient>> waiting;
  for (int i = 0; i < 10; ++i) {
    waiting.push_back(std::make_unique<RawClient>(server.port()));
    waiting.back()->send("PUT /later/wait HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nbody" +
                         get("/next/"));
  }
  CHECK(answers(server.port()));
  server.handler.leave.release(10);
  for (const auto& client : waiting) {
    const std::string answer = client->read_until("/next/");
    CHECK(answer.starts_with("HTTP/1.1 201 Created"));
    CHECK(answer.find("/later/wait body") < answer.find("/next/"));
    client->send(get("/again/"));
    CHECK(has(client->read_until("/again/"), "200 OK"));
  }
}

TEST_CASE("front: a reply that nobody sends is an error, one to a client that left is none") {
  Server server;
  RawClient client(server.port());
  client.send(get("/later/never", "Connection: close\r\n"));
  CHECK(client.read_all().starts_with("HTTP/1.1 500 "));
  {
    RawClient gone(server.port());
    gone.send(get("/later/wait"));
    while (server.handler.deferred < 2) std::this_thread::sleep_for(1ms);
  }
  server.handler.leave.release();
  CHECK(answers(server.port()));
}

TEST_CASE("front: a stop waits for the answers that come later") {
  Server server;
  RawClient client(server.port());
  client.send(get("/later/wait"));
  while (server.handler.deferred < 1) std::this_thread::sleep_for(1ms);
  std::thread stopping([&] { server.front->stop(); });
  std::this_thread::sleep_for(50ms);
  server.handler.leave.release();
  CHECK(has(client.read_all(), "/later/wait"));
  stopping.join();
}

TEST_CASE("front: who may not send a body is refused before it is read") {
  Server server;
  RawClient client(server.port());
  client.send("PUT /closed HTTP/1.1\r\nHost: h\r\nContent-Length: 900000\r\n\r\nfirst");
  const std::string answer = client.read_all();
  CHECK(answer.starts_with("HTTP/1.1 401 "));
  CHECK(client.closed());
}

TEST_CASE("front: a line of 200 MB is refused early, and its sender is told") {
  Server server;
  RawClient client(server.port());
  const std::string block(1 << 20, 'A');
  client.send("GET /");
  int sent = 0;
  while (sent < 200 && client.send(block)) ++sent;
  CHECK(answers(server.port()));
  CHECK(sent < 200);
}

TEST_CASE("front: refusals say why and close") {
  Limits limits;
  limits.body_bytes = 100;
  Server server(limits);
  const std::string header_bomb = [] {
    std::string all = "GET / HTTP/1.1\r\nHost: h\r\n";
    for (int i = 0; i < 5000; ++i) all += "X: y\r\n";
    return all;
  }();
  struct Case {
    std::string bytes;
    std::string_view status, code;
  };
  for (const Case& c : {
           Case{header_bomb, " 431 ", "too-many-headers"},
           {get("/", "X: " + std::string(100'000, 'x') + "\r\n"), " 431 ", "head-too-large"},
           {get("/" + std::string(30'000, 'x')), " 414 ", "target-too-long"},
           {"POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 101\r\n\r\n", " 413 ", "body-too-large"},
           {"POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n", " 413 ",
            "body-too-large"},
           {std::string("GET /\0 HTTP/1.1\r\n\r\n", 19), " 400 ", "bad-request"},
           {"\x16\x03\x01 TLS", " 400 ", "bad-request"},
       }) {
    CAPTURE(c.code);
    RawClient client(server.port());
    client.send(c.bytes);
    const std::string answer = client.read_all();
    CHECK(has(answer, c.status));
    CHECK(has(answer, "Connection: close"));
    CHECK(answer.ends_with(c.code));
    CHECK(client.closed());
  }
  CHECK(answers(server.port()));
}

TEST_CASE("front: silent and dripping clients hold no worker, and dripping buys no time") {
  Limits limits;
  limits.request_time = 400ms;
  Server server(limits);
  std::vector<std::unique_ptr<RawClient>> silent;
  for (int i = 0; i < 200; ++i) silent.push_back(std::make_unique<RawClient>(server.port()));
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int i = 0; i < 20; ++i) {
    slow.push_back(std::make_unique<RawClient>(server.port()));
    slow.back()->send("GET / HTTP/1.1\r\n");
  }
  CHECK(answers(server.port()));
  RawClient dripping(server.port());
  dripping.send("GET / HTTP/1.1\r\n");
  std::string refused;
  for (int i = 0; i < 1000 && refused.empty(); ++i) {
    dripping.send("X: y\r\n");
    refused = dripping.read_some(20ms);
  }
  CHECK(refused.starts_with("HTTP/1.1 408 "));
  CHECK(slow[0]->read_all().starts_with("HTTP/1.1 408 "));
  CHECK(answers(server.port()));
}

TEST_CASE("front: when all places are taken, an idle connection makes room") {
  Limits limits;
  limits.connections = 4;
  Server server(limits);
  std::vector<std::unique_ptr<RawClient>> idle;
  for (int i = 0; i < 40; ++i) {
    idle.push_back(std::make_unique<RawClient>(server.port()));
    CHECK(answers(server.port()));
  }
  CHECK(server.front->open_connections() <= 4);
}

TEST_CASE("front: when all places are busy, a newcomer is told so") {
  Limits limits;
  limits.connections = 1;
  Server server(limits);
  RawClient first(server.port());
  first.send(get("/wait"));
  server.handler.entered.acquire();
  RawClient second(server.port());
  CHECK(second.read_all().starts_with("HTTP/1.1 503 "));
  server.handler.leave.release();
  CHECK(has(first.read_until("/wait"), "200 OK"));
}

TEST_CASE("front: a streamed answer arrives whole, chunked or until the close") {
  Server server;
  RawClient client(server.port());
  client.send(get("/stream/short") + get("/next"));
  const std::string answer = client.read_until("/next");
  CHECK(has(answer, "Transfer-Encoding: chunked\r\n"));
  CHECK(has(answer, "bb8\r\n" + std::string(3000, 's') + "\r\n0\r\n\r\n"));
  RawClient old(server.port());
  old.send("GET /stream/long HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  const std::string all = old.read_all();
  CHECK(has(all, "Connection: close"));
  CHECK(count_of(all, std::string(1000, 's')) == 50'000);
}

TEST_CASE("front: a stream that fails before its first block becomes another answer") {
  Server server;
  RawClient client(server.port());
  client.send(get("/stream/throws-first") + get("/next"));
  CHECK(client.read_until("/next").starts_with("HTTP/1.1 500 "));
}

TEST_CASE("front: a stream that fails later is broken off, visibly") {
  Server server;
  RawClient client(server.port());
  client.send(get("/stream/throws-late"));
  const std::string answer = client.read_all();
  CHECK(answer.starts_with("HTTP/1.1 200 OK"));
  CHECK_FALSE(has(answer, "0\r\n\r\n"));
  CHECK(client.closed());
}

TEST_CASE("front: slow readers of streams are cut, more than the limit are told to come later") {
  Limits limits;
  limits.streams = 2;
  limits.block_time = 300ms;
  Server server(limits);
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int i = 0; i < 2; ++i) {
    slow.push_back(std::make_unique<RawClient>(server.port(), 4096));
    slow.back()->send(get("/stream/long"));
    CHECK(has(slow.back()->read_some(), "200 OK"));
  }
  RawClient third(server.port());
  third.send(get("/stream/long"));
  CHECK(third.read_some().starts_with("HTTP/1.1 429 "));
  CHECK(answers(server.port()));
  while (server.handler.cut < 2) std::this_thread::sleep_for(10ms);
  RawClient later(server.port());
  later.send(get("/stream/short", "Connection: close\r\n"));
  CHECK(has(later.read_all(), "0\r\n\r\n"));
}

TEST_CASE("front: a slow reader of a large answer holds no worker and is cut") {
  Limits limits;
  limits.answer_time = 300ms;
  Server server(limits);
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int i = 0; i < 4; ++i) {
    slow.push_back(std::make_unique<RawClient>(server.port(), 4096));
    slow.back()->send(get("/big"));
  }
  CHECK(answers(server.port()));
  while (server.front->open_connections() > 0) std::this_thread::sleep_for(10ms);
  CHECK(slow[0]->read_all().size() < (20u << 20));
}

TEST_CASE("front: all connections together hold no more than their budget") {
  Limits limits;
  limits.buffered_bytes = 1 << 20;
  limits.idle_time = limits.request_time = limits.answer_time = 60s;
  Server server(limits);
  RawClient greedy(server.port(), 4096);
  greedy.send(get("/big"));
  CHECK(greedy.read_all().size() < (20u << 20));
  CHECK(answers(server.port()));
}

TEST_CASE("front: stopping finishes the answers under way and takes no more") {
  Server server;
  RawClient busy(server.port());
  RawClient idle(server.port());
  busy.send(get("/wait"));
  server.handler.entered.acquire();
  std::thread stopper([&] { server.front->stop(); });
  server.handler.leave.release();
  const std::string answer = busy.read_all();
  CHECK(has(answer, "/wait"));
  stopper.join();
  CHECK(idle.read_all().empty());
  CHECK_THROWS(RawClient(server.port()));
}

TEST_CASE("front: stopping under load loses no request that was taken") {
  Server server;
  std::atomic<int> answered{0};
  std::atomic<int> broken{0};
  std::vector<std::thread> clients;
  for (int i = 0; i < 8; ++i) {
    clients.emplace_back([&] {
      RawClient client(server.port());
      while (client.send(get("/load"))) {
        const std::string answer = client.read_until("/load ");
        if (answer.empty()) break;  // closed between two requests
        if (!has(answer, "/load ")) ++broken;
        ++answered;
        if (has(answer, "Connection: close")) break;
      }
    });
  }
  while (answered < 1000) std::this_thread::sleep_for(1ms);
  server.front->stop();
  for (std::thread& client : clients) client.join();
  CHECK(broken == 0);
  CHECK(answered >= 1000);
}

TEST_CASE("listener: addresses are read, and what cannot be listened on is said") {
  CHECK(parse_address("127.0.0.1:7700")->port == 7700);
  CHECK(parse_address("[::1]:0")->host == "::1");
  CHECK(parse_address(":80")->host.empty());
  for (const char* bad :
       {"", "7700", "localhost", "localhost:", "h:70000", "::1:80", "h:-1", "h:1x"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_address(bad).ok());
  }
  CHECK(url_of({"::1", 80}) == "http://[::1]:80");
  CHECK(url_of({"", 80}) == "http://localhost:80");
  const auto first = listen_on({"127.0.0.1", 0});
  REQUIRE(first.ok());
  const auto second = listen_on({"127.0.0.1", first->address.port});
  REQUIRE_FALSE(second.ok());
  CHECK(has(second.error().message, "déjà pris"));
  CHECK_FALSE(listen_on({"no.such.host.invalid", 0}).ok());
}

}  // namespace gazette::http
