// gazette-server from start to stop.
#include "server/program.h"

#include <algorithm>
#include <cstdio>
#include <thread>

#include "common/cli/language.h"
#include "common/cli/usage_error.h"
#include "common/http/front.h"
#include "common/http/process.h"
#include "server/http/application.h"
#include "server/http/version.h"
#include "server/search/archive.h"

namespace gazette::server {
namespace {

template <typename T>
T required(Result<T> result) {
  if (!result.ok()) throw UsageError(result.error().message);
  return std::move(result).value();
}

void print_banner(const ServerOptions& options, Archive& archive, const http::Address& address) {
  const std::string url = http::url_of(address);
  std::string text = "Gazette " + std::string(kProgramVersion) + " : " + url + "\n";
  if (archive.ready()) {
    text += options.database + " : " + std::to_string(archive.stats().articles) +
            tr(" articles. Essayez :\n", " articles. Try:\n");
  } else {
    text += tr("Il n'y a pas encore de base ici : ", "There is no database here yet: ") +
            options.database +
            tr("\nDès qu'elle existera elle sera servie : gazette-indexer add --db ",
               "\nAs soon as it exists it will be served: gazette-indexer add --db ") +
            options.database + tr(" ARTICLES\nEnsuite :\n", " ARTICLES\nThen:\n");
  }
  text += "  curl --get " + url + "/v1/search --data-urlencode 'q=aide humanitaire'\n";
  std::fputs(text.c_str(), stderr);
  if (options.listen.port == 0) {  // for the script that asked for any port
    std::printf("%s\n", url.c_str());
    std::fflush(stdout);
  }
}

}  // namespace

void serve(const ServerOptions& options) {
  const sigset_t signals = http::hold_signals();
  ApplicationOptions application_options;
  application_options.zone = required(TimeZone::find(options.timezone));
  application_options.cors_origins = options.cors_origins;
  application_options.public_pages = options.public_pages;
  application_options.rate_limit = options.rate_limit;
  if (!options.keys_file.empty())
    application_options.keys = required(http::Keys::read(options.keys_file));

  ArchiveOptions archive_options;
  archive_options.zone = application_options.zone;
  Archive archive(options.database, archive_options);
  http::Listener listener = required(http::listen_on(options.listen));

  http::AccessLog log({.fd = 2, .requests = !options.quiet, .queries = options.log_queries});
  application_options.log = &log;
  Application application(archive, std::move(application_options));
  http::FrontOptions front_options;
  front_options.limits.connections = http::affordable_connections(options.max_connections);
  front_options.threads =
      options.threads > 0 ? options.threads : std::max(2u, std::thread::hardware_concurrency());
  http::Front front(std::move(listener), front_options, application);
  print_banner(options, archive, front.address());
  front.start();
  http::wait_for_signal(signals);
  front.stop();
}

}  // namespace gazette::server
