// What is thrown when the archive cannot be read.
#pragma once

#include <stdexcept>

namespace gazette::server {

/// No database can be read (missing, damaged, or changing faster than it can be read): 503. The
/// message is French and holds no path.
class ArchiveUnavailable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace gazette::server
