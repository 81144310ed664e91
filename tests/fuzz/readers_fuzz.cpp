// Any bytes as a file of articles: each record is an article fit to index or is refused with a
// reason.
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "common/utf8.h"
#include "indexer/readers/detect.h"
#include "indexer/readers/gunzip.h"
#include "indexer/readers/input_stream.h"
#include "indexer/readers/reader.h"
#include "tests/fuzz/require.h"

using gazette::fuzz::require;

namespace {

class Checked : public gazette::indexer::RecordSink {
 public:
  bool take(gazette::indexer::Record&& record) override {
    const gazette::Article& article = record.article;
    require(!article.id.empty() && article.id.size() <= gazette::kMaxIdBytes,
            "an article has an id");
    require(!article.title.empty() || !article.body.empty(), "an article has text");
    require(gazette::utf8::valid(article.title) && gazette::utf8::valid(article.body),
            "text is UTF-8");
    return true;
  }
  void warn(gazette::indexer::Complaint&& complaint) override {
    require(!complaint.reason.empty(), "a warning says why");
  }
  void reject(gazette::indexer::Complaint&& complaint) override {
    require(!complaint.reason.empty(), "a refusal says why");
  }
  void pass_over(gazette::indexer::Complaint&& reason) override {
    require(!reason.reason.empty(), "what is passed over says why");
  }
  bool withdraw(gazette::indexer::Withdrawal&& withdrawal) override {
    require(!withdrawal.id.empty() && withdrawal.id.size() <= gazette::kMaxIdBytes,
            "a withdrawal has an id");
    return true;
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gazette::indexer;
  InputStream input(from_memory(std::string(reinterpret_cast<const char*>(data), size)), "fuzz");
  const auto format = detect_format(input);
  if (!format.ok()) {
    require(!format.error().message.empty(), "an unread input says why");
    return 0;
  }
  const auto reader = reader_of(*format);
  require(reader.ok(), "a format that was detected has a reader");
  Checked sink;
  try {
    (*reader)->read(input, ReadOptions{}, sink);
  } catch (const DamagedInput& damage) {  // what is packed broke off: read_input tells it
    require(std::string(damage.what()).size() > 10, "damage says why");
  }
  return 0;
}
