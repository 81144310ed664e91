// NewsItem -> draft.
#include "indexer/readers/newsml1.h"

#include <algorithm>
#include <utility>

#include "common/cli/language.h"
#include "common/places/gazetteer.h"
#include "indexer/readers/article_text.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/clean_text.h"
#include "indexer/readers/country_code.h"
#include "indexer/readers/draft.h"
#include "indexer/readers/markup_text.h"
#include "indexer/readers/nitf.h"
#include "indexer/readers/subject_codes.h"
#include "indexer/readers/xml_items.h"
#include "indexer/readers/xml_tree.h"

namespace gazette::indexer {
namespace {

std::string formal(pugi::xml_node node) { return clean_line(xml::attribute(node, "FormalName")); }

class Newsml1Item {
 public:
  Newsml1Item(pugi::xml_node item, Draft& draft)
      : item_(item), component_(main_component()), draft_(draft) {}

  /// False when there is no text in the item.
  bool fill() {
    take_identity();
    take_lines();
    take_metadata();
    take_management();
    return take_content();
  }

 private:
  /// The component with the headline: the one in French, where an item comes in several languages.
  [[nodiscard]] pugi::xml_node main_component() const {
    const std::vector<pugi::xml_node> all = xml::descendants(item_, "NewsComponent");
    pugi::xml_node first;
    for (const pugi::xml_node component : all) {
      if (clean_line(xml::text_at(component, "NewsLines/HeadLine")).empty()) continue;
      std::string language = xml::attribute(component, "lang");
      if (language.empty()) language = formal(xml::at(component, "DescriptiveMetadata/Language"));
      if (language.starts_with("fr") || language.starts_with("FR")) return component;
      if (!first) first = component;
    }
    return first || all.empty() ? first : all.front();
  }

  /// The public identifier without its revision, which is the version.
  void take_identity() {
    const pugi::xml_node identifier = xml::at(item_, "Identification/NewsIdentifier");
    const auto part = [&](const char* name) { return clean_line(xml::text_at(identifier, name)); };
    const auto [item, revision] = without_revision(part("PublicIdentifier"));
    const std::string number = part("NewsItemId");
    if (number.empty()) {
      draft_.guid(item);
    } else {
      draft_.guid("urn:newsml:" + part("ProviderId") + ":" + part("DateId") + ":" + number);
    }
    const std::string version = part("RevisionId");
    draft_.version(version.empty() ? revision : version);
  }

  /// "urn:newsml:provider:date:item:2N" is revision 2 of "urn:newsml:provider:date:item", with a
  /// letter that says what changed. Identifiers of another form have no revision.
  static std::pair<std::string, std::string> without_revision(const std::string& identifier) {
    constexpr int kColonsBefore = 5;
    const std::size_t colon = identifier.rfind(':');
    if (!identifier.starts_with("urn:newsml:") ||
        std::count(identifier.begin(), identifier.end(), ':') != kColonsBefore) {
      return {identifier, ""};
    }
    const std::string last = identifier.substr(colon + 1);
    const std::string digits = last.substr(0, last.find_first_not_of("0123456789"));
    if (digits.empty() || last.size() > digits.size() + 1) return {identifier, ""};
    return {identifier.substr(0, colon), digits};
  }

  [[nodiscard]] std::string line(const char* name) const {
    return markup_line(xml::inner(xml::at(component_, std::string("NewsLines/") + name)));
  }

  void take_lines() {
    draft_.title(line("HeadLine"));
    if (draft_.article().title.empty()) draft_.title(line("SlugLine"));
    draft_.subtitle(line("SubHeadLine"));
    std::string rights = line("CopyrightLine");
    draft_.rights(rights.empty() ? line("RightsLine") : rights);
    for (const pugi::xml_node byline :
         xml::children(xml::child(component_, "NewsLines"), "ByLine")) {
      for (const std::string& name : split_byline(xml::text(byline))) draft_.author(name);
    }
    for (const pugi::xml_node key :
         xml::children(xml::child(component_, "NewsLines"), "KeywordLine")) {
      draft_.tag(xml::text(key));
    }
  }

