// Numbers as people read them, in the language of messages.
#pragma once

#include <cstdint>
#include <string>

namespace gazette::indexer {

/// Digits in groups of three from 10,000 on: "32 341" in French (narrow no-break space), "32,341"
/// in English.
std::string grouped(std::uint64_t number);

/// "0,4 s", "41 s", "12 min 05 s".
std::string duration_text(double seconds);

/// "512 o", "1,5 Mo" in French, "512 B", "1.5 MB" in English; powers of ten.
std::string bytes_text(std::uint64_t bytes);

}  // namespace gazette::indexer
