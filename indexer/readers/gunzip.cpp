// zlib behind the interface of a source, with the ends of members and of files seen to.
#include "indexer/readers/gunzip.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <string_view>
#include <utility>

#include "common/cli/language.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} << 10;
constexpr int kGzipOnly = 16 + MAX_WBITS;  // what inflateInit2 calls it

// Archives of news pack 3 to 20 times; 200 is no text. Readers work in bounded memory whatever
// comes: this bounds the time.
constexpr std::uint64_t kMostTimes = 200;
constexpr std::uint64_t kFreeBytes = std::uint64_t{64} << 20;  // a small file may pack well

constexpr int kMostLayers = 2;  // "x.ndjson.gz" packed once more by a mail program; never deeper

constexpr std::string_view kMagic = "\x1F\x8B\x08";

/// Gives back first what was looked at.
class LookedAt : public ByteSource {
 public:
  explicit LookedAt(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {
    while (head_size_ < head_.size()) {
      const std::size_t got = source_->read(head_.data() + head_size_, head_.size() - head_size_);
      if (got == 0) break;
      head_size_ += got;
    }
  }

  [[nodiscard]] std::string_view head() const { return {head_.data(), head_size_}; }

  std::size_t read(char* into, std::size_t size) override {
    if (at_ == head_size_) return source_->read(into, size);
    const std::size_t count = std::min(size, head_size_ - at_);
    std::memcpy(into, head_.data() + at_, count);
    at_ += count;
    return count;
  }

 private:
  std::unique_ptr<ByteSource> source_;
  std::array<char, kMagic.size()> head_{};
  std::size_t head_size_ = 0, at_ = 0;
};

class GunzipSource : public ByteSource {
 public:
  GunzipSource(std::unique_ptr<ByteSource> packed, InputNotes& notes)
      : packed_(std::move(packed)), notes_(notes) {
    if (inflateInit2(&zlib_, kGzipOnly) != Z_OK) throw std::bad_alloc();
  }
  ~GunzipSource() override { inflateEnd(&zlib_); }
  GunzipSource(const GunzipSource&) = delete;
  GunzipSource& operator=(const GunzipSource&) = delete;

  std::size_t read(char* into, std::size_t size) override {
    zlib_.next_out = reinterpret_cast<Bytef*>(into);
    zlib_.avail_out = static_cast<uInt>(std::min(size, kChunkBytes));
    const uInt room = zlib_.avail_out;
    while (!ended_ && zlib_.avail_out == room) step();
    const std::size_t got = room - zlib_.avail_out;
    unpacked_bytes_ += got;
    if (unpacked_bytes_ > kFreeBytes && unpacked_bytes_ / kMostTimes > packed_bytes_) {
      throw DamagedInput(tr("gzip qui se déploie plus de 200 fois : refusé, ce n'est pas du texte",
                            "gzip that unpacks more than 200 times: refused, this is no text"));
    }
    return got;
  }

 private:
  void step() {
    const bool more = zlib_.avail_in > 0 || refill();
    if (between_members_) {
      next_member(more);
      return;
    }
    if (!more) {
      throw DamagedInput(tr("gzip tronqué : la fin manque", "truncated gzip: the end is missing"));
    }
    const int result = inflate(&zlib_, Z_NO_FLUSH);
    if (result == Z_STREAM_END) {
      between_members_ = true;
    } else if (result == Z_MEM_ERROR) {
      throw std::bad_alloc();
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      throw DamagedInput(tr("gzip abîmé : la suite ne se décompresse pas",
                            "corrupt gzip: the rest does not unpack"));
    }
  }

  /// Behind a member: another one, padding of zeros, or something that is no gzip.
  void next_member(bool more) {
    if (!more) {
      ended_ = true;
      return;
    }
    const auto* const begin = zlib_.next_in;
    const auto* const end = begin + zlib_.avail_in;
    const auto* const first = std::find_if(begin, end, [](Bytef b) { return b != 0; });
    zlib_.next_in += first - begin;
    zlib_.avail_in -= static_cast<uInt>(first - begin);
    if (first == end) return;
    if (*first == static_cast<Bytef>(kMagic[0])) {
      inflateReset(&zlib_);
      between_members_ = false;
      return;
    }
    notes_.trailing_garbage += zlib_.avail_in;
    while (refill()) notes_.trailing_garbage += zlib_.avail_in;
    ended_ = true;
  }

  bool refill() {
    const std::size_t got = packed_->read(input_.data(), input_.size());
    zlib_.next_in = reinterpret_cast<Bytef*>(input_.data());
    zlib_.avail_in = static_cast<uInt>(got);
    packed_bytes_ += got;
    return got > 0;
  }

  std::unique_ptr<ByteSource> packed_;
  InputNotes& notes_;
  z_stream zlib_{};
  std::array<char, kChunkBytes> input_{};
  std::uint64_t packed_bytes_ = 0, unpacked_bytes_ = 0;
  bool between_members_ = false;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> unpacked(std::unique_ptr<ByteSource> packed, InputNotes& notes) {
  for (int layer = 0;; ++layer) {
    auto looked_at = std::make_unique<LookedAt>(std::move(packed));
    const bool is_gzip = looked_at->head() == kMagic;
    packed = std::move(looked_at);
    if (!is_gzip || layer == kMostLayers) return packed;
    packed = std::make_unique<GunzipSource>(std::move(packed), notes);
  }
}

}  // namespace gazette::indexer
