// What every reader of a format takes and gives.
//
// A reader turns the bytes of one input into articles. It never stops for a bad record: that one is
// rejected with its reason, and the rest goes on. A new format is a new Reader and a line in
// detect.cpp; gzip and encodings are undone before any reader.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "common/article.h"
#include "common/time_zone.h"
#include "indexer/readers/input_stream.h"

namespace gazette::indexer {

/// One record at most; longer ones are refused, so that memory stays bounded. The longest article
/// seen takes 0.4 MB.
inline constexpr std::size_t kMaxRecordBytes = std::size_t{16} << 20;

/// What could not be used, told to the person who sent it. As a whole record it is a reject; as one
/// field, a warning, and the article is kept.
struct Complaint {
  std::string source;    ///< file, or "-" for standard input
  std::size_t line = 0;  ///< 1-based
  std::string field;     ///< of the article; empty for the whole record
  std::string reason;    ///< one sentence
};

/// A line of a page that is not the article's text.
struct DroppedLine {
  std::size_t line = 0;  ///< 1-based, in the page
  std::string text;
  std::string reason;
};

/// An article as it was read.
struct Record {
  Article article;
  std::size_t line = 0;   ///< where it starts, 1-based
  std::string date_text;  ///< what `published` was read from, as the source writes it
  std::vector<Complaint> warnings;
  std::vector<DroppedLine> dropped;  ///< of pages only
};

/// An article that its source has taken back: it goes from the archive, and stays away until a
/// higher version comes.
struct Withdrawal {
  std::string id;
  std::uint64_t version = 0;  ///< 0 when the source does not count them
  std::string source;
  std::size_t line = 0;
};

/// An article that its source lets nobody see before a time.
struct Embargoed {
  Record record;
  std::int64_t until = 0;  ///< UTC seconds
  Complaint why;           ///< for who cannot keep it
};

/// Where readers put what they read.
class RecordSink {
 public:
  virtual ~RecordSink() = default;

  /// False asks the reader to stop.
  virtual bool take(Record&& record) = 0;
  virtual void reject(Complaint&& complaint) = 0;
  /// Something about the input as a whole, which was read all the same.
  virtual void warn(Complaint&& complaint) = 0;

  /// A record that its editors keep back (a draft), or that is no article: not indexed, and
  /// nobody's fault.
  virtual void pass_over(Complaint&& reason) = 0;

  /// Who cannot keep it until its time passes it over. False asks the reader to stop.
  virtual bool embargo(Embargoed&& embargoed) {
    pass_over(std::move(embargoed.why));
    return true;
  }

  /// False asks the reader to stop.
  virtual bool withdraw(Withdrawal&& withdrawal) = 0;
};

struct ReadOptions {
  TimeZone zone = TimeZone::paris();  ///< of dates that print no offset
  std::int64_t now = 0;  ///< when embargoes are judged, UTC seconds; 0: the clock's time
};

class Reader {
 public:
  virtual ~Reader() = default;

  /// Reads all of `input`, which is UTF-8 whatever the file was. Throws what its source throws.
  virtual void read(InputStream& input, const ReadOptions& options, RecordSink& sink) const = 0;
};

}  // namespace gazette::indexer
