// A server in this process, on a free port.
#include "tests/server/http/running_server.h"

#include <chrono>
#include <stdexcept>

namespace gazette::testing {

std::vector<Article> newsroom() {
  std::vector<Article> articles;
  for (int i = 0; i < 12; ++i) {
    Article article;
    article.id = "art/" + std::to_string(i);
    article.title = "Le port numéro " + std::to_string(i) + " s'agrandit";
    article.body =
        "Le préfet a signé l'arrêté. Le chantier du port durera deux ans.\n\n"
        "Les pêcheurs demandent une réunion, l'Azerbaïdjan regarde.";
    article.section = i % 3 == 0 ? "Économie" : "Monde";
    article.source = i % 2 == 0 ? "La Gazette" : "Le Phare";
    article.language = "fr";
    article.url = "https://gazette.example/" + std::to_string(i);
    article.published =
        parse_news_time("2023-0" + std::to_string(1 + i % 9) + "-15", TimeZone::paris()).value();
    articles.push_back(std::move(article));
  }
  articles[3].title = "<script>alert(1)</script> & \"port\"";
  articles[3].authors = {"O'Brien <b>"};
  articles[3].tags = {"-18", "port"};
  articles[4].url = "";
  return articles;
}

RunningServer::RunningServer(const std::vector<Article>& articles,
                             server::ApplicationOptions options, http::Limits limits) {
  if (!articles.empty()) write_archive(folder_.path(), articles);
  archive_ = std::make_unique<server::Archive>(folder(), server::ArchiveOptions{});
  application_ = std::make_unique<server::Application>(*archive_, std::move(options));
  auto listener = http::listen_on({"127.0.0.1", 0});
  if (!listener.ok()) throw std::runtime_error(listener.error().message);
  front_.emplace(std::move(listener).value(), http::FrontOptions{limits, 2}, *application_);
  front_->start();
}

httplib::Client RunningServer::client() const {
  httplib::Client client("127.0.0.1", port());
  client.set_read_timeout(std::chrono::minutes(1));  // under a sanitizer an answer takes its time
  return client;
}

httplib::Result RunningServer::get(const std::string& target,
                                   const httplib::Headers& headers) const {
  return client().Get(target, headers);
}

nlohmann::json RunningServer::json(const std::string& target) const {
  const httplib::Result result = get(target);
  if (!result) throw std::runtime_error("no answer to " + target);
  return nlohmann::json::parse(result->body);
}

}  // namespace gazette::testing
