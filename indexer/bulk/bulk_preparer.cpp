// Term lists, positions and slots in glass's own form.
#include "indexer/bulk/bulk_preparer.h"

#include <xxhash.h>

#include <algorithm>
#include <new>

#include "common/index/stored_article.h"
#include "common/time_zone.h"
#include "indexer/bulk/glass_codec.h"

namespace gazette::indexer {
namespace {

// Term lists of 2 kB: every higher level costs more than it saves.
constexpr int kDeflateLevel = 1;

/// Rows of a term list: what a term shares with the one before it, the rest, its wdf; small wdfs
/// share a byte with the length shared.
class TermListWriter {
 public:
  explicit TermListWriter(std::string& out) : out_(out) {}

  /// `term` is borrowed until the next one.
  void add(std::string_view term, std::uint32_t wdf) {
    if (last_.empty()) {
      out_.push_back(static_cast<char>(term.size()));
      out_.append(term);
      glass::put_uint(out_, wdf);
      last_ = term;
      return;
    }
    std::size_t shared = 0;
    const std::size_t most = std::min(term.size(), last_.size());
    while (shared < most && term[shared] == last_[shared]) ++shared;
    constexpr std::uint32_t kWdfEnd = 127;
    const std::size_t both = wdf < kWdfEnd ? (wdf + 1) * (last_.size() + 1) + shared : 256;
    const char head[2] = {static_cast<char>(both < 256 ? both : shared),
                          static_cast<char>(term.size() - shared)};
    out_.append(head, sizeof head);
    out_.append(term.substr(shared));
    if (both >= 256) glass::put_uint(out_, wdf);
    last_ = term;
  }

 private:
  std::string& out_;
  std::string_view last_;  ///< empty: none yet, no term is empty
};

std::string slots_used(const SlotValues& values) {
  std::string out;
  std::uint32_t next = 0;
  for (const auto& [slot, value] : values) {
    glass::put_uint(out, slot - next);
    next = slot + 1;
  }
  return out;
}

}  // namespace

BulkPreparer::BulkPreparer()
    : builder_(analyzer_, TimeZone::paris()),
      deflater_(libdeflate_alloc_compressor(kDeflateLevel)) {
  if (deflater_ == nullptr) throw std::bad_alloc();
}

Prepared BulkPreparer::prepare(const Article& article) {
  BulkDocument document;
  document.id = article.id;
  document.edition = edition_of(article);
  document.data = encode_article(article);
  document.content_hash = content_hash(document.data);
  rows_.clear();
  TermListWriter rows(rows_);
  document.values = builder_.build_flat(
      article, document.data,
      [&](std::string_view folded, std::string_view stem) {
        document.stems.emplace_back(folded, stem);
      },
      [&](std::string_view term, std::uint32_t wdf, std::span<const std::uint32_t> positions) {
        rows.add(term, wdf);
        const std::size_t before = document.positions.size();
        if (!positions.empty()) glass::put_positions(document.positions, positions);
        document.terms.push_back(
            {.hash = static_cast<std::uint32_t>(XXH3_64bits(term.data(), term.size())),
             .wdf = wdf,
             .position_bytes = static_cast<std::uint32_t>(document.positions.size() - before),
             .bytes = static_cast<std::uint16_t>(term.size())});
        document.text.append(term);
        document.length += wdf;
        document.greatest_wdf = std::max(document.greatest_wdf, wdf);
      });
  document.slots_used = slots_used(document.values);
  deflate_term_list(document);
  return document;
}

void BulkPreparer::deflate_term_list(BulkDocument& document) {
  std::string whole;
  glass::put_uint(whole, document.length);
  glass::put_uint(whole, document.terms.size());
  whole += rows_;
  std::string& out = document.term_list;
  out.resize(whole.size());
  const std::size_t bytes = libdeflate_deflate_compress(deflater_.get(), whole.data(), whole.size(),
                                                        out.data(), out.size());
  document.packed = bytes != 0;  // 0: it would not be shorter
  if (document.packed) {
    out.resize(bytes);
  } else {
    out = std::move(whole);
  }
}

}  // namespace gazette::indexer
