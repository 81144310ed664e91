// What comes in at one go: a request's articles, or a file's; all of it durable before it is done.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/readers/reader.h"

namespace gazette::indexer {

/// What became of one article. kOutdated: the archive has a higher version, or a withdrawal of this
/// one; kHeld: it is kept until its embargo ends; kUnknown: one to be removed that is not there;
/// kPassedOver: its editors keep it back.
enum class Fate : std::uint8_t {
  kCreated,
  kReplaced,
  kUnchanged,
  kOutdated,
  kHeld,
  kRemoved,
  kUnknown,
  kPassedOver,
  kRejected
};

struct ArticleResult {
  Fate fate = Fate::kRejected;
  std::size_t line = 0;    ///< in the input, 1-based
  std::string id;          ///< empty when it was rejected
  Complaint complaint;     ///< kRejected, kPassedOver: why
  std::int64_t until = 0;  ///< kHeld: UTC seconds
  std::vector<Complaint> warnings;
};

/// Why nothing can be said to be saved.
struct Failure {
  enum class Kind : std::uint8_t { kDiskFull, kUnavailable, kInternal };
  Kind kind = Kind::kInternal;
  std::string message;  ///< for the log: it may name paths
};

/// Where a job puts what it reads.
class JobSink : public RecordSink {
 public:
  /// The article with this id is to go.
  virtual void remove(std::string id) = 0;
};

/// Its members are called by one thread at a time, in this order: read, result for each article in
/// the order read, finish once.
class Job {
 public:
  virtual ~Job() = default;

  /// In a preparing thread. What it throws becomes Failure::Kind::kInternal.
  virtual void read(JobSink& sink) = 0;

  /// In the writer's thread. Must not throw.
  virtual void result(ArticleResult&& result) = 0;

  /// Something about the input as a whole.
  virtual void warn(Complaint&& /*complaint*/) {}

  /// In the writer's thread: everything is on disk, or `failure` says why not all is. Must not
  /// throw.
  virtual void finish(const Failure* failure) = 0;
};

}  // namespace gazette::indexer
