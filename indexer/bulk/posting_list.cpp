// A chunk says whether it is the last and how far it reaches; the first one what the list is.
#include "indexer/bulk/posting_list.h"

#include "indexer/bulk/glass_codec.h"

namespace gazette::indexer::glass {

void PostingListWriter::begin(std::string_view key, std::string_view next_key, std::uint64_t count,
                              std::uint64_t total) {
  key_ = key;
  next_key_ = next_key;
  count_ = count;
  total_ = total;
  first_chunk_ = true;
  first_ = last_ = 0;
  chunk_.clear();
}

void PostingListWriter::add(std::uint32_t document, std::uint64_t value) {
  if (chunk_.size() >= kChunkBytes) write_chunk(false);
  if (first_ == 0) {
    first_ = document;
  } else {
    put_uint(chunk_, document - last_ - 1);
  }
  put_uint(chunk_, value);
  last_ = document;
}

void PostingListWriter::end() {
  if (first_ != 0) write_chunk(true);
}

void PostingListWriter::write_chunk(bool last) {
  tag_.clear();
  if (first_chunk_) {
    put_uint(tag_, count_);
    put_uint(tag_, total_);
    put_uint(tag_, first_ - 1);
  } else {
    key_ = next_key_;
    put_sorted_uint(key_, first_);
  }
  tag_.push_back(last ? '1' : '0');
  put_uint(tag_, last_ - first_);
  tag_ += chunk_;
  table_.add(key_, tag_);
  first_chunk_ = false;
  first_ = 0;
  chunk_.clear();
}

}  // namespace gazette::indexer::glass
