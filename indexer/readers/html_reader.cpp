// Page -> facts and text -> draft.
#include "indexer/readers/html_reader.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "common/cli/language.h"
#include "indexer/readers/article_text.h"
#include "indexer/readers/byline.h"
#include "indexer/readers/clean_text.h"
#include "indexer/readers/draft.h"
#include "indexer/readers/html_blocks.h"
#include "indexer/readers/html_body.h"
#include "indexer/readers/html_dates.h"
#include "indexer/readers/html_document.h"
#include "indexer/readers/html_facts.h"
#include "indexer/readers/html_hints.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/html_title.h"
#include "indexer/readers/markup_text.h"
#include "indexer/readers/page_dates.h"
#include "indexer/readers/page_year.h"
#include "indexer/readers/web_link.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kFewWords = 20;        // of a page that is said to be an article
constexpr std::size_t kListWords = 60;       // of a page that is not
constexpr std::size_t kPaidPartWords = 120;  // what is shown of an article that must be paid for

/// Tags that every page of a site has.
bool says_nothing(std::string_view folded_tag) {
  static constexpr std::string_view kTags[] = {
      "actualite",   "actualites",   "actu",    "actus",  "news",    "info",    "infos",
      "information", "informations", "journal", "presse", "article", "articles"};
  return std::find(std::begin(kTags), std::end(kTags), folded_tag) != std::end(kTags);
}

/// Everything about one page, step by step.
class Page {
 public:
  Page(HtmlDocument document, const ReadOptions& options)
      : document_(std::move(document)), blocks_(html_blocks(document_)) {
    dates_ = find_html_dates(document_, blocks_, options.zone);
    body_ = find_body(document_, blocks_, dates_);
    read_facts();
    text_ = read_text(document_, blocks_, body_, dates_, title_.text, options.zone);
    choose_body();
  }

  /// Why there is no article here; empty when there is one.
  [[nodiscard]] std::string fault() const {
    if (facts_.paid && words_ < kPaidPartWords) {
      return tr("article réservé aux abonnés : la page n'en montre que le début",
                "for subscribers only: the page shows no more than its beginning");
    }
    if (words_ >= (facts_.is_article ? kFewWords : kListWords)) return {};
    if (facts_.is_article && !title_.text.empty() && !looks_like_list()) return {};
    if (body_.list_words > 2 * words_ + kListWords || facts_.is_list || title_.text.empty()) {
      return tr("aucun article : page d'accueil, de rubrique ou de liens",
                "no article: a front page, a section's page, or links");
    }
    return words_ == 0
               ? tr("aucun article : la page n'a pas de texte", "no article: the page has no text")
               : "";
  }

  void fill(Draft& draft) {
    const std::string base = absolute_link(facts_.url, "");
    draft.url(base);
    draft.title(title_.text);
    draft.subtitle(subtitle());
    draft.body(body_text_);
    fill_times(draft);
    draft.source(source());
    draft.section(facts_.section.empty() ? section_of_trail() : facts_.section);
    draft.language(facts_.language);
    draft.image(absolute_link(unescaped_link(clean_line(facts_.image)), base));
    draft.rights(facts_.rights);
    fill_authors(draft);
    for (const std::string& tag : facts_.tags) {
      if (!says_nothing(folded_line(tag))) draft.tag(tag);
    }
    for (const Place& place : facts_.places) draft.place(place);
    fill_dateline(draft);
    if (broken_scripts_ > 0) {
      draft.warn("", tr("JSON-LD illisible, laissé de côté", "unreadable JSON-LD, left out"));
    }
    for (const DroppedLine& line : text_.dropped) draft.dropped(line.line, line.text, line.reason);
  }

 private:
  void read_facts() {
    facts_ = facts_of_json_ld(document_, broken_scripts_);
    const HtmlFacts meta = facts_of_meta(document_);
    const HtmlFacts microdata = facts_of_microdata(document_);
    StatedTitles stated{facts_.title, meta.title, microdata.title, {}, {}};
    complete(facts_, meta);
    complete(facts_, microdata);
    stated.site = facts_.source;
    stated.section = facts_.section;
    title_ = choose_title(document_, blocks_, body_, stated);
  }

  /// The page's paragraphs, unless what JSON-LD holds is much more: a page may fold its text away.
  void choose_body() {
    body_text_ = text_.body;
    words_ = page_line(clean_line(body_text_), 1).words;
    if (facts_.body.empty()) return;
    const std::string stated = clean_paragraphs(plain(facts_.body));
    const std::size_t stated_words = page_line(clean_line(stated), 1).words;
    if (stated_words < words_ + words_ / 2 || stated_words < kFewWords) return;
    body_text_ = stated;
    words_ = stated_words;
  }

  /// articleBody is text, but some put HTML there, or entities.
  static std::string plain(const std::string& text) {
    const bool markup = text.find("</") != std::string::npos || text.find('&') != std::string::npos;
    return markup ? escaped_markup_text(text) : one_paragraph_a_line(text);
  }

  /// Where no blank line parts paragraphs, line ends do.
  static std::string one_paragraph_a_line(const std::string& text) {
    if (clean_paragraphs(text).find("\n\n") != std::string::npos) return text;
    std::string out;
    for (const char c : text) out += c == '\n' ? std::string("\n\n") : std::string(1, c);
    return out;
  }

  [[nodiscard]] bool looks_like_list() const {
    return words_ == 0 && body_.list_words > 3 * kListWords && text_.date == std::nullopt &&
           facts_.published.empty();
  }

