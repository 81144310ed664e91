// The article as the database keeps it: length-prefixed fields, zstd, our own checksum.
#pragma once

#include <string>
#include <string_view>

#include "common/article.h"
#include "common/error.h"

namespace gazette {

/// Bytes for Xapian's document data. Not thread-shared state: callable from any thread.
std::string encode_article(const Article& article);

/// The article back; an Error with code "damaged-article" when the checksum or the form is wrong.
Result<Article> decode_article(std::string_view bytes);

}  // namespace gazette
