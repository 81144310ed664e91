// bench_stock_index NDJSON DIRECTORY: indexes the articles with stock Xapian.
#include <cstdio>
#include <exception>

#include "tests/bench/stock.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: bench_stock_index NDJSON DIRECTORY\n");
    return 2;
  }
  try {
    gazette::bench::StockIndexer indexer(argv[2]);
    std::size_t count = 0;
    gazette::bench::for_each_article(argv[1], [&](const gazette::bench::BenchArticle& article) {
      indexer.add(article);
      ++count;
    });
    indexer.commit();
    std::printf("%zu\n", count);
    return 0;
  } catch (const Xapian::Error& e) {
    std::fprintf(stderr, "bench_stock_index: %s\n", e.get_description().c_str());
  } catch (const std::exception& e) {
    std::fprintf(stderr, "bench_stock_index: %s\n", e.what());
  }
  return 2;
}