  /// What the page prints as such, else what it states for others. Descriptions made by cutting the
  /// text, or that are the text, say nothing of their own.
  [[nodiscard]] std::string subtitle() const {
    if (!text_.standfirst.empty()) return text_.standfirst;
    return own_summary(facts_.subtitle, title_.text, body_text_);
  }

  void fill_times(Draft& draft) {
    draft.published(facts_.published);
    draft.modified(facts_.modified);
    if (!draft.article().published && text_.date) {
      draft.published_at(text_.date->published.value_or(text_.date->value));
      if (!text_.date_note.empty()) draft.warn("published", text_.date_note);
    }
    if (!draft.article().published) take_time_element(draft);
    if (!draft.article().published) take_day_of_address(draft);
    if (!draft.article().published && !text_.date_note.empty()) {
      draft.warn("published", text_.date_note);
    }
    if (!draft.article().modified && text_.date && text_.date->modified) {
      draft.modified_at(*text_.date->modified);
    }
  }

  /// The first <time datetime> of the article's element, or of what is above the end of its text.
  void take_time_element(Draft& draft) {
    for (const bool inside : {true, false}) {
      for (std::uint32_t i = 0; i < document_.nodes().size(); ++i) {
        if (document_.nodes()[i].tag != GUMBO_TAG_TIME || !may_date_article(i, inside)) continue;
        const std::string_view value = document_.attribute(i, "datetime");
        if (!value.empty()) draft.published(value);
        if (draft.article().published) return;
      }
    }
  }

  /// Not of another article: those have elements of their own, or stand under the text.
  [[nodiscard]] bool may_date_article(std::uint32_t node, bool inside) const {
    for (std::uint32_t i = node; i != 0; i = document_.nodes()[i].parent) {
      if (document_.nodes()[i].tag == GUMBO_TAG_ARTICLE) {
        return inside && (document_.contains(i, body_.root) || i == body_.root);
      }
    }
    const bool above = body_.end == 0 || node < blocks_[body_.end - 1].first;
    return above && (!inside || document_.contains(body_.root, node));
  }

  /// Sites that file their pages by day: ".../2019/02/20/titre.html".
  void take_day_of_address(Draft& draft) const {
    const std::optional<CivilDate> day = day_of_address(facts_.url);
    if (!day) return;
    draft.published(to_string(*day));
    draft.warn("published", tr("la page n'imprime aucune date : jour pris de son adresse",
                               "the page prints no date: day taken from its address"));
  }

  /// "Accueil > Mer > Ports": the second link of the trail that pages print above the headline.
  [[nodiscard]] std::string section_of_trail() const {
    for (std::uint32_t i = 0; i < document_.nodes().size(); ++i) {
      if (document_.nodes()[i].is_text) continue;
      const bool trail = has_class_word(document_, i, "breadcrumb") ||
                         has_class_word(document_, i, "breadcrumbs") ||
                         has_class_word(document_, i, "ariane");
      if (!trail) continue;
      std::size_t links = 0;
      for (std::uint32_t at = i; at < document_.nodes()[i].end; ++at) {
        if (document_.nodes()[at].tag != GUMBO_TAG_A || ++links < 2) continue;
        std::string section = document_.line_of(at);
        return folded_line(section) == folded_line(title_.text) ? "" : section;
      }
    }
    return {};
  }

  [[nodiscard]] std::string source() const {
    return facts_.source.empty() ? title_.site : facts_.source;
  }

  void fill_authors(Draft& draft) {
    const std::string source_letters = folded_line(source());
    const auto add = [&](const std::string& name) {
      const std::string folded = folded_line(name);
      const bool link = name.find("://") != std::string::npos || name.starts_with('/');
      if (!folded.empty() && !link && folded != source_letters) draft.author(name);
    };
    for (const std::string& author : facts_.authors) {
      for (const std::string& name : names_in_byline(author)) add(name);
    }
    if (!draft.article().authors.empty()) return;
    for (const std::string& name : text_.authors) add(name);
  }

  void fill_dateline(Draft& draft) {
    std::optional<Place> place =
        facts_.written_at.empty() ? std::nullopt : place_of_name(facts_.written_at);
    if (!facts_.dateline.empty() && !place) {
      draft.printed_dateline(facts_.dateline);
    } else if (!facts_.dateline.empty() || place) {
      const std::string& text = facts_.dateline.empty() ? facts_.written_at : facts_.dateline;
      draft.dateline(text, std::move(place));
    } else if (text_.dateline) {
      draft.dateline(text_.dateline->text, text_.dateline->place);
    }
  }

  HtmlDocument document_;
  std::vector<HtmlBlock> blocks_;
  std::vector<std::optional<PageDate>> dates_;
  HtmlBody body_;
  HtmlFacts facts_;
  HtmlTitle title_;
  HtmlText text_;
  std::string body_text_;
  std::size_t words_ = 0;
  std::size_t broken_scripts_ = 0;
};

}  // namespace

void HtmlReader::read(InputStream& input, const ReadOptions& options, RecordSink& sink) const {
  const auto reject = [&](std::string reason) {
    sink.reject({input.name(), 1, "", std::move(reason)});
  };
  Result<std::string> text = input.rest(kMaxRecordBytes);
  if (!text.ok()) return reject(text.error().message);
  Result<HtmlDocument> document = HtmlDocument::parse(std::move(text).value());
  if (!document.ok()) return reject(document.error().message);
  Page page(std::move(document).value(), options);
  std::string fault = page.fault();
  if (!fault.empty()) return reject(std::move(fault));
  Draft draft(input, 1, options);
  page.fill(draft);
  std::move(draft).finish(sink);
}

}  // namespace gazette::indexer
