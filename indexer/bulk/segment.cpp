// Terms numbered by a hash table, postings grouped by counting.
#include "indexer/bulk/segment.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/index/starting_number.h"
#include "indexer/bulk/glass_codec.h"
#include "indexer/bulk/posting_list.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kFirstSlots = std::size_t{1} << 18;  // a part has some 200,000 terms
// A posting's positions: 40 bits say where, 24 how long (an article of 16 MB has no more).
constexpr unsigned kLengthBits = 24;
constexpr std::uint64_t kLengthMask = (std::uint64_t{1} << kLengthBits) - 1;

}  // namespace

Segment::Segment(std::size_t most_bytes) {
  // Room without memory behind it until it is used: a vector that grows is copied again and again.
  const std::size_t postings = most_bytes / (2 * sizeof(Posting) + sizeof(std::uint32_t));
  postings_.reserve(postings);
  owners_.reserve(postings);
}

std::size_t Segment::bytes() const {
  return postings_.size() * (2 * sizeof(Posting) + sizeof(std::uint32_t)) + positions_.size() +
         text_.size() + terms_.size() * sizeof(Term);
}

void Segment::add(std::uint32_t number, const BulkDocument& document) {
  for (const auto& [slot, value] : document.values) {
    if (slot >= values_.size()) values_.resize(slot + 1);
    values_[slot].emplace_back(number, value);
  }
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
  if (grouped_room_ < postings_.size()) {
    grouped_room_ = postings_.size();
    grouped_ = std::make_unique_for_overwrite<Posting[]>(grouped_room_);
  }
  for (std::size_t i = 0; i < postings_.size(); ++i) grouped_[ends_[owners_[i]]++] = postings_[i];
}

std::vector<std::uint32_t> Segment::sorted_terms() const {
  // The first bytes as a number that sorts like them: most comparisons end there.
  struct Key {
    std::uint64_t start;
    std::uint32_t term;
  };
  std::vector<Key> keys;
  keys.reserve(terms_.size());
  for (std::uint32_t id = 0; id < terms_.size(); ++id) {
    keys.push_back({starting_number(text(terms_[id])), id});
  }
  std::sort(keys.begin(), keys.end(), [this](const Key& a, const Key& b) {
    return a.start != b.start ? a.start < b.start : text(terms_[a.term]) < text(terms_[b.term]);
  });
  std::vector<std::uint32_t> order;
  order.reserve(keys.size());
  for (const Key& key : keys) order.push_back(key.term);
  return order;
}

void Segment::write_values(RunFile& file) const {
  for (std::uint32_t slot = 0; slot < values_.size(); ++slot) {
    const auto& rows = values_[slot];
    for (std::size_t begin = 0; begin < rows.size();) {
      std::string tag;
      std::size_t end = begin;
      for (; end < rows.size() && tag.size() < glass::kChunkBytes; ++end) {
        if (end > begin) glass::put_uint(tag, rows[end].first - rows[end - 1].first - 1);
        glass::put_string(tag, rows[end].second);
      }
      file.put_number(slot + 1);
      file.put_number(rows[begin].first);
      file.put_number(tag.size());
      file.put_bytes(tag);
      begin = end;
    }
  }
  file.put_number(0);
}

void Segment::write_term(RunFile& file, const Term& term, std::uint64_t begin) const {
  const std::string_view bytes = text(term);
  file.put_number(bytes.size());
  file.put_bytes(bytes);
  file.put_number(term.postings);
  const std::uint64_t end = begin + term.postings;
  std::uint64_t total = 0;
  for (std::uint64_t i = begin; i < end; ++i) total += grouped_[i].wdf;
  file.put_number(total);
  std::uint32_t before = 0;
  for (std::uint64_t i = begin; i < end; ++i) {
    constexpr std::uint64_t kAhead = 8;  // the positions lie where their document came
    if (i + kAhead < end) {
      __builtin_prefetch(positions_.data() + (grouped_[i + kAhead].positions >> kLengthBits));
    }
    const Posting& posting = grouped_[i];
    const std::uint64_t length = posting.positions & kLengthMask;
    file.put_number(posting.document - before);
    file.put_number(posting.wdf);
    file.put_number(length);
    file.put_bytes(std::string_view(positions_).substr(posting.positions >> kLengthBits, length));
    before = posting.document;
  }
}

void Segment::write_postings(RunFile& file) {
  turn_over();
  for (const std::uint32_t id : sorted_terms()) {
    write_term(file, terms_[id], ends_[id] - terms_[id].postings);
  }
  file.put_number(0);
}

void Segment::write(RunFile& file) {
  file.begin_run();
  write_values(file);
  write_postings(file);
  clear();
}

void Segment::clear() {
  for (auto& rows : values_) rows.clear();
  text_.clear();
  terms_.clear();
  std::fill(slots_.begin(), slots_.end(), 0);
  owners_.clear();
  postings_.clear();
  positions_.clear();
}

}  // namespace gazette::indexer
