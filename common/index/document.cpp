// Builds documents: analysis of title, subtitle and body, terms, slots, data.
#include "common/index/document.h"

#include <algorithm>

#include "common/analysis/fold.h"
#include "common/index/fingerprint.h"
#include "common/index/schema.h"
#include "common/index/stored_article.h"
#include "common/index/term_collector.h"
#include "common/index/word_terms.h"
#include "common/places/gazetteer.h"

namespace gazette {
namespace {

// Weight of one occurrence. A headline says what the article is about: its words count as if they
// stood three times in the text.
constexpr std::uint32_t kTitleWdf = 3;
constexpr std::uint32_t kBodyWdf = 1;
constexpr char kUnitSeparator = '\x1f';  // between id and name in kPlaceNamesSlot

enum class Field : std::uint8_t { kTitle, kSubtitle, kBody };

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::vector<std::string> place_ids(const std::vector<Place>& places) {
  std::vector<std::string> ids;
  for (const Place& place : places) {
    if (std::find(ids.begin(), ids.end(), place.id) == ids.end()) ids.push_back(place.id);
  }
  return ids;
}

std::vector<std::string> names_beyond_gazetteer(const Article& article) {
  std::vector<std::string> names;
  const auto take = [&](const Place& place) {
    if (Gazetteer::instance().find_id(place.id)) return;
    std::string entry = place.id + kUnitSeparator + place.name;
    if (std::find(names.begin(), names.end(), entry) == names.end()) {
      names.push_back(std::move(entry));
    }
  };
  if (article.dateline && article.dateline->place) take(*article.dateline->place);
  for (const Place& place : article.places) take(place);
  return names;
}

SlotValues slot_values(const Article& article, const std::string& encoded, const TimeZone& zone) {
  SlotValues values;
  const auto set = [&](std::uint32_t slot, std::string value) {
    if (!value.empty()) values.emplace_back(slot, std::move(value));
  };
  set(schema::kPublishedSlot, encode_published(article.published, zone));
  set(schema::kSectionSlot, article.section);
  set(schema::kSourceSlot, article.source);
  set(schema::kAuthorsSlot, encode_list(article.authors));
  set(schema::kTagsSlot, encode_list(article.tags));
  if (article.dateline && article.dateline->place) {
    set(schema::kDatelineSlot, article.dateline->place->id);
  }
  set(schema::kPlacesSlot, encode_list(place_ids(article.places)));
  set(schema::kLanguageSlot, article.language);
  set(schema::kIdSlot, article.id);
  set(schema::kContentSlot, std::string(content_hash(encoded)));
  set(schema::kPlaceNamesSlot, encode_list(names_beyond_gazetteer(article)));
  if (article.version > 0) set(schema::kVersionSlot, std::to_string(article.version));
  return values;
}

/// Asks for the memory of a word's forms, without waiting.
void fetch(const WordForms& word) {
  __builtin_prefetch(&word.exact);
  __builtin_prefetch(&word.stem);
  __builtin_prefetch(&word.number);
}

}  // namespace

struct DocumentBuilder::State {
  Analyzer& analyzer;
  const TimeZone& zone;
  TermCollector terms;
  WordTable words;
  FieldWords sequence;      ///< for the fingerprint
  Fingerprint fingerprint;  ///< of the article built last

