// What every answer of push ingest carries.
#pragma once

#include <httplib.h>

namespace gazette::indexer {

/// The request's id (X-Request-Id), and headers that keep answers from being misread or kept.
void put_envelope(const httplib::Request& request, httplib::Response& response);

}  // namespace gazette::indexer
