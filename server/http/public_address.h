// Under which address the client reached this server, for links that leave it in files and feeds.
#pragma once

#include <httplib.h>

#include <string>

namespace gazette::server {

/// "https://recherche.example:8443", from Host and X-Forwarded-Proto; empty when Host is no host:
/// links are then relative.
std::string public_address(const httplib::Request& request);

}  // namespace gazette::server
