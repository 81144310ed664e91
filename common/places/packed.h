// The shape of the packed places: written by the packer at build time, read in place by the
// program.
//
// A packed file is a header, arrays of fixed-size records, and a pool of strings. It is read on the
// machine that it was built for, so integers are in the machine's order. A string is two bytes of
// length and its bytes; a record names it by its offset in the pool.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace gazette::packed {

inline constexpr std::uint64_t kGazetteerMagic =
    0x3354'5A41'4741'5A47;  // a change of shape changes it
inline constexpr std::uint64_t kProtectedMagic = 0x3154'4F52'5041'5A47;
inline constexpr std::int32_t kNoDegrees = INT32_MIN;  // a place without coordinates
inline constexpr double kDegreeUnits = 10'000;         // of latitude and longitude
inline constexpr double kRankUnits = 10;

using StringRef = std::uint32_t;  ///< offset of a string in the pool

struct Span {
  std::uint32_t offset;  ///< bytes from the start of the file
  std::uint32_t count;   ///< records; bytes for the pool
};

struct GazetteerHeader {
  std::uint64_t magic;
  Span rows;      ///< RowRecord, in the order of the table
  Span names;     ///< NameRecord by folded name, then best rank first
  Span starts;    ///< NameStart, an open-addressed table of 2^n slots by the hash of the first word
  Span ids;       ///< std::int32_t rows by id
  Span preorder;  ///< std::int32_t rows, each before what lies inside it
  Span types;     ///< StringRef
  Span countries;  ///< StringRef
  Span flags;      ///< StringRef
  Span pool;
};

struct RowRecord {
  StringRef id, name, aliases, forms, demonyms;
  std::int32_t parent;                ///< row, -1 for the world
  std::uint32_t enter, leave;         ///< what lies inside is preorder[enter + 1 .. leave)
  std::int32_t lat, lon;              ///< in kDegreeUnits, or kNoDegrees
  std::uint32_t population;           ///< 0 when unknown
  std::uint16_t rank;                 ///< in kRankUnits
  std::uint8_t type, country, flags;  ///< indices into the header's tables
};

enum class NameSource : std::uint32_t { kName, kAlias, kDerived };

struct NameRecord {
  StringRef folded;
  std::int32_t row;
  NameSource source;
};

/// The names whose first word is the one of names[begin]; begin == end in an empty slot.
struct NameStart {
  std::uint32_t hash;  ///< of that word: tells most others without a look at the names
  std::uint32_t begin, end;
};

/// Protected names: an open-addressed table of 2^n slots; empty slots are 0.
struct ProtectedHeader {
  std::uint64_t magic;
  Span slots;  ///< std::uint32_t: (StringRef + 1) * 2, plus 1 when the word is an ordinary one too
  Span pool;
};

/// Where the search for a word starts; FNV-1a.
inline std::uint32_t hash(std::string_view word) {
  std::uint32_t h = 2166136261u;
  for (const char c : word) h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
  return h ^ (h >> 15);
}

/// The first word of a folded name.
inline std::string_view first_word(std::string_view folded) {
  return folded.substr(0, folded.find(' '));
}

inline std::string_view string_at(const char* pool, StringRef ref) {
  std::uint16_t length = 0;
  std::memcpy(&length, pool + ref, sizeof length);
  return {pool + ref + sizeof length, length};
}

}  // namespace gazette::packed
