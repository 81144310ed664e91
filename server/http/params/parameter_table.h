// Every parameter of the HTTP API in one table: read by the parser, the suggestions, and what
// documents them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace gazette::server {

/// Endpoints as bits, so that a parameter can belong to several.
enum class Endpoint : std::uint16_t {
  kSearch = 1 << 0,
  kExport = 1 << 1,
  kFacet = 1 << 2,
  kArticle = 1 << 3,
  kAnalyze = 1 << 4,
  kPlain = 1 << 5,  ///< takes no parameter: stats, health
  kFeed = 1 << 6,
  kTrends = 1 << 7,
  kBatch = 1 << 8,
  kSuggest = 1 << 9,
  kSimilar = 1 << 10,
};

enum class ParameterKind : std::uint8_t {
  kText,    ///< any text, may be empty
  kTexts,   ///< as kText, may be repeated up to `greatest` times
  kValues,  ///< a filter: repeated means OR, a leading '-' excludes
  kPlaces,  ///< as kValues, a place id or a French name
  kDate,
  kChoice,  ///< one of `choices`
  kList,    ///< comma list out of `choices`, may be repeated
  kNumber,  ///< within [least, greatest]
  kFlag,    ///< true or false (1, 0)
};

struct ParameterSpec {
  std::string_view name;
  ParameterKind kind = ParameterKind::kText;
  std::uint16_t endpoints = 0;  ///< Endpoint bits
  std::string_view example;     ///< a whole pair: "from=2023-09"
  std::string_view meaning;     ///< French, for documentation
  std::span<const std::string_view> choices = {};
  std::size_t least = 0, greatest = 0, preset = 0;     ///< kNumber; `greatest` of kTexts
  std::span<const std::string_view> other_names = {};  ///< what other engines call it, to suggest
};

/// All parameters, in the order in which they are documented.
std::span<const ParameterSpec> parameter_table();

/// The parameter of this name on this endpoint, or null.
const ParameterSpec* find_parameter(std::string_view name, Endpoint endpoint);

/// The name of this endpoint's parameter that was probably meant; empty when nothing is near.
std::string_view suggest_parameter(std::string_view name, Endpoint endpoint);

/// "GET /v1/search": how an endpoint is called in messages.
std::string_view endpoint_title(Endpoint endpoint);

}  // namespace gazette::server
