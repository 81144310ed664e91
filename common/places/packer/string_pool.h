// Strings of a packed file, each kept once.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>

#include "common/places/packed.h"

namespace gazette::packer {

class StringPool {
 public:
  packed::StringRef add(std::string_view text) {
    const auto [entry, fresh] = known_.try_emplace(std::string(text), bytes_.size());
    if (!fresh) return entry->second;
    if (text.size() > UINT16_MAX) throw std::runtime_error("a string longer than 65,535 bytes");
    const auto length = static_cast<std::uint16_t>(text.size());
    bytes_.append(reinterpret_cast<const char*>(&length), sizeof length);
    bytes_.append(text);
    return entry->second;
  }

  [[nodiscard]] std::string_view at(packed::StringRef ref) const {
    return packed::string_at(bytes_.data(), ref);
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::unordered_map<std::string, packed::StringRef> known_;
};

}  // namespace gazette::packer
