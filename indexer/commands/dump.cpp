// `dump`: every article as native NDJSON, which `add` reads back identical.
#include <xapian.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

#include "common/article.h"
#include "common/cli/language.h"
#include "common/index/stored_article.h"
#include "indexer/commands/commands.h"
#include "indexer/pipeline/archive_writer.h"
#include "indexer/pipeline/embargoes.h"
#include "indexer/readers/markup_text.h"

namespace gazette::indexer {
namespace {

constexpr const char* kPlainBody = "\"markup\":false";

void write_line(const std::string& line) {
  if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size() ||
      std::fputc('\n', stdout) == EOF) {
    throw std::system_error(errno, std::generic_category(), "stdout");
  }
}

/// `members` ("\"key\":value") go before the end of the article's line.
std::string line_of(const Article& article, std::string members = {}) {
  // A text about HTML: who reads the line shall not take its tags for markup.
  if (has_tags(article.body)) members += (members.empty() ? "" : ",") + std::string(kPlainBody);
  std::string line = to_json(article);
  if (members.empty()) return line;
  line.pop_back();
  return line + "," + members + "}";
}

/// Writes documents after `last` until the end, or until the writer has changed too much under us;
/// `last` says how far it came.
void dump_after(const Xapian::Database& db, Xapian::docid& last, std::size_t& damaged) {
  Xapian::PostingIterator at = db.postlist_begin("");
  const Xapian::PostingIterator end = db.postlist_end("");
  for (at.skip_to(last + 1); at != end; ++at) {
    const std::string data = db.get_document(*at).get_data();
    last = *at;
    const Result<Article> article = decode_article(data);
    if (article.ok()) {
      write_line(line_of(article.value()));
    } else {
      ++damaged;
      std::fprintf(stderr, "%s%u%s%s\n", tr("document ", "document "), last, tr(" : ", ": "),
                   article.error().message.c_str());
    }
  }
}

/// As above, of the articles that nobody may see yet.
void dump_embargoed_after(const Xapian::Database& db, std::string& last, std::size_t& damaged) {
  each_held(db, last, [&](const HeldArticle& held) {
    const Result<Article> article = decode_article(held.encoded);
    if (!article.ok()) {
      ++damaged;
      std::fprintf(stderr, "%s%s%s\n", held.id.c_str(), tr(" : ", ": "),
                   article.error().message.c_str());
      return;
    }
    write_line(line_of(article.value(), "\"embargo\":\"" + utc_text(held.until) + "\""));
  });
}

void tell_of_embargoed(const Xapian::Database& db) {
  const std::size_t articles = embargo_figures(db).articles;
  if (articles == 0) return;
  std::fprintf(stderr, "%zu%s\n", articles,
               tr(" articles sous embargo n'y sont pas ; --embargoed les ajoute",
                  " articles under embargo are not in it; --embargoed adds them"));
}

}  // namespace

int run_dump(const Options& options) {
  Xapian::Database db = open_archive(options.database);
  Xapian::docid last = 0;
  std::string last_held;
  std::size_t damaged = 0;
  for (bool done = false; !done;) {
    try {
      dump_after(db, last, damaged);
      if (options.embargoed) {
        dump_embargoed_after(db, last_held, damaged);
      } else {
        tell_of_embargoed(db);
      }
      done = true;
    } catch (const Xapian::DatabaseModifiedError&) {
      db.reopen();  // documents keep their numbers: go on behind the last one written
    }
  }
  if (std::fflush(stdout) != 0) throw std::system_error(errno, std::generic_category(), "stdout");
  return damaged == 0 ? kDone : kDoneInPart;
}

}  // namespace gazette::indexer
