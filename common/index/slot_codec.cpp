// Values of the slots: lists, times, ids.
#include "common/index/byte_codec.h"
#include "common/index/document.h"
#include "common/index/schema.h"
#include "common/time_zone.h"

namespace gazette {
namespace {

constexpr std::size_t kPublishedBytes = 9;
constexpr std::uint64_t kBias = std::uint64_t{1} << 63;  // so that times before 1970 sort first

// The years 1 to 9999 that dates have (see `exists`), and a day on both sides for the zones: what
// is beyond was damaged, and would overflow where an offset is added.
constexpr std::int64_t kDaySeconds = 86'400;
constexpr std::int64_t kFirstSecond = (-719'162 - 1) * kDaySeconds;
constexpr std::int64_t kLastSecond = (2'932'896 + 2) * kDaySeconds;

}  // namespace

std::string id_term(std::string_view id) { return std::string(schema::kIdPrefix).append(id); }

std::string story_term(std::string_view story) {
  return std::string(schema::kStoryPrefix).append(story);
}

std::string encode_list(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) put_string(out, item);
  return out;
}

std::vector<std::string> decode_list(std::string_view bytes) {
  std::vector<std::string> items;
  ByteReader in(bytes);
  while (!in.at_end()) items.emplace_back(in.string());
  if (!in.ok()) items.clear();
  return items;
}

std::string encode_published(const std::optional<NewsTime>& time, const TimeZone& zone) {
  if (!time) return {};
  const bool day_only = time->precision == NewsTime::Precision::kDay;
  const std::int64_t seconds = day_only ? time->local_seconds : time->instant(zone);
  const std::uint64_t biased = static_cast<std::uint64_t>(seconds) + kBias;
  std::string out;
  for (int shift = 56; shift >= 0; shift -= 8) out.push_back(static_cast<char>(biased >> shift));
  out.push_back(static_cast<char>(time->precision));
  return out;
}

std::optional<PublishedValue> decode_published(std::string_view bytes) {
  if (bytes.size() != kPublishedBytes) return std::nullopt;
  std::uint64_t biased = 0;
  for (std::size_t i = 0; i < 8; ++i) biased = biased << 8 | static_cast<unsigned char>(bytes[i]);
  const auto seconds = static_cast<std::int64_t>(biased - kBias);
  if (seconds < kFirstSecond || seconds > kLastSecond) return std::nullopt;
  return PublishedValue{
      .seconds = seconds,
      .day_only = bytes.back() == static_cast<char>(NewsTime::Precision::kDay),
  };
}

}  // namespace gazette
