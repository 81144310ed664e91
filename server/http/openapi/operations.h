// What the description of the API says of each operation beside its parameters.
#pragma once

#include <span>
#include <string_view>

#include "server/http/params/parameter_table.h"

namespace gazette::server {

/// One content type of an answer or a body.
struct Media {
  std::string_view type;
  std::string_view schema;  ///< name in the schemas, or "text"
};

struct Operation {
  std::string_view pattern;  ///< of the table of routes
  bool post = false;         ///< POST; else GET
  std::string_view id;       ///< name in generated clients
  Endpoint endpoint = Endpoint::kPlain;
  std::string_view summary;  ///< French
  bool tagged = false;       ///< has an ETag: 304 is possible
  std::span<const Media> answers;
  std::span<const Media> bodies = {};
};

/// Every operation of the API; the pages for people are not among them.
std::span<const Operation> operations();

}  // namespace gazette::server
