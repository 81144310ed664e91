// `explain`: reads as `add` does, and says what was read and why, without a database.
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "common/cli/language.h"
#include "common/cli/usage_error.h"
#include "indexer/commands/commands.h"
#include "indexer/explain/explain_json.h"
#include "indexer/explain/explain_text.h"
#include "indexer/pipeline/inputs.h"
#include "indexer/readers/byte_source.h"
#include "indexer/readers/detect.h"
#include "indexer/readers/read_input.h"
#include "indexer/stop.h"

namespace gazette::indexer {
namespace {

void print(const std::string& text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
    throw std::system_error(errno, std::generic_category(), "stdout");
  }
}

/// Prints each record as it comes.
class Explainer : public RecordSink {
 public:
  explicit Explainer(bool json) : json_(json) {}

  void begin(const std::string& source) { source_ = source; }

  bool take(Record&& record) override {
    const Explanation explanation = explain_record(std::move(record), source_);
    print(json_ ? to_json(explanation) + "\n" : to_text(explanation) + "\n");
    return !stop_requested();
  }

  void reject(Complaint&& complaint) override {
    print(json_ ? to_json(complaint) + "\n" : to_text(complaint) + "\n");
  }

  void pass_over(Complaint&& reason) override { reject(std::move(reason)); }

  bool withdraw(Withdrawal&& withdrawal) override {
    reject({withdrawal.source, withdrawal.line, "status",
            tr("retiré par sa source : ", "withdrawn by its source: ") + withdrawal.id});
    return !stop_requested();
  }

  void warn(Complaint&& complaint) override {
    std::fprintf(stderr, "%s%s%s\n", complaint.source.c_str(), tr(" : ", ": "),
                 complaint.reason.c_str());
  }

 private:
  bool json_;
  std::string source_;
};

int explain_date(const Options& options) {
  const Result<TimeZone> zone =
      TimeZone::find(options.timezone.empty() ? kDefaultZone : options.timezone);
  if (!zone.ok())
    throw UsageError("--timezone" + std::string(tr(" : ", ": ")) + zone.error().message);
  DateLineOptions how;
  how.zone = &*zone;
  if (!options.reference.empty()) {
    const Result<NewsTime> reference = parse_news_time(options.reference, *zone);
    if (!reference.ok()) {
      throw UsageError("--reference" + std::string(tr(" : ", ": ")) + reference.error().message);
    }
    how.reference_seconds = reference->instant(*zone);
  }
  print(to_json(parse_date_line(*options.date, how)) + "\n");
  return kDone;
}

}  // namespace

int run_explain(const Options& options) {
  install_stop_handlers();
  if (options.date) return explain_date(options);
  if (options.dateline) {
    print(to_json(parse_dateline(*options.dateline)) + "\n");
    return kDone;
  }
  if (options.format != "auto") {
    const Result<std::unique_ptr<Reader>> reader = reader_of(options.format);
    if (!reader.ok()) throw UsageError(reader.error().message);
  }
  const Result<InputFiles> inputs = list_inputs(options.arguments);
  if (!inputs.ok()) throw UsageError(inputs.error().message);
  Explainer explainer(options.json);
  for (const InputFile& file : inputs->files) {
    if (stop_requested()) break;
    explainer.begin(file.path);
    read_input(
        file.path, [&] { return open_file(file.path); }, options.format, ReadOptions{}, explainer);
  }
  if (std::fflush(stdout) != 0) throw std::system_error(errno, std::generic_category(), "stdout");
  return stop_requested() ? kDoneInPart : kDone;
}

}  // namespace gazette::indexer
