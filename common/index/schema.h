// The shape of the index: the only file with a term prefix, a value slot, a metadata key or the
// schema version.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace Xapian {
class Database;
class WritableDatabase;
}  // namespace Xapian

namespace gazette::schema {

/// Raised by every change to what is written (analysis chain, prefix, slot, stored article).
/// 1: first.
/// 2: near-copies: bands of the fingerprint and stories, as terms and in kStorySlot; letters with
/// numbers and words badly parted are analysed anew; articles keep the
/// version that their source gives, and withdrawals are remembered.
/// 3: the fingerprint is made of the analyzer's words, its bands of the shingles next to points.
inline constexpr int kVersion = 3;

// Term prefixes. A term is prefix + text, at most kMaxTermBytes.
inline constexpr std::string_view kIdPrefix = "Q";  ///< the article's id; one a document, boolean
inline constexpr std::string_view kStemPrefix =
    "Z";  ///< stems and names of title and body, with positions
inline constexpr std::string_view kTitlePrefix =
    "S";  ///< stems and names of the title alone, with positions
inline constexpr std::string_view kExactPrefix =
    "E";  ///< exact forms, no positions; numbers have none (their stem is exact)
inline constexpr std::string_view kFoldedPrefix =
    "F";  ///< folded forms that differ from the exact one, no positions
inline constexpr std::string_view kTitleExactPrefix = "G";  ///< as kExactPrefix, of the title alone
inline constexpr std::string_view kTitleFoldedPrefix =
    "H";  ///< as kFoldedPrefix, of the title alone
inline constexpr std::string_view kBandPrefix =
    "B";  ///< a band of the fingerprint (see fingerprint.h): near-copies share one; boolean
inline constexpr std::string_view kStoryPrefix =
    "Y";  ///< + value of kStorySlot: the articles of one story; boolean
inline constexpr std::size_t kMaxTermBytes = 245;  // glass refuses longer terms

// Positions. The title comes first, the body after a gap that no phrase or proximity crosses.
inline constexpr std::uint32_t kTitleToBodyGap = 200;  // positions; beyond the widest PROCHE/n

// Value slots.
inline constexpr std::uint32_t kPublishedSlot = 0;  ///< see encode_published
inline constexpr std::uint32_t kSectionSlot = 1;
inline constexpr std::uint32_t kSourceSlot = 2;
inline constexpr std::uint32_t kAuthorsSlot = 3;   ///< list (see encode_list)
inline constexpr std::uint32_t kTagsSlot = 4;      ///< list
inline constexpr std::uint32_t kDatelineSlot = 5;  ///< place id
inline constexpr std::uint32_t kPlacesSlot = 6;    ///< list of place ids, most prominent first
inline constexpr std::uint32_t kLanguageSlot = 7;
inline constexpr std::uint32_t kIdSlot = 8;  ///< the article's id
inline constexpr std::uint32_t kContentSlot =
    9;  ///< 8-byte hash of the stored article: an unchanged one is not written again
/// The story that near-copies share, 16 hexadecimal digits; empty for an article that has no
/// near-copy. A story keeps its name while its articles come and go; it means nothing elsewhere.
inline constexpr std::uint32_t kStorySlot = 10;
inline constexpr std::uint32_t kPlaceNamesSlot =
    11;  ///< list of "id\x1fname" for places the gazetteer does not know
inline constexpr std::uint32_t kVersionSlot =
    12;  ///< the source's version of the article, in decimal; none for 0

// Metadata keys.
inline constexpr std::string_view kVersionKey = "gazette.schema";
inline constexpr std::string_view kCommitTimeKey =
    "gazette.commit_time";  ///< RFC 3339, UTC, of the last commit
inline constexpr std::string_view kStemsKeyPrefix =
    "stems/";  ///< + folded stem -> its accented stems, each ended by '\n'

inline constexpr std::string_view kWithdrawnKeyPrefix =
    "withdrawn/";  ///< + id -> the version in which its source took it back

/// + end of the embargo (UTC seconds, 12 digits) + '/' + id -> the stored article that waits for
/// it.
inline constexpr std::string_view kEmbargoKeyPrefix = "embargo/until/";
inline constexpr std::string_view kEmbargoIdKeyPrefix = "embargo/id/";  ///< + id -> its 12 digits

/// The index was written by another version of the program; what() says both versions and the way
/// out, in French.
class SchemaMismatch : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Throws SchemaMismatch unless `db` was written by this version; an empty database without a
/// version passes.
void require_version(const Xapian::Database& db);

/// Writes this version into an index that has none (not committed here).
void stamp_version(Xapian::WritableDatabase& db);

}  // namespace gazette::schema
