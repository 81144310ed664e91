// Any UTF-8 as an HTML page: an article fit to index, or a reason; trees are flat and whole.
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "common/utf8.h"
#include "indexer/readers/html_document.h"
#include "indexer/readers/html_reader.h"
#include "indexer/readers/input_stream.h"
#include "tests/fuzz/require.h"

using gazette::fuzz::require;

namespace {

class Checked : public gazette::indexer::RecordSink {
 public:
  bool take(gazette::indexer::Record&& record) override {
    const gazette::Article& article = record.article;
    require(!article.title.empty() || !article.body.empty(), "an article has text");
    require(gazette::utf8::valid(article.title) && gazette::utf8::valid(article.body),
            "text is UTF-8");
    ++outcomes;
    return true;
  }
  void reject(gazette::indexer::Complaint&& complaint) override {
    require(!complaint.reason.empty(), "a refusal says why");
    ++outcomes;
  }
  void warn(gazette::indexer::Complaint&& complaint) override {
    require(!complaint.reason.empty(), "a warning says why");
  }

  void pass_over(gazette::indexer::Complaint&& /*reason*/) override {
    require(false, "a page is read or refused");
  }
  bool withdraw(gazette::indexer::Withdrawal&& /*withdrawal*/) override {
    require(false, "a page takes nothing back");
    return true;
  }

  int outcomes = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gazette::indexer;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto document = HtmlDocument::parse(gazette::utf8::repaired(bytes));
  require(document.ok(), "a small page fits");
  const auto& nodes = document->nodes();
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    require(nodes[i].parent < i && nodes[i].end > i, "a node stands behind its parent");
    require(nodes[i].end <= nodes[nodes[i].parent].end, "a subtree lies inside its parent's");
  }
  InputStream input(from_memory(bytes), "fuzz");
  Checked sink;
  HtmlReader().read(input, ReadOptions{}, sink);
  require(sink.outcomes == 1, "one page, one outcome");
  return 0;
}
