// Text -> tokens -> pieces of the query's words -> marks and passages.
#include "server/highlight/highlighter.h"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>

#include "server/highlight/form_table.h"
#include "server/highlight/fragment_choice.h"
#include "server/highlight/piece.h"
#include "server/highlight/sentences.h"
#include "server/highlight/sequences.h"

namespace gazette::server {
namespace {

/// Where a word stands in a sequence.
struct SlotUse {
  std::uint32_t sequence = 0;
  std::uint32_t slot = 0;
};

/// One word of the query, ready to compare.
struct CompiledWord {
  std::uint32_t unit = 0;
  bool free = false;
  bool title_only = false;
  std::vector<SlotUse> uses;
};

}  // namespace

/// The marks made ready, and what is reused from text to text.
struct Highlighter::Compiled {
  explicit Compiled(const Marks& marks);

  /// The pieces of `tokens`, ascending; in `pieces`.
  void find_pieces(std::string_view text, std::span<const Token> tokens, bool is_title);
  void find_matches(std::span<const Token> tokens);
  void keep_title(std::string_view text, std::span<const Token> tokens);

  FormTable stems, exact, folded;
  std::vector<CompiledWord> words;
  std::vector<double> weights;  // by unit
  std::vector<Marks::Sequence> sequences;
  bool title_only = false;

  std::vector<Match> matches;
  std::vector<std::vector<std::vector<Occurrence>>> occurrences;  // by sequence, slot
  std::vector<Piece> pieces;
  std::vector<std::uint32_t> marked;  // where the pieces begin
  std::vector<Sentence> sentences;
  std::string title;                     // the last one seen
  std::vector<std::size_t> title_words;  // of it, see word_hash

 private:
  void compile_words(const Marks& marks);
  void compile_uses(const Marks& marks);
};

Highlighter::Compiled::Compiled(const Marks& marks)
    : sequences(marks.sequences), title_only(marks.title_only) {
  compile_words(marks);
  compile_uses(marks);
}

void Highlighter::Compiled::compile_words(const Marks& marks) {
  std::map<std::tuple<Marks::By, std::vector<std::string>>, std::uint32_t> units;
  words.resize(marks.words.size());
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const Marks::Word& word = marks.words[i];
    words[i].title_only = word.title_only;
    const auto fresh = static_cast<std::uint32_t>(weights.size());
    words[i].unit = units.try_emplace({word.by, word.forms}, fresh).first->second;
    if (words[i].unit == fresh) weights.push_back(word.weight);
    FormTable& table = word.by == Marks::By::kStem    ? stems
                       : word.by == Marks::By::kExact ? exact
                                                      : folded;
    for (const std::string& form : word.forms) table.add(form, i);
  }
  for (FormTable* table : {&stems, &exact, &folded}) table->seal();
}

void Highlighter::Compiled::compile_uses(const Marks& marks) {
  const bool only_stop_words =
      sequences.empty() && std::all_of(marks.free_words.begin(), marks.free_words.end(),
                                       [&](std::size_t w) { return marks.words[w].stop_word; });
  for (const std::size_t word : marks.free_words) {
    words[word].free = only_stop_words || !marks.words[word].stop_word;
  }
  occurrences.resize(sequences.size());
  for (std::uint32_t i = 0; i < sequences.size(); ++i) {
    occurrences[i].resize(sequences[i].slots.size());
    for (std::uint32_t slot = 0; slot < sequences[i].slots.size(); ++slot) {
      for (const std::size_t word : sequences[i].slots[slot]) words[word].uses.push_back({i, slot});
    }
  }
}

void Highlighter::Compiled::find_matches(std::span<const Token> tokens) {
  matches.clear();
  const auto find_in = [&](const FormTable& table, auto look_up) {
    if (table.empty()) return;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      look_up(tokens[i], [&](std::string_view form) {
        table.find(form, [&](std::uint32_t word) { matches.push_back({i, word}); });
      });
    }
  };
  find_in(stems, [](const Token& token, auto look) {
    if (token.by_stem()) look(token.word->stem);
    if (token.by_name()) look(token.word->name);
  });
  const std::size_t by_stem = matches.size();
  find_in(exact, [](const Token& token, auto look) { look(token.word->exact); });
  find_in(folded, [](const Token& token, auto look) { look(token.word->folded); });
  if (by_stem == matches.size()) return;
  std::stable_sort(matches.begin(), matches.end(),
                   [](const Match& a, const Match& b) { return a.token < b.token; });
}

void Highlighter::Compiled::find_pieces(std::string_view text, std::span<const Token> tokens,
                                        bool is_title) {
  find_matches(tokens);
  pieces.clear();
  for (auto& sequence : occurrences) {
    for (auto& slot : sequence) slot.clear();
  }
  for (const Match& match : matches) {
    const Token& token = tokens[match.token];
    const CompiledWord& word = words[match.word];
    if (word.title_only && !is_title) continue;
    if (word.free) pieces.push_back({token.begin, token.end, token.position, word.unit});
    for (const SlotUse& use : word.uses) {
      occurrences[use.sequence][use.slot].push_back({token.position, match.token, word.unit});
    }
  }
  for (std::size_t i = 0; i < sequences.size(); ++i) {
    mark_sequence(sequences[i], occurrences[i], {text, tokens}, pieces);
  }
  std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
    return std::tie(a.begin, a.end, a.unit) < std::tie(b.begin, b.end, b.unit);
  });
}

Highlighter::Highlighter(const Marks& marks, Analyzer& analyzer)
    : compiled_(std::make_unique<Compiled>(marks)), analyzer_(analyzer) {}

Highlighter::~Highlighter() = default;

void Highlighter::Compiled::keep_title(std::string_view text, std::span<const Token> tokens) {
  title = text;
  title_words.clear();
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::kWord) title_words.push_back(word_hash(*token.word));
  }
}

std::vector<Span> Highlighter::mark(std::string_view text, bool is_title) {
  if (compiled_->title_only && !is_title) return {};
  const std::span<const Token> tokens = analyzer_.analyze(text);
  if (is_title) compiled_->keep_title(text, tokens);
  compiled_->find_pieces(text, tokens, is_title);
  return merge(compiled_->pieces, {0, text.size()});
}

std::vector<Fragment> Highlighter::fragments(std::string_view text,
                                             const FragmentOptions& options) {
  Compiled& c = *compiled_;
  if (options.count == 0) return {};
  if (options.title != c.title) c.keep_title(options.title, analyzer_.analyze(options.title));
  const std::span<const Token> tokens = analyzer_.analyze(text);
  c.pieces.clear();
  if (!c.title_only) c.find_pieces(text, tokens, false);
  c.marked.clear();
  for (const Piece& piece : c.pieces) c.marked.push_back(piece.begin);
  const MarkedBody body{text, tokens, c.pieces, c.sentences, c.weights, c.title_words};
  split_sentences_around(text, c.marked, c.sentences);
  std::vector<Fragment> fragments = choose_fragments(body, options);
  if (!fragments.empty()) return fragments;
  split_sentences(text, c.sentences);
  if (!c.sentences.empty()) fragments.push_back(choose_beginning(body, options));
  return fragments;
}

}  // namespace gazette::server
