// Chunks are small enough to be many at once, large enough that handing them over costs nothing.
#include "indexer/pipeline/chunk.h"

#include <utility>

#include "common/index/stored_article.h"
#include "indexer/enrich/enrich.h"
#include "indexer/stop.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kChunkItems = 32;
constexpr std::size_t kChunkBytes = std::size_t{1} << 20;

std::size_t text_bytes(const Article& article) {
  return article.title.size() + article.subtitle.size() + article.body.size();
}

}  // namespace

HeldArticle held_article(Embargoed&& embargoed) {
  Article& article = embargoed.record.article;
  enrich(article);
  return {article.id, embargoed.until, edition_of(article), encode_article(article)};
}

void prepare_chunk(Chunk& chunk, ArticlePreparer& preparer) {
  try {
    for (Item& item : chunk.items) {
      if (Record* const record = std::get_if<Record>(&item)) {
        enrich(record->article);
        item = preparer.prepare(record->article);
      } else if (Embargoed* const embargoed = std::get_if<Embargoed>(&item)) {
        item = held_article(std::move(*embargoed));
      }
    }
  } catch (...) {  // carried to the writer's thread and thrown again there
    chunk.failure = std::current_exception();
  }
}

bool ChunkGatherer::take(Record&& record) {
  chunk_.bytes += text_bytes(record.article);
  for (Complaint& warning : record.warnings) chunk_.warnings.push_back(std::move(warning));
  return add(std::move(record));
}

bool ChunkGatherer::embargo(Embargoed&& embargoed) {
  chunk_.bytes += text_bytes(embargoed.record.article);
  for (Complaint& warning : embargoed.record.warnings)
    chunk_.warnings.push_back(std::move(warning));
  return add(std::move(embargoed));
}

void ChunkGatherer::reject(Complaint&& complaint) { add(std::move(complaint)); }

void ChunkGatherer::pass_over(Complaint&& reason) { add(PassedOver{std::move(reason)}); }

bool ChunkGatherer::withdraw(Withdrawal&& withdrawal) { return add(std::move(withdrawal)); }

bool ChunkGatherer::add(Item&& item) {
  chunk_.items.push_back(std::move(item));
  if (chunk_.items.size() >= kChunkItems || chunk_.bytes >= kChunkBytes) flush();
  return !stopped_ && !stop_requested();
}

void ChunkGatherer::warn(Complaint&& complaint) { chunk_.warnings.push_back(std::move(complaint)); }

void ChunkGatherer::flush() {
  if ((chunk_.items.empty() && chunk_.warnings.empty()) || stopped_) return;
  chunk_.number = next_number_++;
  if (!emit_(std::move(chunk_))) stopped_ = true;
  chunk_ = Chunk{};
}

}  // namespace gazette::indexer
