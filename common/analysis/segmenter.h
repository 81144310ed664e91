// Words of scripts written without spaces (Chinese, Japanese, Thai…), found by ICU.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>

namespace gazette {

/// Not for sharing between threads.
class Segmenter {
 public:
  Segmenter();
  ~Segmenter();
  Segmenter(Segmenter&&) noexcept;
  Segmenter& operator=(Segmenter&&) noexcept;

  /// Calls `word(begin, end)` (bytes into `run`) for each word of a run of such a script.
  void words(std::string_view run, const std::function<void(std::size_t, std::size_t)>& word);

 private:
  struct Icu;
  std::unique_ptr<Icu> icu_;  ///< made when first needed
};

}  // namespace gazette
