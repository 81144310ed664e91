// Which passages of a body to show: windows of whole sentences, or of a part of a long one, scored
// by the words they add to those already shown.
#include "server/highlight/fragment_choice.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "server/highlight/window_score.h"

namespace gazette::server {
namespace {

constexpr double kStretch = 1.25;      // a sentence this much longer than asked is kept whole
constexpr double kSameSentence = 0.7;  // two parts of one sentence say less than two sentences
constexpr double kPart = 0.9;          // a part of a sentence says less than a whole one
constexpr double kCurt = 0.8;          // a heading or « Oui. » says less than a sentence
constexpr double kLater = 0.1;  // what the end of a text loses: news says the main thing first
constexpr std::size_t kDense =
    64;  // marks in one sentence beyond which not every one starts a window

constexpr std::size_t kWholeMark = 100;  // code points; a phrase this long is kept whole, whatever
                                         // the size asked for

/// A sentence with marks: pieces [first, last).
struct MarkedSentence {
  std::size_t sentence = 0;
  std::size_t first = 0, last = 0;
  bool repeated = false;  ///< the title's words again, or an earlier sentence
};

/// A passage that may be shown.
struct Window {
  Span core;  ///< what must be in it
  std::size_t sentence = 0;
  bool whole = false;               ///< core is whole sentences; else a part of a sentence
  std::size_t first = 0, last = 0;  ///< pieces
  double score = -1;
};

class Chooser {
 public:
  Chooser(const MarkedBody& body, const FragmentOptions& options)
      : body_(body),
        size_(std::max<std::size_t>(options.size, 1)),
        score_(body.pieces, body.weights) {
    for (const Span& mark : merge(body.pieces, {0, body.text.size()})) {
      if (code_points(body.text, mark.begin, mark.end) <= std::max(size_, kWholeMark)) {
        whole_marks_.push_back(mark);
      }
    }
    collect_marked_sentences();
  }

  std::vector<Fragment> choose(std::size_t count) {
    std::vector<Fragment> fragments;
    while (fragments.size() < count) {
      const Window window = best_window();
      if (window.score < 0) break;
      fragments.push_back(take(window.whole ? around_sentences(window.core, window.sentence)
                                            : around_marks(window)));
    }
    return fragments;
  }

  Fragment begin() { return take(beginning()); }

 private:
  void collect_marked_sentences() {
    const auto& pieces = body_.pieces;
    std::size_t sentence = 0;
    for (std::size_t i = 0; i < pieces.size();) {
      while (sentence + 1 < body_.sentences.size() &&
             body_.sentences[sentence + 1].begin <= pieces[i].begin) {
        ++sentence;
      }
      const std::size_t first = i;
      const std::size_t end = sentence + 1 < body_.sentences.size()
                                  ? body_.sentences[sentence + 1].begin
                                  : body_.text.size();
      while (i < pieces.size() && (pieces[i].begin < end || i == first)) ++i;
      marked_.push_back({sentence, first, i, says_title(sentence)});
    }
    std::vector<std::pair<std::size_t, std::size_t>> seen;  // hash of the bytes, index
    for (std::size_t i = 0; i < marked_.size(); ++i) {
      const Sentence& s = body_.sentences[marked_[i].sentence];
      seen.emplace_back(std::hash<std::string_view>{}(body_.text.substr(s.begin, s.end - s.begin)),
                        i);
    }
    std::sort(seen.begin(), seen.end());
    for (std::size_t i = 1; i < seen.size(); ++i) {
      if (seen[i].first == seen[i - 1].first) marked_[seen[i].second].repeated = true;
    }
  }

  /// True when the words of the sentence are those of the title.
  [[nodiscard]] bool says_title(std::size_t index) const {
    if (body_.title.empty()) return false;
    const Sentence& s = body_.sentences[index];
    auto token = std::partition_point(body_.tokens.begin(), body_.tokens.end(),
                                      [&](const Token& t) { return t.begin < s.begin; });
    std::size_t words = 0;
    for (; token != body_.tokens.end() && token->begin < s.end; ++token) {
      if (token->kind != TokenKind::kWord) continue;
      if (words == body_.title.size() || word_hash(*token->word) != body_.title[words])
        return false;
      ++words;
    }
    return words == body_.title.size();
  }

