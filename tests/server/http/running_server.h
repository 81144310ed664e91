// A server in this process, on a free port, over an archive made for the test.
#pragma once

#include <httplib.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/http/front.h"
#include "server/http/application.h"
#include "server/search/archive.h"
#include "tests/server/search/test_archive.h"

namespace gazette::testing {

/// Fixture articles: twelve, with sections, sources, days, an id with a slash, hostile text.
std::vector<Article> newsroom();

class RunningServer {
 public:
  explicit RunningServer(const std::vector<Article>& articles,
                         server::ApplicationOptions options = {}, http::Limits limits = {});

  [[nodiscard]] std::uint16_t port() const { return front_->address().port; }
  [[nodiscard]] std::string folder() const { return folder_.path().string(); }
  http::Front& front() { return *front_; }

  [[nodiscard]] httplib::Client client() const;

  /// One GET by httplib's own client.
  httplib::Result get(const std::string& target, const httplib::Headers& headers = {}) const;

  /// The JSON of a GET; throws when it is none.
  nlohmann::json json(const std::string& target) const;

 private:
  TempFolder folder_;
  std::unique_ptr<server::Archive> archive_;
  std::unique_ptr<server::Application> application_;
  std::optional<http::Front> front_;
};

}  // namespace gazette::testing
