// Finds the densest run of sentences, the date nearest to it, and the headline that stands above.
#include "indexer/readers/page_layout.h"

#include <algorithm>

#include "common/cli/language.h"
#include "indexer/enrich/dateline.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/page_dates.h"
#include "indexer/readers/page_site.h"
#include "indexer/readers/page_title.h"
#include "indexer/readers/page_year.h"

namespace gazette::indexer {
namespace {

// What a line adds to a run of text: sentences their words, labels a little less than nothing, so
// that an intertitle does not part the text and a menu does.
constexpr int kMostWordsCounted = 60;
constexpr int kLabelCost = 6;
constexpr int kDateCost = 15;
constexpr int kAmidTextCost = 12;
constexpr int kFurnitureCost = 40;

constexpr std::size_t kSiteWords = 6;
constexpr std::size_t kSectionWords = 3;
constexpr std::size_t kBylineWords = 8;

/// "À lire aussi : La criée en grève" holds its only link.
bool holds_link(std::string_view text) {
  const std::size_t colon = text.find(':');
  return colon != std::string_view::npos && colon + 2 < text.size();
}

struct Range {
  std::size_t begin = 0, end = 0;
};

class Layouter {
 public:
  Layouter(std::string_view page, const TimeZone& zone) {
    out_.lines = page_lines(page);
    out_.roles.assign(out_.lines.size(), LineRole::kOutside);
    dates_ = find_dates(out_.lines, zone);
    zone_ = &zone;
  }

  PageLayout run() {
    body_ = densest_run();
    end_before_list();
    date_ = choose_date(dates_, body_.begin, body_.end);
    if (date_ && *date_ >= body_.begin && *date_ < body_.end) body_.begin = *date_ + 1;
    choose_title();
    reach_up();
    take_date();
    take_head();
    take_dateline();
    take_body();
    out_.site = source_name(out_.site, out_.agency);
    return std::move(out_);
  }

 private:
  [[nodiscard]] int weight(std::size_t i) const {
    const PageLine& line = out_.lines[i];
    if (!line.furniture.empty()) {
      return stands_amid_text(line.furniture) ? -kAmidTextCost : -kFurnitureCost;
    }
    if (dates_[i]) return -kDateCost;
    if (!line.prose) return -kLabelCost;
    return std::min(static_cast<int>(line.words), kMostWordsCounted);
  }

  /// The run of lines whose weights sum to most (Kadane); empty at the end when there is no prose.
  [[nodiscard]] Range densest_run() const {
    Range best{out_.lines.size(), out_.lines.size()};
    int best_sum = 0;
    int sum = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < out_.lines.size(); ++i) {
      sum += weight(i);
      if (sum > best_sum) {
        best_sum = sum;
        best = {begin, i + 1};
      }
      if (sum <= 0) {
        sum = 0;
        begin = i + 1;
      }
    }
    return best;
  }

  /// Other articles under "Les plus lus" come with headline and summary, one label for each
  /// sentence: there the text is over. Amid a text such a list is short, and sentences follow it.
  void end_before_list() {
    std::size_t words = 0;
    for (std::size_t i = body_.begin; i < body_.end; ++i) words += prose_words(i);
    std::size_t end = body_.end;
    std::size_t under = 0;  // words below line i
    std::size_t labels = 0;
    std::size_t sentences = 0;
    for (std::size_t i = body_.end; i-- > body_.begin;) {
      const bool over = labels >= sentences && under * 2 <= words && under < words;
      if (over && is_list_heading(out_.lines[i].furniture)) end = i;
      under += prose_words(i);
      ++(out_.lines[i].prose ? sentences : labels);
    }
    body_.end = end;
  }

  [[nodiscard]] std::size_t prose_words(std::size_t i) const {
    return out_.lines[i].prose ? out_.lines[i].words : 0;
  }

