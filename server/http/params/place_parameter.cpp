// `place` and `dateline`: an id or a French name -> the gazetteer's id.
#include "server/http/params/place_parameter.h"

#include <algorithm>

#include "common/places/place_choice.h"

namespace gazette::server {
namespace {

constexpr std::size_t kMaxCandidates = 8;

std::vector<std::string> described(const std::vector<Gazetteer::Row>& rows) {
  const Gazetteer& gazetteer = Gazetteer::instance();
  std::vector<std::string> texts;
  for (const Gazetteer::Row row : rows) {
    if (texts.size() == kMaxCandidates) break;
    const PlaceRow place = gazetteer.row(row);
    std::string text = std::string(place.id) + " (" + std::string(place.name);
    const std::vector<Gazetteer::Row> above = gazetteer.ancestors(row);
    if (!above.empty()) text += ", " + std::string(gazetteer.row(above.front()).name);
    texts.push_back(text + ")");
  }
  return texts;
}

}  // namespace

std::variant<std::string, UnresolvedPlace> resolve_place(std::string_view text) {
  constexpr std::size_t kShown = 200;  // bytes of a name that a message repeats
  if (text.size() > kShown) return UnresolvedPlace{"Ce nom de lieu est trop long.", {}};
  PlaceChoice choice = choose_place(text);
  if (choice.kind == PlaceChoice::Kind::kPlace) return std::move(choice.id);
  const std::string quoted = "« " + std::string(text) + " »";
  if (choice.kind == PlaceChoice::Kind::kUnknown) {
    return UnresolvedPlace{"Aucun lieu ne s’appelle " + quoted + ".", described(choice.candidates)};
  }
  return UnresolvedPlace{"Plusieurs lieux s’appellent " + quoted +
                             " : donnez l’identifiant, ou précisez « " +
                             name_with_parent(choice.candidates.front()) + " ».",
                         described(choice.candidates)};
}

}  // namespace gazette::server
