// A first line that is typed, further lines as titles of the archive: completions go on as typed.
#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/utf8.h"
#include "server/search/suggest/place_names.h"
#include "server/search/suggest/title_index_builder.h"
#include "server/search/suggest/title_search.h"
#include "server/search/suggest/typed.h"
#include "server/search/suggest/word_list.h"
#include "tests/fuzz/archive.h"
#include "tests/fuzz/require.h"

using gazette::fuzz::require;
namespace server = gazette::server;

namespace {

const server::WordList& words() {
  static const server::WordList list{
      server::Vocabulary(Xapian::Database(gazette::fuzz::archive_folder()))};
  return list;
}

const server::PlaceNames& places() {
  static const server::PlaceNames names([] {
    auto dictionary = std::make_shared<server::Dictionary>();
    dictionary->add({.value = "insee:75056", .label = "Paris", .parent = {}, .folded = "paris "});
    dictionary->add({.value = "name:x", .label = "Œting-l’Île", .parent = {}, .folded = {}});
    return dictionary;
  }());
  return names;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(gazette::utf8::repaired(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

void check_titles(const server::TitleIndex& index, const server::Typed& typed) {
  constexpr std::size_t kCount = 5;
  const server::TitleMatches found = search_titles(index, typed, kCount);
  require(found.titles.size() <= kCount && found.next_words.size() <= kCount, "no more than asked");
  for (const server::TitleNumber title : found.titles) {
    require(title < index.size(), "a title is one of the index");
  }
  for (const server::TitleWord word : found.next_words) {
    require(word < index.word_count(), "a word is one of the index");
    require(index.word(word).starts_with(typed.last), "a word goes on as typed");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static gazette::Analyzer analyzer;
  const auto lines = lines_of({reinterpret_cast<const char*>(data), size});
  if (lines.empty()) return 0;
  const server::Typed typed = server::parse_typed(lines.front(), analyzer);
  require(lines.front().starts_with(typed.kept), "what is kept stands as typed");
  require(typed.words.size() <= server::kMaxTypedWords, "words are bounded");

  server::TitleIndexBuilder first(nullptr, analyzer);
  for (std::uint32_t i = 1; i < lines.size(); ++i) first.add(i, i, lines[i]);
  const auto index = first.build();
  server::TitleIndexBuilder second(index, analyzer);  // as after a commit: the newest is changed
  second.add(1, size, lines.front());
  for (std::uint32_t i = 1; i < index->size(); ++i) second.keep(i);
  const auto renewed = second.build();
  if (!typed.empty()) {
    check_titles(*index, typed);
    check_titles(*renewed, typed);
  }
  for (const std::size_t word : words().most_frequent(typed.last, 3)) {
    require(words().folded(word).starts_with(typed.last), "a word goes on as typed");
    require(
        server::matched_bytes(words().spelling(word), typed.last) <= words().spelling(word).size(),
        "the mark stands in the word");
  }
  for (const auto& found : places().find(lines.front())) {
    const std::string& name = (*places().places())[found.code].label;
    const auto [begin, end] = server::matched_in_name(name, typed.last);
    require(begin <= end && end <= name.size(), "the mark stands in the name");
    require(gazette::utf8::valid(name.substr(begin, end - begin)), "the mark holds characters");
  }
  return 0;
}