  /// Metadata stands in the component or in what is around it.
  [[nodiscard]] std::vector<pugi::xml_node> metadata(const char* name) const {
    std::vector<pugi::xml_node> out;
    for (pugi::xml_node node = component_; node && node != item_.parent(); node = node.parent()) {
      for (const pugi::xml_node found : xml::children(node, name)) out.push_back(found);
    }
    return out;
  }

  static std::string party(pugi::xml_node role) {
    const pugi::xml_node party = xml::child(role, "Party");
    const std::string name = formal(party);
    return name.empty() ? clean_line(xml::text(party)) : name;
  }

  void sign(pugi::xml_node party) {
    const std::string names = formal(party);
    if (names == draft_.article().source || xml::attribute(party, "Topic") == "EDITOR") return;
    for (const std::string& name : split_byline(names)) draft_.author(name);
  }

  void take_metadata() {
    for (const pugi::xml_node administrative : metadata("AdministrativeMetadata")) {
      if (draft_.article().source.empty())
        draft_.source(party(xml::child(administrative, "Provider")));
      if (draft_.article().source.empty())
        draft_.source(party(xml::child(administrative, "Source")));
      if (!draft_.article().authors.empty()) continue;
      for (const pugi::xml_node creator : xml::children(administrative, "Creator")) {
        for (const pugi::xml_node signer : xml::children(creator, "Party")) {
          sign(signer);
        }
      }
    }
    if (draft_.article().source.empty()) {
      draft_.source(xml::text_at(item_, "Identification/NewsIdentifier/ProviderId"));
    }
    for (const pugi::xml_node descriptive : metadata("DescriptiveMetadata")) {
      if (draft_.article().language.empty())
        draft_.language(formal(xml::child(descriptive, "Language")));
      take_subjects(descriptive);
      take_locations(descriptive);
    }
    for (const pugi::xml_node node : {component_, item_}) {
      if (draft_.article().language.empty()) draft_.language(xml::attribute(node, "lang"));
    }
    take_dateline();
  }

  void take_subjects(pugi::xml_node descriptive) {
    for (const pugi::xml_node subject : xml::children(descriptive, "SubjectCode")) {
      for (const pugi::xml_node code : subject.children()) {
        if (draft_.article().section.empty()) draft_.section(topic_of_code(formal(code)));
      }
    }
    for (const pugi::xml_node property : xml::children(descriptive, "Property")) {
      const std::string name = formal(property);
      // Persons shown in a photo are no keywords of the text.
      if (name == "Keyword" && xml::attribute(property, "Role").empty()) {
        draft_.tag(xml::attribute(property, "Value"));
      }
    }
  }

  static std::string property(pugi::xml_node location, std::string_view name) {
    for (const pugi::xml_node property : xml::children(location, "Property")) {
      if (formal(property) == name) return clean_line(xml::attribute(property, "Value"));
    }
    return {};
  }

  /// The most specific place of a location; areas may be codes ("KGR"), which only count when
  /// known.
  static std::optional<Place> place_of(pugi::xml_node location) {
    const std::string country = property(location, "Country");
    const std::string country_name = property(location, "CountryName");
    const std::string city = property(location, "City");
    if (!city.empty())
      return place_in(city, country, {property(location, "CountryArea"), country_name});
    for (const char* const part :
         {"SubLocation", "CountryArea", "ProvinceState", "Province", "Region"}) {
      if (std::optional<Place> known = Gazetteer::instance().best(property(location, part)))
        return known;
    }
    if (std::optional<Place> known = country_place(country)) return known;
    return place_of_name(country_name.empty() ? country : country_name);
  }

  void take_locations(pugi::xml_node descriptive) {
    for (const pugi::xml_node location : xml::children(descriptive, "Location")) {
      std::optional<Place> place = place_of(location);
      if (!place) continue;
      if (xml::attribute(location, "HowPresent") != "Origin") {
        draft_.place(std::move(*place));
      } else if (!draft_.article().dateline) {
        const std::string city = property(location, "City");
        draft_.dateline(city.empty() ? place->name : city, *place);
      }
    }
  }

  /// "Gaza City, Palestinian Territories, May 16, 2021 (AFP) -": the text as printed, the place as
  /// given.
  void take_dateline() {
    const std::string printed = dateline_text(line("DateLine"));
    if (printed.empty()) return;
    const std::optional<Dateline> given = draft_.article().dateline;
    draft_.printed_dateline(printed);
    if (given && given->place) draft_.dateline(printed, given->place);
  }

