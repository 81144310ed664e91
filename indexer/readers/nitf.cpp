// NITF elements -> draft.
#include "indexer/readers/nitf.h"

#include <algorithm>

#include "indexer/readers/article_text.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/clean_text.h"
#include "indexer/readers/country_code.h"
#include "indexer/readers/field_names.h"
#include "indexer/readers/markup_text.h"
#include "indexer/readers/subject_codes.h"
#include "indexer/readers/xml_items.h"
#include "indexer/readers/xml_tree.h"

namespace gazette::indexer {
namespace {

class NitfItem {
 public:
  NitfItem(pugi::xml_node nitf, Draft& draft)
      : head_(xml::child(nitf, "head")),
        data_(xml::child(head_, "docdata")),
        publication_(xml::child(head_, "pubdata")),
        body_(xml::child(nitf, "body")),
        top_(xml::child(body_, "body.head")),
        draft_(draft) {}

  void fill(const std::string& language) {
    take_identity();
    take_title();
    draft_.language(language);
    take_people();
    take_times();
    take_subjects();
    take_rights();
    take_places();
    take_dateline();
    take_text();
    take_image();
    take_status();
  }

 private:
  [[nodiscard]] const Article& article() const { return draft_.article(); }

  void take_identity() {
    if (!article().id.empty()) return;
    draft_.guid(xml::attribute(xml::child(data_, "doc-id"), "id-string"));
    const std::string version = xml::attribute(xml::child(data_, "du-key"), "version");
    if (std::all_of(version.begin(), version.end(), [](char c) { return c >= '0' && c <= '9'; })) {
      draft_.version(version);
    }
    const std::string url = xml::attribute(publication_, "ex-ref");
    if (is_web_url(url)) draft_.url(url);
  }

  static std::string line_of(pugi::xml_node node) { return markup_line(xml::inner(node)); }

  /// Headlines of one level, one after the other.
  static std::string lines_of(const std::vector<pugi::xml_node>& headlines) {
    std::string lines;
    for (const pugi::xml_node headline : headlines) {
      const std::string line = line_of(headline);
      if (!lines.empty() && !line.empty()) lines += " — ";
      lines += line;
    }
    return lines;
  }

  void take_title() {
    const pugi::xml_node headlines = xml::child(top_, "hedline");
    if (article().title.empty()) draft_.title(line_of(xml::child(headlines, "hl1")));
    if (article().title.empty()) draft_.title(line_of(xml::child(head_, "title")));
    if (article().subtitle.empty()) draft_.subtitle(lines_of(xml::children(headlines, "hl2")));
    const pugi::xml_node abstract = xml::child(top_, "abstract");
    if (article().subtitle.empty()) draft_.subtitle(line_of(abstract));
    if (!article().subtitle.empty()) return;
    for (const pugi::xml_node paragraph :
         xml::descendants(xml::child(body_, "body.content"), "p")) {
      if (xml::attribute(paragraph, "lede") == "true") return draft_.subtitle(line_of(paragraph));
    }
  }

  /// A byline's own text and its persons; <byttl> is a function or an organisation.
  static std::string names_in(pugi::xml_node byline) {
    std::string persons;
    for (const pugi::xml_node person : xml::children(byline, "person")) {
      persons += (persons.empty() ? "" : " ; ") + clean_line(xml::text(person));
    }
    if (!persons.empty()) return persons;
    std::string text;
    for (const pugi::xml_node part : byline.children()) {
      if (xml::local_name(part) == "byttl") continue;
      text += part.type() == pugi::node_element ? xml::text(part) : std::string(part.value());
    }
    return clean_line(text);
  }

  void take_people() {
    if (article().source.empty()) draft_.source(xml::attribute(publication_, "name"));
    if (article().source.empty()) draft_.source(xml::text_at(top_, "distributor"));
    if (article().source.empty()) {
      draft_.source(xml::attribute(xml::child(data_, "doc.copyright"), "holder"));
    }
    if (!article().authors.empty()) return;
    for (const pugi::xml_node byline : xml::children(top_, "byline")) {
      std::string names = names_in(byline);
      if (names.empty()) names = clean_line(xml::text_at(byline, "byttl"));
      for (const std::string& name : split_byline(names)) draft_.author(name);
    }
  }

  void take_times() {
    if (!article().published) draft_.published(xml::attribute(publication_, "date.publication"));
    const std::string issued = xml::attribute(xml::child(data_, "date.issue"), "norm");
    if (!article().published) draft_.published(issued);
    if (!article().published) {
      draft_.published(xml::attribute(xml::at(top_, "dateline/story.date"), "norm"));
    }
    if (article().modified) return;
    for (const pugi::xml_node revision : xml::children(head_, "revision-history")) {
      draft_.modified(xml::attribute(revision, "norm"));
    }
  }

