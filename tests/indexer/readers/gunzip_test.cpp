// gzip is undone whatever it is called; damage costs what is damaged, and nothing before it.
#include "indexer/readers/gunzip.h"

#include <doctest/doctest.h>

#include <random>

#include "tests/indexer/readers/gzip_bytes.h"

namespace gazette::indexer {
namespace {

using testing::gzipped;

struct Unpacked {
  std::string bytes, damage;
  std::size_t trailing_garbage = 0;
};

Unpacked unpack(std::string packed, std::size_t step = 100) {
  Unpacked out;
  InputNotes notes;
  std::string piece(step, '\0');
  try {
    const auto source = unpacked(from_memory(std::move(packed)), notes);
    while (const std::size_t got = source->read(piece.data(), piece.size())) {
      out.bytes.append(piece, 0, got);
    }
  } catch (const DamagedInput& damage) {
    out.damage = damage.what();
  }
  out.trailing_garbage = notes.trailing_garbage;
  return out;
}

/// Text that packs badly.
std::string noise(std::size_t size) {
  std::mt19937 random(5);
  std::string out(size, '\0');
  for (char& c : out) c = static_cast<char>('a' + random() % 26);
  return out;
}

TEST_CASE("gunzip: what is not gzip passes unchanged") {
  for (const char* plain : {"", "a", "ab", "\x1F\x8B", "bonjour à tous"}) {
    CHECK(unpack(plain).bytes == plain);
  }
}

TEST_CASE("gunzip: one member, several, padded ones, packed twice") {
  const std::string text = noise(300000);
  CHECK(unpack(gzipped(text)).bytes == text);
  CHECK(unpack(gzipped("")).bytes.empty());
  CHECK(unpack(gzipped("un\n") + gzipped("") + gzipped("deux\n")).bytes == "un\ndeux\n");
  CHECK(unpack(gzipped(text) + std::string(100000, '\0')).bytes == text);
  CHECK(unpack(gzipped("un\n") + std::string(7, '\0') + gzipped("deux\n")).bytes == "un\ndeux\n");
  CHECK(unpack(gzipped(gzipped(text))).bytes == text);
}

TEST_CASE("gunzip: what stands behind the last member is counted, not read") {
  const Unpacked out = unpack(gzipped("un\n") + "signature");
  CHECK(out.bytes == "un\n");
  CHECK(out.damage.empty());
  CHECK(out.trailing_garbage == 9);
}

TEST_CASE("gunzip: a truncated file gives what is whole and says so, wherever it is cut") {
  const std::string text = noise(200000);
  const std::string packed = gzipped(text);
  for (std::size_t cut = 3; cut < packed.size(); cut += packed.size() / 40) {
    CAPTURE(cut);
    const Unpacked out = unpack(packed.substr(0, cut));
    CHECK(out.damage.find("tronqué") != std::string::npos);
    CHECK(text.starts_with(out.bytes));
    // zlib holds back no more than its window.
    CHECK(out.bytes.size() + 70000 > cut * text.size() / packed.size());
  }
}

TEST_CASE("gunzip: corrupt bytes are damage, or a checksum that does not hold") {
  const std::string packed = gzipped(noise(50000));
  for (std::size_t at = 20; at < packed.size(); at += packed.size() / 50) {
    std::string bad = packed;
    bad[at] = static_cast<char>(bad[at] ^ 0x55);
    CAPTURE(at);
    CHECK_FALSE(unpack(bad).damage.empty());
  }
}

TEST_CASE("gunzip: a bomb is refused after a bounded amount") {
  const Unpacked out = unpack(gzipped(std::string(std::size_t{200} << 20, '0')), 1 << 16);
  CHECK(out.damage.find("200 fois") != std::string::npos);
  CHECK(out.bytes.size() <= (std::size_t{65} << 20));
  CHECK(unpack(gzipped(std::string(std::size_t{32} << 20, '0')), 1 << 16).damage.empty());
}

}  // namespace
}  // namespace gazette::indexer