  [[nodiscard]] bool fits(std::size_t begin, std::size_t end, std::size_t limit) const {
    return end - begin <= limit ||
           (end - begin <= 4 * limit && code_points(body_.text, begin, end) <= limit);
  }

  /// The room around `core` inside `limits` that no chosen passage takes; none when one takes part
  /// of the core.
  [[nodiscard]] Span room(Span core, Span limits) const {
    const auto next = std::partition_point(taken_.begin(), taken_.end(),
                                           [&](const Span& t) { return t.end <= core.begin; });
    if (next != taken_.end() && next->begin < core.end) return {};
    if (next != taken_.end()) limits.end = std::min(limits.end, next->begin);
    if (next != taken_.begin()) limits.begin = std::max(limits.begin, std::prev(next)->end);
    return {std::min(limits.begin, core.begin), std::max(limits.end, core.end)};
  }

  [[nodiscard]] Span extent(std::size_t sentence) const {
    return {body_.sentences[sentence].begin, body_.sentences[sentence].end};
  }

  [[nodiscard]] bool is_free(Span span) const { return room(span, span).end != 0; }

  /// True when `sentence` may lengthen a passage of its paragraph.
  [[nodiscard]] bool may_join(std::size_t sentence) const {
    return is_free(extent(sentence)) && !says_title(sentence);
  }

  Window best_window() {
    Window best;
    for (std::size_t i = 0; i < marked_.size(); ++i) {
      if (marked_[i].repeated) continue;
      const Span sentence = extent(marked_[i].sentence);
      const bool whole = fits(sentence.begin, sentence.end, stretched());
      if (whole && is_free(sentence)) {
        offer_sentences(i, best);
      } else {
        offer_parts(marked_[i], best);
      }
    }
    return best;
  }

  [[nodiscard]] std::size_t stretched() const {
    return static_cast<std::size_t>(static_cast<double>(size_) * kStretch);
  }

  /// The sentence, and those after it in the paragraph that fit.
  void offer_sentences(std::size_t marked, Window& best) {
    Window window{extent(marked_[marked].sentence), marked_[marked].sentence, true,
                  marked_[marked].first, marked_[marked].last};
    std::size_t next_marked = marked + 1;
    for (std::size_t next = window.sentence + 1; next < body_.sentences.size(); ++next) {
      const Sentence& s = body_.sentences[next];
      if (s.opens_paragraph || !fits(window.core.begin, s.end, size_) || !may_join(next)) break;
      window.core.end = s.end;
      if (next_marked < marked_.size() && marked_[next_marked].sentence == next) {
        window.last = marked_[next_marked++].last;
      }
    }
    const bool curt = window.core.end - window.core.begin < size_ / 3;
    consider(window, curt ? kCurt : 1, best);
  }

  /// Runs of marks in a long sentence that fit into one passage.
  void offer_parts(const MarkedSentence& marked, Window& best) {
    const auto& pieces = body_.pieces;
    const bool touched = !is_free(extent(marked.sentence));
    const std::size_t step = marked.last - marked.first > kDense ? size_ / 4 : 0;
    std::size_t last = marked.first, earliest = 0;
    for (std::size_t first = marked.first; first < marked.last; ++first) {
      if (pieces[first].unit == Piece::kGlue || pieces[first].begin < earliest) continue;
      earliest = pieces[first].begin + step;
      Window window{{pieces[first].begin, pieces[first].end}, marked.sentence, false, first};
      last = std::max(last, first + 1);
      while (last < marked.last && fits(window.core.begin, pieces[last].end, size_)) ++last;
      window.last = last;
      for (std::size_t i = first; i < last; ++i) {
        window.core.end = std::max<std::size_t>(window.core.end, pieces[i].end);
      }
      window.core = cutter().widened(window.core);
      const Span free = room(window.core, extent(marked.sentence));
      if (free.end == 0 || (touched && fits(free.begin, free.end, size_ / 3))) continue;
      consider(window, touched ? kSameSentence : kPart, best);
    }
  }

  void consider(Window window, double factor, Window& best) {
    const double late = static_cast<double>(window.core.begin) /
                        static_cast<double>(std::max<std::size_t>(body_.text.size(), 1));
    window.score = score_.of(window.first, window.last) * factor * (1 - kLater * late);
    if (window.score > best.score) best = window;
  }

