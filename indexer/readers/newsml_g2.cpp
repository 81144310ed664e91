// Items of a message -> drafts; a text waits for the pictures that come behind it.
#include "indexer/readers/newsml_g2.h"

#include <deque>
#include <map>
#include <set>

#include "common/cli/language.h"
#include "indexer/readers/draft.h"
#include "indexer/readers/newsml_g2_item.h"
#include "indexer/readers/xml_items.h"
#include "indexer/readers/xml_tree.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kMaxWaiting = 16;  // texts that wait; a message holds one story

class Message {
 public:
  Message(const InputStream& input, const ReadOptions& options, RecordSink& sink)
      : input_(input), options_(options), sink_(sink) {}

  bool take(const XmlRecord& record, pugi::xml_node item) {
    if (record.name != "newsItem") {
      pass_over(record, xml::attribute(item, "guid"));
      return true;
    }
    const std::string kind = g2_class(item);
    if (kind == "picture" || kind == "graphic")
      pictures_.emplace(xml::attribute(item, "guid"), g2_picture(item));
    Draft draft(input_, record.line, options_);
    G2Links links = fill_from_g2(item, draft);
    if (!kind.empty() && kind != "text" && kind != "composite" && draft.article().body.empty()) {
      draft.keep_back(tr("pas un texte : ", "not a text: ") + kind);
      return std::move(draft).finish(sink_);
    }
    ++texts_;
    waiting_.push_back({std::move(draft), std::move(links)});
    return waiting_.size() < kMaxWaiting || release();
  }

  /// Hands over the texts that wait; false asks to stop.
  bool finish() {
    while (!waiting_.empty()) {
      if (!release()) return false;
    }
    return true;
  }

 private:
  struct Waiting {
    Draft draft;
    G2Links links;
  };

  void pass_over(const XmlRecord& record, const std::string& guid) {
    sink_.pass_over({input_.name(), record.line, "",
                     tr("pas un article : ", "not an article: ") + std::string(record.name) +
                         (guid.empty() ? "" : " " + guid.substr(0, 200))});
  }

  bool release() {
    Waiting first = std::move(waiting_.front());
    waiting_.pop_front();
    if (first.draft.article().image.empty()) first.draft.image(picture_of(first.links));
    return std::move(first.draft).finish(sink_);
  }

  [[nodiscard]] std::string picture_of(const G2Links& links) const {
    for (const std::string& guid : links.items) {
      const auto found = pictures_.find(guid);
      if (found != pictures_.end()) return found->second;
    }
    // A message about one text: its pictures are that text's.
    return texts_ == 1 && !pictures_.empty() ? pictures_.begin()->second : std::string();
  }

  const InputStream& input_;
  const ReadOptions& options_;
  RecordSink& sink_;
  std::deque<Waiting> waiting_;
  std::map<std::string, std::string> pictures_;  ///< guid -> address
  std::size_t texts_ = 0;
};

}  // namespace

void NewsmlG2Reader::read(InputStream& input, const ReadOptions& options, RecordSink& sink) const {
  Message message(input, options, sink);
  bool going = true;
  read_xml_items(
      input,
      {"newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"},
      sink, [&](const XmlRecord& record, pugi::xml_node item) {
        return going = message.take(record, item);
      });
  if (going) message.finish();
}

bool starts_like_newsml_g2(std::string_view start) {
  const XmlStart root = xml_start(start);
  static const std::set<std::string_view> kRoots = {"newsMessage", "newsItem",      "packageItem",
                                                    "conceptItem", "knowledgeItem", "planningItem"};
  return kRoots.contains(root.name);
}

}  // namespace gazette::indexer
