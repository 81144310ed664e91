// Candidates by their bands, judged by their stored texts.
#include "indexer/pipeline/stories.h"

#include <xxhash.h>

#include <algorithm>
#include <cstdio>
#include <utility>

#include "common/index/document.h"
#include "common/index/schema.h"
#include "common/index/stored_article.h"

namespace gazette::indexer {
namespace {

// Two near-copies of a third resemble each other by 0.6 at least (the distance 1 - resemblance is a
// metric): what is further from a story's first article came to it along a chain.
constexpr double kToFirst = 0.6;
// A near-copy shares most bands, and its like are few. What shares bands with more articles is a
// format with a frame of its own: the latest are looked at.
constexpr std::size_t kCandidatesOfBand = 64;
constexpr std::size_t kMostCandidates = 16;
// The latest articles of a band are looked for among so many, and if need be among four times as
// many again: whatever the number of its articles, few of them are met.
constexpr Xapian::docid kFirstWindow = 4 * kCandidatesOfBand;
constexpr Xapian::docid kWider = 4;
// No search goes over more; walking them takes half a millisecond.
constexpr std::size_t kMostMet = 20'000;

void sort_distinct(std::vector<Xapian::docid>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

}  // namespace

std::vector<Xapian::docid> Stories::latest_with(const std::string& term, Xapian::docid self) const {
  std::vector<Xapian::docid> latest;
  const std::size_t articles = db_.get_termfreq(term);
  if (articles == 0) return latest;
  const Xapian::docid end = std::min(end_, db_.get_lastdocid() + 1);
  for (Xapian::docid window = articles <= kFirstWindow ? end : kFirstWindow;; window *= kWider) {
    const bool all = window >= end;
    std::vector<Xapian::docid> met;
    Xapian::PostingIterator at = db_.postlist_begin(term);
    if (!all) at.skip_to(end - window);
    for (; at != db_.postlist_end(term) && *at < end; ++at) {
      if (*at != self) met.push_back(*at);
      if (met.size() > kMostMet) return latest;  // those of the narrower window
    }
    const std::size_t taken = std::min(met.size(), kCandidatesOfBand);
    latest.assign(met.end() - static_cast<std::ptrdiff_t>(taken), met.end());
    if (all || taken == kCandidatesOfBand || window > UINT32_MAX / kWider) return latest;
  }
}

std::vector<Xapian::docid> Stories::candidates(const Fingerprint& fingerprint,
                                               Xapian::docid self) const {
  std::vector<Xapian::docid> met;  // once for each band
  for (const std::string& term : band_terms(fingerprint)) {
    const std::vector<Xapian::docid> of_band = latest_with(term, self);
    met.insert(met.end(), of_band.begin(), of_band.end());
  }
  std::sort(met.begin(), met.end());
  std::vector<std::pair<std::size_t, Xapian::docid>> counted;  // bands shared, document
  for (std::size_t i = 0, end = 0; i < met.size(); i = end) {
    while (end < met.size() && met[end] == met[i]) ++end;
    counted.emplace_back(end - i, met[i]);
  }
  std::sort(counted.rbegin(), counted.rend());
  if (counted.size() > kMostCandidates) counted.resize(kMostCandidates);
  std::vector<Xapian::docid> out;
  out.reserve(counted.size());
  for (const auto& [bands, document] : counted) out.push_back(document);
  return out;
}

Fingerprint Stories::fingerprint_at(Xapian::docid document) {
  const Result<Article> article = decode_article(db_.get_document(document).get_data());
  return article.ok() ? fingerprint_of(article.value(), analyzer_)
                      : Fingerprint();  // damaged: like nothing
}

std::vector<Stories::Group> Stories::groups_near(const Fingerprint& fingerprint,
                                                 Xapian::docid self) {
  std::vector<Group> groups;
  for (const Xapian::docid candidate : candidates(fingerprint, self)) {
    const std::string story = db_.get_document(candidate).get_value(schema::kStorySlot);
    const auto same = [&](const Group& group) { return !story.empty() && group.story == story; };
    if (std::any_of(groups.begin(), groups.end(), same)) continue;
    Group group;
    group.story = story;
    group.fingerprint = fingerprint_at(candidate);
    if (!near_copies(fingerprint, group.fingerprint)) continue;
    group.resemblance = resemblance(fingerprint, group.fingerprint);
    group.first = candidate;
    if (!story.empty()) {
      const std::string term = story_term(story);
      Xapian::PostingIterator member = db_.postlist_begin(term);
      if (*member == self) ++member;  // the candidate comes behind it
      group.first = *member;
      if (group.first != candidate) {
        group.fingerprint = fingerprint_at(group.first);
        if (resemblance(fingerprint, group.fingerprint) < kToFirst) continue;
      }
    }
    groups.push_back(std::move(group));
  }
  return groups;
}

std::string Stories::join(const Fingerprint& fingerprint, Xapian::docid self) {
  std::vector<Group> groups = groups_near(fingerprint, self);
  if (groups.empty()) return {};
  const auto nearest =
      std::max_element(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
        return std::pair(a.resemblance, b.first) < std::pair(b.resemblance, a.first);
      });
  std::iter_swap(groups.begin(), nearest);
  const auto apart = [&groups](const Group& group) {
    return &group != &groups.front() &&
           resemblance(group.fingerprint, groups.front().fingerprint) < kToFirst;
  };
  std::vector<Group> joined;
  for (const Group& group : groups) {
    if (!apart(group)) joined.push_back(group);
  }
  // The story that was there first keeps its name, so that the fewest articles change theirs.
  std::sort(joined.begin(), joined.end(), [](const Group& a, const Group& b) {
    return std::pair(a.story.empty(), a.first) < std::pair(b.story.empty(), b.first);
  });
  std::string story =
      joined.front().story.empty() ? new_name(joined.front().first) : joined.front().story;
  for (const Group& group : joined) {
    if (group.story.empty()) {
      set_story(group.first, story);
    } else if (group.story != story) {
      for (const Xapian::docid document : documents_of(group.story)) set_story(document, story);
    }
  }
  return story;
}

std::vector<Xapian::docid> Stories::with_earlier_candidates() const {
  std::vector<Xapian::docid> out;
  const std::string prefix(schema::kBandPrefix);
  for (auto term = db_.allterms_begin(prefix); term != db_.allterms_end(prefix); ++term) {
    if (term.get_termfreq() < 2) continue;
    const std::size_t before = out.size();
    for (auto at = db_.postlist_begin(*term); at != db_.postlist_end(*term); ++at) {
      out.push_back(*at);
    }
    out.erase(out.begin() + static_cast<std::ptrdiff_t>(before));  // the first has none before it
    // Near-copies are in several bands: not let grow by all of them.
    if (out.size() >= 2 * std::max<std::size_t>(kMostMet, db_.get_doccount())) sort_distinct(out);
  }
  sort_distinct(out);
  return out;
}

void Stories::group_all() {
  for (const Xapian::docid number : with_earlier_candidates()) {
    end_ = number;
    const std::string story = join(fingerprint_at(number), number);
    if (!story.empty()) set_story(number, story);
  }
  end_ = UINT32_MAX;
}

void Stories::left(const std::string& story) {
  const std::string term = story_term(story);
  if (db_.get_termfreq(term) == 1) set_story(*db_.postlist_begin(term), "");
}

std::vector<Xapian::docid> Stories::documents_of(const std::string& story) const {
  const std::string term = story_term(story);
  return {db_.postlist_begin(term), db_.postlist_end(term)};
}

std::string Stories::new_name(Xapian::docid first) const {
  const Xapian::Document document = db_.get_document(first);
  // With the content: an article that is rewritten and starts another story does not meet the old
  // one's name.
  const std::string seed =
      document.get_value(schema::kIdSlot) + '\0' + document.get_value(schema::kContentSlot);
  char name[17];
  std::snprintf(name, sizeof name, "%016llx",
                static_cast<unsigned long long>(XXH3_64bits(seed.data(), seed.size())));
  return name;
}

void Stories::set_story(Xapian::docid number, const std::string& story) {
  Xapian::Document document = db_.get_document(number);
  const std::string before = document.get_value(schema::kStorySlot);
  if (before == story) return;
  if (!before.empty()) document.remove_term(story_term(before));
  if (story.empty()) {
    document.remove_value(schema::kStorySlot);
  } else {
    document.add_value(schema::kStorySlot, story);
    document.add_boolean_term(story_term(story));
  }
  db_.replace_document(number, document);
}

}  // namespace gazette::indexer
