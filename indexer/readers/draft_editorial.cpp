// Editors' decisions about an item: what is kept back, until when, and what is taken back.
#include <algorithm>
#include <charconv>
#include <chrono>

#include "common/analysis/fold.h"
#include "common/cli/language.h"
#include "indexer/readers/clean_text.h"
#include "indexer/readers/draft.h"

namespace gazette::indexer {
namespace {

enum class Standing : std::uint8_t { kKeptBack, kEmbargoed, kTakenBack };

struct StatusWord {
  std::string_view word;  ///< folded
  Standing standing;
};

// Of IPTC's statuses "withheld" and "canceled" both say that no version of the item may be public;
// the words of content systems beside them.
constexpr StatusWord kStatusWords[] = {
    {"withheld", Standing::kTakenBack},     {"canceled", Standing::kTakenBack},
    {"cancelled", Standing::kTakenBack},    {"cancel", Standing::kTakenBack},
    {"killed", Standing::kTakenBack},       {"kill", Standing::kTakenBack},
    {"withdrawn", Standing::kTakenBack},    {"retracted", Standing::kTakenBack},
    {"deleted", Standing::kTakenBack},      {"trash", Standing::kTakenBack},
    {"annule", Standing::kTakenBack},       {"annulee", Standing::kTakenBack},
    {"retire", Standing::kTakenBack},       {"retiree", Standing::kTakenBack},
    {"supprime", Standing::kTakenBack},     {"supprimee", Standing::kTakenBack},
    {"draft", Standing::kKeptBack},         {"auto-draft", Standing::kKeptBack},
    {"pending", Standing::kKeptBack},       {"private", Standing::kKeptBack},
    {"future", Standing::kKeptBack},        {"embargoed", Standing::kEmbargoed},
    {"unpublished", Standing::kKeptBack},   {"scheduled", Standing::kKeptBack},
    {"brouillon", Standing::kKeptBack},     {"embargo", Standing::kEmbargoed},
    {"sous embargo", Standing::kEmbargoed}, {"en attente", Standing::kKeptBack},
    {"prive", Standing::kKeptBack},         {"non publie", Standing::kKeptBack},
    {"programme", Standing::kKeptBack}};

std::int64_t utc_seconds_now() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

}  // namespace

void Draft::version(std::string_view text) {
  const std::string cleaned = clean_line(text);
  if (cleaned.empty()) return;
  std::uint64_t number = 0;
  const auto [end, fault] =
      std::from_chars(cleaned.data(), cleaned.data() + cleaned.size(), number);
  if (fault != std::errc{} || end != cleaned.data() + cleaned.size()) {
    return warn("version", tr("ce n'est pas un nombre entier", "not a whole number"));
  }
  record_.article.version = number;
}

void Draft::status(std::string_view text) {
  const std::string cleaned = clean_line(text);
  // "stat:withheld", "http://cv.iptc.org/newscodes/pubstatusg2/withheld"
  const std::string word =
      fold(exact_form(std::string_view(cleaned).substr(cleaned.find_last_of(":/") + 1)));
  const auto* const known = std::find_if(std::begin(kStatusWords), std::end(kStatusWords),
                                         [&](const StatusWord& s) { return s.word == word; });
  if (known == std::end(kStatusWords)) return;
  if (known->standing == Standing::kTakenBack) return take_back();
  std::string reason = tr("pas publié, état : ", "not published, status: ") + cleaned;
  if (known->standing == Standing::kKeptBack) return keep_back(std::move(reason));
  if (embargo_.empty()) embargo_ = std::move(reason);  // until when, another field may say
}

void Draft::embargo(std::string_view until) {
  const std::string cleaned = clean_line(until);
  if (cleaned.empty()) return;
  const std::size_t warnings = record_.warnings.size();
  std::optional<NewsTime> end;
  time(end, "embargo", cleaned);
  record_.warnings.resize(warnings);  // told as the reason instead
  std::string reason =
      tr("sous embargo jusqu'au ", "embargoed until ") + (end ? end->to_string() : cleaned);
  if (!end) return keep_back(std::move(reason));
  const std::int64_t instant = end->instant(options_.zone);
  if (embargo_end_ && *embargo_end_ >= instant) return;
  embargo_end_ = instant;
  embargo_ = std::move(reason);
}

bool Draft::under_embargo() const {
  const std::int64_t now = options_.now != 0 ? options_.now : utc_seconds_now();
  return embargo_end_ && *embargo_end_ > now;
}

const std::string& Draft::reason_against() const {
  const bool for_good = kept_back_.empty() && !embargo_end_;
  return for_good ? embargo_ : kept_back_;
}

void Draft::keep_back(std::string reason) {
  if (kept_back_.empty()) kept_back_ = std::move(reason);
}

void Draft::take_back() { taken_back_ = true; }

bool Draft::hand_over_withdrawal(RecordSink& sink) {
  const Article& article = record_.article;
  if (article.id.empty() && article.url.empty()) {
    sink.reject({input_name_, record_.line, "id",
                 tr("un retrait qui ne dit pas de quel article",
                    "a withdrawal that does not say of which article")});
    return true;
  }
  return sink.withdraw({article.id.empty() ? derived_id(article) : article.id, article.version,
                        input_name_, record_.line});
}

}  // namespace gazette::indexer
