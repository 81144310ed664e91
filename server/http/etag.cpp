// Entity tags.
#include "server/http/etag.h"

#include <xxhash.h>

#include <array>
#include <cinttypes>
#include <cstdio>

#include "server/http/version.h"

namespace gazette::server {

std::string make_etag(const EtagInput& input) {
  std::string text;
  const auto add = [&](std::string_view part) {
    text += part;
    text += '\0';
  };
  add(kProgramVersion);  // another version may render the same hits otherwise
  add(input.fingerprint);
  add(input.path);
  add(std::to_string(input.day));
  for (const auto& [key, value] : input.query) {
    add(key);
    add(value);
  }
  std::array<char, 64> tag{};
  std::snprintf(tag.data(), tag.size(), "W/\"r%" PRIu64 "-%016" PRIx64 "\"", input.revision,
                static_cast<std::uint64_t>(XXH3_64bits(text.data(), text.size())));
  return tag.data();
}

}  // namespace gazette::server
