// Stored articles: fields in the order of the struct, compressed together, checked on the way back.
#include "common/index/stored_article.h"

#include <xxhash.h>
#include <zstd.h>

#include <memory>
#include <new>
#include <stdexcept>

#include "common/index/byte_codec.h"

namespace gazette {
namespace {

constexpr char kFormVersion = 2;
constexpr std::size_t kHashBytes = 8;
constexpr std::size_t kHeaderBytes = 1 + kHashBytes;
constexpr int kZstdLevel = 3;  // beyond it articles of 2 kB gain 1 % and cost twice the time
constexpr std::size_t kMaxListItems = 100000;  // authors, tags, places; more is damage
constexpr std::size_t kKeepBytes = std::size_t{1}
                                   << 20;  // a thread's buffer; an article takes some 3 kB

// What stands in an optional field.
enum Presence : char { kAbsent = 0, kPresent = 1 };
// Which coordinates a place has.
constexpr std::uint64_t kHasLat = 1;
constexpr std::uint64_t kHasLon = 2;

struct CompressorDeleter {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};
struct DecompressorDeleter {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

ZSTD_CCtx* compressor() {
  thread_local const std::unique_ptr<ZSTD_CCtx, CompressorDeleter> context = [] {
    std::unique_ptr<ZSTD_CCtx, CompressorDeleter> made(ZSTD_createCCtx());
    if (made == nullptr) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(made.get(), ZSTD_c_compressionLevel, kZstdLevel);
    // Size and checksum stand in our own header.
    ZSTD_CCtx_setParameter(made.get(), ZSTD_c_contentSizeFlag, 0);
    ZSTD_CCtx_setParameter(made.get(), ZSTD_c_checksumFlag, 0);
    return made;
  }();
  return context.get();
}

ZSTD_DCtx* decompressor() {
  thread_local const std::unique_ptr<ZSTD_DCtx, DecompressorDeleter> context(ZSTD_createDCtx());
  if (context == nullptr) throw std::bad_alloc();
  return context.get();
}

void put_time(std::string& out, const std::optional<NewsTime>& time) {
  if (!time) return out.push_back(kAbsent);
  out.push_back(kPresent);
  out.push_back(static_cast<char>(time->precision));
  put_signed(out, time->local_seconds);
  put_signed(out, time->offset_seconds);
}

void put_place(std::string& out, const Place& place) {
  put_string(out, place.id);
  put_string(out, place.name);
  put_string(out, place.type);
  put_string(out, place.country);
  put_varint(out, (place.lat ? kHasLat : 0) | (place.lon ? kHasLon : 0));
  if (place.lat) put_double(out, *place.lat);
  if (place.lon) put_double(out, *place.lon);
}

void put_count(std::string& out, std::size_t count) {
  if (count > kMaxListItems) throw std::length_error("liste de plus de 100 000 valeurs");
  put_varint(out, count);
}

void put_list(std::string& out, const std::vector<std::string>& items) {
  put_count(out, items.size());
  for (const std::string& item : items) put_string(out, item);
}

// The order is the format: a change raises kFormVersion and schema::kVersion.
void put_fields(std::string& out, const Article& article) {
  put_string(out, article.id);
  put_string(out, article.url);
  put_string(out, article.title);
  put_string(out, article.subtitle);
  put_string(out, article.body);
  put_time(out, article.published);
  put_time(out, article.modified);
  put_string(out, article.source);
  put_string(out, article.section);
  put_list(out, article.authors);
  put_list(out, article.tags);
  put_string(out, article.language);
  out.push_back(article.dateline ? kPresent : kAbsent);
  if (article.dateline) {
    put_string(out, article.dateline->text);
    out.push_back(article.dateline->place ? kPresent : kAbsent);
    if (article.dateline->place) put_place(out, *article.dateline->place);
  }
  put_count(out, article.places.size());
  for (const Place& place : article.places) put_place(out, place);
  put_string(out, article.image);
  put_string(out, article.rights);
  put_varint(out, article.version);
}

std::optional<NewsTime> get_time(ByteReader& in) {
  if (in.varint() == kAbsent) return std::nullopt;
  NewsTime time;
  const std::uint64_t precision = in.varint();
  if (precision > static_cast<std::uint64_t>(NewsTime::Precision::kSecond)) in.fail();
  time.precision = static_cast<NewsTime::Precision>(precision);
  time.local_seconds = in.signed_varint();
  time.offset_seconds = static_cast<std::int32_t>(in.signed_varint());
  return time;
}

Place get_place(ByteReader& in) {
  Place place;
  place.id = in.string();
  place.name = in.string();
  place.type = in.string();
  place.country = in.string();
  const std::uint64_t coordinates = in.varint();
  if ((coordinates & kHasLat) != 0) place.lat = in.real();
  if ((coordinates & kHasLon) != 0) place.lon = in.real();
  return place;
}

std::size_t get_count(ByteReader& in) {
  const std::uint64_t count = in.varint();
  if (count > kMaxListItems || count > in.rest().size()) {  // an item takes a byte at least
    in.fail();
    return 0;
  }
  return count;
}

std::vector<std::string> get_list(ByteReader& in) {
  std::vector<std::string> items(get_count(in));
  for (std::string& item : items) item = in.string();
  return items;
}

Article get_fields(ByteReader& in) {
  Article article;
  article.id = in.string();
  article.url = in.string();
  article.title = in.string();
  article.subtitle = in.string();
  article.body = in.string();
  article.published = get_time(in);
  article.modified = get_time(in);
  article.source = in.string();
  article.section = in.string();
  article.authors = get_list(in);
  article.tags = get_list(in);
  article.language = in.string();
  if (in.varint() != kAbsent) {
    Dateline& dateline = article.dateline.emplace();
    dateline.text = in.string();
    if (in.varint() != kAbsent) dateline.place = get_place(in);
  }
  article.places.resize(get_count(in));
  for (Place& place : article.places) place = get_place(in);
  article.image = in.string();
  article.rights = in.string();
  article.version = in.varint();
  return article;
}

Error damaged(const char* why) {
  return Error{"damaged-article", std::string("article enregistré illisible : ") + why, "", 0};
}

}  // namespace

std::string encode_article(const Article& article) {
  thread_local std::string plain;
  plain.clear();
  put_fields(plain, article);
  if (plain.size() > kMaxStoredBytes) {
    throw std::length_error("article de plus de " + std::to_string(kMaxStoredBytes) +
                            " octets : " + article.id);
  }
  std::string out(1, kFormVersion);
  put_fixed64(out, XXH64(plain.data(), plain.size(), 0));
  put_varint(out, plain.size());
  const std::size_t head = out.size();
  out.resize(head + ZSTD_compressBound(plain.size()));
  const std::size_t size = ZSTD_compress2(compressor(), out.data() + head, out.size() - head,
                                          plain.data(), plain.size());
  if (ZSTD_isError(size) != 0) {
    throw std::runtime_error(std::string("zstd : ") + ZSTD_getErrorName(size));
  }
  out.resize(head + size);
  out.shrink_to_fit();
  if (plain.capacity() > kKeepBytes) plain = {};
  return out;
}

Result<Article> decode_article(std::string_view bytes) {
  if (bytes.size() <= kHeaderBytes) return damaged("trop court");
  if (bytes.front() != kFormVersion) return damaged("version de forme inconnue");
  ByteReader header(bytes.substr(1));
  const std::uint64_t hash = header.fixed64();
  const std::uint64_t size = header.varint();
  if (!header.ok() || size > kMaxStoredBytes) return damaged("taille impossible");
  thread_local std::string plain;
  plain.resize(size);
  const std::string_view frame = header.rest();
  const std::size_t got =
      ZSTD_decompressDCtx(decompressor(), plain.data(), size, frame.data(), frame.size());
  if (ZSTD_isError(got) != 0 || got != size) return damaged("décompression impossible");
  if (XXH64(plain.data(), plain.size(), 0) != hash) return damaged("somme de contrôle fausse");
  ByteReader in(plain);
  Article article = get_fields(in);
  const bool whole = in.ok() && in.at_end();
  if (plain.capacity() > kKeepBytes) plain = {};
  if (!whole) return damaged("champs mal formés");
  return article;
}

std::string_view content_hash(std::string_view encoded) {
  return encoded.size() < kHeaderBytes ? std::string_view() : encoded.substr(1, kHashBytes);
}

}  // namespace gazette
