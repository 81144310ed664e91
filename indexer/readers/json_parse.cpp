// simdjson's tape copied into a tree; whatever it turns down is left to nlohmann.
#include "indexer/readers/json_parse.h"

#include <simdjson.h>

#include <string>
#include <utility>

#include "indexer/readers/json_records.h"

namespace gazette::indexer {
namespace {

using Json = nlohmann::json;

// A parser keeps some ten times the bytes of the longest text it read; longer ones are rare.
constexpr std::size_t kMostBytes = std::size_t{1} << 20;

/// Halves of pairs stand in escapes of their own: simdjson takes some that stand alone, which is
/// no Unicode.
bool has_surrogate_escape(std::string_view bytes) {
  for (std::size_t at = bytes.find("\\u"); at != std::string_view::npos;
       at = bytes.find("\\u", at + 2)) {
    if (at + 2 < bytes.size() && (bytes[at + 2] == 'd' || bytes[at + 2] == 'D')) return true;
  }
  return false;
}

/// Copies `from` into `to`; false where it nests deeper than `depth`.
bool copy(simdjson::dom::element from, Json& to, std::size_t depth) {
  using Type = simdjson::dom::element_type;
  switch (from.type()) {
    case Type::STRING:
      to = std::string(std::string_view(from));
      return true;
    case Type::OBJECT: {
      if (depth == 0) return false;
      to = Json::object();
      for (const auto& [key, value] : simdjson::dom::object(from)) {
        if (!copy(value, to[std::string(key)], depth - 1)) return false;
      }
      return true;
    }
    case Type::ARRAY: {
      if (depth == 0) return false;
      to = Json::array();
      for (const simdjson::dom::element value : simdjson::dom::array(from)) {
        to.emplace_back();
        if (!copy(value, to.back(), depth - 1)) return false;
      }
      return true;
    }
    case Type::INT64: {
      const std::int64_t number(from);
      if (number < 0) {
        to = number;
      } else {
        to = static_cast<std::uint64_t>(number);
      }
      return true;
    }
    case Type::UINT64:
      to = std::uint64_t(from);
      return true;
    case Type::DOUBLE:
      to = double(from);
      return true;
    case Type::BOOL:
      to = bool(from);
      return true;
    case Type::NULL_VALUE:
      to = nullptr;
      return true;
  }
  return false;
}

}  // namespace

std::optional<Json> parse_json(std::string_view bytes) {
  thread_local simdjson::dom::parser parser(kMostBytes);
  simdjson::dom::element root;
  Json tree;
  if (bytes.size() <= kMostBytes && !has_surrogate_escape(bytes) &&
      parser.parse(bytes.data(), bytes.size()).get(root) == simdjson::SUCCESS &&
      copy(root, tree, kMaxNesting)) {
    return tree;
  }
  if (nesting(bytes) > kMaxNesting) return std::nullopt;
  return Json::parse(bytes);
}

}  // namespace gazette::indexer
