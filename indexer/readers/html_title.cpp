// Titles vote for each other; the one with the most votes is the article's.
#include "indexer/readers/html_title.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "indexer/readers/clean_text.h"
#include "indexer/readers/page_lines.h"

namespace gazette::indexer {
namespace {

// Votes. The headline above the text is what a reader takes for the title: on 16 of 200 pages of
// one site og:title and the window's title agreed on another, made for search engines.
constexpr int kHeadline = 7;
constexpr int kOtherHeadline = 3;
constexpr int kJsonLd = 5;
constexpr int kOpenGraph = 3;
constexpr int kWindow = 3;
constexpr int kMicrodata = 2;
constexpr int kSecondHeading = 1;
constexpr int kDoubtful = 1;  // a headline of one or two words is often the section's

constexpr double kAllLink = 0.8;
constexpr std::size_t kMostHeadings = 300;  // that vote; each is compared with each
constexpr std::size_t kMostParts = 8;       // of a title, looked at together
constexpr std::size_t kSiteWords = 6;
constexpr std::size_t kShortHeadline = 2;  // words
constexpr std::size_t kLeastPrefix = 20;   // bytes that two titles share at their start

struct Candidate {
  std::string text, folded;
  int votes = 0;
  int rank = 0;  ///< of its source: of those that agree the first is shown
};

std::string letters_of(std::string_view text) {
  std::string folded = folded_line(text);
  std::erase(folded, ' ');
  return folded;
}

std::size_t count_words(const std::string& folded) {
  return folded.empty()
             ? 0
             : 1 + static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' '));
}

struct Part {
  std::size_t begin = 0, end = 0;  ///< bytes of the title, bars left out
};

/// Parts of "Titre - Rubrique | Site".
std::vector<Part> parts_of(const std::string& title) {
  static constexpr std::string_view kBars[] = {" | ",  " - ", " – ", " — ", " • ", " · ",
                                               " :: ", " » ", " « ", " / ", " : "};
  std::vector<Part> out(1);
  for (std::size_t at = 0; at < title.size(); ++at) {
    for (const std::string_view bar : kBars) {
      if (title.compare(at, bar.size(), bar) != 0) continue;
      out.back().end = at;
      at += bar.size();
      out.push_back({at, at});
      --at;
      break;
    }
  }
  out.back().end = title.size();
  return out;
}

class Chooser {
 public:
  Chooser(const HtmlDocument& document, const std::vector<HtmlBlock>& blocks, const HtmlBody& body,
          const StatedTitles& stated)
      : document_(document), blocks_(blocks), body_(body), stated_(stated) {}

  HtmlTitle run() {
    add_headings();
    add(stated_.json_ld, kJsonLd, 1);
    add(without_site(clean_line(stated_.open_graph)), kOpenGraph, 2);
    add_window_title();
    add(stated_.microdata, kMicrodata, 4);
    const Candidate* best = nullptr;
    int best_votes = 0;
    for (const Candidate& candidate : candidates_) {
      const int votes = votes_for(candidate);
      const bool better = best == nullptr || votes > best_votes ||
                          (votes == best_votes && candidate.rank < best->rank);
      if (!better) continue;
      best = &candidate;
      best_votes = votes;
    }
    if (best != nullptr) out_.text = best->text;
    return std::move(out_);
  }

 private:
  void add(const std::string& text, int votes, int rank) {
    Candidate candidate{clean_line(text), {}, votes, rank};
    candidate.folded = folded_line(candidate.text);
    if (!candidate.folded.empty()) candidates_.push_back(std::move(candidate));
  }

