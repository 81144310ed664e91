// What travels down the pipeline: a few articles at a time, as read, then as prepared.
#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <variant>
#include <vector>

#include "indexer/pipeline/article_store.h"
#include "indexer/readers/reader.h"

namespace gazette::indexer {

/// Why a record was left out without being refused.
struct PassedOver {
  Complaint why;
};

/// A record on its way: read, then prepared, or refused, passed over, taken back.
using Item =
    std::variant<Record, Prepared, Embargoed, HeldArticle, Complaint, PassedOver, Withdrawal>;

struct Chunk {
  std::uint64_t number = 0;  ///< in the order of the input, from 0
  std::vector<Item> items;
  std::vector<Complaint> warnings;
  std::size_t bytes = 0;       ///< of the records' text
  std::exception_ptr failure;  ///< what stopped the thread that worked on it
};

/// An article under embargo as a store keeps it; enriched like the others.
HeldArticle held_article(Embargoed&& embargoed);

/// Enriches the articles of `chunk` and turns them into documents; what goes wrong is kept in
/// `failure`.
void prepare_chunk(Chunk& chunk, ArticlePreparer& preparer);

/// Gathers what readers give into chunks.
class ChunkGatherer : public RecordSink {
 public:
  /// `emit` takes each full chunk; false asks the reader to stop.
  explicit ChunkGatherer(std::function<bool(Chunk&&)> emit) : emit_(std::move(emit)) {}

  bool take(Record&& record) override;
  void reject(Complaint&& complaint) override;
  void warn(Complaint&& complaint) override;
  void pass_over(Complaint&& reason) override;
  bool embargo(Embargoed&& embargoed) override;
  bool withdraw(Withdrawal&& withdrawal) override;

  /// Emits what is left.
  void flush();

  [[nodiscard]] bool stopped() const { return stopped_; }

 private:
  bool add(Item&& item);

  std::function<bool(Chunk&&)> emit_;
  Chunk chunk_;
  std::uint64_t next_number_ = 0;
  bool stopped_ = false;
};

}  // namespace gazette::indexer
