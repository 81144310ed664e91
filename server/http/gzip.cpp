// gzip for answers that are worth it.
#include "server/http/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>

namespace gazette::server {
namespace {

constexpr int kLevel = 1;        // 60 µs for 5 KB of JSON; level 6 takes twice that for 8 % less
constexpr int kWindowBits = 31;  // 15, and 16 for a gzip header
constexpr int kMemoryLevel = 8;  // zlib's default
constexpr std::size_t kBlock = 16 * 1024;

void run(z_stream& stream, std::string_view data, int flush, std::string& out) {
  std::array<char, kBlock> block;
  // zlib takes a non-const pointer that it does not write through.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
  do {
    const std::size_t most = std::numeric_limits<uInt>::max();
    const std::size_t taken = std::min(data.size(), most);
    stream.avail_in = static_cast<uInt>(taken);
    data.remove_prefix(taken);
    do {
      stream.next_out = reinterpret_cast<Bytef*>(block.data());
      stream.avail_out = static_cast<uInt>(block.size());
      deflate(&stream, data.empty() ? flush : Z_NO_FLUSH);
      out.append(block.data(), block.size() - stream.avail_out);
    } while (stream.avail_out == 0);
  } while (!data.empty());
}

struct Deflater {
  z_stream stream{};
  Deflater() {
    if (deflateInit2(&stream, kLevel, Z_DEFLATED, kWindowBits, kMemoryLevel, Z_DEFAULT_STRATEGY) !=
        Z_OK) {
      throw std::runtime_error("zlib: no memory");
    }
  }
  ~Deflater() { deflateEnd(&stream); }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
};

}  // namespace

struct GzipStream::State : Deflater {};

GzipStream::GzipStream() : state_(std::make_unique<State>()) {}
GzipStream::~GzipStream() = default;

void GzipStream::write(std::string_view data, std::string& out) {
  run(state_->stream, data, Z_NO_FLUSH, out);
}

void GzipStream::finish(std::string& out) { run(state_->stream, {}, Z_FINISH, out); }

std::string gzipped(std::string_view data) {
  thread_local Deflater state;  // 256 KB that are not cleared for every answer
  std::string out;
  out.reserve(data.size() / 3);
  deflateReset(&state.stream);
  run(state.stream, data, Z_FINISH, out);
  return out;
}

bool is_compressible(std::string_view content_type) {
  const std::string_view type = content_type.substr(0, content_type.find(';'));
  static constexpr std::array kTypes = std::to_array<std::string_view>(
      {"application/json", "application/x-ndjson", "application/problem+json",
       "application/atom+xml", "application/xml", "image/svg+xml",
       "application/x-research-info-systems", "application/x-bibtex",
       "application/vnd.citationstyles.csl+json", "application/opensearchdescription+xml",
       "application/x-suggestions+json", "application/openapi+json"});
  return type.starts_with("text/") || std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end();
}

}  // namespace gazette::server
