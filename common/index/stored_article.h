// The article as the database keeps it: length-prefixed fields, zstd, our own checksum.
//
// Form: 1 byte version, 8 bytes XXH64 of the plain fields (little-endian), varint size of the plain
// fields, one zstd frame. Plain fields: see stored_article.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/article.h"
#include "common/error.h"

namespace gazette {

/// Plain bytes of one stored article at most: a damaged size never makes a reader allocate more.
/// Readers of articles refuse longer records before they come here.
inline constexpr std::size_t kMaxStoredBytes = std::size_t{64} << 20;

/// Bytes for Xapian's document data. Not thread-shared state: callable from any thread. Throws
/// std::length_error beyond kMaxStoredBytes.
std::string encode_article(const Article& article);

/// The article back; an Error with code "damaged-article" when the checksum or the form is wrong.
Result<Article> decode_article(std::string_view bytes);

/// The 8-byte hash of the plain fields inside what encode_article gave: equal for equal articles,
/// whatever the version of zstd. Empty when `encoded` is too short to hold one.
std::string_view content_hash(std::string_view encoded);

}  // namespace gazette
