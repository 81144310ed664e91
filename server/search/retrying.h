// Runs a question on the newest snapshot, and again on a newer one when a writer overtook it.
#pragma once

#include <xapian.h>

#include <chrono>
#include <memory>

#include "server/search/snapshot_source.h"
#include "server/search/unavailable.h"
#include "server/search/view.h"
#include "server/search/workers.h"

namespace gazette::server {

/// A question that a fast writer keeps overtaking is asked again until then.
inline constexpr auto kRetryDeadline = std::chrono::seconds(5);

inline constexpr const char* kTooFast =
    "L'archive change plus vite qu'elle ne peut être lue : réessayez dans un instant.";
inline constexpr const char* kDamaged = "L'archive est endommagée et ne peut être lue.";

/// What `ask(const View&)` returns. It may be called several times. Throws ArchiveUnavailable.
template <typename Ask>
auto ask_newest(SnapshotSource& source, Workers& workers, Ask ask) {
  const auto deadline = std::chrono::steady_clock::now() + kRetryDeadline;
  for (;;) {
    const std::shared_ptr<Snapshot> snapshot = source.current();
    try {
      const Snapshot::Lease handle(*snapshot);
      const Workers::Lease worker(workers);
      return ask(View{*snapshot, handle.db(), worker->analyzer, worker->scratch});
    } catch (const Xapian::DatabaseModifiedError&) {
      // Two commits have overwritten blocks of that revision since it was opened.
      if (std::chrono::steady_clock::now() > deadline) throw ArchiveUnavailable(kTooFast);
    } catch (const Xapian::DatabaseError&) {
      throw ArchiveUnavailable(kDamaged);
    }
    source.refresh(snapshot.get());
  }
}

}  // namespace gazette::server
