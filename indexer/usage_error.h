// A command that cannot be run as it was given.
#pragma once

#include <stdexcept>

namespace gazette::indexer {

/// what() says what was wrong and what to do, in the language of messages.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace gazette::indexer
