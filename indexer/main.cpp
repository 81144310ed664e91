// gazette-indexer: options in, exit code out.
#include <xapian.h>

#include <cstdio>
#include <exception>

#include "common/cli/language.h"
#include "common/cli/usage_error.h"
#include "common/index/schema.h"
#include "indexer/commands/commands.h"
#include "indexer/heap.h"
#include "indexer/options.h"

namespace {

using namespace gazette::indexer;
using gazette::tr;
using gazette::UsageError;

int run(int argc, char** argv) {
  const Options options = parse_options(argc, argv);
  switch (options.command) {
    case Command::kHelp:
      std::fputs(help_text(options.help_topic).c_str(), stdout);
      return kDone;
    case Command::kVersion:
      std::fputs(version_text().c_str(), stdout);
      return kDone;
    case Command::kAdd:
      use_bulk_heap(argv);
      return run_add(options);
    case Command::kRemove:
      return run_remove(options);
    case Command::kDump:
      return run_dump(options);
    case Command::kCheck:
      return run_check(options);
    case Command::kCompact:
      return run_compact(options);
    case Command::kStats:
      return run_stats(options);
    case Command::kExplain:
      return run_explain(options);
    case Command::kServe:
      return run_serve(options);
    case Command::kWatch:
      return run_watch(options);
  }
  return kFailed;
}

void complain(const char* what) {
  std::fprintf(stderr, "gazette-indexer%s%s\n", tr(" : ", ": "), what);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const UsageError& e) {
    complain(e.what());
    std::fprintf(stderr, "%s\n",
                 tr("aide : gazette-indexer --help", "help: gazette-indexer --help"));
  } catch (const Xapian::Error& e) {
    complain(e.get_description().c_str());
  } catch (
      const std::exception& e) {  // ArchiveError, SchemaMismatch, system_error: they say it all
    complain(e.what());
  }
  return kFailed;
}
