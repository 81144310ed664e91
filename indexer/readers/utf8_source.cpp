// Opening, ASCII, then one encoding to the end.
#include "indexer/readers/utf8_source.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <exception>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "common/utf8.h"
#include "indexer/readers/encoding.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} << 10;  // also what an encoding is decided from
constexpr std::size_t kLongestUtf8 = 4;

/// Bytes of `text` before the first that is not ASCII.
std::size_t ascii_prefix(std::string_view text) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  std::size_t at = 0;
  for (std::uint64_t word = 0; at + sizeof word <= text.size(); at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    if ((word & kHighBits) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

/// Appends `raw` with what is malformed replaced; returns how many bytes were used: at most the
/// last three stay for later, unless this is the end.
std::size_t append_utf8(std::string& out, std::string_view raw, bool at_end,
                        std::size_t& replaced) {
  std::size_t at = 0;
  std::size_t good = 0;  // from here on everything seen is well-formed
  while (at < raw.size()) {
    at += ascii_prefix(raw.substr(at));
    if (at == raw.size()) break;
    const utf8::Decoded c = utf8::decode(raw, at);
    if (c.length == 1) {
      if (!at_end && at + kLongestUtf8 > raw.size()) break;
      out.append(raw, good, at - good);
      utf8::append(out, utf8::kReplacement);
      good = at + 1;
      ++replaced;
    }
    at += c.length;
  }
  out.append(raw, good, at - good);
  return at;
}

/// Converts by ICU, counting what is replaced.
class IcuConverter {
 public:
  IcuConverter(const std::string& encoding, std::size_t& replaced) : replaced_(replaced) {
    UErrorCode status = U_ZERO_ERROR;
    from_.reset(ucnv_open(encoding.c_str(), &status));
    to_.reset(ucnv_open("UTF-8", &status));
    if (U_SUCCESS(status)) {
      ucnv_setToUCallBack(from_.get(), &IcuConverter::replace, this, nullptr, nullptr, &status);
    }
    if (U_FAILURE(status)) throw std::runtime_error("ICU: no converter for " + encoding);
  }

  void append(std::string& out, std::string_view raw, bool at_end) {
    const char* source = raw.data();
    const char* const end = source + raw.size();
    for (;;) {
      char piece[4096];
      char* target = piece;
      UErrorCode status = U_ZERO_ERROR;
      ucnv_convertEx(to_.get(), from_.get(), &target, piece + sizeof piece, &source, end, pivot_,
                     &pivot_source_, &pivot_target_, pivot_ + std::size(pivot_),
                     static_cast<UBool>(fresh_), static_cast<UBool>(at_end), &status);
      fresh_ = false;
      out.append(piece, target);
      if (status == U_BUFFER_OVERFLOW_ERROR) continue;
      if (U_FAILURE(status)) throw std::runtime_error("ICU: conversion failed");
      return;
    }
  }

 private:
  static void U_CALLCONV replace(const void* context, UConverterToUnicodeArgs* arguments,
                                 const char* bytes, std::int32_t length,
                                 UConverterCallbackReason reason, UErrorCode* status) {
    if (reason <= UCNV_IRREGULAR) {
      ++static_cast<IcuConverter*>(const_cast<void*>(context))->replaced_;
    }
    UCNV_TO_U_CALLBACK_SUBSTITUTE(nullptr, arguments, bytes, length, reason, status);
  }

  struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  std::unique_ptr<UConverter, Close> from_, to_;
  std::size_t& replaced_;
  char16_t pivot_[1024];
  char16_t* pivot_source_ = pivot_;
  char16_t* pivot_target_ = pivot_;
  bool fresh_ = true;
};

class Utf8Source : public ByteSource {
 public:
  Utf8Source(std::unique_ptr<ByteSource> source, InputNotes& notes)
      : source_(std::move(source)), notes_(notes) {}

  std::size_t read(char* into, std::size_t size) override {
    while (at_ == out_.size()) {
      if (finished_) return 0;
      out_.clear();
      at_ = 0;
      produce();
    }
    const std::size_t count = std::min(size, out_.size() - at_);
    std::memcpy(into, out_.data() + at_, count);
    at_ += count;
    return count;
  }

 private:
  enum class State : std::uint8_t { kOpening, kAscii, kUtf8, kConverted };

  void produce() {
    // What came before the damage is given first; the exception comes when more is asked for.
    if (failure_ && raw_.empty()) std::rethrow_exception(failure_);
    if (state_ == State::kOpening) open();
    if (state_ == State::kAscii) take_ascii();
    if (state_ == State::kUtf8) {
      if (raw_.size() < kLongestUtf8) fill();
      raw_.erase(0, append_utf8(out_, raw_, ended_, notes_.replaced));
    } else if (state_ == State::kConverted) {
      if (raw_.empty()) fill();
      converter_->append(out_, raw_, ended_);
      raw_.clear();
    }
    finished_ = ended_ && raw_.empty() && !failure_;
    std::erase(out_, '\0');
  }

  /// What the source has now; at its end or its failure nothing.
  void fill() {
    if (ended_) return;
    std::size_t got = 0;
    try {
      got = source_->read(chunk_.data(), chunk_.size());
    } catch (const std::exception&) {  // thrown again by produce
      failure_ = std::current_exception();
    }
    raw_.append(chunk_.data(), got);
    ended_ = got == 0;
  }

  /// As much as an encoding is told from.
  void fill_sample() {
    while (raw_.size() < kChunkBytes && !ended_) fill();
  }

  void open() {
    fill_sample();
    const Opening opening = read_opening(raw_);
    notes_.binary = opening.binary;
    declared_ = opening.declared;
    raw_.erase(0, opening.mark);
    state_ = State::kAscii;
    if (!opening.encoding.empty()) decide(opening.encoding);
  }

  void take_ascii() {
    if (raw_.empty()) fill();
    const std::size_t ascii = ascii_prefix(raw_);
    out_.append(raw_, 0, ascii);
    raw_.erase(0, ascii);
    if (raw_.empty()) return;
    fill_sample();
    decide(encoding_of(raw_, declared_));
  }

  void decide(const std::string& encoding) {
    notes_.encoding = encoding;
    if (encoding == "UTF-8") {
      state_ = State::kUtf8;
    } else {
      state_ = State::kConverted;
      converter_ = std::make_unique<IcuConverter>(encoding, notes_.replaced);
    }
  }

  std::unique_ptr<ByteSource> source_;
  InputNotes& notes_;
  State state_ = State::kOpening;
  std::string declared_;
  std::unique_ptr<IcuConverter> converter_;
  std::array<char, kChunkBytes> chunk_;
  std::string raw_;  ///< bytes as they came, not yet converted
  std::string out_;  ///< UTF-8 not yet given away, from at_
  std::size_t at_ = 0;
  bool ended_ = false;     ///< nothing more comes from the source
  bool finished_ = false;  ///< nothing more to give
  std::exception_ptr failure_;
};

}  // namespace

std::unique_ptr<ByteSource> to_utf8(std::unique_ptr<ByteSource> source, InputNotes& notes) {
  return std::make_unique<Utf8Source>(std::move(source), notes);
}

}  // namespace gazette::indexer
