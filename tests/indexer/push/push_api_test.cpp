// Push ingest over real sockets and real Xapian: what a client sends, what it is told, what is
// there afterwards.
#include <doctest/doctest.h>
#include <httplib.h>
#include <xapian.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "common/article.h"
#include "common/http/front.h"
#include "common/index/document.h"
#include "common/index/stored_article.h"
#include "indexer/push/push_handler.h"
#include "tests/common/http/raw_client.h"
#include "tests/common/index/temporary_folder.h"

namespace gazette::indexer {
namespace {

using gazette::testing::RawClient;
using gazette::testing::TemporaryFolder;
using Json = nlohmann::json;

constexpr const char* kToken = "0123456789abcdef-push";
constexpr const char* kJson = "application/json";
constexpr const char* kNdjson = "application/x-ndjson";

http::Keys keys_of(const TemporaryFolder& folder, const std::string& token) {
  const std::string path = folder / "tokens";
  std::ofstream(path) << token << "\n";
  return http::Keys::read(path).value();
}

LiveWriterOptions writing_to(const std::string& database, const QueueLimits& queue) {
  LiveWriterOptions options;
  options.database = database;
  options.queue = queue;
  return options;
}

http::FrontOptions front_options() {
  http::FrontOptions options;
  options.limits.body_bytes = 4u << 20;
  options.limits.linger_bytes = 2 * options.limits.body_bytes;  // as `serve` does
  return options;
}

class PushServer {
 public:
  explicit PushServer(const QueueLimits& queue = {})
      : database(folder / "archive"),
        log({.fd = -1, .requests = false}),
        writer(writing_to(database, queue)),
        handler(writer, keys_of(folder, kToken), log),
        front(http::listen_on({"127.0.0.1", 0}).value(), front_options(), handler) {
    front.start();
  }

  [[nodiscard]] std::uint16_t port() const { return front.address().port; }

  [[nodiscard]] httplib::Client client(const std::string& token = kToken) const {
    httplib::Client out("127.0.0.1", port());
    out.set_keep_alive(true);
    out.set_read_timeout(std::chrono::minutes(1));  // under a sanitizer a commit takes its time
    if (!token.empty()) out.set_bearer_token_auth(token);
    return out;
  }

  /// The title that the archive has of an id, as another process would read it; empty for none.
  [[nodiscard]] std::string title_of(const std::string& id) const {
    const Xapian::Database db(database);
    const std::string term = id_term(id);
    const auto posting = db.postlist_begin(term);
    if (posting == db.postlist_end(term)) return {};
    return decode_article(db.get_document(*posting).get_data()).value().title;
  }

