// Posts of WordPress, whichever way they come.
#include "indexer/readers/wordpress.h"

#include <algorithm>

#include "common/cli/language.h"
#include "indexer/readers/article_text.h"
#include "indexer/readers/character_references.h"
#include "indexer/readers/clean_text.h"
#include "indexer/readers/draft.h"
#include "indexer/readers/markup_text.h"

namespace gazette::indexer::wordpress {
namespace {

constexpr std::int32_t kFarthestOffset = 14 * 3600;  // east; none on earth is farther

std::optional<NewsTime> clock(std::string_view text, const TimeZone& zone) {
  const std::string cleaned = clean_line(text);
  if (cleaned.empty() || cleaned.starts_with("0000")) return std::nullopt;
  const Result<NewsTime> time = parse_news_time(cleaned, zone);
  return time.ok() ? std::optional<NewsTime>(time.value()) : std::nullopt;
}

}  // namespace

std::optional<NewsTime> post_time(std::string_view local, std::string_view gmt,
                                  const TimeZone& zone) {
  std::optional<NewsTime> here = clock(local, zone);
  std::optional<NewsTime> utc = clock(gmt, zone);
  if (!utc) return here;
  utc->offset_seconds = 0;
  if (!here) return utc;
  const std::int64_t offset = here->local_seconds - utc->local_seconds;
  const bool possible = std::abs(offset) <= kFarthestOffset && offset % 900 == 0;
  if (!possible) return utc;
  here->offset_seconds = static_cast<std::int32_t>(offset);
  return here;
}

std::string post_id(std::string_view guid, std::string_view site_url, std::string_view number) {
  std::string name = clean_line(unescaped(guid));
  if (is_web_url(name)) return name;
  if (number.empty()) return name;
  if (!is_web_url(site_url)) return name.empty() ? std::string(number) : name;
  std::string site(site_url.substr(0, site_url.find_first_of("?#")));
  while (site.ends_with('/')) site.pop_back();
  return site + "/?p=" + std::string(number);
}

std::string fault_of_type(std::string_view type) {
  static constexpr std::string_view kOthers[] = {"attachment",
                                                 "nav_menu_item",
                                                 "revision",
                                                 "custom_css",
                                                 "customize_changeset",
                                                 "oembed_cache",
                                                 "user_request",
                                                 "wp_block",
                                                 "wp_template",
                                                 "wp_template_part",
                                                 "wp_global_styles",
                                                 "wp_navigation",
                                                 "wp_font_face",
                                                 "wp_font_family",
                                                 "acf-field",
                                                 "acf-field-group",
                                                 "product",
                                                 "shop_order",
                                                 "elementor_library"};
  if (type == "page")
    return tr("page fixe du site, pas un article", "a fixed page, not an article");
  if (std::find(std::begin(kOthers), std::end(kOthers), type) == std::end(kOthers)) return {};
  return tr("pas un article : ", "not an article: ") + std::string(type);
}

std::string post_text(std::string_view content) {
  const std::string text = markup_text(content, {.shortcodes = true, .blank_lines = true});
  // An address alone on its line is a film or a message that the site shows there.
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", at), text.size());
    const std::string_view paragraph = std::string_view(text).substr(at, end - at);
    at = end + 2;
    if (is_web_url(clean_line(paragraph))) continue;
    if (!out.empty()) out += "\n\n";
    out += paragraph;
  }
  return std::string(without_tail(out));
}

bool is_no_category(std::string_view name) {
  return name == "Non classé" || name == "Uncategorized" || name == "Non catégorisé";
}

}  // namespace gazette::indexer::wordpress
