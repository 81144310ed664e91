// The jobs of push ingest: what a request asks to be written, and its answer.
#pragma once

#include <memory>
#include <string>

#include "common/http/reply.h"
#include "indexer/push/job.h"

namespace gazette::indexer {

/// PUT: the one article of the body, under the id of the address. 201, 200, or a problem.
std::unique_ptr<Job> make_put_job(http::Reply&& reply, std::string id, std::string format);

/// POST: every article of the body; a line of JSON for each, in order, with a status of its own.
std::unique_ptr<Job> make_post_job(http::Reply&& reply, std::string format);

/// DELETE: 200, or 404.
std::unique_ptr<Job> make_delete_job(http::Reply&& reply, std::string id);

}  // namespace gazette::indexer
