// NewsItem -> draft.
#include "indexer/readers/newsml1.h"

#include <algorithm>

#include "common/cli/language.h"
#include "indexer/readers/article_text.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/clean_text.h"
#include "indexer/readers/draft.h"
#include "indexer/readers/markup_text.h"
#include "indexer/readers/nitf.h"
#include "indexer/readers/subject_codes.h"
#include "indexer/readers/xml_records.h"
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
  /// The component with the headline, or the first: photos stand in components beside it or inside.
  [[nodiscard]] pugi::xml_node main_component() const {
    const std::vector<pugi::xml_node> all = xml::descendants(item_, "NewsComponent");
    for (const pugi::xml_node component : all) {
      if (!clean_line(xml::text_at(component, "NewsLines/HeadLine")).empty()) return component;
    }
    return all.empty() ? pugi::xml_node() : all.front();
  }

  /// The public identifier without its revision, which is the version.
  void take_identity() {
    const pugi::xml_node identifier = xml::at(item_, "Identification/NewsIdentifier");
    const auto part = [&](const char* name) { return clean_line(xml::text_at(identifier, name)); };
    const std::string number = part("NewsItemId");
    if (number.empty()) {
      draft_.guid(part("PublicIdentifier"));
    } else {
      draft_.guid("urn:newsml:" + part("ProviderId") + ":" + part("DateId") + ":" + number);
    }
    draft_.version(part("RevisionId"));
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

  void take_metadata() {
    for (const pugi::xml_node administrative : metadata("AdministrativeMetadata")) {
      if (draft_.article().source.empty())
        draft_.source(party(xml::child(administrative, "Provider")));
      if (draft_.article().source.empty())
        draft_.source(party(xml::child(administrative, "Source")));
      if (!draft_.article().authors.empty()) continue;
      for (const pugi::xml_node creator : xml::children(administrative, "Creator")) {
        const std::string names = party(creator);
        if (names == draft_.article().source) continue;
        for (const std::string& name : split_byline(names)) draft_.author(name);
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
    if (draft_.article().language.empty()) draft_.language(xml::attribute(item_, "lang"));
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

  /// The most specific property of a location.
  static std::string name_of(pugi::xml_node location) {
    for (const char* const part : {"City", "SubLocation", "CountryArea", "ProvinceState",
                                   "Province", "Region", "CountryName"}) {
      for (const pugi::xml_node property : xml::children(location, "Property")) {
        if (formal(property) == part) return clean_line(xml::attribute(property, "Value"));
      }
    }
    return {};
  }

  void take_locations(pugi::xml_node descriptive) {
    for (const pugi::xml_node location : xml::children(descriptive, "Location")) {
      const std::string name = name_of(location);
      if (name.empty()) continue;
      if (xml::attribute(location, "HowPresent") == "Origin") {
        if (!draft_.article().dateline) take_located(draft_, name);
      } else if (std::optional<Place> place = place_of_name(name)) {
        draft_.place(std::move(*place));
      }
    }
  }

  /// "Gaza City, Palestinian Territories, May 16, 2021 (AFP) -": the text as printed, the place as
  /// given.
  void take_dateline() {
    std::string printed = line("DateLine");
    while (printed.ends_with('-') || printed.ends_with(' ')) printed.pop_back();
    if (printed.ends_with("–") || printed.ends_with("—")) printed.resize(printed.size() - 3);
    if (clean_line(printed).empty()) return;
    const std::optional<Dateline> given = draft_.article().dateline;
    draft_.printed_dateline(printed);
    if (given && given->place && !draft_.article().dateline->place)
      draft_.dateline(printed, given->place);
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

  bool take_content() {
    for (const pugi::xml_node content : xml::descendants(item_, "ContentItem")) {
      const std::string media = formal(xml::child(content, "MediaType"));
      if (media == "Photo" || media == "Graphic") {
        const std::string href = xml::attribute(content, "Href");
        if (draft_.article().image.empty() && is_web_url(href)) draft_.image(href);
        continue;
      }
      const pugi::xml_node data = xml::child(content, "DataContent");
      if (!draft_.article().body.empty() || clean_line(xml::text(data)).empty()) continue;
      take_data(data, formal(xml::child(content, "Format")));
    }
    return !draft_.article().body.empty();
  }

  void take_data(pugi::xml_node data, const std::string& format) {
    const std::vector<pugi::xml_node> nitf = xml::descendants(data, "nitf");
    if (!nitf.empty()) return fill_from_nitf(nitf.front(), draft_);
    const bool elements = std::any_of(data.begin(), data.end(), [](pugi::xml_node node) {
      return node.type() == pugi::node_element;
    });
    if (elements) return take_body(draft_, markup_text(xml::inner(data)));
    const bool markup = format.find("HTML") != std::string::npos || has_tags(xml::text(data));
    take_body(draft_, markup ? escaped_markup_text(xml::text(data)) : xml::text(data));
  }

  pugi::xml_node item_, component_;
  Draft& draft_;
};

}  // namespace

void Newsml1Reader::read(InputStream& input, const ReadOptions& options, RecordSink& sink) const {
  const auto take = [&](const XmlRecord& record) {
    pugi::xml_document document;
    const Result<bool> parsed = xml::parse(record.bytes, document);
    if (!parsed.ok()) {
      sink.reject({input.name(), record.line, "", parsed.error().message});
      return true;
    }
    Draft draft(input, record.line, options);
    if (!Newsml1Item(document.document_element(), draft).fill() && draft.article().title.empty()) {
      draft.keep_back(tr("ni titre ni texte : photo ou dépêche de service",
                         "neither title nor text: a photo or a service message"));
    }
    return std::move(draft).finish(sink);
  };
  const auto reject = [&](std::size_t line, std::string reason) {
    sink.reject({input.name(), line, "", std::move(reason)});
  };
  const Result<std::size_t> read = split_xml(input, {"NewsItem"}, kMaxRecordBytes, {take, reject});
  if (!read.ok()) sink.reject({input.name(), 0, "", read.error().message});
}

bool starts_like_newsml1(std::string_view start) { return xml_start(start).name == "NewsML"; }

}  // namespace gazette::indexer