  /// The last h1 above the text is the headline; one is as good as none where it is the site's.
  void add_headings() {
    std::size_t headline = blocks_.size();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!is_h1(i) || is_name_of_site(blocks_[i].line.text)) continue;
      const bool above = i <= body_.begin;
      if (headline == blocks_.size() || (above && body_.why[i].empty())) headline = i;
    }
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!blocks_[i].heading || (candidates_.size() >= kMostHeadings && i != headline)) continue;
      const bool h1 = is_h1(i);
      int votes = h1 ? kOtherHeadline : kSecondHeading;
      if (i == headline) votes = blocks_[i].line.words > kShortHeadline ? kHeadline : kDoubtful;
      if (h1 && is_name_of_site(blocks_[i].line.text)) votes = 0;
      if (h1 || (i < body_.end && body_.why[i].empty()))
        add(blocks_[i].line.text, votes, h1 ? 0 : 5);
    }
  }

  [[nodiscard]] bool is_h1(std::size_t i) const {
    return document_.nodes()[blocks_[i].node].tag == GUMBO_TAG_H1;
  }

  [[nodiscard]] bool is_name_of_site(const std::string& text) const {
    const std::string letters = letters_of(text);
    return letters == letters_of(stated_.site) || letters == letters_of(stated_.section);
  }

  /// "Titre | Rubrique | Site" and "Site - Titre" without what is known not to be the title.
  [[nodiscard]] std::string without_site(const std::string& title) const {
    std::vector<Part> parts = parts_of(title);
    const auto names = [&](const Part& part) {
      return names_site(title.substr(part.begin, part.end - part.begin));
    };
    while (parts.size() > 1 && names(parts.back())) parts.pop_back();
    std::size_t first = 0;
    while (first + 1 < parts.size() && names(parts[first])) ++first;
    return title.substr(parts[first].begin, parts.back().end - parts[first].begin);
  }

  [[nodiscard]] bool names_site(const std::string& segment) const {
    const std::string letters = letters_of(segment);
    const std::string site = letters_of(stated_.site);
    if (letters.empty()) return true;
    if (letters == letters_of(stated_.section)) return true;
    // "lemonde" and "lemondefr", "Sud Ouest" and "SudOuest.fr".
    return !site.empty() && (letters == site || letters.starts_with(site) ||
                             (site.starts_with(letters) && letters.size() * 2 > site.size()));
  }

  void add_window_title() {
    for (std::uint32_t i = 0; i < document_.nodes().size(); ++i) {
      if (document_.nodes()[i].tag != GUMBO_TAG_TITLE) continue;
      const std::string whole = document_.line_of(i);
      std::string title = without_site(whole);
      if (title == whole) title = printed_part(whole);
      add(title, kWindow, 3);
      return;
    }
  }

  /// Of a title with bars whose site is not known: the longest part of it that is also printed on
  /// the page, alone.
  std::string printed_part(const std::string& whole) {
    const std::vector<Part> parts = parts_of(whole);
    for (std::size_t count = std::min(parts.size(), kMostParts); count > 0; --count) {
      for (std::size_t first = 0; first + count <= parts.size(); ++first) {
        const std::size_t begin = parts[first].begin;
        const std::size_t end = parts[first + count - 1].end;
        std::string part = whole.substr(begin, end - begin);
        if (!is_printed(folded_line(part))) continue;
        name_site(whole.substr(0, begin) + whole.substr(end));
        return part;
      }
    }
    return whole;
  }

  [[nodiscard]] bool is_printed(const std::string& folded) const {
    return count_words(folded) > kShortHeadline &&
           std::any_of(blocks_.begin(), blocks_.end(), [&](const HtmlBlock& block) {
             return block.line.folded == folded && block.link_share < kAllLink;
           });
  }

  /// What is left of the window's title, when it is one short name.
  void name_site(const std::string& rest) {
    std::string name = clean_line(rest);
    while (!name.empty() && folded_line(name.substr(0, 1)).empty() && name.front() > 0) {
      name.erase(0, 1);
    }
    while (!name.empty() && name.back() > 0 && folded_line(name.substr(name.size() - 1)).empty()) {
      name.pop_back();
    }
    name = clean_line(name);
    const std::size_t words = count_words(folded_line(name));
    if (words > 0 && words <= kSiteWords && parts_of(name).size() == 1) out_.site = name;
  }

  [[nodiscard]] int votes_for(const Candidate& candidate) const {
    int votes = 0;
    for (const Candidate& other : candidates_) {
      if (agree(candidate.folded, other.folded)) votes += other.votes;
    }
    return votes;
  }

  /// The same words, or one cut short.
  static bool agree(const std::string& one, const std::string& other) {
    const std::string& shorter = one.size() < other.size() ? one : other;
    const std::string& longer = one.size() < other.size() ? other : one;
    if (shorter.size() == longer.size()) return shorter == longer;
    return shorter.size() >= kLeastPrefix && longer.starts_with(shorter);
  }

  const HtmlDocument& document_;
  const std::vector<HtmlBlock>& blocks_;
  const HtmlBody& body_;
  const StatedTitles& stated_;
  std::vector<Candidate> candidates_;
  HtmlTitle out_;
};

}  // namespace

HtmlTitle choose_title(const HtmlDocument& document, const std::vector<HtmlBlock>& blocks,
                       const HtmlBody& body, const StatedTitles& stated) {
  return Chooser(document, blocks, body, stated).run();
}

}  // namespace gazette::indexer
