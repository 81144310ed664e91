// Draws the progress line with plain characters: a bar where the total is known, a rate always.
#include "indexer/pipeline/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>

#include "common/cli/language.h"
#include "indexer/number_text.h"

namespace gazette::indexer {
namespace {

constexpr std::chrono::milliseconds kInterval{200};  // between drawings; faster only flickers
constexpr std::size_t kBarWidth = 24;

}  // namespace

Progress::Progress(bool wanted, std::uint64_t total_bytes)
    : shown_(wanted && isatty(STDERR_FILENO) != 0), total_bytes_(total_bytes) {}

Progress::~Progress() { clear(); }

void Progress::update(std::uint64_t articles) {
  if (!shown_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - drawn_ < kInterval) return;
  drawn_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  std::string line;
  if (total_bytes_ > 0) {
    const double done =
        std::min(1.0, static_cast<double>(bytes_.load()) / static_cast<double>(total_bytes_));
    const auto filled = static_cast<std::size_t>(done * kBarWidth);
    line = "[" + std::string(filled, '=') + std::string(kBarWidth - filled, ' ') + "] " +
           std::to_string(static_cast<int>(done * 100)) + " %  ";
  }
  line += grouped(articles) + tr(" articles, ", " articles, ") +
          grouped(static_cast<std::uint64_t>(static_cast<double>(articles) / seconds)) +
          tr(" par seconde", " a second");
  std::fprintf(stderr, "\r\033[K%s", line.c_str());
  std::fflush(stderr);
  on_screen_ = true;
}

void Progress::clear() {
  if (!on_screen_) return;
  std::fputs("\r\033[K", stderr);
  std::fflush(stderr);
  on_screen_ = false;
  drawn_ = {};
}

}  // namespace gazette::indexer