  TemporaryFolder folder;
  std::string database;
  http::AccessLog log;
  LiveWriter writer;
  PushHandler handler;
  http::Front front;
};

std::vector<Json> lines_of(const std::string& body) {
  std::vector<Json> out;
  std::size_t at = 0;
  for (std::size_t end = 0; (end = body.find('\n', at)) != std::string::npos; at = end + 1) {
    out.push_back(Json::parse(body.substr(at, end - at)));
  }
  CHECK(at == body.size());
  return out;
}

std::string code_of(const httplib::Result& result) {
  REQUIRE(result);
  CHECK(result->get_header_value("Content-Type") == "application/problem+json");
  const Json problem = Json::parse(result->body);
  CHECK(problem["status"] == result->status);
  CHECK_FALSE(problem["detail"].get<std::string>().empty());
  return problem["type"].get<std::string>().substr(std::string("/errors/").size());
}

}  // namespace

TEST_CASE("push: PUT creates, leaves alone, replaces; the answer means on disk") {
  const PushServer server;
  auto client = server.client();
  const auto put = [&](const char* title) {
    return client.Put("/v1/articles/a1", Json{{"title", title}}.dump(), kJson);
  };
  auto answer = put("Le port rouvre");
  REQUIRE(answer);
  CHECK(answer->status == 201);
  CHECK(answer->get_header_value("Location") == "/v1/articles/a1");
  CHECK(Json::parse(answer->body) == Json{{"id", "a1"}, {"result", "created"}});
  CHECK(server.title_of("a1") == "Le port rouvre");
  answer = put("Le port rouvre");
  CHECK(answer->status == 200);
  CHECK(Json::parse(answer->body)["result"] == "unchanged");
  answer = put("Le port ferme");
  CHECK(Json::parse(answer->body)["result"] == "replaced");
  CHECK(server.title_of("a1") == "Le port ferme");
  answer = put("Le port rouvre");
  CHECK(Json::parse(answer->body)["result"] == "replaced");
  CHECK(server.title_of("a1") == "Le port rouvre");
}

TEST_CASE("push: the id of the address wins over none, not over another") {
  const PushServer server;
  auto client = server.client();
  CHECK(client.Put("/v1/articles/h%C3%A9%2F2", R"({"title":"t"})", kJson)->status == 201);
  CHECK(server.title_of("hé/2") == "t");
  CHECK(client.Put("/v1/articles/a", R"({"id":"a","title":"t"})", kJson)->status == 201);
  CHECK(
      client.Put("/v1/articles/b", R"({"url":"https://a.example/x","title":"t"})", kJson)->status ==
      201);
  const auto conflict = client.Put("/v1/articles/c", R"({"id":"d","title":"t"})", kJson);
  CHECK(conflict->status == 409);
  CHECK(code_of(conflict) == "id-conflict");
  CHECK(server.title_of("c").empty());
  CHECK(server.title_of("d").empty());
}

TEST_CASE("push: what is left out of an article is told") {
  const PushServer server;
  auto client = server.client();
  const auto answer = client.Put("/v1/articles/a", R"({"title":"t","url":"ftp://x"})", kJson);
  CHECK(answer->status == 201);
  CHECK(Json::parse(answer->body)["warnings"][0]["field"] == "url");
}

TEST_CASE("push: bodies that are no article are 400 and change nothing") {
  const PushServer server;
  auto client = server.client();
  struct Case {
    std::string body;
    const char* code;
  };
  for (const Case& c : {
           Case{"{\"title\":", "bad-article"},
           {"", "bad-article"},
           {"[]", "bad-article"},
           {"{}", "bad-article"},
           {"3", "bad-article"},
           {"[{\"title\":\"a\"},{\"title\":\"b\"}]", "bad-article"},
           {"{\"title\":\"d\xFFj\xE0\"}", "bad-article"},
           {std::string("{\"title\":\"a\0b\"}", 15), "bad-article"},
           {std::string(200'000, '['), "bad-article"},
           {"{\"title\":1e999}", "bad-article"},
       }) {
    CAPTURE(c.body.substr(0, 40));
    const auto answer = client.Put("/v1/articles/a", c.body, kJson);
    REQUIRE(answer);
    CHECK(answer->status == 400);
    CHECK(code_of(answer) == c.code);
  }
  CHECK(server.title_of("a").empty());
  CHECK(client.Put("/v1/articles/%FF", "{}", kJson)->status == 400);
  CHECK(client.Put("/v1/articles/" + std::string(201, 'i'), "{}", kJson)->status == 400);
  CHECK(client.Put("/v1/articles/a%0Ab", "{}", kJson)->status == 400);
}

TEST_CASE("push: POST answers a line for a line, and good ones go in though others are bad") {
  const PushServer server;
  auto client = server.client();
  const std::string body =
      "{\"id\":\"n1\",\"title\":\"été\"}\n\n{bad\n{\"id\":\"n2\",\"title\":\"x\xFF\"}\n"
      "{\"id\":\"n3\",\"title\":\"trois\"}\n{\"id\":\"n1\",\"title\":\"automne\"}\n{}\n\xE9";
  const auto answer = client.Post("/v1/articles", body, kNdjson);
  REQUIRE(answer);
  CHECK(answer->status == 200);
  CHECK(answer->get_header_value("Content-Type") == kNdjson);
  const std::vector<Json> lines = lines_of(answer->body);
  REQUIRE(lines.size() == 7);
  const std::vector<std::pair<int, int>> expected = {{1, 201}, {3, 400}, {4, 400}, {5, 201},
                                                     {6, 200}, {7, 400}, {8, 400}};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    CAPTURE(lines[i].dump());
    CHECK(lines[i]["line"] == expected[i].first);
    CHECK(lines[i]["status"] == expected[i].second);
    CHECK(lines[i].contains("id") == (expected[i].second != 400));
    CHECK(lines[i].contains("reason") == (expected[i].second == 400));
  }
  CHECK(lines[4]["result"] == "replaced");
  CHECK(server.title_of("n1") == "automne");
  CHECK(server.title_of("n2").empty());
  CHECK(server.title_of("n3") == "trois");
}

TEST_CASE("push: POST takes an array, no type means NDJSON, other formats by their type") {
  const PushServer server;
  auto client = server.client();
  const auto array =
      client.Post("/v1/articles", R"([{"id":"a","title":"1"},{"id":"b","title":"2"}])", kJson);
  CHECK(lines_of(array->body).size() == 2);
  CHECK(server.title_of("b") == "2");
  CHECK(lines_of(client.Post("/v1/articles", "{\"id\":\"c\",\"title\":\"3\"}", "")->body).size() ==
        1);
  const auto page =
      client.Post("/v1/articles", "Le Phare\nLa marée monte\n22 septembre 2023\n\nDu texte.\n",
                  "text/plain; charset=utf-8");
  REQUIRE(page);
  CHECK(page->status == 200);
  const auto empty = client.Post("/v1/articles", "\n\n", kNdjson);
  CHECK(empty->status == 400);
  CHECK(code_of(empty) == "bad-body");
}

TEST_CASE("push: a body of too many articles is broken off, and its sender told") {
  const PushServer server;
  auto client = server.client();
  std::string body = "{\"id\":\"first\",\"title\":\"t\"}\n";
  for (int i = 0; i < 400'000; ++i) body += "x\n";
  const auto answer = client.Post("/v1/articles", body, kNdjson);
  REQUIRE(answer);
  CHECK(answer->status == 413);
  CHECK(server.title_of("first") == "t");
  CHECK(server.writer.figures().rejected < 60'000);
}

TEST_CASE("push: DELETE removes once, then there is nothing") {
  const PushServer server;
  auto client = server.client();
  client.Put("/v1/articles/a", R"({"title":"t"})", kJson);
  const auto removed = client.Delete("/v1/articles/a");
  CHECK(removed->status == 200);
  CHECK(Json::parse(removed->body) == Json{{"id", "a"}, {"result", "removed"}});
  CHECK(server.title_of("a").empty());
  const auto again = client.Delete("/v1/articles/a");
  CHECK(again->status == 404);
  CHECK(code_of(again) == "unknown-article");
}

TEST_CASE("push: nothing without a token, and a body is not even read") {
  PushServer server;
  for (const char* token : {"", "wrong-but-long-enough", "0123456789abcdef-pus"}) {
    CAPTURE(token);
    auto client = server.client(token);
    const auto answer = client.Put("/v1/articles/a", R"({"title":"t"})", kJson);
    REQUIRE(answer);
    CHECK(answer->status == 401);
    CHECK(answer->has_header("WWW-Authenticate"));
    CHECK(client.Delete("/v1/articles/a")->status == 401);
    CHECK(client.Post("/v1/articles", "{}", kNdjson)->status == 401);
    CHECK(client.Get("/metrics")->status == 401);
    CHECK(client.Get("/v1/none")->status == 401);
    CHECK(client.Get("/healthz")->status == 200);
  }
  httplib::Client two("127.0.0.1", server.port());
  const httplib::Headers tokens = {{"Authorization", std::string("Bearer ") + kToken},
                                   {"Authorization", "Bearer another-that-is-wrong"}};
  CHECK(two.Put("/v1/articles/a", tokens, R"({"title":"t"})", kJson)->status == 401);
  RawClient raw(server.port());
  raw.send("PUT /v1/articles/a HTTP/1.1\r\nHost: h\r\nContent-Length: 4000000\r\n\r\n");
  CHECK(raw.read_all().starts_with("HTTP/1.1 401 "));
  server.handler.replace_keys(keys_of(server.folder, "another-token-0123456"));
  CHECK(server.client().Delete("/v1/articles/a")->status == 401);
  CHECK(server.client("another-token-0123456").Delete("/v1/articles/a")->status == 404);
}

TEST_CASE("push: wrong addresses, methods and types are told") {
  const PushServer server;
  auto client = server.client();
  CHECK(code_of(client.Get("/v1/nowhere")) == "not-found");
  const auto method = client.Get("/v1/articles/a");
  CHECK(method->status == 405);
  CHECK(method->get_header_value("Allow") == "PUT, DELETE, OPTIONS");
  CHECK(client.Put("/v1/articles", "{}", kJson)->status == 405);
  CHECK(client.Options("/v1/articles")->status == 204);
  const auto type = client.Put("/v1/articles/a", "a=1", "application/x-www-form-urlencoded");
  CHECK(type->status == 415);
  CHECK(code_of(type) == "unsupported-media-type");
  httplib::Headers coded = {{"Content-Encoding", "br"}};
  CHECK(client.Put("/v1/articles/a", coded, "{}", kJson)->status == 415);
  const auto large = client.Post("/v1/articles", std::string(5u << 20, ' '), kNdjson);
  REQUIRE(large);
  CHECK(large->status == 413);
}

TEST_CASE("push: a full queue is 429 with a time to come back, and loses nothing it took") {
  QueueLimits queue;
  queue.jobs = 2;
  const PushServer server(queue);
  std::vector<std::thread> clients;
  std::atomic<int> refused{0}, created{0};
  for (int i = 0; i < 8; ++i) {
    clients.emplace_back([&, i] {
      auto client = server.client();
      for (int n = 0; n < 20; ++n) {
        const std::string id = std::to_string(i) + "-" + std::to_string(n);
        const auto answer = client.Put("/v1/articles/" + id, R"({"title":"t"})", kJson);
        if (answer && answer->status == 201) ++created;
        if (answer && answer->status == 429 && answer->has_header("Retry-After")) ++refused;
      }
    });
  }
  for (std::thread& client : clients) client.join();
  CHECK(created + refused == 160);
  CHECK(refused > 0);
  CHECK(Xapian::Database(server.database).get_doccount() == static_cast<unsigned>(created));
}

TEST_CASE("push: many clients at once, all confirmed, all there") {
  const PushServer server;
  std::vector<std::thread> clients;
  std::atomic<int> created{0};
  for (int i = 0; i < 16; ++i) {
    clients.emplace_back([&, i] {
      auto client = server.client();
      for (int n = 0; n < 25; ++n) {
        const std::string id = std::to_string(i) + "-" + std::to_string(n);
        const auto answer = client.Put("/v1/articles/" + id, R"({"title":"t"})", kJson);
        if (answer && answer->status == 201) ++created;
      }
    });
  }
  for (std::thread& client : clients) client.join();
  CHECK(created == 400);
  CHECK(Xapian::Database(server.database).get_doccount() == 400);
  CHECK(server.writer.figures().commits < 400);
}

TEST_CASE("push: requests of one connection keep their order, pipelined too") {
  const PushServer server;
  RawClient raw(server.port());
  std::string all;
  for (int i = 0; i < 20; ++i) {
    const std::string body = "{\"title\":\"version " + std::to_string(i) + "\"}";
    all += "PUT /v1/articles/a HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer " +
           std::string(kToken) + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
           body;
  }
  raw.send(all);
  raw.read_until("\"result\"", 20);
  CHECK(server.title_of("a") == "version 19");
}

TEST_CASE("push: health and figures") {
  const PushServer server;
  auto client = server.client();
  client.Put("/v1/articles/a", R"({"title":"t"})", kJson);
  CHECK(client.Get("/readyz")->status == 200);
  const auto metrics = client.Get("/metrics");
  REQUIRE(metrics);
  CHECK(metrics->body.find("gazette_ingest_articles_created_total 1\n") != std::string::npos);
  CHECK(metrics->body.find("gazette_ingest_writable 1\n") != std::string::npos);
}

TEST_CASE("push: an embargoed article is kept, and its answer says until when") {
  const PushServer server;
  auto client = server.client();
  const char* const embargoed = R"({"title":"Prix","embargo":"2999-10-10T13:00:00+02:00"})";
  const auto answer = client.Put("/v1/articles/prix", embargoed, kJson);
  REQUIRE(answer);
  CHECK(answer->status == 202);
  CHECK(Json::parse(answer->body) ==
        Json{{"id", "prix"}, {"result", "embargoed"}, {"until", "2999-10-10T11:00:00Z"}});
  CHECK(server.title_of("prix").empty());
  CHECK(client.Delete("/v1/articles/prix")->status == 200);
  CHECK(client.Delete("/v1/articles/prix")->status == 404);
  const auto lines =
      lines_of(client
                   .Post("/v1/articles",
                         "{\"id\":\"a\",\"title\":\"A\",\"embargo\":\"2999-10-10T11:00:00Z\"}\n"
                         "{\"id\":\"b\",\"title\":\"B\",\"status\":\"embargoed\"}\n",
                         kNdjson)
                   ->body);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0]["status"] == 202);
  CHECK(lines[0]["until"] == "2999-10-10T11:00:00Z");
  CHECK(lines[1]["status"] == 422);  // until when, nobody said
  CHECK(client.Put("/v1/articles/a", R"({"title":"A"})", kJson)->status == 201);
  CHECK(server.title_of("a") == "A");
}

}  // namespace gazette::indexer
