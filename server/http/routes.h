// Which address answers what: one table.
#pragma once

#include <httplib.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "common/time_zone.h"
#include "server/http/metrics.h"
#include "server/search/archive.h"

namespace gazette::server {

/// What an answer is made from.
struct Call {
  const httplib::Request& request;
  httplib::Response& response;
  Archive& archive;
  const Metrics& metrics;
  const TimeZone& zone;
  CivilDay today = 0;
  bool shared_cache = true;  ///< false: with keys, no proxy may keep the answer
  std::string captured;      ///< what stands for {id} or {name}, decoded
};

/// Fills `call.response`; throws ArchiveUnavailable.
using Responder = void (*)(Call& call);

struct Route {
  std::string_view
      pattern;  ///< "/v1/articles/{id}": the braces take slashes too; the first that fits
  std::string_view methods;  ///< as Allow says it: "GET, HEAD"
  Responder get = nullptr;   ///< HEAD too
  Responder post = nullptr;
  bool page = false;  ///< for people: HTML, errors too
  bool open = false;  ///< needs no key: health
};

std::span<const Route> routes();

/// The route of a raw (still encoded) path and what its braces took; null when there is none.
const Route* find_route(std::string_view raw_path, std::string_view& captured);

/// Finds the route and runs it: 404, 405 with Allow, OPTIONS.
void dispatch(Call& call);

}  // namespace gazette::server
