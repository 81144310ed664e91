// Stored articles: what goes in comes out; what was damaged is said to be.
#include "common/index/stored_article.h"

#include <doctest/doctest.h>

#include <random>

#include "tests/common/index/random_article.h"

namespace gazette {
namespace {

TEST_CASE("stored article: every field comes back as it was") {
  testing::RandomArticles random(20230922);
  for (int i = 0; i < 500; ++i) {
    const Article article = random.article();
    CAPTURE(to_json(article));
    const Result<Article> back = decode_article(encode_article(article));
    REQUIRE(back.ok());
    CHECK(back.value() == article);
  }
}

TEST_CASE("stored article: an empty article has a form too") {
  const Result<Article> back = decode_article(encode_article(Article{}));
  REQUIRE(back.ok());
  CHECK(back.value() == Article{});
}

TEST_CASE("stored article: the content hash is equal for equal articles only") {
  testing::RandomArticles random(1);
  const Article article = random.article();
  Article other = article;
  CHECK(content_hash(encode_article(article)) == content_hash(encode_article(other)));
  other.tags.emplace_back("un de plus");
  CHECK(content_hash(encode_article(article)) != content_hash(encode_article(other)));
  CHECK(content_hash("").empty());
}

TEST_CASE("stored article: a flipped bit anywhere is found") {
  testing::RandomArticles random(7);
  const Article article = random.article();
  const std::string stored = encode_article(article);
  std::size_t unharmed = 0;
  for (std::size_t bit = 0; bit < stored.size() * 8; ++bit) {
    std::string damaged = stored;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
    const Result<Article> back = decode_article(damaged);
    if (!back.ok()) {
      CHECK(back.error().code == "damaged-article");
    } else {
      CHECK(back.value() == article);  // a bit that the frame does not use
      ++unharmed;
    }
  }
  CHECK(unharmed < stored.size() / 10);
}

TEST_CASE("stored article: a cut or random input is refused, never read past its end") {
  testing::RandomArticles articles(3);
  const std::string stored = encode_article(articles.article());
  for (std::size_t size = 0; size < stored.size(); ++size) {
    CHECK_FALSE(decode_article(std::string_view(stored).substr(0, size)).ok());
  }
  std::mt19937 random(99);
  for (int i = 0; i < 5000; ++i) {
    std::string bytes(random() % 80, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    if (!bytes.empty() && i % 2 == 0) bytes[0] = 1;  // past the version, into the header
    CHECK_FALSE(decode_article(bytes).ok());
  }
}

TEST_CASE("stored article: a size that was damaged to gigabytes is refused") {
  std::string bytes(1, '\x01');
  bytes.append(8, '\0');
  bytes.append("\xFF\xFF\xFF\xFF\xFF\x7F").append("frame");
  CHECK_FALSE(decode_article(bytes).ok());
}

}  // namespace
}  // namespace gazette
