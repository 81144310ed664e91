// Postings grouped by counting, then the tables from front to back.
#include "indexer/bulk/segment.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <system_error>

#include "indexer/bulk/glass_codec.h"

namespace gazette::indexer {
namespace {

using glass::put_last_uint;
using glass::put_sorted_string;
using glass::put_sorted_uint;
using glass::put_string;
using glass::put_uint;

constexpr std::size_t kFirstSlots = std::size_t{1} << 18;  // a part has some 200,000 terms
constexpr std::size_t kChunkBytes =
    2000;  // of a posting or value list: what Xapian looks up in one go
// A posting's positions: 40 bits say where, 24 how long (an article of 16 MB has no more).
constexpr unsigned kLengthBits = 24;
constexpr std::uint64_t kLengthMask = (std::uint64_t{1} << kLengthBits) - 1;
// Kinds of rows in the postlist table besides terms.
constexpr std::string_view kMetadata{"\0\xC0", 2}, kValueStats{"\0\xD0", 2},
    kValueChunk{"\0\xD8", 2}, kLengths{"\0\xE0", 2};

std::string new_folder(const std::string& path) {
  if (!std::filesystem::create_directory(path)) {
    throw std::system_error(std::make_error_code(std::errc::file_exists), path);
  }
  return path;
}

/// Document numbers and counts in chunks; the first says what the whole list is.
class PostingChunks {
 public:
  /// `key` is that of the first chunk; `next_key(document)` makes the others'.
  template <typename NextKey>
  void write(glass::TableWriter& table, std::string_view key, std::uint64_t count,
             std::uint64_t total, std::span<const std::pair<std::uint32_t, std::uint64_t>> rows,
             NextKey next_key) {
    for (std::size_t begin = 0; begin < rows.size();) {
      chunk_.clear();
      std::size_t end = begin;
      for (; end < rows.size() && chunk_.size() < kChunkBytes; ++end) {
        if (end > begin) put_uint(chunk_, rows[end].first - rows[end - 1].first - 1);
        put_uint(chunk_, rows[end].second);
      }
      tag_.clear();
      if (begin == 0) {
        put_uint(tag_, count);
        put_uint(tag_, total);
        put_uint(tag_, rows[0].first - 1);
      }
      tag_.push_back(end == rows.size() ? '1' : '0');
      put_uint(tag_, rows[end - 1].first - rows[begin].first);
      tag_ += chunk_;
      if (begin == 0) {
        table.add(key, tag_);
      } else {
        table.add(next_key(rows[begin].first), tag_);
      }
      begin = end;
    }
  }

