// The 17 topics at the top of IPTC's subject codes and media topics.
#pragma once

#include <string_view>

namespace gazette::indexer {

/// The French name of the topic that a code lies in: "04000000" and "04008009" are the economy.
/// Empty for anything that is no such code. A prefix ("subj:", "medtop:") is passed over.
std::string_view topic_of_code(std::string_view code);

/// True for the code of a topic itself ("medtop:04000000").
bool is_topic_code(std::string_view code);

}  // namespace gazette::indexer
