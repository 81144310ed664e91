// The id of a request.
#include "common/http/request_id.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <random>
#include <string_view>

namespace gazette::http {
namespace {

constexpr std::size_t kMaxClientId = 64;  // bytes of an X-Request-Id taken over from a proxy

bool is_plain_id(std::string_view id) {
  return !id.empty() && id.size() <= kMaxClientId && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  });
}

std::string hex(std::uint64_t value) {
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(value));
  return text.data();
}

}  // namespace

RequestIds::RequestIds()
    : seed_((std::uint64_t{std::random_device{}()} << 32) | std::random_device{}()) {}

std::string RequestIds::id_of(const httplib::Request& request) {
  std::string id = request.get_header_value(kRequestIdHeader);
  if (is_plain_id(id)) return id;
  // Multiplying by an odd constant is a bijection: ids neither repeat nor count the requests.
  return "req-" + hex((seed_ + next_++) * 0x9E3779B97F4A7C15u);
}

}  // namespace gazette::http
