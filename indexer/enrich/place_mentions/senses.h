// Which of the places of one name is meant.
#pragma once

#include <optional>

#include "common/places/gazetteer.h"
#include "indexer/enrich/place_mentions/candidates.h"
#include "indexer/enrich/place_mentions/company.h"
#include "indexer/enrich/place_mentions/context.h"

namespace gazette::indexer {

/// The sense of a candidate: the place named in the parenthesis behind it, else by preposition (à
/// Québec, au Québec), else the one that lies in or beside a place of `company`, else the most
/// prominent.
Gazetteer::Row choose_sense(const MarkedText& text, const Candidate& candidate, const CueFound& cue,
                            const Company& company);

/// True when no other place of the name is prominent enough to be meant beside the first.
bool has_one_sense(const Candidate& candidate);

/// The sense that lies in the place of the parenthesis behind the candidate: "Bourges (Cher)".
std::optional<Gazetteer::Row> sense_by_parenthesis(const MarkedText& text,
                                                   const Candidate& candidate);

}  // namespace gazette::indexer
