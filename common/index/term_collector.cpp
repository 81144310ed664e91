// Terms of a document: hash by text, group positions by counting, add in byte order.
#include "common/index/term_collector.h"

#include <xxhash.h>

#include <algorithm>

#include "common/index/schema.h"

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
  known.wdf += wdf;
  known.last_position = position;
  ++known.positions;
  postings_.push_back({term, position});
}

void TermCollector::add(TermId term, std::uint32_t wdf) {
  if (term != kNoTerm) terms_[term].wdf += wdf;
}

void TermCollector::move_into(Xapian::Document& document) {
  first_.resize(terms_.size() + 1);
  first_[0] = 0;
  for (TermId id = 0; id < terms_.size(); ++id) first_[id + 1] = first_[id] + terms_[id].positions;
  positions_.resize(postings_.size());
  std::vector<std::uint32_t>& next = first_;  // advanced below, so that first_[id] is the end of id
  for (const Posting& posting : postings_) positions_[next[posting.term]++] = posting.position;

  order_.resize(terms_.size());
  for (TermId id = 0; id < terms_.size(); ++id) order_[id] = id;
  std::sort(order_.begin(), order_.end(),
            [this](TermId a, TermId b) { return text(terms_[a]) < text(terms_[b]); });
  for (const TermId id : order_) {
    const Term& term = terms_[id];
    if (term.wdf == 0)
      continue;  // made, but never occurred: the stem of a word that is a name here
    word_.assign(text(term));
    if (term.positions == 0) {
      document.add_term(word_, term.wdf);
      continue;
    }
    std::uint32_t wdf = term.wdf;
    for (std::uint32_t i = next[id] - term.positions; i < next[id]; ++i) {
      document.add_posting(word_, positions_[i], wdf);
      wdf = 0;
    }
  }
  clear();
}

}  // namespace gazette