  void take_management() {
    const pugi::xml_node management = xml::child(item_, "NewsManagement");
    draft_.published(xml::text_at(management, "FirstCreated"));
    draft_.modified(xml::text_at(management, "ThisRevisionCreated"));
    const std::string status = formal(xml::child(management, "Status"));
    const pugi::xml_node change = xml::child(management, "StatusWillChange");
    const bool becomes_usable = formal(xml::child(change, "FutureStatus")) == "Usable";
    if (status == "Embargoed" && becomes_usable) {
      draft_.embargo(xml::text_at(change, "DateAndTime"));
    } else {
      draft_.status(status);
    }
  }

  /// What the content of an item is for: the role of the component that it stands in, in small
  /// letters.
  [[nodiscard]] std::string role_of(pugi::xml_node content) const {
    std::string role = formal(xml::child(content.parent(), "Role"));
    std::transform(role.begin(), role.end(), role.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return role;
  }

  static bool is_text_role(const std::string& role) {
    static constexpr std::string_view kOthers[] = {
        "title",  "headline", "stylesheet", "logo",      "contact", "caption",
        "credit", "byline",   "slug",       "quicklook", "preview", "thumbnail"};
    return std::find(std::begin(kOthers), std::end(kOthers), role) == std::end(kOthers);
  }

  void take_picture(pugi::xml_node content) {
    const std::string href = xml::attribute(content, "Href");
    if (draft_.article().image.empty() && is_web_url(href) && role_of(content) != "logo") {
      draft_.image(href);
    }
  }

  bool take_content() {
    for (const pugi::xml_node content : xml::descendants(item_, "ContentItem")) {
      const std::string media = formal(xml::child(content, "MediaType"));
      const std::string mime = formal(xml::child(content, "MimeType"));
      if (media == "Photo" || media == "Graphic" || mime.starts_with("image/"))
        take_picture(content);
    }
    std::string lead;
    for (const pugi::xml_node content : xml::descendants(component_, "ContentItem")) {
      const pugi::xml_node data = xml::child(content, "DataContent");
      const std::string role = role_of(content);
      if (!is_text_role(role) || formal(xml::child(content, "MimeType")) == "text/css") continue;
      if (!draft_.article().body.empty() || clean_line(xml::text(data)).empty()) continue;
      if (role == "lead") {
        lead = escaped_markup_text(xml::inner(data));
      } else {
        take_data(data, formal(xml::child(content, "Format")));
      }
    }
    if (draft_.article().subtitle.empty()) draft_.subtitle(lead);
    if (draft_.article().body.empty()) take_body(draft_, lead);
    return !draft_.article().body.empty();
  }

  void take_data(pugi::xml_node data, const std::string& format) {
    const std::vector<pugi::xml_node> nitf = xml::descendants(data, "nitf");
    if (!nitf.empty()) return fill_from_nitf(nitf.front(), draft_);
    const bool elements = std::any_of(data.begin(), data.end(), [](pugi::xml_node node) {
      return node.type() == pugi::node_element;
    });
    if (elements) return take_body(draft_, escaped_markup_text(xml::inner(data)));
    const bool markup = format.find("HTML") != std::string::npos || has_tags(xml::text(data));
    take_body(draft_, markup ? escaped_markup_text(xml::text(data)) : xml::text(data));
  }

  pugi::xml_node item_, component_;
  Draft& draft_;
};

}  // namespace

void Newsml1Reader::read(InputStream& input, const ReadOptions& options, RecordSink& sink) const {
  read_xml_items(input, {"NewsItem"}, sink, [&](const XmlRecord& record, pugi::xml_node item) {
    Draft draft(input, record.line, options);
    if (!Newsml1Item(item, draft).fill() && draft.article().title.empty()) {
      draft.keep_back(tr("ni titre ni texte : photo ou dépêche de service",
                         "neither title nor text: a photo or a service message"));
    }
    return std::move(draft).finish(sink);
  });
}

bool starts_like_newsml1(std::string_view start) { return xml_start(start).name == "NewsML"; }

}  // namespace gazette::indexer
