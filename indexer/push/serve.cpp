// `serve`: push ingest over HTTP, from start to stop.
#include <sys/stat.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <thread>
#include <utility>

#include "common/cli/language.h"
#include "common/cli/usage_error.h"
#include "common/http/front.h"
#include "common/http/process.h"
#include "indexer/commands/commands.h"
#include "indexer/push/push_handler.h"

namespace gazette::indexer {
namespace {

using namespace std::chrono_literals;

/// What an agency sends at a time fits; one article may take kMaxRecordBytes of it.
constexpr std::size_t kBodyBytes = std::size_t{32} << 20;
/// Bodies on their way in, all connections together; as much again may wait in the queue.
constexpr std::size_t kReceivedBytes = std::size_t{96} << 20;
/// Such a body over 5 Mbit/s.
constexpr auto kRequestTime = 60s;
/// On shutdown: what is queued is committed, whatever the disk.
constexpr auto kStopTime = 60s;

template <typename T>
T required(Result<T> result) {
  if (!result.ok()) throw UsageError(result.error().message);
  return std::move(result).value();
}

http::FrontOptions front_options() {
  http::FrontOptions options;
  options.limits.body_bytes = kBodyBytes;
  options.limits.linger_bytes = 2 * kBodyBytes;  // who sends too much reads so, not a broken pipe
  options.limits.buffered_bytes = kReceivedBytes;
  options.limits.request_time = kRequestTime;
  options.limits.stop_time = kStopTime;
  options.limits.streams = 0;
  options.limits.connections = http::affordable_connections(options.limits.connections);
  options.threads = std::max(2u, std::thread::hardware_concurrency());
  return options;
}

/// A token that others can read is none.
void warn_of_readers(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0 || (status.st_mode & (S_IRGRP | S_IROTH)) == 0) return;
  std::fprintf(stderr, "%s%s\n", path.c_str(),
               tr(" : d'autres comptes peuvent lire ce fichier (chmod 600)",
                  ": other accounts can read this file (chmod 600)"));
}

void print_banner(const Options& options, const http::Address& address) {
  const std::string url = http::url_of(address);
  std::fprintf(stderr, "gazette-indexer serve : %s -> %s\n%s\n", url.c_str(),
               options.database.c_str(),
               tr("  PUT /v1/articles/{id}, POST /v1/articles (NDJSON), DELETE /v1/articles/{id}",
                  "  PUT /v1/articles/{id}, POST /v1/articles (NDJSON), DELETE /v1/articles/{id}"));
  if (address.host.empty() || address.host == "0.0.0.0" || address.host == "::") {
    std::fprintf(stderr, "%s\n",
                 tr("  ouvert à tout le réseau, sans TLS : mettez un mandataire devant",
                    "  open to the whole network, without TLS: put a proxy in front"));
  }
  if (options.listen.ends_with(":0")) {  // for the script that asked for any port
    std::printf("%s\n", url.c_str());
    std::fflush(stdout);
  }
}

void reload_keys(const std::string& path, PushHandler& handler, http::AccessLog& log) {
  Result<http::Keys> keys = http::Keys::read(path);
  if (!keys.ok()) {
    return log.message(keys.error().message +
                       tr(" ; les jetons d'avant restent", "; the tokens stay as they were"));
  }
  handler.replace_keys(std::move(keys).value());
  log.message(path + tr(" : jetons relus", ": tokens read again"));
}

}  // namespace

int run_serve(const Options& options) {
  const sigset_t signals = http::hold_signals({SIGHUP});
  const http::Address address = required(http::parse_address(options.listen));
  http::Keys keys = required(http::Keys::read(options.token_file));
  warn_of_readers(options.token_file);
  http::AccessLog log({.fd = 2, .requests = options.progress});
  LiveWriterOptions writing;
  writing.database = options.database;
  writing.threads =
      options.threads > 1 ? options.threads : std::max(2u, std::thread::hardware_concurrency());
  writing.released = [&log](std::size_t articles) { log.message(released_text(articles)); };
  writing.trouble = [&log](const std::string& message) { log.message(message); };
  LiveWriter writer(std::move(writing));
  PushHandler handler(writer, std::move(keys), log);
  http::Front front(required(http::listen_on(address)), front_options(), handler);
  print_banner(options, front.address());
  front.start();
  while (http::wait_for_signal(signals) == SIGHUP) {
    reload_keys(options.token_file, handler, log);
  }
  front.stop();
  writer.stop();  // its last answers still go out: the front's connections live as long as it does
  return kDone;
}

}  // namespace gazette::indexer
