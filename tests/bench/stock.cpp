// Stock Xapian, as its documentation recommends.
#include "tests/bench/stock.h"

#include <memory>

namespace gazette::bench {
namespace {

// Slots of the stock index; ingest.py writes the same for scriptindex.
constexpr Xapian::valueno kDay = 0, kSection = 1, kSource = 2, kMonth = 3;

constexpr std::size_t kPassage = 320;  // bytes: what two passages of the default size come to

}  // namespace

StockIndexer::StockIndexer(const std::string& directory)
    : db_(directory, Xapian::DB_CREATE_OR_OVERWRITE) {
  generator_.set_stemmer(Xapian::Stem("french"));
  generator_.set_stemming_strategy(Xapian::TermGenerator::STEM_SOME);
}

void StockIndexer::add(const BenchArticle& article) {
  Xapian::Document document;
  generator_.set_document(document);
  generator_.set_termpos(0);
  generator_.index_text(article.title, 1, "S");
  generator_.index_text(article.title);
  generator_.increase_termpos();
  generator_.index_text(article.body);
  document.add_value(kDay, article.day);
  document.add_value(kSection, article.section);
  document.add_value(kSource, article.source);
  document.add_value(kMonth, article.day.substr(0, 6));
  document.set_data(article.title + '\n' + article.body);
  const std::string id = "Q" + article.id;
  document.add_boolean_term(id);
  db_.replace_document(id, document);
}

StockArchive::StockArchive(const std::string& directory) : db_(directory), stem_("french") {
  parser_.set_database(db_);
  parser_.set_stemmer(stem_);
  parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
}

Work StockArchive::answer(const LoggedQuery& logged) {
  parser_.set_default_op(logged.any_word ? Xapian::Query::OP_OR : Xapian::Query::OP_AND);
  Xapian::Query query = parser_.parse_query(logged.text);
  if (!logged.from.empty()) {
    const Xapian::Query dates(Xapian::Query::OP_VALUE_RANGE, kDay, logged.from, logged.to);
    query = Xapian::Query(Xapian::Query::OP_FILTER, query, dates);
  }
  Xapian::Enquire enquire(db_);
  enquire.set_query(query);
  Xapian::ValueCountMatchSpy section(kSection), source(kSource), month(kMonth);
  for (Xapian::MatchSpy* spy : {&section, &source, &month}) enquire.add_matchspy(spy);
  const Xapian::MSet found = enquire.get_mset(0, 10, db_.get_doccount());

  Work work;
  work.total = found.get_matches_estimated();
  for (auto* spy : {&section, &source, &month}) {
    for (auto value = spy->values_begin(); value != spy->values_end(); ++value) ++work.facet_values;
  }
  const unsigned flags = Xapian::MSet::SNIPPET_BACKGROUND_MODEL | Xapian::MSet::SNIPPET_EXHAUSTIVE;
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    const std::string data = hit.get_document().get_data();
    const std::size_t end = data.find('\n');
    const auto snippet = [&](const std::string& text, std::size_t length) {
      return found.snippet(text, length, stem_, flags, "<mark>", "</mark>", "…");
    };
    const std::string title = snippet(data.substr(0, end), end);
    const std::string body = snippet(data.substr(end + 1), kPassage);
    ++work.hits;
    const bool marked =
        title.find("<mark>") != std::string::npos || body.find("<mark>") != std::string::npos;
    work.marked_hits += marked ? 1 : 0;
  }
  return work;
}

}  // namespace gazette::bench
