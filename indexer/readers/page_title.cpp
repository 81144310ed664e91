// Scores the lines above the text: what is printed twice, what the window's title repeats, what
// stands over the date.
#include "indexer/readers/page_title.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

namespace gazette::indexer {
namespace {

// What speaks for a line being the title.
constexpr int kPrintedTwice = 40;
constexpr int kFirstLine = 30;      // of a page that starts with the title of its window
constexpr int kFirstLineShort = 5;  // it may be the name of the site, or of the first of a list
constexpr int kPerWord = 2;
constexpr int kMostTitleWords = 10;  // counted
constexpr int kNearDate = 15;        // the last candidate above the date
constexpr int kOpensBody = -20;      // the first sentence of the text itself

constexpr std::size_t kLongestTitleWords = 40;
constexpr std::size_t kFirstLineWords = 6;

// A headline that the window's title says in other words shares at least half of its long words.
constexpr std::size_t kLongWord = 4;      // letters
constexpr std::size_t kLeastShared = 3;   // long words
constexpr std::size_t kMostLinesUp = 12;  // of such a headline above the text

std::vector<std::string_view> long_words(std::string_view folded) {
  std::vector<std::string_view> words;
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find(' '), folded.size());
    if (end >= kLongWord) words.push_back(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return words;
}

class TitleChooser {
 public:
  TitleChooser(const std::vector<PageLine>& lines,
               const std::vector<std::optional<PageDate>>& dates,
               std::optional<std::size_t> date_line, std::size_t body_begin)
      : lines_(lines), dates_(dates), date_line_(date_line), body_begin_(body_begin) {
    for (const PageLine& line : lines) ++printed_[line.folded];
    for (std::size_t i = 1; i < lines.size() && !window_says_more_; ++i) {
      window_says_more_ = lines[i].words >= kFirstLineWords && is_part_of_first_line(i);
    }
  }

  [[nodiscard]] std::optional<std::size_t> run() const {
    const std::size_t end = std::min(body_begin_ + 1, lines_.size());
    const std::optional<std::size_t> above_date = last_above_date(end);
    const std::optional<std::size_t> resembling = resembles_first_line(end);
    std::optional<std::size_t> best;
    int best_score = 0;
    for (std::size_t i = 0; i < end; ++i) {
      if (!may_be_title(i)) continue;
      int score = score_of(i);
      if (above_date == i) score += kNearDate;
      if (resembling == i) score += kPrintedTwice;
      if (!best || score > best_score) {
        best_score = score;
        best = i;
      }
    }
    return best;
  }

 private:
  [[nodiscard]] bool may_be_title(std::size_t i) const {
    const PageLine& line = lines_[i];
    return line.furniture.empty() && !dates_[i] && line.words > 0 &&
           line.words <= kLongestTitleWords;
  }

  [[nodiscard]] bool printed_twice(std::size_t i) const {
    return printed_.at(lines_[i].folded) > 1;
  }

  /// The title of the window is often the headline and more: "Titre : rubrique, site", "Site -
  /// Titre", "DIRECT. Titre".
  [[nodiscard]] bool is_part_of_first_line(std::size_t i) const {
    const std::string& first = lines_.front().folded;
    const std::string& folded = lines_[i].folded;
    if (i == 0 || lines_[i].words < 2 || folded.size() > first.size()) return false;
    if (folded.size() == first.size()) return folded == first;
    return (first.starts_with(folded) && first[folded.size()] == ' ') ||
           (first.ends_with(folded) && first[first.size() - folded.size() - 1] == ' ');
  }

  /// The first line is one of a list of articles with their dates.
  [[nodiscard]] bool opens_list() const {
    return dates_.size() > 1 && dates_[1] && date_line_ != 1;
  }

  [[nodiscard]] int score_of(std::size_t i) const {
    const PageLine& line = lines_[i];
    int score = kPerWord * std::min(static_cast<int>(line.words), kMostTitleWords);
    if (line.words > 1 && printed_twice(i)) score += kPrintedTwice;
    if (i == 0) {
      const bool whole = line.words >= kFirstLineWords && !window_says_more_ && !opens_list();
      score += whole ? kFirstLine : kFirstLineShort;
    }
    if (is_part_of_first_line(i)) score += kFirstLine;
    if (i == body_begin_) score += kOpensBody;
    return score;
  }

  [[nodiscard]] std::optional<std::size_t> last_above_date(std::size_t end) const {
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < std::min(end, date_line_.value_or(0)); ++i) {
      if (may_be_title(i)) last = i;
    }
    return last;
  }

  /// The line nearest above the text that says in other words what the window's title does, where
  /// none repeats it: what is made for search engines is no headline.
  [[nodiscard]] std::optional<std::size_t> resembles_first_line(std::size_t end) const {
    if (lines_.empty() || window_says_more_ || printed_twice(0) || opens_list())
      return std::nullopt;
    const std::vector<std::string_view> first = long_words(lines_.front().folded);
    const std::size_t stop = body_begin_ > kMostLinesUp ? body_begin_ - kMostLinesUp : 1;
    for (std::size_t i = end; i-- > stop;) {
      if (i == body_begin_ || !may_be_title(i) || lines_[i].prose) continue;
      const std::vector<std::string_view> words = long_words(lines_[i].folded);
      const auto shared = static_cast<std::size_t>(
          std::count_if(words.begin(), words.end(), [&](std::string_view word) {
            return std::find(first.begin(), first.end(), word) != first.end();
          }));
      if (shared >= kLeastShared && shared * 2 >= words.size()) return i;
    }
    return std::nullopt;
  }

  const std::vector<PageLine>& lines_;
  const std::vector<std::optional<PageDate>>& dates_;
  std::optional<std::size_t> date_line_;
  std::size_t body_begin_;
  std::unordered_map<std::string_view, std::size_t> printed_;  ///< how often each folded line is
  bool window_says_more_ = false;  ///< another line is the headline that the first line holds
};

}  // namespace

std::optional<std::size_t> choose_page_title(const std::vector<PageLine>& lines,
                                             const std::vector<std::optional<PageDate>>& dates,
                                             std::optional<std::size_t> date_line,
                                             std::size_t body_begin) {
  return TitleChooser(lines, dates, date_line, body_begin).run();
}

}  // namespace gazette::indexer
