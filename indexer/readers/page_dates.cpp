// Tells date lines from dates in running text, and the article's from those of other articles.
#include "indexer/readers/page_dates.h"

#include <algorithm>

#include "indexer/readers/clean_text.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kMostWords = 24;      // of a date line with its byline and a second date
constexpr std::size_t kMostOtherWords = 7;  // "Orange avec AFP-Services, publié le …"

constexpr std::size_t kListStep = 4;  // lines from one article of a list to the next

// How much speaks for a line being the article's date line.
constexpr int kLabelled = 30;  // "publié le"
constexpr int kHasTime = 15;   // lists of other articles print days
constexpr int kPerLineAway = 2;
constexpr int kAfterBody = 10;  // dates mostly stand above the text
constexpr int kLeast = -25;     // a bare day twelve lines above the text is another article's

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_labelled(std::string_view folded) {
  for (const std::string_view label :
       {"publie", "publiee", "mis a jour", "mise a jour", "modifie", "mis en ligne", "poste le",
        "poste par", "cree le", "ecrit le", "ecrit par", "redige le", "redige par", "soumis le",
        "soumis par"}) {
    const std::size_t at = folded.find(label);
    if (at != std::string_view::npos && (at == 0 || folded[at - 1] == ' ')) return true;
  }
  return false;
}

/// "Hier à 14h", "il y a 3 heures": nothing but a time that counts from the reading of the page.
bool is_recent(std::string_view text) {
  bool relative = false;
  for (const DateItem& item : read_date_items(DateTokens(text))) {
    const bool ago = item.kind == DateItemKind::kAgo && item.ago.unit <= TimeUnit::kDay;
    if (!ago && item.kind != DateItemKind::kClock) return false;
    relative = relative || ago;
  }
  return relative;
}

std::optional<PageDate> date_of(const PageLine& line, const TimeZone& zone) {
  if (line.words == 0 || line.words > kMostWords || !has_digit(line.text)) return std::nullopt;
  DateLineOptions options;
  options.zone = &zone;
  PageDate found;
  found.labelled = is_labelled(line.folded);
  const Result<DateLine> read = parse_date_line(line.text, options);
  if (read.ok()) {
    if (read->other_words > kMostOtherWords || (line.prose && !found.labelled)) return std::nullopt;
    found.date = read.value();
    return found;
  }
  // A line that says it is a date and is refused stays a date line.
  const std::string& code = read.error().code;
  const bool said =
      found.labelled && !line.prose && code != "no-date" && code != "prose" && code != "time-only";
  const bool meant = said || is_recent(line.text);
  if (!meant) return std::nullopt;
  found.fault = read.error().message;
  found.no_year = code == "no-year";
  return found;
}

}  // namespace

std::vector<std::optional<PageDate>> find_dates(const std::vector<PageLine>& lines,
                                                const TimeZone& zone) {
  std::vector<std::optional<PageDate>> dates;
  dates.reserve(lines.size());
  for (const PageLine& line : lines) dates.push_back(date_of(line, zone));
  return dates;
}

namespace {

/// A day alone, neither labelled nor with a time: the article's, or one of a list of articles.
bool is_bare_day(const std::optional<PageDate>& date) {
  return date && date->date && !date->labelled && date->date->precision == DatePrecision::kDay;
}

/// One of several bare days that stand near each other: a list of articles.
bool is_listed(const std::vector<std::optional<PageDate>>& dates, std::size_t i) {
  if (!is_bare_day(dates[i])) return false;
  const std::size_t begin = i > kListStep ? i - kListStep : 0;
  const std::size_t end = std::min(i + kListStep + 1, dates.size());
  for (std::size_t other = begin; other < end; ++other) {
    if (other == i || !is_bare_day(dates[other])) continue;
    if (!(dates[other]->date->value == dates[i]->date->value) || other + 1 < i || other > i + 1) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::optional<std::size_t> choose_date(const std::vector<std::optional<PageDate>>& dates,
                                       std::size_t body_begin, std::size_t body_end) {
  std::optional<std::size_t> best;
  int best_score = kLeast;
  for (std::size_t i = 0; i < dates.size(); ++i) {
    if (!dates[i] || is_listed(dates, i)) continue;
    // Under the text stand the dates of other articles, except right under it.
    if (i > body_end + 1 && !dates[i]->labelled) continue;
    int score = dates[i]->labelled ? kLabelled : 0;
    if (dates[i]->date && dates[i]->date->precision != DatePrecision::kDay) score += kHasTime;
    if (i < body_begin) {
      score -= kPerLineAway * static_cast<int>(body_begin - i);
    } else if (i >= body_end) {
      score -= kAfterBody + kPerLineAway * static_cast<int>(i - body_end);
    } else {
      score -= kPerLineAway * static_cast<int>(i - body_begin);
    }
    if (score > best_score) {
      best_score = score;
      best = i;
    }
  }
  return best;
}

std::string author_before(std::string_view text_before_date) {
  std::string name = clean_line(text_before_date);
  static constexpr std::string_view kEnds[] = {",", "-", "–", "—",   "|",   "•", "·",
                                               ":", "/", "(", " le", " Le", " ", "\u00A0"};
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view mark : kEnds) {
      if (!name.ends_with(mark)) continue;
      name.resize(name.size() - mark.size());
      cut = true;
    }
  }
  for (const std::string_view lead : {"Par ", "par ", "PAR ", "Source ", "source ", "De "}) {
    if (name.starts_with(lead)) name.erase(0, lead.size());
  }
  // "Le 3 mars 2021, modifié le 4"
  for (const std::string_view article : {"Le", "le", "LE", "Du", "Ce"}) {
    if (name == article) name.clear();
  }
  return name;
}

std::string author_of_line(std::string_view line, const DateLine& date) {
  std::string before = author_before(line.substr(0, date.begin));
  if (!before.empty()) return before;
  for (const std::string_view by : {" par ", " Par ", " PAR "}) {
    const std::size_t at = line.find(by, date.begin);
    if (at == std::string_view::npos) continue;
    std::string_view name = line.substr(at + by.size());
    for (const std::string_view behind : {" le ", " à ", " dans ", ", ", " - ", " | ", " • "}) {
      name = name.substr(0, name.find(behind));
    }
    return author_before(name);
  }
  return {};
}

}  // namespace gazette::indexer
