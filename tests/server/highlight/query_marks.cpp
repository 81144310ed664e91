// Marks from a small notation.
#include "tests/server/highlight/query_marks.h"

#include <algorithm>
#include <map>
#include <vector>

#include "common/analysis/fold.h"
#include "common/analysis/query_forms.h"

namespace gazette::testing {
namespace {

using server::Marks;

/// Folded stem -> accented stems, of one text, as the index keeps it for the archive.
class TextLexicon : public StemLexicon {
 public:
  TextLexicon(std::string_view text, Analyzer& analyzer) {
    for (const Token& token : analyzer.analyze(text)) {
      for (const std::string& stem : {token.word->stem, token.word->name}) {
        if (fold(stem) != stem) stems_[fold(stem)].push_back(stem);
      }
    }
  }

  bool find(std::string_view folded_stem, std::vector<std::string>& stems) const override {
    const auto entry = stems_.find(std::string(folded_stem));
    if (entry == stems_.end()) return false;
    stems.insert(stems.end(), entry->second.begin(), entry->second.end());
    return true;
  }

 private:
  std::map<std::string, std::vector<std::string>> stems_;
};

/// A word of the query, kept past the analyzer's next call.
struct QueryWord {
  WordForms forms;
  std::uint32_t position = 0;
};

class Reader {
 public:
  Reader(std::string_view text, Analyzer& analyzer)
      : analyzer_(analyzer), lexicon_(text, analyzer) {}

  Marks read(std::string_view query) {
    while (!query.empty()) {
      const std::size_t space = query.find(' ');
      if (query[0] == '"') {
        const std::size_t end = query.find('"', 1);
        phrase(query.substr(1, end - 1));
        query.remove_prefix(end + 1);
      } else if (space != std::string_view::npos && proximity(query)) {
        return marks_;
      } else {
        plain(query.substr(0, space));
        query.remove_prefix(std::min(query.size(), space));
      }
      query.remove_prefix(std::min(query.size(), query.find_first_not_of(' ')));
    }
    return marks_;
  }

 private:
  std::vector<QueryWord> words(std::string_view text) {
    std::vector<QueryWord> result;
    for (const Token& token : analyzer_.analyze(text)) {
      if (token.kind == TokenKind::kWord) result.push_back({*token.word, token.position});
    }
    return result;
  }

  std::size_t add(const WordForms& forms, Marks::By by) {
    Marks::Word word;
    word.by = by;
    word.forms = by == Marks::By::kStem    ? query_forms(forms, lexicon_, analyzer_)
                 : by == Marks::By::kExact ? std::vector{forms.exact}
                                           : std::vector{forms.folded};
    word.stop_word = forms.stop_word;
    word.weight = forms.stop_word ? 0.01 : static_cast<double>(forms.folded.size());
    marks_.words.push_back(std::move(word));
    return marks_.words.size() - 1;
  }

  void plain(std::string_view text) {
    Marks::By by = Marks::By::kStem;
    if (text[0] == '=') by = Marks::By::kExact;
    if (text[0] == '~') by = Marks::By::kFolded;
    if (by != Marks::By::kStem) text.remove_prefix(1);
    const std::vector<QueryWord> found = words(text);
    if (found.size() > 1) return phrase(text);  // porte-parole, as the query stage reads it
    for (const QueryWord& word : found) marks_.free_words.push_back(add(word.forms, by));
  }

  void phrase(std::string_view text) {
    const std::vector<QueryWord> found = words(text);
    Marks::Sequence sequence;
    for (const QueryWord& word : found) {
      sequence.slots.push_back({add(word.forms, Marks::By::kStem)});
      sequence.offsets.push_back(word.position - found[0].position);
    }
    marks_.sequences.push_back(std::move(sequence));
  }

  /// Reads `a NEAR/n b` (the whole query) when it is one.
  bool proximity(std::string_view query) {
    const std::size_t near = query.find(" NEAR/"), then = query.find(" THEN/");
    const std::size_t at = std::min(near, then);
    if (at == std::string_view::npos) return false;
    Marks::Sequence sequence;
    sequence.kind = near < then ? Marks::Sequence::Kind::kNear : Marks::Sequence::Kind::kThen;
    const std::string number(query.substr(at + 6));
    std::size_t digits = 0;
    sequence.window = static_cast<std::uint32_t>(std::stoul(number, &digits));
    for (const std::string_view side : {query.substr(0, at), query.substr(at + 6 + digits)}) {
      sequence.slots.push_back({add(words(side).at(0).forms, Marks::By::kStem)});
    }
    marks_.sequences.push_back(std::move(sequence));
    return true;
  }

  Analyzer& analyzer_;
  TextLexicon lexicon_;
  Marks marks_;
};

}  // namespace

Marks marks_of(std::string_view query, std::string_view text, Analyzer& analyzer) {
  return Reader(text, analyzer).read(query);
}

std::string marked(std::string_view query, std::string_view text, bool is_title) {
  Analyzer analyzer;
  const Marks marks = marks_of(query, text, analyzer);
  return to_html(text, {0, text.size()}, server::Highlighter(marks, analyzer).mark(text, is_title));
}

}  // namespace gazette::testing
