// Reads what changed, publishes it, rests.
#include "server/search/suggest/suggest_data.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/index/stored_article.h"
#include "server/search/suggest/title_index_builder.h"

namespace gazette::server {
namespace {

using Clock = std::chrono::steady_clock;

// How often a new revision is looked for; nothing is read for it.
constexpr auto kPollInterval = std::chrono::milliseconds(50);
// After work that took long, wait this many times as long: at most a tenth of one core goes there.
constexpr int kRestPerWork = 9;
// What is answered before the first data are there: a short wait, then nothing.
constexpr auto kFirstWait = std::chrono::seconds(2);
// Titles kept, the newest: 200 MB at most.
constexpr std::size_t kMaxTitles = 2'000'000;
// Titles read before the first publication; each further one reads ten times as many.
constexpr std::size_t kFirstReads = 20'000;
constexpr std::size_t kReadsGrowth = 10;
// Titles read with one handle: a request that waits for a handle waits for milliseconds.
constexpr std::size_t kBatch = 256;

/// Reads the titles of one snapshot; gives up, for good, when the writer overtook it.
class TitleReader {
 public:
  explicit TitleReader(Snapshot& snapshot) : snapshot_(snapshot) {}

  /// None when it cannot be read (any more).
  std::optional<std::string> title(Xapian::docid docid) {
    if (overtaken_) return std::nullopt;
    if (!handle_ || reads_++ % kBatch == 0) {
      handle_.reset();
      handle_.emplace(snapshot_);
    }
    try {
      Result<Article> article = decode_article(handle_->db().get_document(docid).get_data());
      if (!article.ok()) return std::string();  // damaged: nothing to show
      return std::move(article).value().title;
    } catch (const Xapian::Error&) {
      overtaken_ = true;
      return std::nullopt;
    }
  }

 private:
  Snapshot& snapshot_;
  std::optional<Snapshot::Lease> handle_;
  std::size_t reads_ = 0;
  bool overtaken_ = false;
};

std::vector<TitleNumber> by_docid(const TitleIndex* index, std::size_t docids, TitleNumber none) {
  std::vector<TitleNumber> numbers(docids, none);
  for (TitleNumber title = 0; index != nullptr && title < index->size(); ++title) {
    if (index->docid(title) < docids) numbers[index->docid(title)] = title;
  }
  return numbers;
}

}  // namespace

SuggestFollower::SuggestFollower(SnapshotSource& source)
    : source_(source), reads_(kFirstReads), thread_([this] { follow(); }) {}

SuggestFollower::~SuggestFollower() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

SuggestData SuggestFollower::current() {
  std::unique_lock lock(mutex_);
  if (!begun_) changed_.wait_for(lock, kFirstWait, [this] { return begun_ || stopping_; });
  return data_;
}

bool SuggestFollower::stopping() {
  const std::lock_guard lock(mutex_);
  return stopping_;
}

std::shared_ptr<const TitleIndex> SuggestFollower::read_titles(Snapshot& snapshot, bool& complete) {
  const std::shared_ptr<const TitleIndex> before = data_.titles;  // written by this thread alone
  const Columns& columns = snapshot.columns();
  const auto none = static_cast<TitleNumber>(before ? before->size() : 0);
  const std::vector<TitleNumber> known = by_docid(before.get(), columns.number_of.size(), none);
  TitleIndexBuilder builder(before, analyzer_);
  TitleReader reader(snapshot);
  std::size_t reads = 0;
  complete = true;
  const auto end = static_cast<Number>(std::min<std::size_t>(columns.size, kMaxTitles));
  for (Number number = 0; number < end; ++number) {
    const Xapian::docid docid = columns.docid[number];
    const std::uint64_t content = columns.content[number];
    if (known[docid] != none && before->content(known[docid]) == content) {
      builder.keep(known[docid]);
      continue;
    }
    std::optional<std::string> title;
    if (reads++ < reads_ && !(reads % kBatch == 0 && stopping())) title = reader.title(docid);
    if (title) {
      builder.add(docid, content, *title);
    } else {
      complete = false;
    }
  }
  return builder.build();
}

bool SuggestFollower::renew() {
  const std::shared_ptr<Snapshot> snapshot = source_.peek();
  if (!snapshot) return false;
  SuggestData data = data_;
  bool changed = false;
  if (const auto vocabulary = snapshot->vocabulary(); vocabulary && vocabulary != vocabulary_) {
    data.words = std::make_shared<const WordList>(*vocabulary);
    vocabulary_ = vocabulary;
    changed = true;
  }
  const auto& places = snapshot->columns().values[static_cast<std::size_t>(FacetField::kPlace)];
  if (!data.places || data.places->places() != places) {
    data.places = std::make_shared<const PlaceNames>(places);
    changed = true;
  }
  if (snapshot->id() != seen_) {
    bool complete = false;
    data.titles = read_titles(*snapshot, complete);
    if (complete) {
      seen_ = snapshot->id();
    } else {
      reads_ *= kReadsGrowth;
    }
    changed = true;
  }
  if (!changed) return false;
  const std::lock_guard lock(mutex_);
  data_ = std::move(data);
  begun_ = begun_ || (data_.words && data_.titles && data_.places);
  changed_.notify_all();
  return true;
}

void SuggestFollower::follow() {
  auto rest = std::chrono::duration_cast<Clock::duration>(kPollInterval);
  for (bool stopped = false; !stopped;) {
    const auto start = Clock::now();
    renew();
    rest = std::max<Clock::duration>(kPollInterval, kRestPerWork * (Clock::now() - start));
    std::unique_lock lock(mutex_);
    if (!begun_) rest = kPollInterval;
    stopped = changed_.wait_for(lock, rest, [this] { return stopping_; });
  }
}

}  // namespace gazette::server
