// What is known of every article of one revision, in memory: dates, facet values, lengths, by
// article number. Immutable, shared by all requests.
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/news_time.h"
#include "server/search/doc_set.h"
#include "server/search/request.h"

namespace gazette::server {

/// A value of a facet field, as a number in its dictionary.
using Code = std::uint32_t;
inline constexpr Number kNoNumber = ~Number{0};
inline constexpr Code kNoCode = ~Code{0};

/// Near-copies of one article share one, below Columns::stories.
using Story = std::uint32_t;
inline constexpr Story kNoStory = ~Story{0};

/// The distinct values of one field. Codes are never reused: a value that no article has any more
/// keeps its own.
class Dictionary {
 public:
  struct Value {
    std::string value;           ///< as stored: what a filter takes
    std::string label;           ///< for people: a place's French name, else `value`
    std::string parent;          ///< places: id of the parent, or empty
    std::string folded;          ///< the label's words, folded, each followed by a space
    std::int32_t row = -1;       ///< places: of the gazetteer; -1 when it does not know them
    Code parent_code = kNoCode;  ///< places: of the parent
  };

  [[nodiscard]] std::size_t size() const { return values_.size(); }
  [[nodiscard]] const Value& operator[](Code code) const { return values_[code]; }
  [[nodiscard]] const Code* find(std::string_view value) const;
  Code add(Value value);  ///< not there yet

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::vector<Value> values_;
  std::unordered_map<std::string, Code, Hash, std::equal_to<>> codes_;
};

/// The codes of each article for one field: none, one or several, without repeats.
struct CodeColumn {
  std::vector<std::uint32_t> begin;  ///< size + 1 entries
  std::vector<Code> codes;
  [[nodiscard]] std::span<const Code> operator[](Number n) const {
    return {codes.data() + begin[n], begin[n + 1] - begin[n]};
  }
};

struct Columns {
  Number size = 0;            ///< articles
  Number dated = 0;           ///< numbers below have a date, newest first; the others have none
  std::vector<CivilDay> day;  ///< of the dated: civil day in the server's zone
  std::vector<std::int64_t> instant;  ///< of the dated: UTC seconds
  std::vector<Xapian::docid> docid;
  std::vector<Number> number_of;  ///< by docid; kNoNumber for a docid not in use
  std::vector<float> length;      ///< words of the article as Xapian counts them
  double average_length = 0;
  std::vector<std::uint64_t> content;  ///< hash of the stored article
  std::vector<Story> story;            ///< kNoStory without near-copies; empty when all are
  Story stories = 0;                   ///< how many there are
  std::array<CodeColumn, kFacetFieldCount> codes;
  std::array<std::shared_ptr<const Dictionary>, kFacetFieldCount> values;

  /// Numbers of the articles whose day is in [from, to], as [first, last).
  [[nodiscard]] std::pair<Number, Number> of_days(CivilDay from, CivilDay to) const;

  [[nodiscard]] Story story_of(Number number) const {
    return story.empty() ? kNoStory : story[number];
  }

  [[nodiscard]] const CodeColumn& of(FacetField field) const {
    return codes[static_cast<std::size_t>(field)];
  }
  [[nodiscard]] const Dictionary& dictionary(FacetField field) const {
    return *values[static_cast<std::size_t>(field)];
  }
};

}  // namespace gazette::server
