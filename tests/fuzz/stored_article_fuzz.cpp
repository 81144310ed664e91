// Any bytes in place of a stored article: an article or an error, never a crash.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/index/document.h"
#include "common/index/stored_article.h"
#include "tests/fuzz/require.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const gazette::Result<gazette::Article> article = gazette::decode_article(bytes);
  if (!article.ok()) {
    gazette::fuzz::require(!article.error().message.empty(), "an error says what is wrong");
  }
  const auto items = gazette::decode_list(bytes);
  if (!items.empty()) {
    gazette::fuzz::require(gazette::decode_list(gazette::encode_list(items)) == items,
                           "a list comes back as it was");
  }
  (void)gazette::decode_published(bytes);
  return 0;
}
