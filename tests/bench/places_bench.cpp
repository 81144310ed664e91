// bench_places NDJSON: what the search for places costs beside the words of the same articles, and
// beside their whole analysis (article -> document, as the analysing threads of `add` do it), in
// one run; with warm caches, article by article in turn, so that load falls on all alike.
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "common/analysis/analyzer.h"
#include "common/index/document.h"
#include "common/index/stored_article.h"
#include "common/time_zone.h"
#include "indexer/enrich/enrich.h"
#include "tests/bench/corpus.h"
#include "tests/bench/stopwatch.h"

namespace {

using gazette::bench::thread_cpu_ms;

constexpr int kRounds = 4;  // the first warms up and is not counted

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: bench_places NDJSON\n");
    return 2;
  }
  try {
    std::vector<gazette::Article> articles;
    double bytes = 0;
    gazette::bench::for_each_article(argv[1], [&](const gazette::bench::BenchArticle& article) {
      gazette::Article made;
      made.id = article.id;
      made.title = article.title;
      made.body = article.body;
      bytes += static_cast<double>(made.title.size() + made.body.size());
      articles.push_back(std::move(made));
    });
    gazette::Analyzer analyzer;
    gazette::DocumentBuilder builder(analyzer, gazette::TimeZone::paris());
    for (int round = 0; round < kRounds; ++round) {
      double words = 0;
      double documents = 0;
      double places = 0;
      std::size_t tokens = 0;
      std::size_t found = 0;
      for (const gazette::Article& article : articles) {
        gazette::Article copy = article;
        const double start = thread_cpu_ms();
        tokens += analyzer.analyze(article.title).size() + analyzer.analyze(article.body).size();
        const double analysed = thread_cpu_ms();
        builder.build(article, gazette::encode_article(article), [](auto, auto) {});
        const double built = thread_cpu_ms();
        found += gazette::indexer::enrich(copy).mentions.body.size();
        places += thread_cpu_ms() - built;
        documents += built - analysed;
        words += analysed - start;
      }
      if (round == 0) continue;
      std::printf(
          "words %6.1f MB/s  documents %6.1f MB/s  places %6.1f MB/s  places/words %.2f  "
          "places/documents %.2f  (%zu tokens, %zu mentions)\n",
          bytes / 1e3 / words, bytes / 1e3 / documents, bytes / 1e3 / places, places / words,
          places / documents, tokens, found);
    }
    return 0;
  } catch (const std::exception& e) {
    std::fprintf(stderr, "bench_places: %s\n", e.what());
    return 2;
  }
}
