// newsItem -> draft. Concepts are named where they stand, or once in an <assert> of the item.
#include "indexer/readers/newsml_g2_item.h"

#include <algorithm>

#include "common/analysis/fold.h"
#include "indexer/readers/article_text.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/clean_text.h"
#include "indexer/readers/country_code.h"
#include "indexer/readers/g2_concepts.h"
#include "indexer/readers/markup_text.h"
#include "indexer/readers/nitf.h"
#include "indexer/readers/subject_codes.h"
#include "indexer/readers/xml_tree.h"

namespace gazette::indexer {
namespace {

class G2Item {
 public:
  G2Item(pugi::xml_node item, Draft& draft)
      : item_(item),
        meta_(xml::child(item, "itemMeta")),
        content_(xml::child(item, "contentMeta")),
        language_(language_of()),
        concepts_(item, language_),
        draft_(draft) {}

  G2Links fill() {
    draft_.guid(xml::attribute(item_, "guid"));
    const std::string version = xml::attribute(item_, "version");
    if (!version.empty()) draft_.version(version);
    draft_.title(markup_line(
        concepts_.best(xml::children(content_, "headline"), {"main", "headline", "title"})));
    if (draft_.article().title.empty()) draft_.title(markup_line(xml::text_at(meta_, "title")));
    draft_.subtitle(markup_line(
        concepts_.best(xml::children(content_, "description"), {"summary", "lead", "text"})));
    for (const pugi::xml_node line : xml::children(content_, "headline")) {
      const std::string role = end_of_code(xml::attribute(line, "role"));
      if (draft_.article().subtitle.empty() && role.starts_with("sub")) {
        draft_.subtitle(markup_line(xml::inner(line)));
      }
    }
    draft_.language(language_);
    take_times();
    take_source();
    take_authors();
    take_subjects();
    take_dateline();
    take_rights();
    take_status();
    take_content();
    return links();
  }

 private:
  [[nodiscard]] std::string language_of() const {
    std::string tag = xml::attribute(xml::child(content_, "language"), "tag");
    return tag.empty() ? xml::attribute(item_, "lang") : tag;
  }

  void take_times() {
    const std::string version = xml::text_at(meta_, "versionCreated");
    for (const std::string& time :
         {xml::text_at(content_, "contentCreated"), xml::text_at(meta_, "firstCreated"), version}) {
      if (!draft_.article().published) draft_.published(time);
    }
    const std::string modified = xml::text_at(content_, "contentModified");
    draft_.modified(clean_line(modified).empty() ? version : modified);
  }

  void take_source() {
    const pugi::xml_node provider = xml::child(meta_, "provider");
    draft_.source(concepts_.name_of(provider));
    if (draft_.article().source.empty())
      draft_.source(concepts_.name_of(xml::child(content_, "infoSource")));
    if (draft_.article().source.empty()) {
      draft_.source(concepts_.name_of(xml::at(item_, "rightsInfo/copyrightHolder")));
    }
    if (draft_.article().source.empty()) {
      draft_.source(end_of_code(xml::attribute(provider, "qcode")));
    }
  }

  void take_authors() {
    for (const pugi::xml_node by : xml::children(content_, "by")) {
      for (const std::string& name : split_byline(xml::text(by))) draft_.author(name);
    }
    if (!draft_.article().authors.empty()) return;
    for (const char* const kind : {"creator", "contributor"}) {
      for (const pugi::xml_node person : xml::children(content_, kind)) {
        const bool organisation = end_of_code(xml::attribute(person, "type")) == "organisation";
        const std::string name = concepts_.name_of(person);
        if (!organisation && name != draft_.article().source) draft_.author(name);
      }
      if (!draft_.article().authors.empty()) return;
    }
  }

  /// True for a subject that names a department of the newsroom.
  static bool is_department(pugi::xml_node subject) {
    const std::string code =
        xml::attribute(subject, "qcode") + " " + xml::attribute(subject, "type");
    return code.find("department") != std::string::npos ||
           code.find("section") != std::string::npos || code.find("rubri") != std::string::npos ||
           code.find("desk") != std::string::npos;
  }

  /// The topic that a subject lies in, by its own code or by one that means the same.
  static std::string_view topic_of(pugi::xml_node subject) {
    std::string_view topic = topic_of_code(xml::attribute(subject, "qcode"));
    for (const pugi::xml_node same : xml::children(subject, "sameAs")) {
      if (topic.empty()) topic = topic_of_code(xml::attribute(same, "qcode"));
    }
    return topic;
  }

  void take_subjects() {
    std::string topic;
    for (const pugi::xml_node subject : xml::children(content_, "subject")) {
      const std::string type = end_of_code(xml::attribute(subject, "type"));
      if (type == "geoArea" || type == "poi") {
        take_place(subject);
        continue;
      }
      const std::string name = concepts_.given_name(subject);
      if (is_department(subject) && draft_.article().section.empty()) {
        draft_.section(name);
        continue;
      }
      if (topic.empty()) {
        const bool top = is_topic_code(xml::attribute(subject, "qcode")) && !name.empty();
        topic = top ? name : std::string(topic_of(subject));
      }
      // Two letters are a code of the agency's.
      if (name.size() > 2) draft_.tag(name);
    }
    for (const pugi::xml_node keyword : xml::children(content_, "keyword")) {
      draft_.tag(xml::text(keyword));
    }
    if (draft_.article().section.empty()) draft_.section(topic);
  }