  /// Sentences that came out short are joined by those before them, then by a part of the next.
  [[nodiscard]] Span around_sentences(Span core, std::size_t sentence) const {
    const auto& sentences = body_.sentences;
    for (std::size_t i = sentence; i > 0 && !sentences[i].opens_paragraph; --i) {
      if (!fits(sentences[i - 1].begin, core.end, size_) || !may_join(i - 1)) break;
      core.begin = sentences[i - 1].begin;
    }
    if (!fits(core.begin, core.end, size_ / 3)) return core;
    std::size_t next = sentence;
    while (next < sentences.size() && sentences[next].begin < core.end) ++next;
    if (next == sentences.size() || sentences[next].opens_paragraph) return core;
    const Span free = room(core, {core.begin, sentences[next].end});
    const std::size_t wanted = forward(body_.text, core.begin, size_, free.end);
    return cutter().trimmed({core.begin, cutter().end_before(std::max(wanted, core.end), core.end)},
                            core);
  }

  /// Marks of a long sentence with the words around them.
  [[nodiscard]] Span around_marks(const Window& window) const {
    const Span core = window.core;
    const Span free = room(core, extent(window.sentence));
    const std::size_t used = code_points(body_.text, core.begin, core.end);
    const std::size_t spare = size_ > used ? size_ - used : 0;
    // What comes after the words gets most of the room that is left; the beginning of a sentence
    // reads better than its end.
    const std::size_t needed_after =
        std::min(code_points(body_.text, core.end, free.end), spare * 3 / 5);
    Span wanted{backward(body_.text, core.begin, spare - needed_after, free.begin), core.end};
    if (fits(free.begin, core.begin, spare * 4 / 5)) wanted.begin = free.begin;
    const std::size_t begin =
        wanted.begin == free.begin ? free.begin : cutter().begin_after(wanted.begin, core.begin);
    wanted.end = std::max(forward(body_.text, begin, size_, free.end), core.end);
    const std::size_t end =
        wanted.end == free.end ? free.end : cutter().end_before(wanted.end, core.end);
    return cutter().trimmed({begin, end}, core);
  }

  /// The first sentences of the body that are not the title again.
  [[nodiscard]] Span beginning() const {
    const auto& sentences = body_.sentences;
    std::size_t first = 0;
    while (first < sentences.size() && says_title(first)) ++first;
    if (first == sentences.size()) first = 0;
    Span lead = extent(first);
    if (!fits(lead.begin, lead.end, stretched())) {
      const std::size_t wanted = forward(body_.text, lead.begin, size_, lead.end);
      std::size_t end = cutter().end_before(wanted, lead.begin);
      if (end == lead.begin) end = cutter().begin_after(wanted, lead.end);  // one endless word
      return cutter().trimmed({lead.begin, end}, {lead.begin, lead.begin});
    }
    for (std::size_t next = first + 1; next < sentences.size(); ++next) {
      const bool curt = fits(lead.begin, lead.end, size_ / 4);
      if ((sentences[next].opens_paragraph && !curt) ||
          !fits(lead.begin, sentences[next].end, size_) || says_title(next)) {
        break;
      }
      lead.end = sentences[next].end;
    }
    return lead;
  }

  Fragment take(Span passage) {
    taken_.insert(std::upper_bound(taken_.begin(), taken_.end(), passage,
                                   [](const Span& a, const Span& b) { return a.begin < b.begin; }),
                  passage);
    score_.show(passage);
    return {passage, merge(body_.pieces, passage)};
  }

  [[nodiscard]] Cutter cutter() const { return {body_.text, body_.tokens, whole_marks_}; }

  const MarkedBody& body_;
  std::size_t size_;  // code points
  WindowScore score_;
  std::vector<Span> whole_marks_;  // short enough never to be cut
  std::vector<MarkedSentence> marked_;
  std::vector<Span> taken_;  // ascending, disjoint
};

}  // namespace

std::vector<Fragment> choose_fragments(const MarkedBody& body, const FragmentOptions& options) {
  return Chooser(body, options).choose(options.count);
}

Fragment choose_beginning(const MarkedBody& body, const FragmentOptions& options) {
  return Chooser(body, options).begin();
}

}  // namespace gazette::server
