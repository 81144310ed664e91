// What every answer of push ingest carries.
#include "indexer/push/envelope.h"

#include "common/http/request_id.h"

namespace gazette::indexer {

void put_envelope(const httplib::Request& request, httplib::Response& response) {
  static http::RequestIds ids;
  response.headers.emplace(http::kRequestIdHeader, ids.id_of(request));
  response.headers.emplace("X-Content-Type-Options", "nosniff");
  response.headers.emplace("Cache-Control", "no-store");
}

}  // namespace gazette::indexer