  void take_place(pugi::xml_node subject) {
    for (const pugi::xml_node same : xml::children(subject, "sameAs")) {
      const std::string code = xml::attribute(same, "qcode");
      if (code.find("3166") == std::string::npos) continue;
      if (std::optional<Place> country = country_place(code))
        return draft_.place(std::move(*country));
    }
    const G2Position at = concepts_.position_of(subject);
    std::string name = concepts_.name_of(subject);
    // A point of interest is called by its address.
    if (end_of_code(xml::attribute(subject, "type")) == "poi")
      name = name.substr(0, name.find(','));
    // "city:Tblisi" without a name anywhere: what lies around it is better than nothing.
    const std::string around = concepts_.name_of(xml::child(subject, "broader"));
    if (name.empty()) name = around;
    if (at.lat) return draft_.place(name, at.lat, at.lon);
    if (std::optional<Place> place = place_in(name, "", {around})) draft_.place(std::move(*place));
  }

  void take_dateline() {
    const pugi::xml_node located = xml::child(content_, "located");
    const std::string around = concepts_.name_of(xml::child(located, "broader"));
    std::string name = concepts_.name_of(located);
    if (name.empty()) name = around;
    take_located(draft_, name);
    if (!around.empty() && draft_.article().dateline)
      draft_.dateline(name, place_in(name, "", {around}));
    const std::string printed = dateline_text(xml::text_at(content_, "dateline"));
    if (printed.empty()) return;
    const std::optional<Dateline> given = draft_.article().dateline;
    draft_.printed_dateline(printed);
    if (given && given->place) draft_.dateline(printed, given->place);
  }

  void take_rights() {
    const pugi::xml_node rights = xml::child(item_, "rightsInfo");
    draft_.rights(markup_line(concepts_.best(xml::children(rights, "copyrightNotice"), {})));
    if (draft_.article().rights.empty()) {
      const std::string holder = concepts_.name_of(xml::child(rights, "copyrightHolder"));
      if (!holder.empty()) draft_.rights("© " + holder);
    }
    if (draft_.article().rights.empty())
      draft_.rights(markup_line(xml::inner(xml::child(rights, "usageTerms"))));
  }

  void take_status() {
    draft_.status(g2_code(xml::child(meta_, "pubStatus")));
    draft_.embargo(xml::text_at(meta_, "embargoed"));
  }

  /// How well a rendition of the content serves as the text; 0 for not at all.
  static int worth(pugi::xml_node content) {
    const std::string type = xml::attribute(content, "contenttype");
    if (type.find("image") != std::string::npos || type.find("video") != std::string::npos ||
        type.find("audio") != std::string::npos) {
      return 0;
    }
    if (!xml::attribute(content, "encoding").empty()) return 0;  // base64
    if (!xml::descendants(content, "nitf").empty()) return 3;
    if (type.find("html") != std::string::npos) return 3;
    return type == "text/plain" ? 2 : 1;
  }

  void take_content() {
    const pugi::xml_node set = xml::child(item_, "contentSet");
    pugi::xml_node chosen;
    int best_worth = 0;
    for (const pugi::xml_node content : set.children()) {
      const std::string_view name = xml::local_name(content);
      if (name == "remoteContent") {
        if (draft_.article().image.empty()) draft_.image(picture_at(content));
        continue;
      }
      if (name != "inlineXML" && name != "inlineData") continue;
      const bool empty = clean_line(xml::text(content)).empty();
      if (!empty && worth(content) > best_worth) {
        best_worth = worth(content);
        chosen = content;
      }
    }
    if (!chosen) return;
    const std::vector<pugi::xml_node> nitf = xml::descendants(chosen, "nitf");
    if (!nitf.empty()) return fill_from_nitf(nitf.front(), draft_);
    if (xml::local_name(chosen) == "inlineXML")
      return take_body(draft_, escaped_markup_text(xml::inner(chosen)));
    // Some agencies call text plain that holds paragraphs in tags.
    const std::string text = xml::text(chosen);
    const bool plain = xml::attribute(chosen, "contenttype") == "text/plain" && !has_tags(text);
    take_body(draft_, plain ? text : escaped_markup_text(text));
  }

  [[nodiscard]] G2Links links() const {
    G2Links out;
    for (const pugi::xml_node link : xml::children(meta_, "link")) {
      std::string guid = xml::attribute(link, "residref");
      if (!guid.empty()) out.items.push_back(std::move(guid));
      // A page of the article, where the agency has one.
      const std::string href = xml::attribute(link, "href");
      const std::string relation = end_of_code(xml::attribute(link, "rel"));
      if ((relation == "alternate" || relation == "hasWebVersion") &&
          draft_.article().url.empty()) {
        draft_.url(href);
      }
    }
    return out;
  }

 public:
  /// The address of remote content that is a picture.
  static std::string picture_at(pugi::xml_node content) {
    const std::string href = xml::attribute(content, "href");
    const bool image = xml::attribute(content, "contenttype").find("image") != std::string::npos;
    return image && is_web_url(href) ? href : std::string();
  }

 private:
  pugi::xml_node item_, meta_, content_;
  std::string language_;
  G2Concepts concepts_;
  Draft& draft_;
};

}  // namespace

G2Links fill_from_g2(pugi::xml_node item, Draft& draft) { return G2Item(item, draft).fill(); }

std::string g2_class(pugi::xml_node item) {
  return end_of_code(g2_code(xml::at(item, "itemMeta/itemClass")));
}

std::string g2_picture(pugi::xml_node item) {
  // Of several renditions the one for screens, else the first.
  std::string first;
  for (const pugi::xml_node content :
       xml::children(xml::child(item, "contentSet"), "remoteContent")) {
    const std::string url = G2Item::picture_at(content);
    if (url.empty()) continue;
    const std::string rendition =
        fold(exact_form(end_of_code(xml::attribute(content, "rendition"))));
    if (rendition == "preview" || rendition == "web") return url;
    if (first.empty()) first = url;
  }
  return first;
}

}  // namespace gazette::indexer
