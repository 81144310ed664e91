// Numbers, strings and positions as Xapian 1.4's glass tables hold them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace gazette::indexer::glass {

/// 7 bits a byte, least significant first.
void put_uint(std::string& out, std::uint64_t value);

/// Length, then bytes.
void put_string(std::string& out, std::string_view text);

/// A document number whose bytes sort like the numbers.
void put_sorted_uint(std::string& out, std::uint32_t value);

/// A term whose bytes sort like the terms; `last` when nothing follows it in the key.
void put_sorted_string(std::string& out, std::string_view text, bool last);

/// A slot number that ends its key: base 256, least significant first, nothing for zero.
void put_last_uint(std::string& out, std::uint32_t value);

/// Positions, ascending and distinct, at least one: the last, then the others between their
/// neighbours (interpolative code).
void put_positions(std::string& out, std::span<const std::uint32_t> positions);

}  // namespace gazette::indexer::glass
