// Who may ask: the keys of --keys-file.
#include "common/http/keys.h"

#include <algorithm>
#include <fstream>

namespace gazette::http {
namespace {

constexpr std::size_t kMinKey =
    16;  // characters: what cannot be guessed at a few thousand a second

/// Looks at every byte whatever the first difference.
bool same_bytes(std::string_view a, std::string_view b) {
  unsigned difference = a.size() == b.size() ? 0 : 1;
  for (std::size_t i = 0; i < a.size() && !b.empty(); ++i) {
    difference |= static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^
                                        static_cast<unsigned char>(b[i % b.size()]));
  }
  return difference == 0;
}

std::string trimmed(const std::string& line) {
  const auto begin = line.find_first_not_of(" \t\r");
  if (begin == std::string::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t\r") - begin + 1);
}

}  // namespace

Result<Keys> Keys::read(const std::string& path) {
  std::ifstream file(path);
  if (!file) return Error{"keys-file", "fichier de clés illisible : " + path, "keys-file"};
  Keys keys;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    const std::string key = trimmed(line);
    if (key.empty() || key[0] == '#') continue;
    if (key.size() < kMinKey || key.find_first_of(" \t") != std::string::npos) {
      return Error{"keys-file",
                   path + ", ligne " + std::to_string(number) +
                       " : une clé a 16 caractères au moins, sans espace "
                       "(par exemple : openssl rand -hex 24)",
                   "keys-file"};
    }
    keys.keys_.push_back(key);
  }
  if (keys.keys_.empty()) {
    return Error{"keys-file", path + " : aucune clé ; une par ligne", "keys-file"};
  }
  return keys;
}

bool Keys::accept(std::string_view authorization) const {
  constexpr std::string_view kScheme = "bearer ";
  if (authorization.size() <= kScheme.size()) return false;
  const bool bearer =
      std::equal(kScheme.begin(), kScheme.end(), authorization.begin(), [](char want, char got) {
        const char lower = got >= 'A' && got <= 'Z' ? static_cast<char>(got + 32) : got;
        return want == lower;
      });
  if (!bearer) return false;
  const std::string_view given = authorization.substr(kScheme.size());
  bool found = false;
  for (const std::string& key : keys_) found = same_bytes(given, key) || found;
  return found;
}

bool Keys::admit(const httplib::Request& request) const {
  return request.get_header_value_count("Authorization") == 1 &&
         accept(request.get_header_value("Authorization"));
}

}  // namespace gazette::http
