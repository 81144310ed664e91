// The archive's vocabulary as the query sees it: terms in byte order, to expand `mot*` and `mot~`.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

namespace gazette::server {

/// Walks the index's terms in byte order. Starts before the first term.
class TermCursor {
 public:
  virtual ~TermCursor() = default;

  /// Moves to the first term >= `term` (forward or back); false when there is none.
  virtual bool seek(std::string_view term) = 0;

  /// Moves to the next term; false at the end. Only after a seek that returned true.
  virtual bool next() = 0;

  /// The term under the cursor, prefix included, and how many articles have it. Valid until the
  /// next move; only after a move that returned true.
  [[nodiscard]] virtual std::string_view term() const = 0;
  [[nodiscard]] virtual std::uint32_t articles() const = 0;
};

/// Where cursors come from: one revision of the archive. One thread's at a time.
class TermSource {
 public:
  virtual ~TermSource() = default;
  [[nodiscard]] virtual std::unique_ptr<TermCursor> cursor() const = 0;
};

}  // namespace gazette::server
