// The language of messages: French, or English where asked for.
#pragma once

#include <cstdint>
#include <string_view>

namespace gazette::indexer {

enum class Language : std::uint8_t { kFrench, kEnglish };

/// What `--lang` and the locale's variables come to: `asked` ("fr", "en", "" for not given) wins,
/// then the first set of LC_ALL, LC_MESSAGES, LANG; a locale without a language (C, POSIX, C.UTF-8)
/// is French, any language that is not French is English.
Language choose_language(std::string_view asked);

/// Set once, before any thread starts.
void set_language(Language language);

/// The one of the two that is in the language set.
const char* tr(const char* french, const char* english);

}  // namespace gazette::indexer
