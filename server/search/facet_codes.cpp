// Facet dictionaries: plain values, and places with what they lie in.
#include "server/search/facet_codes.h"

#include "common/places/gazetteer.h"

namespace gazette::server {
namespace {

constexpr char kNameSeparator = '\x1f';  // see schema::kPlaceNamesSlot

std::string name_of_unknown_place(const std::string& id, const std::vector<std::string>& names) {
  for (const std::string& entry : names) {
    if (entry.size() > id.size() && entry.starts_with(id) && entry[id.size()] == kNameSeparator) {
      return entry.substr(id.size() + 1);
    }
  }
  return id;
}

std::size_t index_of(FacetField field) { return static_cast<std::size_t>(field); }

}  // namespace

std::string folded_words(std::string_view text, Analyzer& analyzer) {
  std::string words;
  for (const Token& token : analyzer.analyze(text)) {
    if (token.kind != TokenKind::kWord) continue;
    words += token.word->folded;
    words += ' ';
  }
  return words;
}

FacetCodes::FacetCodes() {
  for (auto& dictionary : dictionaries_) dictionary = std::make_shared<Dictionary>();
}

Dictionary& FacetCodes::writable(FacetField field) {
  std::shared_ptr<Dictionary>& dictionary = dictionaries_[index_of(field)];
  bool& handed_out = handed_out_[index_of(field)];
  // Snapshots read the one they were given: a new value goes into a copy.
  if (handed_out) dictionary = std::make_shared<Dictionary>(*dictionary);
  handed_out = false;
  return *dictionary;
}

Code FacetCodes::add(FacetField field, const std::string& value, const std::string& label) {
  return writable(field).add(
      {.value = value, .label = label, .parent = {}, .folded = folded_words(label, analyzer_)});
}

Code FacetCodes::add_place(FacetField field, std::int32_t row, Code parent) {
  const PlaceRow place = Gazetteer::instance().row(row);
  Dictionary& dictionary = writable(field);
  return dictionary.add({.value = std::string(place.id),
                         .label = std::string(place.name),
                         .parent = parent == kNoCode ? std::string() : dictionary[parent].value,
                         .folded = folded_words(place.name, analyzer_),
                         .row = row,
                         .parent_code = parent});
}

Code FacetCodes::code(FacetField field, const std::string& value) {
  const Code* known = dictionaries_[index_of(field)]->find(value);
  return known != nullptr ? *known : add(field, value, value);
}

const std::vector<Code>& FacetCodes::place_codes(FacetField field, const std::string& id,
                                                 const std::vector<std::string>& names) {
  std::vector<Code>& codes = expansions_[index_of(field)][id];
  if (!codes.empty()) return codes;
  const Gazetteer& gazetteer = Gazetteer::instance();
  const auto row = gazetteer.find_id(id);
  if (!row) {
    codes.push_back(add(field, id, name_of_unknown_place(id, names)));
    return codes;
  }
  std::vector<Gazetteer::Row> chain = gazetteer.ancestors(*row);
  chain.insert(chain.begin(), *row);
  Code parent = kNoCode;
  for (auto place = chain.rbegin(); place != chain.rend(); ++place) {  // parents first
    const Code* known = dictionaries_[index_of(field)]->find(gazetteer.row(*place).id);
    parent = known != nullptr ? *known : add_place(field, *place, parent);
    codes.insert(codes.begin(), parent);
  }
  return codes;
}

std::array<std::shared_ptr<const Dictionary>, kFacetFieldCount> FacetCodes::hand_out() {
  std::array<std::shared_ptr<const Dictionary>, kFacetFieldCount> shared;
  for (std::size_t i = 0; i < shared.size(); ++i) {
    shared[i] = dictionaries_[i];
    handed_out_[i] = true;
  }
  return shared;
}

}  // namespace gazette::server
