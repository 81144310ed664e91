// `stats`: figures of the archive.
#include <xapian.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "common/cli/language.h"
#include "common/index/document.h"
#include "common/index/schema.h"
#include "common/time_zone.h"
#include "indexer/commands/commands.h"
#include "indexer/number_text.h"
#include "indexer/pipeline/archive_writer.h"
#include "indexer/pipeline/folder.h"

namespace gazette::indexer {
namespace {

struct Figures {
  std::size_t articles = 0;
  std::string first_date, last_date;  ///< civil days in Europe/Paris; empty when none has a date
  std::vector<std::pair<std::string, std::size_t>> sources;  ///< most articles first
  std::size_t stories = 0;                                   ///< groups of near-copies
  std::size_t story_articles = 0;                            ///< articles in them
  EmbargoFigures embargoed;
  std::uint64_t revision = 0;
  std::uint64_t bytes = 0;
  std::string last_commit;
};

std::string day_text(const PublishedValue& value) {
  const std::int64_t offset = value.day_only ? 0 : TimeZone::paris().offset_at(value.seconds);
  constexpr std::int64_t kDaySeconds = 86400;
  const std::int64_t local = value.seconds + offset;
  const std::int64_t day = local / kDaySeconds - (local % kDaySeconds < 0 ? 1 : 0);
  return to_string(to_date(static_cast<CivilDay>(day)));
}

Figures figures_of(const Xapian::Database& db, const std::string& directory) {
  Figures out;
  out.articles = db.get_doccount();
  out.revision = db.get_revision();
  out.bytes = folder_bytes(directory);
  out.embargoed = embargo_figures(db);
  out.last_commit = db.get_metadata(std::string(schema::kCommitTimeKey));
  // Bounds that Xapian keeps are not tightened when articles go: the values themselves are.
  std::string first, last;
  for (auto at = db.valuestream_begin(schema::kPublishedSlot);
       at != db.valuestream_end(schema::kPublishedSlot); ++at) {
    const std::string value = *at;
    if (first.empty() || value < first) first = value;
    if (value > last) last = value;
  }
  if (const auto value = decode_published(first)) out.first_date = day_text(*value);
  if (const auto value = decode_published(last)) out.last_date = day_text(*value);
  std::map<std::string, std::size_t> counts;
  for (auto at = db.valuestream_begin(schema::kSourceSlot);
       at != db.valuestream_end(schema::kSourceSlot); ++at) {
    ++counts[*at];
  }
  std::set<std::string> stories;
  for (auto at = db.valuestream_begin(schema::kStorySlot);
       at != db.valuestream_end(schema::kStorySlot); ++at) {
    stories.insert(*at);
    ++out.story_articles;
  }
  out.stories = stories.size();
  out.sources.assign(counts.begin(), counts.end());
  std::stable_sort(out.sources.begin(), out.sources.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

/// Empty for none.
std::string next_release(const Figures& figures) {
  return figures.embargoed.next ? utc_text(*figures.embargoed.next) : std::string();
}

void print_json(const Figures& figures) {
  using Json = nlohmann::ordered_json;
  const auto date = [](const std::string& text) { return text.empty() ? Json() : Json(text); };
  Json out = {{"articles", figures.articles}};
  out["first_date"] = date(figures.first_date);
  out["last_date"] = date(figures.last_date);
  out["sources"] = Json::array();
  for (const auto& [name, count] : figures.sources) {
    out["sources"].push_back({{"value", name}, {"count", count}});
  }
  out["stories"] = {{"count", figures.stories}, {"articles", figures.story_articles}};
  out["embargoed"] = {{"count", figures.embargoed.articles}, {"next", date(next_release(figures))}};
  out["revision"] = figures.revision;
  out["last_commit"] = figures.last_commit;
  out["schema_version"] = schema::kVersion;
  out["bytes"] = figures.bytes;
  std::printf("%s\n", out.dump(-1, ' ', false, Json::error_handler_t::replace).c_str());
}

void print_line(const char* label, const std::string& value) {
  std::printf("%s%s%s\n", label, tr(" : ", ": "), value.c_str());
}

void print_text(const Figures& figures) {
  print_line("articles", grouped(figures.articles));
  if (!figures.first_date.empty()) {
    print_line(tr("première date", "first date"), figures.first_date);
    print_line(tr("dernière date", "last date"), figures.last_date);
  }
  for (const auto& [name, count] : figures.sources) {
    print_line("source", name + " (" + grouped(count) + ")");
  }
  print_line(tr("quasi-copies", "near-copies"),
             grouped(figures.story_articles) + tr(" articles en ", " articles in ") +
                 grouped(figures.stories) + tr(" groupes", " groups"));
  if (figures.embargoed.articles > 0) {
    print_line(tr("sous embargo", "under embargo"),
               grouped(figures.embargoed.articles) +
                   tr(", le premier jusqu'au ", ", the first until ") + next_release(figures));
  }
  print_line(tr("taille", "size"), bytes_text(figures.bytes));
  print_line(tr("révision", "revision"), std::to_string(figures.revision));
  print_line(tr("dernière validation", "last commit"), figures.last_commit);
  print_line(tr("version du schéma", "schema version"), std::to_string(schema::kVersion));
}

}  // namespace

int run_stats(const Options& options) {
  Xapian::Database db = open_archive(options.database);
  Figures figures;
  for (bool done = false; !done;) {
    try {
      figures = figures_of(db, options.database);
      done = true;
    } catch (const Xapian::DatabaseModifiedError&) {
      db.reopen();  // a writer is at work: count again
    }
  }
  if (options.json) {
    print_json(figures);
  } else {
    print_text(figures);
  }
  return kDone;
}

}  // namespace gazette::indexer
