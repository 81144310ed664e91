// Cursors as bytes with a checksum, in base64url.
#include "server/search/cursor.h"

#include <xxhash.h>

#include <array>
#include <bit>
#include <optional>

#include "common/index/byte_codec.h"

namespace gazette::server {
namespace {

constexpr char kFormVersion = 1;
constexpr std::size_t kMaxTextBytes = 1024;  // an id has 200 bytes, the rest takes 60
constexpr std::size_t kHashBytes = 8;
constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr unsigned kBitsPerDigit = 6;
constexpr unsigned kBitsPerByte = 8;

std::string to_base64url(std::string_view bytes) {
  std::string text;
  unsigned held = 0;
  unsigned bits = 0;
  for (const char byte : bytes) {
    held = (held << kBitsPerByte) | static_cast<unsigned char>(byte);
    for (bits += kBitsPerByte; bits >= kBitsPerDigit; bits -= kBitsPerDigit) {
      text += kAlphabet[(held >> (bits - kBitsPerDigit)) & 63U];
    }
    held &= (1U << bits) - 1;
  }
  if (bits > 0) text += kAlphabet[(held << (kBitsPerDigit - bits)) & 63U];
  return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
  std::string bytes;
  unsigned held = 0;
  unsigned bits = 0;
  for (const char digit : text) {
    const std::size_t value = kAlphabet.find(digit);
    if (value == std::string_view::npos) return std::nullopt;
    held = (held << kBitsPerDigit) | static_cast<unsigned>(value);
    bits += kBitsPerDigit;
    if (bits < kBitsPerByte) continue;
    bits -= kBitsPerByte;
    bytes += static_cast<char>(held >> bits);
    held &= (1U << bits) - 1;
  }
  if (held != 0) return std::nullopt;
  return bytes;
}

Error bad_cursor() {
  return {.code = "bad-cursor",
          .message = "Ce curseur n'est pas celui de cette recherche : reprenez-la sans curseur.",
          .field = "cursor"};
}

Error expired_cursor() {
  return {.code = "cursor-expired",
          .message =
              "L'archive a changé depuis la page précédente : reprenez la recherche depuis "
              "la première page.",
          .field = "cursor"};
}

std::uint64_t checksum(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

}  // namespace

std::uint64_t hash_of(const Selection& selection, Sort sort) {
  std::string bytes;
  put_string(bytes, selection.q);
  put_varint(bytes, static_cast<std::uint64_t>(selection.op));
  put_varint(bytes, static_cast<std::uint64_t>(selection.match));
  put_varint(bytes, selection.dates_in_words ? 1 : 0);
  put_varint(bytes, static_cast<std::uint64_t>(sort));
  put_varint(bytes, static_cast<std::uint64_t>(selection.collapse));
  for (const std::optional<CivilDay>& day : {selection.from, selection.to}) {
    put_varint(bytes, day ? 1 : 0);
    put_signed(bytes, day.value_or(0));
  }
  for (const FieldFilter& filter : selection.filters) {
    put_varint(bytes, static_cast<std::uint64_t>(filter.field));
    for (const auto* values : {&filter.include, &filter.exclude}) {
      put_varint(bytes, values->size());
      for (const std::string& value : *values) put_string(bytes, value);
    }
  }
  return checksum(bytes);
}

std::uint64_t hash_of(const RevisionId& id) {
  std::string bytes;
  put_string(bytes, id.uuid);
  put_varint(bytes, id.revision);
  return checksum(bytes);
}

std::string to_text(const Cursor& cursor) {
  std::string bytes(1, kFormVersion);
  put_varint(bytes, static_cast<std::uint64_t>(cursor.sort));
  put_fixed64(bytes, cursor.request);
  if (cursor.sort == Sort::kRelevance) {
    put_fixed64(bytes, cursor.revision);
    put_varint(bytes, std::bit_cast<std::uint32_t>(cursor.score));
    put_varint(bytes, cursor.number);
  } else {
    put_varint(bytes, cursor.dated ? 1 : 0);
    put_signed(bytes, cursor.day);
    put_signed(bytes, cursor.instant);
    put_string(bytes, cursor.id);
  }
  put_fixed64(bytes, checksum(bytes));
  return to_base64url(bytes);
}

Result<Cursor> parse_cursor(std::string_view text, std::uint64_t request, Sort sort,
                            const RevisionId& revision) {
  if (text.size() > kMaxTextBytes) return bad_cursor();
  const std::optional<std::string> bytes = from_base64url(text);
  if (!bytes || bytes->size() <= kHashBytes || bytes->front() != kFormVersion) return bad_cursor();
  const std::string_view body = std::string_view(*bytes).substr(0, bytes->size() - kHashBytes);
  ByteReader hash(std::string_view(*bytes).substr(body.size()));
  if (hash.fixed64() != checksum(body)) return bad_cursor();

  ByteReader reader(body.substr(1));
  Cursor cursor;
  cursor.sort = static_cast<Sort>(reader.varint());
  cursor.request = reader.fixed64();
  if (cursor.request != request || cursor.sort != sort) return bad_cursor();
  if (sort == Sort::kRelevance) {
    cursor.revision = reader.fixed64();
    cursor.score = std::bit_cast<float>(static_cast<std::uint32_t>(reader.varint()));
    cursor.number = static_cast<Number>(reader.varint());
  } else {
    cursor.dated = reader.varint() != 0;
    cursor.day = static_cast<CivilDay>(reader.signed_varint());
    cursor.instant = reader.signed_varint();
    cursor.id = reader.string();
  }
  if (!reader.ok() || !reader.at_end()) return bad_cursor();
  if (sort == Sort::kRelevance && cursor.revision != hash_of(revision)) return expired_cursor();
  return cursor;
}

}  // namespace gazette::server
