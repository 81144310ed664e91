// The language of messages, from --lang and the locale.
#include "indexer/language.h"

#include <cstdlib>

namespace gazette::indexer {
namespace {

Language language = Language::kFrench;

}  // namespace

Language choose_language(std::string_view asked) {
  if (asked == "en") return Language::kEnglish;
  if (asked == "fr") return Language::kFrench;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* const value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    const std::string_view locale(value);
    const std::string_view tongue = locale.substr(0, locale.find_first_of("_.@"));
    if (tongue == "C" || tongue == "POSIX" || tongue == "fr") return Language::kFrench;
    return Language::kEnglish;
  }
  return Language::kFrench;
}

void set_language(Language asked) { language = asked; }

const char* tr(const char* french, const char* english) {
  return language == Language::kFrench ? french : english;
}

}  // namespace gazette::indexer
