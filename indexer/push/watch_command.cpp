// `watch`: a drop folder, from start to stop.
#include <csignal>
#include <cstdio>
#include <limits>
#include <nlohmann/json.hpp>

#include "common/cli/language.h"
#include "indexer/commands/commands.h"
#include "indexer/number_text.h"
#include "indexer/pipeline/complaints.h"
#include "indexer/push/watch.h"
#include "indexer/stop.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kWarningsShown = 3;  // of one file

void print_json(const FileOutcome& outcome) {
  using Json = nlohmann::ordered_json;
  constexpr std::array kNames = {"done", "rejected", "kept"};
  Json out = {{"path", outcome.path}, {"result", kNames.at(static_cast<std::size_t>(outcome.end))}};
  if (!outcome.where.empty()) out["moved_to"] = outcome.where;
  if (!outcome.why.empty()) out["reason"] = outcome.why;
  out["added"] = outcome.created;
  out["updated"] = outcome.replaced;
  out["unchanged"] = outcome.unchanged;
  out["removed"] = outcome.removed;
  out["embargoed"] = outcome.embargoed;
  if (outcome.embargoed > 0) out["first_release"] = utc_text(outcome.first_release);
  out["passed_over"] = outcome.passed_over;
  out["rejected"] = outcome.rejected;
  std::printf("%s\n", out.dump(-1, ' ', false, Json::error_handler_t::replace).c_str());
  std::fflush(stdout);
}

void print_text(const FileOutcome& outcome) {
  std::string line = outcome.path + tr(" : ", ": ");
  if (outcome.end == FileOutcome::End::kStays) {
    line += outcome.why + tr(" (le fichier reste, nouvel essai plus tard)",
                             " (the file stays, tried again later)");
  } else {
    line += grouped(outcome.created) + tr(" ajoutés, ", " added, ") + grouped(outcome.replaced) +
            tr(" mis à jour, ", " updated, ") + grouped(outcome.unchanged) +
            tr(" inchangés, ", " unchanged, ");
    if (outcome.removed > 0) line += grouped(outcome.removed) + tr(" retirés, ", " removed, ");
    if (outcome.embargoed > 0) {
      line += grouped(outcome.embargoed) +
              tr(" sous embargo (le premier jusqu'au ", " under embargo (the first until ") +
              utc_text(outcome.first_release) + "), ";
    }
    if (outcome.passed_over > 0) {
      line += grouped(outcome.passed_over) + tr(" gardés par leur rédaction, ", " kept back, ");
    }
    line += grouped(outcome.rejected) + tr(" refusés -> ", " rejected -> ") + outcome.where;
  }
  std::fprintf(stderr, "%s\n", line.c_str());
  for (std::size_t i = 0; i < outcome.warnings.size() && i < kWarningsShown; ++i) {
    std::fprintf(stderr, "  %s%s\n", tr("attention : ", "warning: "),
                 to_sentence(outcome.warnings[i]).c_str());
  }
}

void tell_released(std::size_t articles) {
  std::fprintf(stderr, "%s\n", released_text(articles).c_str());
}

}  // namespace

int run_watch(const Options& options) {
  install_stop_handlers();
  std::signal(SIGIO, SIG_IGN);  // of a lease that somebody breaks while we look at it
  DropFolder folder(options.arguments.front());
  LiveWriterOptions writing;
  writing.database = options.database;
  writing.threads = 1;  // keeps the order of the files
  writing.queue.small_bytes = std::numeric_limits<std::size_t>::max();
  writing.queue.bytes = std::numeric_limits<std::size_t>::max() / 2;  // files are not in memory
  writing.released = tell_released;
  LiveWriter writer(std::move(writing));
  std::size_t files = 0;
  bool all_well = true;
  FolderWatch watch(folder, writer, [&](const FileOutcome& outcome) {
    ++files;
    all_well = all_well && outcome.rejected == 0 && outcome.end == FileOutcome::End::kTaken;
    if (options.json) {
      print_json(outcome);
    } else {
      print_text(outcome);
    }
  });
  std::fprintf(stderr, "gazette-indexer watch : %s -> %s\n", folder.root().c_str(),
               options.database.c_str());
  watch.run();
  writer.stop();
  watch.tell_outcomes();
  std::fprintf(stderr, "%s%s%s\n", tr("arrêté : ", "stopped: "), grouped(files).c_str(),
               tr(" fichiers pris", " files taken"));
  return all_well ? kDone : kDoneInPart;
}

}  // namespace gazette::indexer
