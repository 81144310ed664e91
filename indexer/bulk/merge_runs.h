// Merges the runs of a bulk load into the tables of postings and positions.
#pragma once

#include <vector>

#include "indexer/bulk/glass_table.h"
#include "indexer/bulk/run_file.h"

namespace gazette::indexer {

/// Writes the values of all runs as rows of `postlist`, slot by slot. Each run's documents come
/// behind those of the run before.
void merge_values(std::vector<RunReader>& runs, glass::TableWriter& postlist);

/// Then the postings, term by term: their counts into `postlist`, their positions into `position`.
void merge_postings(std::vector<RunReader>& runs, glass::TableWriter& postlist,
                    glass::TableWriter& position);

}  // namespace gazette::indexer
