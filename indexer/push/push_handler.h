// The HTTP side of push ingest: who may write, what to, and into the queue.
#pragma once

#include <memory>
#include <mutex>

#include "common/http/access_log.h"
#include "common/http/handler.h"
#include "common/http/keys.h"
#include "indexer/push/live_writer.h"

namespace gazette::indexer {

/// Thread-safe. The writer and the log must outlive it.
class PushHandler : public http::Handler {
 public:
  PushHandler(LiveWriter& writer, http::Keys keys, http::AccessLog& log);

  /// From now on these keys open.
  void replace_keys(http::Keys keys);

  std::optional<http::Refusal> refuse_head(const httplib::Request& head) override;
  bool defer(http::Reply& reply) override;
  void handle(const httplib::Request& request, httplib::Response& response) override;
  void refuse(const httplib::Request& request, const http::Refusal& refusal,
              httplib::Response& response) override;
  void fail(const httplib::Request& request, std::exception_ptr error,
            httplib::Response& response) override;
  void done(const httplib::Request& request, const httplib::Response& response,
            const http::Outcome& outcome) override;

 private:
  [[nodiscard]] bool authorized(const httplib::Request& request) const;
  [[nodiscard]] std::optional<http::Refusal> fault_of(const httplib::Request& request) const;
  void answer_open(const httplib::Request& request, httplib::Response& response) const;

  LiveWriter& writer_;
  mutable std::mutex keys_mutex_;
  std::shared_ptr<const http::Keys> keys_;
  http::AccessLog& log_;
};

/// Prometheus' text format.
std::string metrics_text(const LiveFigures& figures);

}  // namespace gazette::indexer
