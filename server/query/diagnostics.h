// What was mended in a query, collected while it is read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gazette::server {

/// One thing to tell the reader.
struct Diagnostic {
  std::string code;        ///< kebab-case, stable
  std::string detail;      ///< French sentence
  std::size_t offset = 0;  ///< bytes into the query
  bool mend = true;        ///< false: nothing was wrong, but it is worth telling (never an error)
};

/// Collects them in the order found. One query's.
class Diagnostics {
 public:
  /// The query was changed so that it could be read: an error when strict.
  void mended(std::string_view code, std::size_t offset, std::string detail) {
    list_.push_back({std::string(code), std::move(detail), offset, true});
  }

  /// The query was read as it stands, in a way the reader should know of.
  void noted(std::string_view code, std::size_t offset, std::string detail) {
    list_.push_back({std::string(code), std::move(detail), offset, false});
  }

  [[nodiscard]] const std::vector<Diagnostic>& list() const { return list_; }

 private:
  std::vector<Diagnostic> list_;
};

}  // namespace gazette::server
