// Text in any encoding arrives as UTF-8.
#include "indexer/readers/encoding.h"

#include <doctest/doctest.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <random>

#include "common/utf8.h"
#include "indexer/readers/utf8_source.h"

namespace gazette::indexer {
namespace {

constexpr const char* kText =
    "Le maire d'Évreux a reçu, dès l'aube, cinq élus : « Où est le cœur du problème ? », "
    "a-t-il demandé. Çà et là, la forêt brûlait ; l'hôtel coûtera 12 000 € – naïveté ?";
constexpr const char* kLatin1Text = "Le maire a reçu dès l'aube cinq élus, à l'hôtel de ville.";

std::string encoded(std::string_view text, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out(text.size() * 4 + 16, '\0');
  const std::int32_t size =
      ucnv_convert(encoding, "UTF-8", out.data(), static_cast<std::int32_t>(out.size()),
                   text.data(), static_cast<std::int32_t>(text.size()), &status);
  REQUIRE(U_SUCCESS(status));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

/// Gives a few bytes at a time, as pipes do.
class Dribble : public ByteSource {
 public:
  Dribble(std::string bytes, std::size_t step) : bytes_(std::move(bytes)), step_(step) {}
  std::size_t read(char* into, std::size_t size) override {
    const std::size_t count = std::min({size, step_, bytes_.size() - at_});
    bytes_.copy(into, count, at_);
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t step_, at_ = 0;
};

struct Decoded {
  std::string text;
  InputNotes notes;
};

Decoded decode(const std::string& bytes, std::size_t step = 1 << 20) {
  Decoded out;
  const auto source = to_utf8(std::make_unique<Dribble>(bytes, step), out.notes);
  char piece[777];
  while (const std::size_t got = source->read(piece, sizeof piece)) out.text.append(piece, got);
  return out;
}

TEST_CASE("encoding: marks, declarations, and bytes that say nothing") {
  const std::string xml = "<?xml version=\"1.0\" encoding=\"";
  const std::string meta = "<!DOCTYPE html>\n<html><head><title>a</title>\n<meta ";
  struct Case {
    const char* why;
    std::string bytes, want, encoding;
  };
  const Case cases[] = {
      {"ASCII", "bonjour", "bonjour", ""},
      {"UTF-8", kText, kText, "UTF-8"},
      {"UTF-8 with its mark", "\xEF\xBB\xBF" + std::string(kText), kText, "UTF-8"},
      {"UTF-16LE with its mark", "\xFF\xFE" + encoded(kText, "UTF-16LE"), kText, "UTF-16LE"},
      {"UTF-16BE with its mark", "\xFE\xFF" + encoded(kText, "UTF-16BE"), kText, "UTF-16BE"},
      {"UTF-16LE without", encoded(kText, "UTF-16LE"), kText, "UTF-16LE"},
      {"UTF-16BE without", encoded(kText, "UTF-16BE"), kText, "UTF-16BE"},
      {"UTF-32LE with its mark", std::string("\xFF\xFE\0\0", 4) + encoded(kText, "UTF-32LE"), kText,
       "UTF-32LE"},
      {"UTF-32BE without", encoded(kText, "UTF-32BE"), kText, "UTF-32BE"},
      {"Windows-1252", encoded(kText, "windows-1252"), kText, "windows-1252"},
      {"Latin-9: œ and € where 1252 has ½ and ¤", encoded("cœur à 3 € sûr", "iso-8859-15"),
       "cœur à 3 € sûr", "iso-8859-15"},
      {"Windows-1252 with a true ½", encoded("à 12 ½ près", "windows-1252"), "à 12 ½ près",
       "windows-1252"},
      {"an old Macintosh", encoded(kText, "macintosh"), kText, "macintosh"},
      {"DOS", encoded(kLatin1Text, "ibm-850"), kLatin1Text, "ibm-850"},
      {"one letter only", "caf\xE9", "café", "windows-1252"},
      {"one apostrophe only", "l\x92homme", "l’homme", "windows-1252"},
      {"XML says Latin-1", encoded(xml + "ISO-8859-1\"?>" + kLatin1Text, "iso-8859-1"),
       xml + "ISO-8859-1\"?>" + kLatin1Text, "windows-1252"},
      {"XML says Latin-2", encoded(xml + "ISO-8859-2\"?>Łódź", "iso-8859-2"),
       xml + "ISO-8859-2\"?>Łódź", "iso-8859-2"},
      {"XML says Latin-1 and is UTF-8", xml + "ISO-8859-1\"?>" + kText,
       xml + "ISO-8859-1\"?>" + kText, "UTF-8"},
      {"XML says UTF-8 and is not", xml + "UTF-8\"?>" + encoded(kLatin1Text, "windows-1252"),
       xml + "UTF-8\"?>" + kLatin1Text, "windows-1252"},
      {"meta charset", encoded(meta + "charset=windows-1250>Łódź", "windows-1250"),
       meta + "charset=windows-1250>Łódź", "windows-1250"},
      {"meta http-equiv",
       encoded(meta + "http-equiv='Content-Type' content='text/html; charset=iso-8859-5'>Правда",
               "iso-8859-5"),
       meta + "http-equiv='Content-Type' content='text/html; charset=iso-8859-5'>Правда",
       "iso-8859-5"},
      {"a label that nobody knows", meta + "charset=martien>caf\xE9", meta + "charset=martien>café",
       "windows-1252"},
      {"a label that would make ASCII something else", meta + "charset=utf-16>caf\xE9",
       meta + "charset=utf-16>café", "windows-1252"},
      {"text that only speaks of charset=iso-8859-5", "charset=iso-8859-5 : caf\xE9",
       "charset=iso-8859-5 : café", "windows-1252"},
      {"U+0000 has no place in text", std::string("a\0b", 3) + std::string(300, 'c'),
       "ab" + std::string(300, 'c'), ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    for (const std::size_t step : {std::size_t{1} << 20, std::size_t{7}, std::size_t{1}}) {
      const Decoded out = decode(c.bytes, step);
      CHECK(out.text == c.want);
      CHECK(out.notes.encoding == c.encoding);
      CHECK(out.notes.replaced == 0);
    }
  }
}

TEST_CASE("encoding: the first letter beyond ASCII may come late") {
  const std::string ascii(300000, 'a');
  CHECK(decode(ascii + encoded(kText, "windows-1252")).text == ascii + kText);
  CHECK(decode(ascii + kText).text == ascii + kText);
}

TEST_CASE("encoding: what is no text is replaced and counted, the rest stays") {
  const Decoded stray = decode(std::string(kText) + "\xFF\xC3 fin " + kText + "\xE2\x82");
  CHECK(stray.text == std::string(kText) + "\uFFFD\uFFFD fin " + kText + "\uFFFD\uFFFD");
  CHECK(stray.notes.replaced == 4);
  std::string wide = "\xFF\xFE" + encoded("cinq", "UTF-16LE") + std::string("\x00\xD8", 2) +
                     encoded("six", "UTF-16LE") + "x";
  const Decoded surrogate = decode(wide);
  CHECK(surrogate.text == "cinq\uFFFDsix\uFFFD");
  CHECK(surrogate.notes.replaced == 2);
}

TEST_CASE("encoding: pictures and packed files are told, stray control characters are no reason") {
  CHECK_FALSE(decode(std::string("PK\x03\x04\x14\0\0\0", 8)).notes.binary.empty());
  CHECK_FALSE(decode("%PDF-1.7\n").notes.binary.empty());
  CHECK_FALSE(decode(std::string(40, '\x01')).notes.binary.empty());
  CHECK(decode(std::string(kText) + "\x0B\x1A").notes.binary.empty());
}

TEST_CASE("encoding: any bytes in any steps become the same valid UTF-8") {
  std::mt19937 random(20230922);
  for (int round = 0; round < 400; ++round) {
    std::string bytes(random() % 400, '\0');
    const unsigned kind = random() % 4;
    for (char& c : bytes) {
      c = static_cast<char>(kind == 0   ? random()
                            : kind == 1 ? 0xC0 + random() % 64
                                        : random() % 140);
    }
    if (kind == 3) bytes = "\xFF\xFE" + bytes;
    const Decoded whole = decode(bytes);
    CAPTURE(round);
    CHECK(utf8::valid(whole.text));
    CHECK(whole.text.find('\0') == std::string::npos);
    CHECK(decode(bytes, 1).text == whole.text);
    CHECK(decode(bytes, 3).text == whole.text);
  }
}

}  // namespace
}  // namespace gazette::indexer
