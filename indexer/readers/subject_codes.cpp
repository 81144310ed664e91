// Codes of eight digits, the first two the topic. Source: IPTC Subject NewsCodes and Media Topics,
// whose tops share their numbers.
#include "indexer/readers/subject_codes.h"

#include <algorithm>
#include <array>

namespace gazette::indexer {
namespace {

constexpr std::array<std::string_view, 17> kTopics = {"Arts et culture",
                                                      "Police et justice",
                                                      "Catastrophes et accidents",
                                                      "Économie",
                                                      "Éducation",
                                                      "Environnement",
                                                      "Santé",
                                                      "Gens",
                                                      "Social",
                                                      "Loisirs",
                                                      "Politique",
                                                      "Religion",
                                                      "Sciences",
                                                      "Société",
                                                      "Sport",
                                                      "Guerres et conflits",
                                                      "Météo"};

constexpr std::size_t kDigits = 8;

std::string_view digits_of(std::string_view code) {
  const std::string_view digits = code.substr(code.find_last_of(":/") + 1);
  const bool all =
      digits.size() == kDigits &&
      std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  return all ? digits : std::string_view();
}

}  // namespace

std::string_view topic_of_code(std::string_view code) {
  const std::string_view digits = digits_of(code);
  if (digits.empty()) return {};
  const int topic = (digits[0] - '0') * 10 + (digits[1] - '0');
  return topic >= 1 && topic <= static_cast<int>(kTopics.size())
             ? kTopics[static_cast<std::size_t>(topic) - 1]
             : std::string_view();
}

bool is_topic_code(std::string_view code) {
  return !topic_of_code(code).empty() && digits_of(code).substr(2) == "000000";
}

}  // namespace gazette::indexer
