// ninjs -> draft. Versions differ in the case of keys ("versioncreated", "versionCreated") and in
// what became a list ("headline", "headlines"): each field is asked in its newest form first.
#include "indexer/readers/ninjs.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "common/cli/language.h"
#include "indexer/readers/article_text.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/clean_text.h"
#include "indexer/readers/json_tree.h"
#include "indexer/readers/markup_text.h"
#include "indexer/readers/subject_codes.h"

namespace gazette::indexer {
namespace {

using Json = nlohmann::json;

constexpr double kWidestImage = 2048;  // pixels; wider ones are for print

bool starts_with_key(const Json& object, std::string_view start) {
  return std::any_of(object.items().begin(), object.items().end(),
                     [&](const auto& item) { return item.key().starts_with(start); });
}

/// Calls `take` with each element of a list or each value of a map (ninjs 1 keys renditions by
/// name).
template <typename Take>
void each(const Json* list, Take take) {
  if (list == nullptr) return;
  if (!list->is_array() && !list->is_object()) return take(*list);
  for (const Json& item : *list) take(item);
}

struct Text {
  std::string role, type, value;
};

/// "headlines" of ninjs 2 and 3, or the keys "headline", "headline_main", … of ninjs 1.
std::vector<Text> texts(const Json& object, std::string_view list, std::string_view key) {
  std::vector<Text> out;
  each(member(object, list), [&](const Json& item) {
    std::string value = item.is_string() ? text_value(item) : text_member(item, "value");
    if (!clean_line(value).empty()) {
      out.push_back(
          {text_member(item, "role"), text_member(item, "contenttype"), std::move(value)});
    }
  });
  for (auto at = object.begin(); at != object.end(); ++at) {
    const std::string_view name = at.key();
    const bool mine = name == key || (name.starts_with(key) && name.size() > key.size() &&
                                      name[key.size()] == '_');
    if (!mine || !at->is_string()) continue;
    std::string role(name.substr(std::min(key.size() + 1, name.size())));
    const bool html =
        role.find("html") != std::string::npos || role.find("rich") != std::string::npos;
    out.push_back({std::move(role), html ? "text/html" : "text/plain", at->get<std::string>()});
  }
  return out;
}

/// The first text of one of `roles`, in their order; null for none.
const Text* of_role(const std::vector<Text>& all, std::initializer_list<std::string_view> roles) {
  for (const std::string_view role : roles) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Text& t) { return t.role == role; });
    if (found != all.end()) return &*found;
  }
  return nullptr;
}

bool is_markup(const Text& text) {
  return text.type.find("html") != std::string::npos ||
         text.type.find("xml") != std::string::npos || (text.type.empty() && has_tags(text.value));
}

std::string paragraphs(const Text& text) {
  return is_markup(text) ? markup_text(text.value) : clean_paragraphs(text.value);
}

class NinjsItem {
 public:
  NinjsItem(const Json& object, Draft& draft) : object_(object), draft_(draft) {}

  void fill() {
    take_identity();
    take_titles();
    take_times();
    take_people();
    take_subjects();
    draft_.language(text("language"));
    take_located(draft_, text("located"));
    take_places();
    take_body(draft_, body());
    draft_.image(image());
    take_rights();
    draft_.status(text("pubstatus"));
    draft_.embargo(text("embargoeduntil"));
    draft_.embargo(text("embargoed"));
    const std::string type = text("type");
    if (draft_.article().body.empty() && !type.empty() && type != "text" && type != "composite") {
      draft_.keep_back(tr("pas un texte : ", "not a text: ") + clean_line(type));
    }
  }

 private:
  [[nodiscard]] std::string text(std::string_view key) const { return text_member(object_, key); }

  void take_identity() {
    const std::string uri = clean_line(text("uri"));
    std::string id;
    if (const Json* others = member(object_, "altids"); others != nullptr) {
      if (others->is_object()) id = text_member(*others, "id");
      each(others->is_array() ? others : nullptr, [&](const Json& other) {
        if (id.empty() && text_member(other, "role") == "id") id = text_member(other, "value");
      });
    }
    draft_.guid(id.empty() ? uri : id);
    if (is_web_url(uri)) draft_.url(uri);
    const std::string version = clean_line(text("version"));
    if (!version.empty()) draft_.version(version);
  }

  void take_titles() {
    const std::vector<Text> headlines = texts(object_, "headlines", "headline");
    const Text* title = of_role(headlines, {"main", "", "title", "headline"});
    if (title == nullptr && !headlines.empty()) title = &headlines.front();
    draft_.title(markup_line(title != nullptr ? title->value : text("title")));
    const std::vector<Text> descriptions = texts(object_, "descriptions", "description");
    const Text* summary =
        of_role(descriptions, {"summary", "lead", "abstract", "short", "text", "main", ""});
    if (summary == nullptr && !descriptions.empty()) summary = &descriptions.front();
    if (summary == nullptr)
      summary = of_role(headlines, {"sub", "subtitle", "subheadline", "deck"});
    if (summary != nullptr) draft_.subtitle(markup_line(summary->value));
  }

  void take_times() {
    for (const char* const key : {"firstcreated", "contentcreated", "versioncreated"}) {
      if (!draft_.article().published) draft_.published(text(key));
    }
    draft_.modified(text("versioncreated"));
  }

