// Runs come back as they were written, many at once, whatever the sizes of what is in them.
#include "indexer/bulk/run_file.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <random>
#include <string>
#include <system_error>
#include <vector>

#include "tests/common/index/temporary_folder.h"

namespace gazette::indexer {
namespace {

TEST_CASE("runs: numbers and bytes of many runs, read in turn") {
  const testing::TemporaryFolder folder;
  RunFile file(folder / "runs");
  std::mt19937_64 random(7);
  std::vector<std::vector<std::pair<std::uint64_t, std::string>>> runs(60);
  for (auto& run : runs) {
    file.begin_run();
    for (std::size_t i = random() % 200; i > 0; --i) {
      const std::uint64_t number = random() >> random() % 64;
      // Now and then more than a reader's buffer holds.
      const std::string bytes(random() % 20 == 0 ? 400'000 : random() % 50,
                              static_cast<char>(random()));
      run.emplace_back(number, bytes);
      file.put_number(number);
      file.put_number(bytes.size());
      file.put_bytes(bytes);
    }
  }
  std::vector<RunReader> readers = file.readers();
  REQUIRE(readers.size() == runs.size());
  for (std::size_t i = 0; i < 200; ++i) {
    for (std::size_t k = 0; k < runs.size(); ++k) {
      if (i >= runs[k].size()) continue;
      REQUIRE(readers[k].number() == runs[k][i].first);
      REQUIRE(readers[k].bytes(readers[k].number()) == runs[k][i].second);
    }
  }
  for (RunReader& reader : readers) CHECK_THROWS_AS(reader.number(), std::system_error);
}

TEST_CASE("runs: the file goes with its object, and is not taken from another") {
  const testing::TemporaryFolder folder;
  {
    RunFile file(folder / "runs");
    CHECK_THROWS_AS(RunFile(folder / "runs"), std::system_error);
    CHECK(std::filesystem::exists(folder / "runs"));
  }
  CHECK_FALSE(std::filesystem::exists(folder / "runs"));
}

}  // namespace
}  // namespace gazette::indexer
