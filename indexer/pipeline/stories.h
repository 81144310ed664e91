// Stories: near-copies of one article under one name, kept as articles come, change and go.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "common/index/fingerprint.h"

namespace gazette::indexer {

/// One writer's, on its database; commits nothing. An article belongs to the story of the articles
/// that it is a near-copy of, whichever came first; the articles of a story all resemble its first
/// one, so that a text rewritten from hour to hour does not chain what has nothing left in common.
class Stories {
 public:
  explicit Stories(Xapian::WritableDatabase& db) : db_(db) {}

  /// The story that an article about to be written belongs to, empty for none; its near-copies are
  /// put into it where they were in none, and stories that it joins become one. `self` is the
  /// article's document when it is there already, else 0.
  std::string join(const Fingerprint& fingerprint, Xapian::docid self);

  /// Puts articles that are there already into their stories, each as if it had come after those
  /// with lower numbers: after a bulk load, where none has a story yet.
  void group_all();

  /// An article of `story` was taken away or written anew outside it: a last one alone is no story.
  void left(const std::string& story);

 private:
  /// Near-copies that are together already: a story, or one article.
  struct Group {
    std::string story;        ///< empty: one article
    Xapian::docid first = 0;  ///< the article that the others resemble
    Fingerprint fingerprint;  ///< of `first`
    double resemblance = 0;   ///< of the new article to the nearest one met
  };

  /// The latest articles of a band, few of them.
  [[nodiscard]] std::vector<Xapian::docid> latest_with(const std::string& term,
                                                       Xapian::docid self) const;
  [[nodiscard]] std::vector<Xapian::docid> candidates(const Fingerprint& fingerprint,
                                                      Xapian::docid self) const;
  [[nodiscard]] std::vector<Xapian::docid> with_earlier_candidates() const;
  [[nodiscard]] std::vector<Group> groups_near(const Fingerprint& fingerprint, Xapian::docid self);
  [[nodiscard]] Fingerprint fingerprint_at(Xapian::docid document);
  [[nodiscard]] std::string new_name(Xapian::docid first) const;
  [[nodiscard]] std::vector<Xapian::docid> documents_of(const std::string& story) const;
  void set_story(Xapian::docid number, const std::string& story);

  Xapian::WritableDatabase& db_;
  Analyzer analyzer_;
  Xapian::docid end_ = UINT32_MAX;  ///< articles from here on are as if they had not come yet
};

}  // namespace gazette::indexer
