// One input from bytes to articles: what is whole arrives, what is not is told with its reason.
#include "indexer/readers/read_input.h"

#include <doctest/doctest.h>

#include <system_error>

#include "tests/indexer/readers/collector.h"
#include "tests/indexer/readers/gzip_bytes.h"

namespace gazette::indexer {
namespace {

using testing::Collected;
using testing::gzipped;

Collected read(const std::string& bytes, const std::string& format = "auto") {
  Collected out;
  read_input(
      "essai", [&] { return from_memory(bytes); }, format, ReadOptions{}, out);
  return out;
}

std::string lines(std::size_t count) {
  std::string out;
  for (std::size_t i = 1; i <= count; ++i) {
    const std::string n = std::to_string(i * 7919 % 100003);
    out += "{\"id\":\"" + std::to_string(i) + "\",\"title\":\"Article " + n + "\"}\n";
  }
  return out;
}

TEST_CASE("input: packed articles are articles") {
  const std::string packed = gzipped(lines(3)) + gzipped("{\"title\":\"Un quatrième\"}\n");
  const Collected out = read(packed);
  REQUIRE(out.records.size() == 4);
  CHECK(out.records[3].article.title == "Un quatrième");
  CHECK(out.rejects.empty());
}

TEST_CASE("input: of a truncated archive the whole lines are read, the cut is told once") {
  const std::string packed = gzipped(lines(5000));
  const Collected out = read(packed.substr(0, packed.size() / 2));
  CHECK(out.records.size() > 2000);
  CHECK(out.records.size() < 3000);
  for (std::size_t i = 0; i < out.records.size(); ++i) {
    CHECK(out.records[i].article.id == std::to_string(i + 1));
  }
  REQUIRE(out.rejects.size() == 1);
  CHECK(out.rejects[0].reason.find("tronqué") != std::string::npos);
  CHECK(out.rejects[0].line == out.records.size() + 1);
}

TEST_CASE("input: a truncated page is no article") {
  std::string page = "Un pont rouvre en Limousin\n\n";
  for (int i = 0; i < 300; ++i) {
    page += "La phrase numéro " + std::to_string(i * 7919 % 9973) + " se termine par un point.\n\n";
  }
  const std::string packed = gzipped(page);
  CHECK(read(packed).records.size() == 1);
  const Collected out = read(packed.substr(0, packed.size() - 200));
  CHECK(out.records.empty());
  CHECK(out.rejects.size() == 1);
}

TEST_CASE("input: what was mended is a warning of the input") {
  const Collected out =
      read("{\"id\":\"1\",\"title\":\"Été \xFF à Évreux\"}\n{\"id\":\"2\",\"title\":\"Deux\"}\n");
  REQUIRE(out.records.size() == 2);
  CHECK(out.records[0].article.title == "Été \uFFFD à Évreux");
  REQUIRE(out.warnings.size() == 1);
  CHECK(out.warnings[0].reason.find("1 suites d'octets illisibles en UTF-8") == 0);
  CHECK(read(gzipped(lines(1)) + "fin").warnings.size() == 1);
}

TEST_CASE("input: what cannot be opened or told is one reject with its reason") {
  Collected out;
  read_input(
      "absent", [] { return open_file("/nulle/part/a.txt"); }, "auto", ReadOptions{}, out);
  REQUIRE(out.rejects.size() == 1);
  CHECK(out.rejects[0].source == "absent");
  for (const std::string& bytes : {std::string(), gzipped(""), std::string("%PDF-1.4 \x01"),
                                   gzipped(gzipped(gzipped(lines(1))))}) {
    const Collected refused = read(bytes);
    CHECK(refused.records.empty());
    REQUIRE(refused.rejects.size() == 1);
    CHECK_FALSE(refused.rejects[0].reason.empty());
  }
}

}  // namespace
}  // namespace gazette::indexer
