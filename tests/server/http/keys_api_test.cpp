// With keys: what is closed, what stays open.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "tests/server/http/running_server.h"

namespace gazette::server {
namespace {

using testing::newsroom;
using testing::RunningServer;

ApplicationOptions with_key(bool public_pages) {
  const testing::TempFolder folder;
  std::filesystem::create_directories(folder.path());
  const std::string path = (folder.path() / "keys").string();
  std::ofstream(path) << "0123456789abcdef\n";
  ApplicationOptions options;
  options.keys = Keys::read(path).value();
  options.public_pages = public_pages;
  return options;
}

}  // namespace

TEST_CASE("keys: the API is closed without one and open with one") {
  const RunningServer server(newsroom(), with_key(false));
  const auto refused = server.get("/v1/search?q=port");
  CHECK(refused->status == 401);
  CHECK(refused->get_header_value("WWW-Authenticate") == "Bearer realm=\"gazette\"");
  const httplib::Headers key{{"Authorization", "Bearer 0123456789abcdef"}};
  const auto open = server.get("/v1/search?q=port", key);
  CHECK(open->status == 200);
  CHECK(open->get_header_value("Cache-Control") == "private, no-cache");
  CHECK(server.get("/v1/nothing")->status == 401);
  CHECK(server.get("/")->status == 401);
  CHECK(server.get("/healthz")->status == 200);
  CHECK(server.get("/readyz")->status == 200);
  CHECK(server.get("/style.css")->status == 200);
}

TEST_CASE("keys: pages for people can stay open while the API is closed") {
  const RunningServer server(newsroom(), with_key(true));
  CHECK(server.get("/")->status == 200);
  CHECK(server.get("/search?q=port")->status == 200);
  CHECK(server.get("/articles/art%2F1")->status == 200);
  CHECK(server.get("/v1/search?q=port")->status == 401);
}

}  // namespace gazette::server
