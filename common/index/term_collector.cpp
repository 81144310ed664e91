// Terms of a document: hash by text, group positions by counting.
#include "common/index/term_collector.h"

#include <xxhash.h>

#include <algorithm>

#include "common/index/schema.h"
#include "common/index/starting_number.h"

namespace gazette {
namespace {

constexpr std::size_t kFirstSlots = 4096;  // a news article has some 700 terms

}  // namespace

void TermCollector::clear() {
  text_.clear();
  terms_.clear();
  postings_.clear();
  std::fill(slots_.begin(), slots_.end(), 0);
}

TermCollector::TermId TermCollector::term(std::string_view prefix, std::string_view text) {
  const std::size_t size = prefix.size() + text.size();
  if (size > schema::kMaxTermBytes) return kNoTerm;
  if (terms_.size() * 2 >= slots_.size()) grow();
  // Written where it will stay if it is new, taken back if not.
  const std::size_t begin = text_.size();
  text_.append(prefix).append(text);
  const std::string_view key = std::string_view(text_).substr(begin);
  const auto hash = static_cast<std::uint32_t>(XXH3_64bits(key.data(), key.size()));
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
    if (slots_[slot] == 0) {
      terms_.push_back(Term{.begin = static_cast<std::uint32_t>(begin),
                            .size = static_cast<std::uint32_t>(size),
                            .hash = hash});
      slots_[slot] = static_cast<std::uint32_t>(terms_.size());
      return slots_[slot] - 1;
    }
    const Term& known = terms_[slots_[slot] - 1];
    if (known.hash == hash && this->text(known) == key) {
      text_.resize(begin);
      return slots_[slot] - 1;
    }
  }
}

void TermCollector::grow() {
  slots_.assign(std::max(kFirstSlots, slots_.size() * 2), 0);
  const std::size_t mask = slots_.size() - 1;
  for (TermId id = 0; id < terms_.size(); ++id) {
    std::size_t slot = terms_[id].hash & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = id + 1;
  }
}

void TermCollector::add(TermId term, std::uint32_t position, std::uint32_t wdf) {
  if (term == kNoTerm) return;
  Term& known = terms_[term];
  if (known.positions > 0 && known.last_position == position) return;
  known.met = true;
  known.wdf += wdf;
  known.last_position = position;
  ++known.positions;
  postings_.push_back({term, position});
}

void TermCollector::add(TermId term, std::uint32_t wdf) {
  if (term == kNoTerm) return;
  terms_[term].met = true;
  terms_[term].wdf += wdf;
}

void TermCollector::group_positions() {
  end_.resize(terms_.size());
  std::uint32_t begin = 0;
  for (TermId id = 0; id < terms_.size(); ++id) {
    end_[id] = begin;
    begin += terms_[id].positions;
  }
  positions_.resize(postings_.size());
  for (const Posting& posting : postings_) positions_[end_[posting.term]++] = posting.position;
}

void TermCollector::sort() {
  order_.clear();
  for (TermId id = 0; id < terms_.size(); ++id) {
    if (!terms_[id].met) continue;
    order_.push_back({starting_number(text(terms_[id])), id});
  }
  std::sort(order_.begin(), order_.end(), [this](const Key& a, const Key& b) {
    if (a.start != b.start) return a.start < b.start;
    return text(terms_[a.term]) < text(terms_[b.term]);
  });
}

void TermCollector::move_into(Xapian::Document& document) {
  group_positions();
  // In the order of the text, not of the terms: Xapian's tree then stays half as deep to walk as
  // when it grows at its right edge only.
  for (TermId id = 0; id < terms_.size(); ++id) {
    const Term& term = terms_[id];
    if (!term.met) continue;  // the stem of a word that is only a name here
    word_.assign(text(term));
    if (term.positions == 0) {
      document.add_term(word_, term.wdf);
      continue;
    }
    std::uint32_t wdf = term.wdf;
    for (const std::uint32_t position : positions_of(id)) {
      document.add_posting(word_, position, wdf);
      wdf = 0;
    }
  }
  clear();
}

}  // namespace gazette
