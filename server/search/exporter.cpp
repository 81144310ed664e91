// Exports in batches: a slow reader holds neither a handle nor an analyzer.
#include "server/search/exporter.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "common/index/schema.h"
#include "common/index/stored_article.h"

namespace gazette::server {
namespace {

constexpr std::size_t kBatch = 128;  // articles fetched at a time: about 1 MB, a few milliseconds

constexpr const char* kChangedMeanwhile =
    "L'archive a changé pendant l'export : des articles ont été modifiés ou retirés. "
    "Recommencez l'export.";

}  // namespace

Result<std::size_t> Exporter::run(const Selection& selection, const TimeZone& zone,
                                  const std::function<bool(const Hit&)>& take) {
  const auto deadline = std::chrono::steady_clock::now() + kRetryDeadline;
  for (;;) {
    if (std::optional<Error> error = find(selection, zone)) return *error;
    std::size_t handed_over = 0;
    bool changed = false;
    for (std::size_t begin = 0; begin < items_.size(); begin += kBatch) {
      const auto hits = fetch(begin, std::min(begin + kBatch, items_.size()));
      changed = !hits;
      if (changed) break;
      for (const Hit& hit : *hits) {
        ++handed_over;
        if (!take(hit)) return handed_over;
      }
    }
    if (!changed) return handed_over;
    // Nobody has seen anything yet: the newer revision may as well be the one that is exported.
    const bool may_restart = handed_over == 0 && std::chrono::steady_clock::now() < deadline;
    if (!may_restart) throw ArchiveUnavailable(kChangedMeanwhile);
  }
}

std::optional<Error> Exporter::find(const Selection& selection, const TimeZone& zone) {
  Result<std::vector<Item>> items =
      ask_newest(source_, workers_, [&](const View& view) -> Result<std::vector<Item>> {
        Result<Matches> matches = find_matches(view, selection, zone, false);
        if (!matches.ok()) return matches.error();
        const Columns& columns = view.columns();
        const StoryCounts copies =
            copies_among(view, *matches, numbers_of(matches->filtered(matches->by_query)));
        std::vector<Item> ordered;
        for (const Ranked& ranked : ordered_matches(view, *matches)) {
          const std::size_t others = copies.others(columns, ranked.number);
          ordered.push_back({columns.docid[ranked.number], columns.content[ranked.number],
                             ranked.score, static_cast<std::uint32_t>(others)});
        }
        snapshot_ = view.snapshot.shared_from_this();
        return ordered;
      });
  if (!items.ok()) return items.error();
  items_ = std::move(items).value();
  return std::nullopt;
}

std::optional<std::vector<Hit>> Exporter::fetch(std::size_t begin, std::size_t end) {
  if (snapshot_) {
    try {
      const Snapshot::Lease handle(*snapshot_);
      const Workers::Lease worker(workers_);
      return fetch_from({*snapshot_, handle.db(), worker->analyzer, worker->scratch}, begin, end);
    } catch (const Xapian::DatabaseModifiedError&) {
      source_.refresh(snapshot_.get());
      snapshot_ = nullptr;
    } catch (const Xapian::DatabaseError&) {
      throw ArchiveUnavailable(kDamaged);
    }
  }
  return ask_newest(source_, workers_,
                    [&](const View& view) { return fetch_from(view, begin, end); });
}

std::optional<std::vector<Hit>> Exporter::fetch_from(const View& view, std::size_t begin,
                                                     std::size_t end) const {
  const Columns& columns = view.columns();
  std::vector<Hit> hits;
  hits.reserve(end - begin);
  for (std::size_t i = begin; i < end; ++i) {
    const Item& item = items_[i];
    const Number number =
        item.docid < columns.number_of.size() ? columns.number_of[item.docid] : kNoNumber;
    if (number == kNoNumber || columns.content[number] != item.content) {
      return std::nullopt;
    }
    const Xapian::Document document = view.db.get_document(item.docid);
    Result<Article> article = decode_article(document.get_data());
    Hit hit;
    hit.score = item.score;
    hit.similar_count = item.similar_count;
    if (article.ok()) {
      hit.article = std::move(article).value();
    } else {
      hit.article.id = document.get_value(schema::kIdSlot);
    }
    hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace gazette::server
