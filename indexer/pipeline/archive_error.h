// What stands in the way of reading or writing a database.
#pragma once

#include <xapian.h>

#include <stdexcept>
#include <string>

namespace gazette::indexer {

/// Told to the person at the terminal: which database, why, and what to do.
class ArchiveError : public std::runtime_error {
 public:
  explicit ArchiveError(const std::string& what, bool no_space = false)
      : std::runtime_error(what), no_space_(no_space) {}

  /// True when there is no room left: on the disk, in a quota, in what a file may hold.
  [[nodiscard]] bool no_space() const { return no_space_; }

 private:
  bool no_space_;
};

/// The words of an ArchiveError: the database, what is wrong with it, what to do.
std::string sentence(const std::string& directory, const char* problem, const char* advice);

/// What Xapian says of an error, with the system's own words.
std::string reason_of(const Xapian::Error& error);

/// Throws ArchiveError: writing has failed.
[[noreturn]] void throw_failed(const std::string& directory, const Xapian::Error& error);

/// Throws ArchiveError: the database cannot be opened.
[[noreturn]] void throw_unusable(const std::string& directory, const Xapian::Error& error);

}  // namespace gazette::indexer