 private:
  std::string chunk_, tag_;
};

}  // namespace

Segment::Segment(std::string folder)
    : folder_(new_folder(folder)),
      docdata_(folder_ + "/docdata.glass"),
      termlist_(folder_ + "/termlist.glass") {}

void Segment::set_metadata(std::string key, std::string value) {
  metadata_[std::move(key)] = std::move(value);
}

std::size_t Segment::bytes() const {
  return postings_.size() * (2 * sizeof(Posting) + sizeof(std::uint32_t)) + positions_.size() +
         text_.size() + terms_.size() * sizeof(Term);
}

void Segment::add(const BulkDocument& document) {
  const std::uint32_t number = ++documents_;
  std::string key;
  put_sorted_uint(key, number);
  docdata_.add(key, document.data);
  termlist_.add(key, document.term_list, document.packed);
  if (!document.slots_used.empty()) {
    key.push_back('\0');
    termlist_.add(key, document.slots_used);
  }
  for (const auto& [slot, value] : document.values) {
    if (slot >= values_.size()) values_.resize(slot + 1);
    values_[slot].emplace_back(number, value);
  }
  lengths_.push_back(document.length);
  total_length_ += document.length;
  if (document.length > 0 && (least_length_ == 0 || document.length < least_length_)) {
    least_length_ = document.length;
  }
  greatest_length_ = std::max(greatest_length_, document.length);
  greatest_wdf_ = std::max(greatest_wdf_, document.greatest_wdf);

  std::string_view texts = document.text;
  std::uint64_t position = positions_.size();
  positions_ += document.positions;
  for (std::size_t i = 0; i < document.terms.size(); ++i) {
    fetch_ahead(document.terms, i);
    const BulkDocument::Term& term = document.terms[i];
    const std::uint32_t known = intern(texts.substr(0, term.bytes), term.hash);
    texts.remove_prefix(term.bytes);
    ++terms_[known].postings;
    owners_.push_back(known);
    postings_.push_back({.positions = position << kLengthBits | term.position_bytes,
                         .document = number,
                         .wdf = term.wdf});
    position += term.position_bytes;
  }
}

/// The table of terms is larger than the caches: a slot is asked for two steps before the term that
/// it leads to, that one two steps before its bytes.
void Segment::fetch_ahead(const std::vector<BulkDocument::Term>& terms, std::size_t at) const {
  if (slots_.empty()) return;
  constexpr std::size_t kStep = 6;
  const std::size_t mask = slots_.size() - 1;
  if (at + 3 * kStep < terms.size()) {
    __builtin_prefetch(&slots_[terms[at + 3 * kStep].hash & mask]);
  }
  if (at + 2 * kStep < terms.size()) {
    const std::uint32_t slot = slots_[terms[at + 2 * kStep].hash & mask];
    if (slot != 0) __builtin_prefetch(&terms_[slot - 1]);
  }
  if (at + kStep < terms.size()) {
    const std::uint32_t slot = slots_[terms[at + kStep].hash & mask];
    if (slot != 0) __builtin_prefetch(text_.data() + terms_[slot - 1].begin);
  }
}

std::uint32_t Segment::intern(std::string_view term, std::uint32_t hash) {
  if (terms_.size() * 2 >= slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const Term& known = terms_[slots_[slot] - 1];
    if (known.hash == hash && text(known) == term) return slots_[slot] - 1;
  }
  Term made;
  made.begin = text_.size();
  made.bytes = static_cast<std::uint32_t>(term.size());
  made.hash = hash;
  text_ += term;
  terms_.push_back(made);
  slots_[slot] = static_cast<std::uint32_t>(terms_.size());
  return slots_[slot] - 1;
}

void Segment::grow() {
  slots_.assign(std::max(kFirstSlots, slots_.size() * 2), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t id = 0; id < terms_.size(); ++id) {
    std::size_t slot = terms_[id].hash & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = id + 1;
  }
}

/// Groups the postings by term; within a term they stay in the order of the documents.
void Segment::turn_over() {
  ends_.resize(terms_.size());
  std::uint64_t begin = 0;
  for (std::size_t id = 0; id < terms_.size(); ++id) {
    ends_[id] = begin;
    begin += terms_[id].postings;
  }
  std::vector<Posting> grouped(postings_.size());
  for (std::size_t i = 0; i < postings_.size(); ++i) grouped[ends_[owners_[i]]++] = postings_[i];
  postings_ = std::move(grouped);
  owners_ = {};
}

std::vector<std::uint32_t> Segment::sorted_terms() const {
  std::vector<std::uint32_t> order(terms_.size());
  for (std::uint32_t id = 0; id < order.size(); ++id) order[id] = id;
  std::sort(order.begin(), order.end(),
            [this](std::uint32_t a, std::uint32_t b) { return text(terms_[a]) < text(terms_[b]); });
  return order;
}

void Segment::write_metadata(glass::TableWriter& table) const {
  for (const auto& [key, value] : metadata_) {
    if (!value.empty()) table.add(std::string(kMetadata) + key, value);
  }
}

void Segment::write_values(glass::TableWriter& table) const {
  for (std::uint32_t slot = 0; slot < values_.size(); ++slot) {
    if (values_[slot].empty()) continue;
    const auto [least, greatest] =
        std::minmax_element(values_[slot].begin(), values_[slot].end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; });
    std::string key(kValueStats);
    put_last_uint(key, slot);
    std::string tag;
    put_uint(tag, values_[slot].size());
    put_string(tag, least->second);
    if (greatest->second != least->second) tag += greatest->second;
    table.add(key, tag);
  }
  for (std::uint32_t slot = 0; slot < values_.size(); ++slot) {
    const auto& rows = values_[slot];
    for (std::size_t begin = 0; begin < rows.size();) {
      std::string key(kValueChunk);
      put_uint(key, slot);
      put_sorted_uint(key, rows[begin].first);
      std::string tag;
      std::size_t end = begin;
      for (; end < rows.size() && tag.size() < kChunkBytes; ++end) {
        if (end > begin) put_uint(tag, rows[end].first - rows[end - 1].first - 1);
        put_string(tag, rows[end].second);
      }
      table.add(key, tag);
      begin = end;
    }
  }
}

