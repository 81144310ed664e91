// `check`: Xapian's own check of its tables, then our checksum of every stored article.
//
// Glass has no checksums and may crash on damaged blocks, so the work is done in a child process:
// its death is one more finding.
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <cerrno>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <sstream>
#include <system_error>

#include "common/cli/language.h"
#include "common/index/document.h"
#include "common/index/schema.h"
#include "common/index/stored_article.h"
#include "indexer/commands/commands.h"
#include "indexer/number_text.h"
#include "indexer/pipeline/archive_writer.h"
#include "indexer/pipeline/embargoes.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kShown = 20;  // findings said one by one; the rest is counted

/// Counts what is wrong and says the first of it.
class Findings {
 public:
  void add(const std::string& text) {
    if (count_++ < kShown) std::fprintf(stderr, "%s\n", text.c_str());
  }
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  std::size_t count_ = 0;
};

std::string document_name(Xapian::docid id) {
  return std::string(tr("document ", "document ")) + std::to_string(id) + tr(" : ", ": ");
}

void check_tables(const std::string& directory, Findings& findings) {
  std::ostringstream report;
  std::size_t errors = 0;
  try {
    errors = Xapian::Database::check(directory, 0, &report);
  } catch (const Xapian::Error& e) {
    return findings.add(tr("tables de Xapian : ", "Xapian's tables: ") + e.get_msg());
  }
  if (errors == 0) return;
  findings.add(tr("tables de Xapian : ", "Xapian's tables: ") + std::to_string(errors) +
               tr(" erreurs", " errors") + "\n" + report.str());
}

/// The stories that the terms of `document` name, end to end; empty for none.
std::string story_of_terms(const Xapian::Document& document) {
  std::string stories;
  Xapian::TermIterator term = document.termlist_begin();
  const std::string prefix(schema::kStoryPrefix);
  for (term.skip_to(prefix); term != document.termlist_end(); ++term) {
    if (!(*term).starts_with(prefix)) break;
    stories += (*term).substr(prefix.size());
  }
  return stories;
}

void check_document(const Xapian::Database& db, Xapian::docid number, Findings& findings) {
  const Xapian::Document document = db.get_document(number);
  const std::string data = document.get_data();
  const Result<Article> article = decode_article(data);
  if (!article.ok()) return findings.add(document_name(number) + article.error().message);
  if (document.get_value(schema::kContentSlot) != content_hash(data)) {
    findings.add(document_name(number) + tr("l'empreinte ne va pas avec l'article",
                                            "the hash does not belong to the article"));
  }
  if (document.get_value(schema::kIdSlot) != article->id) {
    findings.add(document_name(number) + tr("l'identifiant ne va pas avec l'article",
                                            "the id does not belong to the article"));
  }
  if (story_of_terms(document) != document.get_value(schema::kStorySlot)) {
    findings.add(document_name(number) + tr("ses termes ne disent pas l'histoire dont il est",
                                            "its terms do not name the story it belongs to"));
  }
  const std::string term = id_term(article->id);
  const Xapian::PostingIterator posting = db.postlist_begin(term);
  if (posting == db.postlist_end(term) || *posting != number || db.get_termfreq(term) != 1) {
    findings.add(document_name(number) +
                 tr("l'identifiant ne mène pas à cet article seul : ",
                    "the id does not lead to this article alone: ") +
                 article->id);
  }
}

std::size_t check_articles(const std::string& directory, Findings& findings) {
  std::size_t articles = 0;
  try {
    const Xapian::Database db = open_archive(directory);
    for (auto at = db.postlist_begin(""); at != db.postlist_end(""); ++at, ++articles) {
      check_document(db, *at, findings);
    }
    std::string last;
    each_held(db, last, [&findings](const HeldArticle& held) {
      const Result<Article> article = decode_article(held.encoded);
      if (!article.ok()) {
        findings.add(tr("sous embargo : ", "under embargo: ") + held.id + tr(" : ", ": ") +
                     article.error().message);
      }
    });
  } catch (const Xapian::Error& e) {
    findings.add(tr("lecture interrompue : ", "reading stopped: ") + e.get_msg());
  }
  return articles;
}

int check(const Options& options) {
  Findings findings;
  check_tables(options.database, findings);
  const std::size_t articles = check_articles(options.database, findings);
  const bool sound = findings.count() == 0;
  if (options.json) {
    const nlohmann::ordered_json out = {
        {"sound", sound}, {"articles", articles}, {"findings", findings.count()}};
    std::printf("%s\n", out.dump().c_str());
  } else if (sound) {
    std::fprintf(stderr, "%s%s\n", grouped(articles).c_str(),
                 tr(" articles, tout est en ordre", " articles, all in order"));
  } else {
    std::fprintf(stderr, "%s%s\n", grouped(findings.count()).c_str(),
                 tr(" choses abîmées : gardez une copie de ce que « dump » peut encore lire, puis "
                    "indexez de nouveau depuis les sources",
                    " things damaged: keep what “dump” can still read, then index again from the "
                    "sources"));
  }
  std::fflush(nullptr);
  return sound ? kDone : kFailed;
}

}  // namespace

int run_check(const Options& options) {
  open_archive(options.database);
  std::fflush(nullptr);
  const pid_t child = fork();
  if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (child == 0) {
    int code = kFailed;
    try {
      code = check(options);
    } catch (const std::exception& e) {
      std::fprintf(stderr, "%s\n", e.what());
    }
    _exit(code);
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "waitpid");
  }
  if (WIFEXITED(status)) return WEXITSTATUS(status);
  std::fprintf(stderr, "%s%d\n",
               tr("la base est abîmée au point de faire tomber sa lecture : signal ",
                  "the database is so damaged that reading it crashed: signal "),
               WTERMSIG(status));
  return kFailed;
}

}  // namespace gazette::indexer
