// Snowball's French stemmer, with the repairs that news needs around it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace gazette {

/// A stem, and the rule that made it (a static string, for /v1/analyze).
struct Stem {
  std::string text;
  std::string_view why;  ///< "override", "demonym", "snowball", "repaired", "foreign"
};

/// Not for sharing between threads (libstemmer keeps a buffer).
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  /// The stem of an exact form (see fold.h), accents kept. Never empty for a non-empty word.
  Stem stem(std::string_view exact);

 private:
  struct Snowball;
  std::unique_ptr<Snowball> snowball_;
};

}  // namespace gazette
