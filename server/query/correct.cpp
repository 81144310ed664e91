// "Did you mean": the whole query again, its unknown words replaced by the archive's own.
#include "server/query/correct.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/analysis/fold.h"
#include "common/analysis/scanner.h"
#include "common/utf8.h"
#include "server/query/limits.h"
#include "server/query/near_words.h"

namespace gazette::server {
namespace {

constexpr std::size_t kMaxUnknownWords = 4;  // a query with more is no slip of the finger
constexpr std::size_t kMaxSuggestions = 3;   // more are not read
constexpr std::uint32_t kRare = 3;           // articles: an archive has slips of its own
constexpr std::uint32_t kFarMore = 20;       // times: then the near word is what was meant
constexpr int kMaxEdits = 2;                 // of a word that no article has
constexpr std::size_t kMinLetters = 4;       // shorter words have too many neighbours

/// A word to replace, and by what: best first.
struct Slip {
  std::size_t begin = 0, end = 0;  ///< bytes of the query
  std::vector<std::string> spellings;
};

void add_words(const Node& node, std::vector<const Word*>& words) {
  if (node.kind == Node::Kind::kWord) return words.push_back(&node.word);
  for (const Node& child : node.children) {
    add_words(child, words);
    if (node.kind == Node::Kind::kAndNot) return;
  }
}

char32_t upper_case(char32_t c) {
  constexpr char32_t kToCapital = 0x20;
  const bool ascii = c >= U'a' && c <= U'z';
  const bool latin = c >= 0xE0 && c <= 0xFE && c != 0xF7;
  if (ascii || latin) return c - kToCapital;
  return c == U'œ' ? U'Œ' : c;
}

/// `word` with the capitals that `typed` has: none, the first letter, or all.
std::string with_capitals_of(std::string_view typed, const std::string& word) {
  std::size_t letters = 0;
  std::size_t capitals = 0;
  for (std::size_t i = 0; i < typed.size();) {
    const Char c = char_at(typed, i);
    letters += is_letter(c.kind) ? 1 : 0;
    capitals += c.kind == CharClass::kUpper ? 1 : 0;
    i += c.length;
  }
  const bool first = char_at(typed, 0).kind == CharClass::kUpper;
  const bool all = capitals == letters && letters > 1;
  std::string out;
  for (std::size_t i = 0; i < word.size();) {
    const utf8::Decoded d = utf8::decode(word, i);
    utf8::append(out, all || (first && i == 0) ? upper_case(d.code_point) : d.code_point);
    i += d.length;
  }
  return out;
}

class Corrector {
 public:
  Corrector(const ResolvedQuery& query, const TermSource& terms, Analyzer& analyzer)
      : query_(query), words_(terms), analyzer_(analyzer) {}

  std::vector<std::string> run() {
    const std::vector<Slip> slips = find_slips();
    std::vector<std::string> texts;
    if (slips.empty()) return texts;
    for (std::size_t choice = 0; choice < kMaxSuggestions; ++choice) {
      std::string text = corrected(slips, choice);
      if (std::find(texts.begin(), texts.end(), text) == texts.end()) {
        texts.push_back(std::move(text));
      }
    }
    return texts;
  }

 private:
  /// The words to replace, in the order of the text; none when there are too many.
  std::vector<Slip> find_slips() {
    std::vector<const Word*> words;
    add_words(query_.root, words);
    std::vector<Slip> slips;
    for (const Word* word : words) {
      if (!may_be_slip(*word)) continue;
      const std::uint32_t articles = words_.articles(word->terms);
      if (articles > kRare) continue;
      if (articles == 0 && slips.size() == kMaxUnknownWords) return {};
      if (auto slip = slip_of(*word, articles)) slips.push_back(std::move(*slip));
    }
    std::sort(slips.begin(), slips.end(),
              [](const Slip& a, const Slip& b) { return a.begin < b.begin; });
    const auto same = [](const Slip& a, const Slip& b) { return a.begin == b.begin; };
    slips.erase(std::unique(slips.begin(), slips.end(), same), slips.end());
    return slips;
  }

  [[nodiscard]] static bool may_be_slip(const Word& word) {
    const bool spelled = word.kind == Word::Kind::kStem || word.kind == Word::Kind::kFolded;
    return spelled && !word.folded_terms.empty() && !word.stop_word;
  }

  /// A rare word gives way only to one that is far more frequent.
  std::optional<Slip> slip_of(const Word& word, std::uint32_t articles) {
    if (word.end > query_.text.size() || word.begin >= word.end) return std::nullopt;
    const std::string_view typed =
        std::string_view(query_.text).substr(word.begin, word.end - word.begin);
    if (typed != word.text) return std::nullopt;  // spelt out of a group: it has no place
    const std::string folded = analyzer_.forms(typed).folded;
    if (utf8::length(folded) < kMinLetters) return std::nullopt;
    Slip slip{word.begin, word.end, {}};
    for (const NearWord& near : words_.near(folded, articles == 0 ? kMaxEdits : 1)) {
      if (slip.spellings.size() == kMaxSuggestions) break;
      if (near.articles < articles * kFarMore) continue;
      slip.spellings.push_back(with_capitals_of(typed, words_.spelling(near.folded)));
    }
    if (slip.spellings.empty()) return std::nullopt;
    return slip;
  }

  /// Each word by its `choice`-th spelling, or its best when it has no so many.
  [[nodiscard]] std::string corrected(const std::vector<Slip>& slips, std::size_t choice) const {
    std::string out;
    std::size_t at = 0;
    for (const Slip& slip : slips) {
      out += query_.text.substr(at, slip.begin - at);
      out += slip.spellings[choice < slip.spellings.size() ? choice : 0];
      at = slip.end;
    }
    return out + query_.text.substr(at);
  }

  const ResolvedQuery& query_;
  NearWords words_;
  Analyzer& analyzer_;
};

}  // namespace

std::vector<std::string> corrected_queries(const ResolvedQuery& query, const TermSource& terms,
                                           Analyzer& analyzer) {
  return Corrector(query, terms, analyzer).run();
}

}  // namespace gazette::server