  void collect(const Article& article, const LexiconSink& lexicon);
  void add_field(std::string_view text, Field field, std::uint32_t& next_position,
                 const LexiconSink& lexicon);
  void make_terms(WordTerms& out, const WordForms& word, Field field, const LexiconSink& lexicon);
  void add_token(const Token& token, const WordTerms& word, Field field);
  void add_to_sequence(const Token& token, Field field);
  static void offer(std::string_view stem, const LexiconSink& lexicon);
};

void DocumentBuilder::State::offer(std::string_view stem, const LexiconSink& lexicon) {
  if (is_ascii(stem)) return;
  const std::string folded = fold(stem);
  if (folded != stem) lexicon(folded, stem);
}

void DocumentBuilder::State::make_terms(WordTerms& out, const WordForms& word, Field field,
                                        const LexiconSink& lexicon) {
  const bool has_folded = word.folded != word.exact;
  out.stem = terms.term(schema::kStemPrefix, word.stem);
  if (!word.name.empty()) out.name = terms.term(schema::kStemPrefix, word.name);
  if (!word.number) {
    out.exact = terms.term(schema::kExactPrefix, word.exact);
    if (has_folded) out.folded = terms.term(schema::kFoldedPrefix, word.folded);
    offer(word.stem, lexicon);
    if (!word.name.empty()) offer(word.name, lexicon);
  }
  if (field != Field::kTitle) return;
  out.title_stem = terms.term(schema::kTitlePrefix, word.stem);
  if (!word.name.empty()) out.title_name = terms.term(schema::kTitlePrefix, word.name);
  if (!word.number) {
    out.title_exact = terms.term(schema::kTitleExactPrefix, word.exact);
    if (has_folded) out.title_folded = terms.term(schema::kTitleFoldedPrefix, word.folded);
  }
}

void DocumentBuilder::State::add_token(const Token& token, const WordTerms& word, Field field) {
  const std::uint32_t wdf = field == Field::kTitle ? kTitleWdf : kBodyWdf;
  if (token.by_stem()) {
    terms.add(word.stem, token.position, wdf);
    terms.add(word.title_stem, token.position, kBodyWdf);
  }
  if (token.by_name()) {
    terms.add(word.name, token.position, wdf);
    terms.add(word.title_name, token.position, kBodyWdf);
  }
  terms.add(word.exact, wdf);
  terms.add(word.folded, wdf);
  terms.add(word.title_exact, kBodyWdf);
  terms.add(word.title_folded, kBodyWdf);
}

void DocumentBuilder::State::add_to_sequence(const Token& token, Field field) {
  switch (field) {
    case Field::kTitle:
      return sequence.add_title(token);
    case Field::kSubtitle:
      return sequence.add_subtitle(token);
    case Field::kBody:
      return sequence.add_body(token);
  }
}

void DocumentBuilder::State::add_field(std::string_view text, Field field,
                                       std::uint32_t& next_position, const LexiconSink& lexicon) {
  if (text.empty()) return;
  words.clear();
  std::uint32_t last = next_position;
  const std::span<const Token> tokens = analyzer.analyze(text, next_position);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    // Forms lie scattered over tens of megabytes: fetched while the words before are at hand.
    constexpr std::size_t kAhead = 6;
    if (i + kAhead < tokens.size()) fetch(*tokens[i + kAhead].word);
    const Token& token = tokens[i];
    const auto [word, is_new] = words.find_or_add(token.word);
    if (is_new) make_terms(*word, *token.word, field, lexicon);
    add_token(token, *word, field);
    add_to_sequence(token, field);
    last = std::max(last, token.position);
  }
  next_position = last + schema::kTitleToBodyGap;
}

void DocumentBuilder::State::collect(const Article& article, const LexiconSink& lexicon) {
  terms.clear();
  sequence.clear();
  std::uint32_t position = 1;
  add_field(article.title, Field::kTitle, position, lexicon);
  position = std::max(position, 1 + schema::kTitleToBodyGap);
  add_field(own_subtitle(article), Field::kSubtitle, position, lexicon);
  add_field(article.body, Field::kBody, position, lexicon);
  terms.add(terms.term(schema::kIdPrefix, article.id), 0);
  fingerprint = fingerprint_of(sequence);
  for (const std::string& band : band_terms(fingerprint)) terms.add(terms.term("", band), 0);
}

DocumentBuilder::DocumentBuilder(Analyzer& analyzer, const TimeZone& zone)
    : state_(new State{.analyzer = analyzer,
                       .zone = zone,
                       .terms = {},
                       .words = {},
                       .sequence = {},
                       .fingerprint = {}}) {}

DocumentBuilder::~DocumentBuilder() = default;

Xapian::Document DocumentBuilder::build(const Article& article, const std::string& encoded,
                                        const LexiconSink& lexicon) {
  Xapian::Document document;
  state_->collect(article, lexicon);
  state_->terms.move_into(document);
  for (auto& [slot, value] : slot_values(article, encoded, state_->zone)) {
    document.add_value(slot, value);
  }
  document.set_data(encoded);
  return document;
}

SlotValues DocumentBuilder::build_flat(const Article& article, const std::string& encoded,
                                       const LexiconSink& lexicon, const TermSink& take) {
  state_->collect(article, lexicon);
  state_->terms.move_sorted(take);
  return slot_values(article, encoded, state_->zone);
}

Fingerprint DocumentBuilder::take_fingerprint() { return std::move(state_->fingerprint); }

Xapian::Document to_document(const Article& article, Analyzer& analyzer, const TimeZone& zone,
                             const LexiconSink& lexicon) {
  return DocumentBuilder(analyzer, zone).build(article, encode_article(article), lexicon);
}

}  // namespace gazette
