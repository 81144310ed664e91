// `remove`: articles out, by id.
#include <cstdio>
#include <nlohmann/json.hpp>

#include "common/cli/language.h"
#include "indexer/commands/commands.h"
#include "indexer/number_text.h"
#include "indexer/pipeline/archive_writer.h"

namespace gazette::indexer {

int run_remove(const Options& options) {
  open_archive(options.database);  // removing never makes a database
  ArchiveWriter writer(options.database);
  std::vector<std::string> unknown;
  std::size_t removed = 0;
  for (const std::string& id : options.arguments) {
    if (writer.remove(id)) {
      ++removed;
    } else {
      unknown.push_back(id);
      std::fprintf(stderr, "%s%s\n",
                   tr("aucun article n'a l'identifiant ", "no article has the id "), id.c_str());
    }
  }
  writer.commit();
  if (options.json) {
    const nlohmann::ordered_json out = {{"removed", removed}, {"unknown", unknown}};
    std::printf("%s\n", out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
  } else {
    std::fprintf(stderr, "%s%s%s%s\n", grouped(removed).c_str(), tr(" retirés, ", " removed, "),
                 grouped(unknown.size()).c_str(), tr(" inconnus", " unknown"));
  }
  return unknown.empty() ? kDone : kDoneInPart;
}

}  // namespace gazette::indexer
