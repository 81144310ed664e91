// Puts a packed file together: header first, then aligned arrays.
#pragma once

#include <string>
#include <vector>

#include "common/places/packed.h"

namespace gazette::packer {

template <typename Header>
class FileImage {
 public:
  FileImage() : bytes_(sizeof(Header), '\0') {}

  template <typename Record>
  packed::Span add(const std::vector<Record>& records) {
    return add_bytes(records.data(), records.size() * sizeof(Record), records.size());
  }
  packed::Span add(const std::string& pool) {
    return add_bytes(pool.data(), pool.size(), pool.size());
  }

  std::string finish(const Header& header) && {
    std::memcpy(bytes_.data(), &header, sizeof header);
    return std::move(bytes_);
  }

 private:
  packed::Span add_bytes(const void* data, std::size_t size, std::size_t count) {
    bytes_.resize((bytes_.size() + 7) / 8 * 8);
    const packed::Span span{static_cast<std::uint32_t>(bytes_.size()),
                            static_cast<std::uint32_t>(count)};
    bytes_.append(static_cast<const char*>(data), size);
    return span;
  }

  std::string bytes_;
};

}  // namespace gazette::packer
