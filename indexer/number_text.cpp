// Grouping, decimals and units by language.
#include "indexer/number_text.h"

#include <cstdio>

#include "common/cli/language.h"

namespace gazette::indexer {
namespace {

constexpr std::uint64_t kFirstGrouped = 10000;  // French typography leaves four digits together
constexpr double kDecimalsBelow = 10;           // "4,2 s" but "42 s"

std::string decimal(double value) {
  char text[64];
  std::snprintf(text, sizeof text, value < kDecimalsBelow ? "%.1f" : "%.0f", value);
  std::string out(text);
  const std::size_t point = out.find('.');
  if (point != std::string::npos) out.replace(point, 1, tr(",", "."));
  return out;
}

}  // namespace

std::string grouped(std::uint64_t number) {
  const std::string digits = std::to_string(number);
  if (number < kFirstGrouped) return digits;
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += tr("\u202F", ",");
    out += digits[i];
  }
  return out;
}

std::string duration_text(double seconds) {
  if (seconds < 60) return decimal(seconds) + " s";
  const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
  char rest[16];
  std::snprintf(rest, sizeof rest, "%02u", static_cast<unsigned>(whole % 60));
  return grouped(whole / 60) + " min " + rest + " s";
}

std::string bytes_text(std::uint64_t bytes) {
  static constexpr struct {
    double size;
    const char *french, *english;
  } kUnits[] = {{1e9, " Go", " GB"}, {1e6, " Mo", " MB"}, {1e3, " ko", " kB"}};
  for (const auto& unit : kUnits) {
    const double value = static_cast<double>(bytes) / unit.size;
    if (value >= 1) return decimal(value) + tr(unit.french, unit.english);
  }
  return std::to_string(bytes) + tr(" o", " B");
}

}  // namespace gazette::indexer
