// bench_analyzer NDJSON: MB of text analysed per second of CPU, first with an empty word cache,
// then with a warm one.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "common/analysis/analyzer.h"
#include "tests/bench/corpus.h"
#include "tests/bench/stopwatch.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: bench_analyzer NDJSON\n");
    return 2;
  }
  try {
    std::vector<std::string> texts;
    std::size_t bytes = 0;
    gazette::bench::for_each_article(argv[1], [&](const gazette::bench::BenchArticle& article) {
      texts.push_back(article.title + "\n\n" + article.body);
      bytes += texts.back().size();
    });
    gazette::Analyzer analyzer;
    for (const char* state : {"cold", "warm", "warm", "warm"}) {
      std::size_t tokens = 0;
      const double start = gazette::bench::thread_cpu_ms();
      for (const std::string& text : texts) tokens += analyzer.analyze(text).size();
      const double seconds = (gazette::bench::thread_cpu_ms() - start) / 1e3;
      std::printf("%s  %7.1f MB/s  %6.1f ns a token  (%zu tokens)\n", state,
                  static_cast<double>(bytes) / 1e6 / seconds,
                  seconds * 1e9 / static_cast<double>(std::max<std::size_t>(tokens, 1)), tokens);
    }
    return 0;
  } catch (const std::exception& e) {
    std::fprintf(stderr, "bench_analyzer: %s\n", e.what());
    return 2;
  }
}
