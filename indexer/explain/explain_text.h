// Explanations as text for a reader, in the language of messages.
#pragma once

#include <string>

#include "indexer/explain/explanation.h"

namespace gazette::indexer {

/// The article as it would be indexed, then what was found in it and left out of it, with reasons.
std::string to_text(const Explanation& explanation);

/// A record that is not indexed, and why.
std::string to_text(const Complaint& complaint);

/// What a rule of a mention or dateline says: "préposition", "en vue".
std::string rule_text(std::string_view rule);

}  // namespace gazette::indexer
