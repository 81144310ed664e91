// Any body that is pushed: articles that can be written, kept, shown and read again as themselves,
// or a reason.
#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/stored_article.h"
#include "common/utf8.h"
#include "indexer/enrich/enrich.h"
#include "indexer/pipeline/preparer.h"
#include "indexer/push/request_body.h"
#include "tests/fuzz/require.h"

using gazette::fuzz::require;
using namespace gazette::indexer;

namespace {

class Articles : public RecordSink {
 public:
  bool take(Record&& record) override {
    articles.push_back(std::move(record.article));
    return true;
  }
  void warn(Complaint&& complaint) override {
    require(!complaint.reason.empty(), "a warning says why");
  }
  void reject(Complaint&& complaint) override {
    require(gazette::utf8::valid(complaint.reason) && !complaint.reason.empty(),
            "a refusal says why");
    ++refused;
  }
  void pass_over(Complaint&& reason) override {
    require(!reason.reason.empty(), "what is passed over says why");
  }
  bool withdraw(Withdrawal&& withdrawal) override {
    require(!withdrawal.id.empty() && withdrawal.id.size() <= gazette::kMaxIdBytes,
            "a withdrawal has an id");
    return true;
  }

  std::vector<gazette::Article> articles;
  std::size_t refused = 0;
};

/// What `dump` writes, read by `add`.
void check_dump(const gazette::Article& article) {
  std::string line = to_json(article);
  line.back() = ',';
  Articles again;
  read_body(line + "\"markup\":false}", "json", again);
  require(again.articles.size() == 1 && again.refused == 0, "what is dumped is read");
  require(again.articles.front() == article, "what is dumped comes back as it was");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Preparer preparer;
  static const char* const kFormats[] = {"json", "ndjson", "auto"};
  constexpr std::size_t kMostChecked = 4;
  if (size == 0) return 0;
  Articles read;
  read_body({reinterpret_cast<const char*>(data) + 1, size - 1}, kFormats[data[0] % 3], read);
  if (read.articles.size() > kMostChecked) read.articles.resize(kMostChecked);
  for (gazette::Article& article : read.articles) {
    check_dump(article);
    enrich(article);
    check_dump(article);
    const auto kept = gazette::decode_article(gazette::encode_article(article));
    require(kept.ok() && *kept == article, "a stored article comes back as it was");
    preparer.prepare(article);
  }
  return 0;
}
