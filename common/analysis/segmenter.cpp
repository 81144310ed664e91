// ICU's word break iterator over a UTF-8 UText, so that offsets are bytes.
#include "common/analysis/segmenter.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <stdexcept>

namespace gazette {

struct Segmenter::Icu {
  std::unique_ptr<icu::BreakIterator> words;
  Icu() {
    UErrorCode status = U_ZERO_ERROR;
    words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU: no word break data");
  }
};

Segmenter::Segmenter() = default;
Segmenter::~Segmenter() = default;
Segmenter::Segmenter(Segmenter&&) noexcept = default;
Segmenter& Segmenter::operator=(Segmenter&&) noexcept = default;

void Segmenter::words(std::string_view run,
                      const std::function<void(std::size_t, std::size_t)>& word) {
  if (!icu_) icu_ = std::make_unique<Icu>();
  UErrorCode status = U_ZERO_ERROR;
  UText* text = utext_openUTF8(nullptr, run.data(), static_cast<std::int64_t>(run.size()), &status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU: cannot open text");
  icu_->words->setText(text, status);
  std::int32_t begin = icu_->words->first();
  for (std::int32_t end = icu_->words->next(); end != icu::BreakIterator::DONE;
       end = icu_->words->next()) {
    if (icu_->words->getRuleStatus() != UBRK_WORD_NONE) {
      word(static_cast<std::size_t>(begin), static_cast<std::size_t>(end));
    }
    begin = end;
  }
  utext_close(text);
}

}  // namespace gazette
