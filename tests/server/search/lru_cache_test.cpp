// The cache of postings and match sets.
#include "server/search/lru_cache.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

namespace gazette::server {
namespace {

struct Block {
  std::size_t size = 0;
  [[nodiscard]] std::size_t bytes() const { return size; }
};

std::shared_ptr<const Block> block(std::size_t size) {
  return std::make_shared<const Block>(Block{size});
}

TEST_CASE("cache: what was made once is not made again") {
  LruCache<Block> cache(10000);
  int made = 0;
  for (int i = 0; i < 3; ++i) {
    const auto value = cache.get("a", [&] {
      ++made;
      return block(100);
    });
    CHECK(value->size == 100);
  }
  CHECK(made == 1);
}

TEST_CASE("cache: it stays within its bytes and forgets what was used longest ago") {
  LruCache<Block> cache(4000);
  cache.put("old", block(1000));
  cache.put("used", block(1000));
  cache.find("old");
  cache.find("used");
  cache.put("third", block(1000));
  CHECK(cache.find("used") != nullptr);
  cache.put("fourth", block(1000));
  CHECK(cache.find("old") == nullptr);
  CHECK(cache.find("used") != nullptr);
  CHECK(cache.bytes() <= 4000);
}

TEST_CASE("cache: a value greater than the cache is handed out and not kept") {
  LruCache<Block> cache(500);
  CHECK(cache.get("big", [] { return block(501); })->size == 501);
  CHECK(cache.find("big") == nullptr);
  CHECK(cache.bytes() == 0);
}

TEST_CASE("cache: what a caller holds outlives its being forgotten") {
  LruCache<Block> cache(1500);
  const auto held = cache.get("a", [] { return block(1000); });
  cache.put("b", block(1000));
  CHECK(cache.find("a") == nullptr);
  CHECK(held->size == 1000);
}

TEST_CASE("cache: a maker that throws leaves nothing behind") {
  LruCache<Block> cache(1000);
  CHECK_THROWS(cache.get("a", []() -> std::shared_ptr<const Block> { throw std::string("no"); }));
  CHECK(cache.get("a", [] { return block(1); })->size == 1);
}

}  // namespace
}  // namespace gazette::server
