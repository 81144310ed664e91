// Article -> Xapian document: terms with positions, value slots, stored bytes.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/analysis/analyzer.h"
#include "common/article.h"
#include "common/index/fingerprint.h"
#include "common/news_time.h"

namespace gazette {

/// Called once per distinct word of an article whose stems must be in the lexicon (see
/// query_forms.h).
using LexiconSink = std::function<void(std::string_view folded_stem, std::string_view stem)>;

/// The values of an article's slots, by slot; empty ones are left out.
using SlotValues = std::vector<std::pair<std::uint32_t, std::string>>;

/// Makes documents; keeps its buffers from one to the next. One thread's own, as is `analyzer`,
/// which it borrows.
class DocumentBuilder {
 public:
  DocumentBuilder(Analyzer& analyzer, const TimeZone& zone);
  ~DocumentBuilder();

  /// The document of `article`, whose stored form `encoded` is (see encode_article).
  Xapian::Document build(const Article& article, const std::string& encoded,
                         const LexiconSink& lexicon);

  /// The same without a Xapian::Document, for who writes tables in bulk: `take` gets each term in
  /// the order of their bytes, its wdf and its positions; what it gets lives until it has them all.
  using TermSink = std::function<void(std::string_view term, std::uint32_t wdf,
                                      std::span<const std::uint32_t> positions)>;
  SlotValues build_flat(const Article& article, const std::string& encoded,
                        const LexiconSink& lexicon, const TermSink& take);

  /// The fingerprint of the article built last; once an article.
  Fingerprint take_fingerprint();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The document of `article`; `analyzer` is the calling thread's own. For more than one article a
/// DocumentBuilder is cheaper.
Xapian::Document to_document(const Article& article, Analyzer& analyzer, const TimeZone& zone,
                             const LexiconSink& lexicon);

/// The unique term of an article.
std::string id_term(std::string_view id);

/// The term of the articles of a story (a value of schema::kStorySlot).
std::string story_term(std::string_view story);

/// Slot values. Lists are length-prefixed so that any bytes may stand in them.
std::string encode_list(const std::vector<std::string>& items);
std::vector<std::string> decode_list(std::string_view bytes);  ///< empty on malformed bytes

/// 9 bytes that sort by time: instant (UTC seconds, big-endian, biased), then the precision; empty
/// for no date. For Precision::kDay the first 8 bytes hold the day's midnight as if UTC, so that
/// the day is the same in every zone.
std::string encode_published(const std::optional<NewsTime>& time, const TimeZone& zone);
struct PublishedValue {
  std::int64_t seconds = 0;  ///< UTC, or for a day alone its midnight as if UTC
  bool day_only = false;
};
std::optional<PublishedValue> decode_published(std::string_view bytes);

}  // namespace gazette