void Segment::write_lengths(glass::TableWriter& table) const {
  std::vector<std::pair<std::uint32_t, std::uint64_t>> rows;
  for (std::uint32_t i = 0; i < lengths_.size(); ++i) rows.emplace_back(i + 1, lengths_[i]);
  PostingChunks().write(table, kLengths, 0, 0, rows, [](std::uint32_t document) {
    std::string key(kLengths);
    put_sorted_uint(key, document);
    return key;
  });
}

void Segment::write_postings(glass::TableWriter& postlist, glass::TableWriter& position) {
  turn_over();
  PostingChunks chunks;
  std::vector<std::pair<std::uint32_t, std::uint64_t>> rows;
  std::string key, positions_key;
  for (const std::uint32_t id : sorted_terms()) {
    const std::string_view term = text(terms_[id]);
    const std::span<const Posting> postings =
        std::span(postings_).subspan(ends_[id] - terms_[id].postings, terms_[id].postings);
    rows.clear();
    std::uint64_t total = 0;
    positions_key.clear();
    put_sorted_string(positions_key, term, false);
    const std::size_t prefix = positions_key.size();
    for (const Posting& posting : postings) {
      rows.emplace_back(posting.document, posting.wdf);
      total += posting.wdf;
      const std::uint64_t length = posting.positions & kLengthMask;
      if (length == 0) continue;
      positions_key.resize(prefix);
      put_sorted_uint(positions_key, posting.document);
      position.add(positions_key,
                   std::string_view(positions_)
                       .substr(posting.positions >> kLengthBits, posting.positions & kLengthMask));
    }
    key.clear();
    put_sorted_string(key, term, true);
    chunks.write(postlist, key, rows.size(), total, rows, [&](std::uint32_t document) {
      positions_key.resize(prefix);
      put_sorted_uint(positions_key, document);
      return positions_key;
    });
  }
}

/// The version file: format, a name of its own, the roots of the tables, the figures of the whole.
void Segment::write_version(const std::vector<glass::TableRoot>& roots) const {
  constexpr std::string_view kMagic{"\x0F\x0DXapian Glass\x04\x6E", 16};  // format of 14 March 2016
  constexpr unsigned kBlockUnits = glass::kBlockBytes / 2048;
  constexpr unsigned kCompressMin[] = {0, 18, 18, 0, 18, 18};  // as Xapian sets it
  std::string out(kMagic);
  std::random_device random;
  for (int i = 0; i < 4; ++i) {
    const std::uint32_t bits = random();
    for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>(bits >> shift));
  }
  put_uint(out, 1);  // revision
  for (std::size_t i = 0; i < roots.size(); ++i) {
    const glass::TableRoot& root = roots[i];
    const bool absent = root.blocks == 0;
    put_uint(out, root.root);
    put_uint(out, root.level << 2 | 2u | (absent ? 1u : 0u));  // written in order; no table yet
    put_uint(out, root.entries);
    put_uint(out, kBlockUnits);
    put_uint(out, kCompressMin[i]);
    std::string free_list;
    if (!absent) {
      put_uint(free_list, 1);  // revision
      put_uint(free_list, root.blocks);
      free_list.append(4, '\0');  // no free block
    }
    put_string(out, free_list);
  }
  put_uint(out, documents_);
  put_uint(out, 0);  // the last document's number less their count
  put_uint(out, least_length_);
  put_uint(out, greatest_wdf_);
  put_uint(out, greatest_length_ - greatest_wdf_);
  put_uint(out, 0);  // oldest change set
  put_uint(out, total_length_);
  put_uint(out, 0);  // spelling
  const std::string path = folder_ + "/iamglass";
  std::ofstream file(path, std::ios::binary);
  file.write(out.data(), static_cast<std::streamsize>(out.size()));
  file.close();
  if (!file) throw std::system_error(errno, std::generic_category(), path);
}

void Segment::finish() {
  glass::TableWriter postlist(folder_ + "/postlist.glass");
  glass::TableWriter position(folder_ + "/position.glass");
  write_metadata(postlist);
  write_values(postlist);
  write_lengths(postlist);
  write_postings(postlist, position);
  write_version(
      {postlist.finish(), docdata_.finish(), termlist_.finish(), position.finish(), {}, {}});
}

}  // namespace gazette::indexer
