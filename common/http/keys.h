// Who may ask: the keys of --keys-file.
#pragma once

#include <httplib.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace gazette::http {

/// The keys that open the archive; none means that it is open to all.
class Keys {
 public:
  Keys() = default;

  /// One key a line, at least 16 characters without spaces; empty lines and lines that begin with
  /// '#' are passed over. A file without a key is an error: it would lock everybody out.
  static Result<Keys> read(const std::string& path);

  [[nodiscard]] bool open() const { return keys_.empty(); }

  /// True when an Authorization header's value carries one of the keys. Takes as long for a wrong
  /// key as for a right one.
  [[nodiscard]] bool accept(std::string_view authorization) const;

  /// True when the request has one Authorization header and that carries one of the keys: of two a
  /// proxy in front may have judged the other one.
  [[nodiscard]] bool admit(const httplib::Request& request) const;

 private:
  std::vector<std::string> keys_;
};

}  // namespace gazette::http
