// Zone rules (offsets, daylight saving) by ICU, as a small table of transitions: cheap to ask, safe
// to share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace gazette {

inline constexpr std::string_view kDefaultZone = "Europe/Paris";

/// Immutable after construction; copies are cheap enough to pass around; safe to use from any
/// thread.
class TimeZone {
 public:
  /// An IANA name ("Europe/Paris"); unknown names are refused with a suggestion in the message.
  static Result<TimeZone> find(std::string_view name);

  /// Europe/Paris; throws std::runtime_error when ICU lacks its data.
  static const TimeZone& paris();

  /// The one zone of a country (ISO 3166-1 alpha-2); empty when it has several or is unknown.
  static std::string only_zone_of(std::string_view country);

  /// Seconds east of UTC at this instant.
  [[nodiscard]] std::int32_t offset_at(std::int64_t utc_seconds) const;

  /// Seconds east of UTC for a clock reading (counted as if UTC): in an overlap the first, in a gap
  /// the offset before it.
  [[nodiscard]] std::int32_t offset_at_local(std::int64_t local_seconds) const;

  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  struct Transition {
    std::int64_t utc_seconds;
    std::int32_t offset_seconds;  ///< from this instant on
  };

  std::string name_;
  std::int32_t first_offset_ = 0;
  std::vector<Transition> transitions_;  ///< ascending
};

}  // namespace gazette