  void choose_title() {
    title_ = choose_page_title(out_.lines, dates_, date_, body_.begin);
    if (!title_) return;
    const std::size_t best = *title_;
    out_.title = out_.lines[best].text;
    const std::string& folded = out_.lines[best].folded;
    for (std::size_t i = 0; i < out_.lines.size(); ++i) {
      if (out_.lines[i].folded == folded) out_.roles[i] = LineRole::kTitleAgain;
    }
    out_.roles[best] = LineRole::kTitle;
    if (body_.begin == best) ++body_.begin;
    while (body_.begin < body_.end && out_.roles[body_.begin] == LineRole::kTitleAgain) {
      ++body_.begin;
    }
    if (body_.begin >= out_.lines.size()) body_ = {best + 1, out_.lines.size()};  // no prose at all
  }

  /// A short first paragraph may be cut off by a link or a button behind it.
  void reach_up() {
    std::size_t head = title_ ? *title_ + 1 : 0;
    if (date_ && *date_ < body_.begin) head = std::max(head, *date_ + 1);
    for (std::size_t i = std::min(body_.begin, out_.lines.size()); i > head; --i) {
      const PageLine& line = out_.lines[i - 1];
      const bool parted = !line.furniture.empty() && !stands_amid_text(line.furniture);
      if (parted || dates_[i - 1] || out_.roles[i - 1] != LineRole::kOutside) return;
      if (line.prose) body_.begin = i - 1;
    }
  }

  void take_date() {
    if (!date_) return;
    const std::size_t at = *date_;
    const PageDate& chosen = *dates_[at];
    out_.roles[at] = LineRole::kDate;
    std::optional<DateLine> date = chosen.date;
    std::string printed = out_.lines[at].text;
    // A second line may say when the article was changed, or first published.
    for (const std::size_t other : {at + 1, at - 1}) {
      if (other >= dates_.size() || !(dates_[other] ? dates_[other]->labelled : is_update(other))) {
        continue;
      }
      DateLineOptions options;
      options.zone = zone_;
      const auto [first, second] = std::minmax(at, other);
      const std::string lines = out_.lines[first].text + ", " + out_.lines[second].text;
      const Result<DateLine> both = parse_date_line(lines, options);
      if (!both.ok() && both.error().code == "no-year") printed = lines;
      if (!both.ok() || !both->published || !both->modified) continue;
      date = both.value();
      out_.roles[other] = LineRole::kDate;
      break;
    }
    if (!date && chosen.no_year) {
      const YearSearch search{out_.lines, dates_, at, body_.begin, body_.end, *zone_};
      if (std::optional<CompletedDate> completed = complete_year(search, printed)) {
        date = std::move(completed->date);
        out_.year_evidence = std::move(completed->evidence);
      }
    }
    if (!date) {
      out_.date_fault = chosen.fault;
      return;
    }
    out_.published = date->published ? date->published : date->value;
    out_.modified = date->modified;
    if (chosen.date) add_authors(author_of_line(out_.lines[at].text, *chosen.date));
  }

  /// "Mis à jour à 15:10": no date alone, but one beside another.
  [[nodiscard]] bool is_update(std::size_t i) const {
    const std::string& folded = out_.lines[i].folded;
    return folded.starts_with("mis a jour") || folded.starts_with("mise a jour") ||
           folded.starts_with("modifie");
  }

  void add_authors(std::string_view text) {
    for (std::string& name : names_in_byline(text)) {
      const std::string folded = folded_line(name);
      if (folded.empty() || folded == folded_line(out_.site)) continue;
      if (std::find(out_.authors.begin(), out_.authors.end(), name) == out_.authors.end()) {
        out_.authors.push_back(std::move(name));
      }
    }
  }

