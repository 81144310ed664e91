// Faults of an input as a whole become rejects and warnings here, once for all formats.
#include "indexer/readers/read_input.h"

#include <optional>
#include <stdexcept>
#include <system_error>

#include "common/cli/language.h"
#include "indexer/readers/detect.h"

namespace gazette::indexer {
namespace {

void warn_of(const InputStream& input, RecordSink& sink) {
  const InputNotes& notes = input.notes();
  if (notes.replaced > 0) {
    sink.warn({input.name(), 0, "",
               std::to_string(notes.replaced) +
                   tr(" suites d'octets illisibles en ", " byte sequences are no text in ") +
                   notes.encoding + tr(", remplacées par �", ", replaced by �")});
  }
  if (notes.trailing_garbage > 0) {
    sink.warn({input.name(), 0, "",
               std::to_string(notes.trailing_garbage) +
                   tr(" octets étrangers après la fin du gzip, ignorés",
                      " foreign bytes behind the end of the gzip, ignored")});
  }
}

}  // namespace

void read_input(const std::string& name, const Opener& open, std::string_view format,
                const ReadOptions& options, RecordSink& sink) {
  std::optional<InputStream> input;
  const auto reject = [&](std::string reason) {
    const std::size_t line = input && input->line() > 1 ? input->line() : 0;
    sink.reject({name, line, "", std::move(reason)});
  };
  try {
    input.emplace(open(), name);
    const Result<std::string> found =
        format == "auto" ? detect_format(*input) : Result<std::string>(std::string(format));
    if (!found.ok()) return reject(found.error().message);
    const Result<std::unique_ptr<Reader>> reader = reader_of(found.value());
    if (!reader.ok()) throw std::invalid_argument(reader.error().message);
    reader.value()->read(*input, options, sink);
  } catch (const DamagedInput& damage) {
    reject(damage.what());
  } catch (const std::system_error& error) {
    reject(tr("lecture impossible : ", "cannot be read: ") + error.code().message());
  }
  if (input) warn_of(*input, sink);
}

}  // namespace gazette::indexer
