// A heap for bulk loads: huge pages under Xapian's trees of small nodes.
#pragma once

namespace gazette::indexer {

/// Starts this program again with transparent huge pages on the heap, where the machine has them
/// and the program was not started so already; returns when there is nothing to do. Called first,
/// before any thread: 10,000 articles took 0.65 of the processor time with huge pages (their
/// look-ups miss the TLB without), and 0.87 of that without malloc's fast bins, whose
/// consolidation walks the heap at every commit.
void use_bulk_heap(char** argv);

}  // namespace gazette::indexer