  /// What stands above the text besides title and date.
  void take_head() {
    if (title_ && *title_ > 0 && *title_ <= 3 && out_.roles[0] == LineRole::kOutside &&
        out_.lines[0].furniture.empty() && out_.lines[0].words <= kSiteWords + kSectionWords) {
      PageSite site = read_site(out_.lines[0]);
      out_.site = std::move(site.name);
      out_.section = std::move(site.section);
      out_.roles[0] = LineRole::kSite;
      const PageLine& second = out_.lines[1];
      if (*title_ == 2 && !second.after_blank && second.words <= kSectionWords &&
          second.furniture.empty() && !dates_[1] && out_.section.empty()) {
        out_.section = second.text;
        out_.roles[1] = LineRole::kSection;
      }
    }
    for (std::size_t i = title_ ? *title_ + 1 : 0; i < body_.begin; ++i) {
      const PageLine& line = out_.lines[i];
      if (out_.roles[i] == LineRole::kOutside && line.folded.starts_with("par ") &&
          line.words <= kBylineWords && !line.prose) {
        add_authors(author_before(line.text));
        out_.roles[i] = LineRole::kByline;
      }
    }
  }

  /// On a line of its own between title and text, or at the head of the first paragraph.
  void take_dateline() {
    const std::size_t above = std::max(title_.value_or(0), date_.value_or(0));
    const std::size_t begin = above < body_.begin ? above : title_.value_or(0);
    for (std::size_t i = begin; i < out_.lines.size() && i <= body_.begin; ++i) {
      if (out_.roles[i] != LineRole::kOutside || !out_.lines[i].furniture.empty()) continue;
      const Result<ParsedDateline> found = parse_dateline(out_.lines[i].text);
      if (!found.ok()) continue;
      const bool alone = found->length >= out_.lines[i].text.size();
      if (!alone && i < body_.begin) continue;
      out_.dateline = to_article_dateline(found.value());
      out_.agency = found->agency;
      if (alone) out_.roles[i] = LineRole::kDateline;
      return;
    }
  }

  void take_body() {
    bool in_links = false;
    for (std::size_t i = 0; i < out_.lines.size(); ++i) {
      const PageLine& line = out_.lines[i];
      if (out_.roles[i] != LineRole::kOutside) continue;
      if (!line.furniture.empty()) {
        out_.roles[i] = LineRole::kFurniture;
        in_links = opens_links(line.folded) && !holds_link(line.text);
        continue;
      }
      if (line.prose) in_links = false;
      if (i < body_.begin || i >= body_.end || in_links || dates_[i]) continue;
      // A caption under a film or picture: the title with its maker's name.
      const bool caption = !line.prose && title_ && line.folded.size() > 20 &&
                           line.folded.starts_with(out_.lines[*title_].folded);
      out_.roles[i] = caption ? LineRole::kTitleAgain : LineRole::kBody;
    }
  }

  PageLayout out_;
  std::vector<std::optional<PageDate>> dates_;
  const TimeZone* zone_ = nullptr;
  Range body_;
  std::optional<std::size_t> date_, title_;
};

}  // namespace

PageLayout layout_page(std::string_view page, const TimeZone& zone) {
  return Layouter(page, zone).run();
}

std::string reason_of(const PageLayout& layout, std::size_t line) {
  switch (layout.roles[line]) {
    case LineRole::kFurniture:
      return std::string(layout.lines[line].furniture);
    case LineRole::kSite:
      return tr("nom du site au-dessus du titre", "name of the site above the title");
    case LineRole::kSection:
      return tr("rubrique", "section");
    case LineRole::kTitleAgain:
      return tr("titre répété", "title again");
    case LineRole::kDate:
      return tr("ligne de date", "date line");
    case LineRole::kByline:
      return tr("signature", "byline");
    case LineRole::kDateline:
      return tr("lieu et source de l'article", "dateline");
    case LineRole::kOutside:
      return tr("hors du texte de l'article", "outside the text of the article");
    case LineRole::kTitle:
    case LineRole::kBody:
      break;
  }
  return {};
}

}  // namespace gazette::indexer