  void take_subjects() {
    if (article().section.empty()) draft_.section(xml::attribute(publication_, "position.section"));
    const pugi::xml_node object = xml::child(head_, "tobject");
    const std::string type = clean_line(xml::attribute(object, "tobject.type"));
    if (article().section.empty() && type != "News" && type != "news") draft_.section(type);
    const pugi::xml_node keys = xml::child(data_, "key-list");
    for (const pugi::xml_node keyword : xml::children(keys, "keyword")) {
      draft_.tag(xml::attribute(keyword, "key"));
      draft_.tag(xml::text(keyword));
    }
    for (const pugi::xml_node subject : xml::children(object, "tobject.subject")) {
      if (article().section.empty()) {
        draft_.section(topic_of_code(xml::attribute(subject, "tobject.subject.refnum")));
      }
      for (const char* const name :
           {"tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type"}) {
        draft_.tag(xml::attribute(subject, name));
      }
    }
    const pugi::xml_node content = xml::child(data_, "identified-content");
    for (const pugi::xml_node classifier : xml::children(content, "classifier")) {
      const std::string value = xml::attribute(classifier, "value");
      const std::string text = clean_line(xml::text(classifier));
      draft_.tag(text.empty() ? value : text);
    }
    for (const char* const name : {"person", "org", "event", "object.title"}) {
      for (const pugi::xml_node named : xml::children(content, name)) draft_.tag(xml::text(named));
    }
  }

  void take_rights() {
    if (!article().rights.empty()) return;
    draft_.rights(xml::text_at(top_, "rights"));
    const pugi::xml_node copyright = xml::child(data_, "doc.copyright");
    const std::string holder = clean_line(xml::attribute(copyright, "holder"));
    const std::string year = clean_line(xml::attribute(copyright, "year"));
    if (article().rights.empty() && !holder.empty()) {
      draft_.rights("© " + holder + (year.empty() ? "" : " " + year));
    }
    if (article().rights.empty()) {
      draft_.rights(xml::attribute(xml::child(data_, "doc.rights"), "owner"));
    }
  }

  /// The most specific name of a location's parts.
  static std::string name_of_location(pugi::xml_node location) {
    for (const char* const part :
         {"sublocation", "city", "county-dist", "state-prov", "state", "region", "country"}) {
      std::string name = clean_line(xml::attribute(location, part));
      if (name.empty()) name = clean_line(xml::text_at(location, part));
      if (!name.empty()) return name;
    }
    return clean_line(xml::text(location));
  }

  static std::optional<Place> place_of(pugi::xml_node location) {
    const auto part = [&](const char* name) {
      const std::string text = clean_line(xml::attribute(location, name));
      return text.empty() ? clean_line(xml::text_at(location, name)) : text;
    };
    const std::string country = part("iso-cc");
    const std::string name = name_of_location(location);
    if (name.empty()) return country_place(country);
    return place_in(name, country, {part("state-prov"), part("state"), part("country")});
  }

  void take_places() {
    const auto take = [&](pugi::xml_node location) {
      if (std::optional<Place> place = place_of(location)) draft_.place(std::move(*place));
    };
    for (const pugi::xml_node location : xml::children(data_, "evloc")) take(location);
    const pugi::xml_node content = xml::child(data_, "identified-content");
    for (const pugi::xml_node location : xml::children(content, "location")) take(location);
  }

  void take_dateline() {
    if (article().dateline) return;
    const pugi::xml_node dateline = xml::child(top_, "dateline");
    const pugi::xml_node location = xml::child(dateline, "location");
    // Some agencies print the date as a number there: it is no part of a line.
    const std::string date = clean_line(xml::text_at(dateline, "story.date"));
    std::string text = clean_line(xml::text(dateline));
    const bool number = !date.empty() && date.front() >= '0' && date.front() <= '9' &&
                        date.find(' ') == std::string::npos;
    if (number && text.find(date) != std::string::npos) text.erase(text.find(date), date.size());
    text = dateline_text(text);
    if (text.empty()) return;
    if (!location) {
      take_located(draft_, text);
      const std::optional<Place> named = article().dateline->place;
      draft_.printed_dateline(text);
      if (!article().dateline->place) draft_.dateline(text, named);
    } else {
      draft_.dateline(text, place_of(location));
    }
  }

  void take_text() {
    std::string text;
    for (const pugi::xml_node content : xml::children(body_, "body.content")) {
      text += xml::inner(content);
      text += "<p/>";
    }
    if (text.empty()) text = xml::inner(xml::child(body_, "body"));
    take_body(draft_, escaped_markup_text(text));
  }

  void take_image() {
    if (!article().image.empty()) return;
    for (const pugi::xml_node reference : xml::descendants(body_, "media-reference")) {
      const std::string url = xml::attribute(reference, "source");
      const std::string kind =
          xml::attribute(reference.parent(), "media-type") + xml::attribute(reference, "mime-type");
      if (kind.find("image") != std::string::npos && is_web_url(url)) return draft_.image(url);
    }
  }

  void take_status() {
    draft_.status(xml::attribute(data_, "management-status"));
    draft_.embargo(xml::attribute(xml::child(data_, "date.release"), "norm"));
  }

  pugi::xml_node head_, data_, publication_, body_, top_;
  Draft& draft_;
};

}  // namespace

void fill_from_nitf(pugi::xml_node nitf, Draft& draft) {
  std::string language = draft.article().language;
  if (language.empty()) language = xml::attribute(nitf, "baselang");
  if (language.empty()) language = xml::attribute(nitf, "lang");
  NitfItem(nitf, draft).fill(language);
}

void NitfReader::read(InputStream& input, const ReadOptions& options, RecordSink& sink) const {
  read_xml_items(input, {"nitf"}, sink, [&](const XmlRecord& record, pugi::xml_node item) {
    Draft draft(input, record.line, options);
    fill_from_nitf(item, draft);
    return std::move(draft).finish(sink);
  });
}

bool starts_like_nitf(std::string_view start) { return xml_start(start).name == "nitf"; }

}  // namespace gazette::indexer
