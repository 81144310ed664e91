// Percent-encoding and query strings, strict in what they read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gazette::http {

/// Keys and values in the order they came.
using QueryList = std::vector<std::pair<std::string, std::string>>;

/// The bytes that `text` stands for; none when a '%' is not followed by two hexadecimal digits.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space);

/// RFC 3986: everything but letters, digits and "-._~" becomes %XX; with `keep_slash` so does not
/// '/'.
std::string percent_encoded(std::string_view text, bool keep_slash = false);

/// Reads `a=b&c=d` (empty pieces skipped, "a" alone has an empty value); none when an escape is
/// malformed.
std::optional<QueryList> parse_query_string(std::string_view text);

/// The inverse: "a=b&c=d"; spaces as %20.
std::string query_string(const QueryList& query);

}  // namespace gazette::http
