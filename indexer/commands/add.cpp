// `add`: runs the pipeline and says what became of the articles.
#include <cstdio>
#include <nlohmann/json.hpp>

#include "common/cli/language.h"
#include "indexer/commands/commands.h"
#include "indexer/number_text.h"
#include "indexer/pipeline/ingest.h"
#include "indexer/stop.h"

namespace gazette::indexer {
namespace {

void print_json(const IngestSummary& summary) {
  const nlohmann::ordered_json out = {{"added", summary.added},
                                      {"updated", summary.updated},
                                      {"unchanged", summary.unchanged},
                                      {"removed", summary.removed},
                                      {"outdated", summary.outdated},
                                      {"embargoed", summary.embargoed},
                                      {"released", summary.released},
                                      {"passed_over", summary.passed_over},
                                      {"files_passed_over", summary.files_passed_over},
                                      {"rejected", summary.rejected},
                                      {"warnings", summary.warnings},
                                      {"articles", summary.articles},
                                      {"seconds", summary.seconds},
                                      {"stopped", summary.stopped}};
  std::printf("%s\n", out.dump().c_str());
}

void print_sentence(const IngestSummary& summary) {
  if (summary.warnings > 0) {
    std::fprintf(stderr, "%s%s\n", grouped(summary.warnings).c_str(),
                 tr(" champs inutilisables laissés de côté", " unusable fields left out"));
  }
  if (summary.stopped) {
    std::fprintf(stderr, "%s\n",
                 tr("arrêté à la demande ; relancez la même commande pour achever",
                    "stopped as asked; run the same command again to complete"));
  }
  std::string editorial;  // what most inputs have none of
  const auto count = [&editorial](std::size_t number, const char* what) {
    if (number > 0) editorial += grouped(number) + what;
  };
  count(summary.removed, tr(" retirés, ", " removed, "));
  count(summary.outdated, tr(" périmés, ", " outdated, "));
  count(summary.embargoed, tr(" sous embargo, ", " under embargo, "));
  count(summary.released, tr(" embargos levés, ", " embargoes ended, "));
  count(summary.passed_over, tr(" écartés, ", " passed over, "));
  const std::string counts = grouped(summary.added) + tr(" ajoutés, ", " added, ") +
                             grouped(summary.updated) + tr(" mis à jour, ", " updated, ") +
                             grouped(summary.unchanged) + tr(" inchangés, ", " unchanged, ") +
                             grouped(summary.rejected) + tr(" refusés, ", " rejected, ") +
                             editorial + duration_text(summary.seconds);
  std::fprintf(stderr, "%s\n", counts.c_str());
}

}  // namespace

int run_add(const Options& options) {
  install_stop_handlers();
  IngestOptions ingest_options;
  ingest_options.database = options.database;
  ingest_options.paths = options.arguments;
  ingest_options.format = options.format;
  ingest_options.rejects = options.rejects;
  ingest_options.threads = options.threads;
  ingest_options.progress = options.progress;
  const IngestSummary summary = ingest(ingest_options);
  if (options.json) {
    print_json(summary);
  } else {
    print_sentence(summary);
  }
  return summary.rejected > 0 || summary.stopped ? kDoneInPart : kDone;
}

}  // namespace gazette::indexer
