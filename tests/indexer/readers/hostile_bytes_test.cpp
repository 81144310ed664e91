// Readers given any bytes: every article that comes out is one that may be indexed, every record
// that does not has its reason, and reading ends.
#include <doctest/doctest.h>

#include <random>

#include "common/utf8.h"
#include "indexer/readers/detect.h"
#include "tests/indexer/readers/collector.h"

namespace gazette::indexer {
namespace {

using testing::Collected;
using testing::read_with;

void check_sound(const Collected& out) {
  for (const Record& record : out.records) {
    const Article& article = record.article;
    CHECK_FALSE(article.id.empty());
    CHECK(article.id.size() <= kMaxIdBytes);
    CHECK_FALSE((article.title.empty() && article.body.empty()));
    for (const std::string* text : {&article.id, &article.title, &article.body, &article.source,
                                    &article.section, &article.subtitle}) {
      CHECK(utf8::valid(*text));
    }
    CHECK(article.title.find('\n') == std::string::npos);
    CHECK(article.body.find('\0') == std::string::npos);
  }
  for (const Complaint& reject : out.rejects) CHECK_FALSE(reject.reason.empty());
}

void check_all_readers(const std::string& bytes) {
  CAPTURE(bytes);
  for (const std::string& name : format_names()) {
    if (name == "auto") continue;
    const Result<std::unique_ptr<Reader>> reader = reader_of(name);
    check_sound(read_with(*reader.value(), bytes));
  }
  InputStream input(from_memory(bytes), "essai");
  const Result<std::string> format = detect_format(input);
  CHECK((format.ok() || !format.error().message.empty()));
}

TEST_CASE("readers: random bytes") {
  std::mt19937 random(20231122);
  for (int i = 0; i < 1500; ++i) {
    std::string bytes(random() % 300, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    check_all_readers(bytes);
  }
}

TEST_CASE("readers: pieces of articles in any order") {
  static const char* const kPieces[] = {"{",
                                        "}",
                                        "[",
                                        "]",
                                        "\"title\":",
                                        "\"body\":\"",
                                        "\"",
                                        ",",
                                        ":",
                                        "null",
                                        "1e999",
                                        "\\u0000",
                                        "\\ud83d",
                                        "\n",
                                        "\r\n",
                                        "\n\n",
                                        "Paris / La Gazette",
                                        "22 Septembre 2023 18:58 (UTC+01:00)",
                                        "publié le 3",
                                        "Loading...",
                                        "À lire aussi",
                                        "Un titre de cinq mots ici",
                                        "Une phrase qui se termine par un point.",
                                        "\"places\":[{\"lat\":1e5}]",
                                        "\"published\":-1",
                                        "\xFF",
                                        "\xC3",
                                        "é",
                                        "e\u0301",
                                        "\t",
                                        "\u2029",
                                        "Par X"};
  std::mt19937 random(7);
  for (int i = 0; i < 4000; ++i) {
    std::string bytes;
    for (std::size_t n = random() % 30; n > 0; --n) bytes += kPieces[random() % std::size(kPieces)];
    check_all_readers(bytes);
  }
}

TEST_CASE("readers: long runs of one thing") {
  for (const char* piece : {"[", "{\"a\":", "\"", "\\", "\n", "a ", "é", "\xC3", "{}\n",
                            "1 janvier 2020\n", "Un titre.\n", "- ", "Paris / "}) {
    std::string bytes;
    while (bytes.size() < 60000) bytes += piece;
    check_all_readers(bytes);
  }
}

}  // namespace
}  // namespace gazette::indexer