  void take_people() {
    for (const char* const key : {"infosources", "infosource"}) {
      each(member(object_, key), [&](const Json& source) {
        if (draft_.article().source.empty()) draft_.source(text_member(source, "name"));
      });
    }
    for (const char* const key : {"copyrightholder", "source"}) {
      if (draft_.article().source.empty()) draft_.source(text(key));
    }
    for (const char* const key : {"by", "byline"}) {
      for (const std::string& name : split_byline(text(key))) {
        if (name != draft_.article().source) draft_.author(name);
      }
    }
    if (!draft_.article().authors.empty()) return;
    for (const char* const key : {"people", "person", "authors"}) {
      each(member(object_, key), [&](const Json& person) {
        std::string relation = text_member(person, "rel");
        if (relation.empty()) relation = text_member(person, "role");
        if (relation == "author" || relation == "writer" || relation == "creator" ||
            relation == "by") {
          draft_.author(text_member(person, "name"));
        }
      });
    }
  }

  void take_subjects() {
    for (const char* const key : {"subjects", "subject"}) {
      each(member(object_, key), [&](const Json& subject) {
        const std::string relation = text_member(subject, "rel");
        std::string name = text_member(subject, "name");
        if (name.empty()) name = text_member(subject, "literal");
        const bool section = relation == "category" || relation == "section" || relation == "desk";
        if (section && draft_.article().section.empty()) {
          draft_.section(name);
        } else {
          draft_.tag(name);
        }
      });
    }
    for (const char* const key : {"genres", "genre"}) {
      each(member(object_, key), [&](const Json& genre) {
        // IPTC's own genres say how it is written, not what about.
        const std::string code = text_member(genre, "uri") + text_member(genre, "scheme");
        if (draft_.article().section.empty() && code.find("iptc.org") == std::string::npos) {
          draft_.section(text_member(genre, "name"));
        }
      });
    }
    // What Superdesk calls the departments of a newsroom.
    each(member(object_, "service"), [&](const Json& service) {
      if (draft_.article().section.empty()) draft_.section(text_member(service, "name"));
    });
    for (const char* const key : {"subjects", "subject"}) {
      each(member(object_, key), [&](const Json& subject) {
        for (const char* const code : {"code", "uri", "literal"}) {
          if (draft_.article().section.empty()) {
            draft_.section(topic_of_code(text_member(subject, code)));
          }
        }
      });
    }
    each(member(object_, "keywords"),
         [&](const Json& keyword) { draft_.tag(text_value(keyword)); });
  }

  void take_places() {
    for (const char* const key : {"places", "place"}) {
      each(member(object_, key), [&](const Json& place) {
        std::optional<double> lat;
        std::optional<double> lon;
        const Json* const shape = member(place, "geojson");
        const Json* const point = shape != nullptr ? member(*shape, "coordinates") : nullptr;
        // GeoJSON gives the longitude first.
        if (point != nullptr && point->is_array() && point->size() >= 2 &&
            (*point)[0].is_number() && (*point)[1].is_number()) {
          lon = (*point)[0].get<double>();
          lat = (*point)[1].get<double>();
        }
        const std::string name = place.is_string() ? text_value(place) : text_member(place, "name");
        if (!name.empty() || lat) draft_.place(name, lat, lon);
      });
    }
  }

  /// Plain text, unless it lost its paragraphs and the markup kept them.
  [[nodiscard]] std::string body() const {
    const std::vector<Text> bodies = texts(object_, "bodies", "body");
    std::string plain;
    std::string marked;
    for (const Text& text : bodies) {
      std::string& best = is_markup(text) ? marked : plain;
      const bool main = text.role == "main";
      if (best.empty() || (main && !is_markup(text))) best = paragraphs(text);
    }
    const bool flat = plain.find('\n') == std::string::npos;
    return plain.empty() || (flat && marked.find("\n\n") != std::string::npos) ? marked : plain;
  }

  /// The widest picture that a screen shows.
  [[nodiscard]] std::string image() const {
    std::string best;
    double best_width = -1;
    const auto look = [&](const Json& owner) {
      each(member(owner, "renditions"), [&](const Json& rendition) {
        const std::string href = text_member(rendition, "href");
        std::string type = text_member(rendition, "contenttype");
        if (type.empty()) type = text_member(rendition, "mimetype");
        if (!is_web_url(href) || (!type.empty() && type.find("image") == std::string::npos)) return;
        const Json* const size = member(rendition, "width");
        double width = size != nullptr && size->is_number() ? size->get<double>() : 0;
        if (width > kWidestImage) width = 0.5;
        if (width > best_width) {
          best = href;
          best_width = width;
        }
      });
    };
    each(member(object_, "associations"), [&](const Json& other) {
      const std::string type = text_member(other, "type");
      if (best.empty() && (type == "picture" || type == "graphic")) look(other);
    });
    if (best.empty()) look(object_);
    return best;
  }

  void take_rights() {
    for (const char* const key : {"copyrightnotice", "usageterms"}) {
      if (draft_.article().rights.empty()) draft_.rights(markup_line(text(key)));
    }
    if (draft_.article().rights.empty() && !text("copyrightholder").empty()) {
      draft_.rights("© " + text("copyrightholder"));
    }
  }

  const Json& object_;
  Draft& draft_;
};

}  // namespace

bool is_ninjs(const Json& object) {
  for (const char* const key : {"standard", "$standard"}) {
    const Json* const standard = member(object, key);
    if (standard != nullptr && text_member(*standard, "name") == "ninjs") return true;
  }
  const Json* const uri = member(object, "uri");
  if (uri == nullptr || !uri->is_string()) return false;
  for (const char* const key :
       {"versioncreated", "pubstatus", "bodies", "headlines", "representationtype", "firstcreated",
        "contentcreated", "slugline", "descriptions"}) {
    if (member(object, key) != nullptr) return true;
  }
  return starts_with_key(object, "body_") || starts_with_key(object, "headline_") ||
         starts_with_key(object, "description_");
}

void fill_from_ninjs(const Json& object, Draft& draft) { NinjsItem(object, draft).fill(); }

}  // namespace gazette::indexer
