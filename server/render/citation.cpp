// An article as reference managers read it.
#include "server/render/citation.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cinttypes>
#include <cstdio>
#include <optional>

#include "common/utf8.h"
#include "server/render/json_writer.h"

namespace gazette::server {
namespace {

constexpr std::int64_t kDaySeconds = 86'400;

/// White space, controls, and what some readers take for the end of a line (LS, PS; NEL is a
/// control).
bool is_blank(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
}

/// The day as printed: a reader who looks the article up finds that one on it.
std::optional<CivilDate> printed_day(const Article& article) {
  if (!article.published) return std::nullopt;
  const std::int64_t seconds = article.published->local_seconds;
  const std::int64_t day = seconds / kDaySeconds - (seconds % kDaySeconds < 0 ? 1 : 0);
  return to_date(static_cast<CivilDay>(day));
}

std::string written_at(const Article& article) {
  if (!article.dateline) return {};
  return article.dateline->place ? article.dateline->place->name : article.dateline->text;
}

void ris_line(std::string_view tag, std::string_view value, std::string& out) {
  const std::string text = one_line(value);
  if (text.empty()) return;
  out += std::string(tag) + "  - " + text + "\r\n";
}

/// BibTeX counts braces even behind a backslash: a brace of the text is written by its name.
std::string latex(std::string_view value) {
  std::string out;
  for (const char c : one_line(value)) {
    switch (c) {
      case '{':
        out += "\\textbraceleft{}";
        break;
      case '}':
        out += "\\textbraceright{}";
        break;
      case '\\':
        out += "\\textbackslash{}";
        break;
      case '~':
        out += "\\textasciitilde{}";
        break;
      case '^':
        out += "\\textasciicircum{}";
        break;
      case '$':
      case '&':
      case '#':
      case '_':
      case '%':
        out += '\\';
        [[fallthrough]];
      default:
        out += c;
    }
  }
  return out;
}

void bibtex_field(std::string_view name, const std::string& value, std::string& out) {
  if (!value.empty()) out += ",\n  " + std::string(name) + " = {" + value + "}";
}

/// Names are joined by "and" and parted by commas: one that has these itself goes into braces.
std::string bibtex_name(const std::string& author) {
  const std::string name = one_line(author);
  std::string lower = " " + name + " ";
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const bool whole = lower.find(" and ") != std::string::npos ||
                     std::count(name.begin(), name.end(), ',') > 1 || lower == " others ";
  return whole ? "{" + latex(name) + "}" : latex(name);
}

std::string bibtex_authors(const Article& article) {
  std::string names;
  for (const std::string& author : article.authors) {
    if (one_line(author).empty()) continue;
    if (!names.empty()) names += " and ";
    names += bibtex_name(author);
  }
  return names;
}

/// Styles set an address as it stands: nothing is escaped but what would end the field.
std::string bibtex_url(std::string_view url) {
  std::string out;
  for (const char c : one_line(url)) {
    switch (c) {
      case '{':
        out += "%7B";
        break;
      case '}':
        out += "%7D";
        break;
      case '\\':
        out += "%5C";
        break;
      case ' ':
        out += "%20";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) {
    const std::string text = one_line(item);
    if (!text.empty()) out += (out.empty() ? "" : ", ") + text;
  }
  return out;
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded c = utf8::decode(text, at);
    at += c.length;
    if (!is_blank(c.code_point)) {
      utf8::append(out, c.code_point);
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

void write_ris(const Article& article, std::string& out) {
  out += "TY  - NEWS\r\n";
  ris_line("T1", article.title, out);
  for (const std::string& author : article.authors) ris_line("A1", author, out);
  ris_line("JO", article.source, out);
  ris_line("CY", written_at(article), out);
  if (const auto day = printed_day(article)) {
    std::string date = to_string(*day);
    std::replace(date.begin(), date.end(), '-', '/');
    ris_line("PY", date, out);
  }
  ris_line("M2", article.section, out);
  for (const std::string& tag : article.tags) ris_line("KW", tag, out);
  ris_line("LA", article.language, out);
  ris_line("UR", article.url, out);
  ris_line("ID", article.id, out);
  out += "ER  - \r\n\r\n";
}

std::string bibtex_key(std::string_view id) {
  // Capitals are left out: to BibTeX, keys that differ in them alone are the same.
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':' ||
           c == '/' || c == '_';
  };
  constexpr std::size_t kMaxKept = 60;  // bytes of the id: enough to know it by
  if (!id.empty() && id.size() <= kMaxKept && std::all_of(id.begin(), id.end(), fits)) {
    return std::string(id);
  }
  std::string key;
  for (const char c : id.substr(0, kMaxKept)) {
    if (fits(c)) key += c;
  }
  std::array<char, 20> hash{};
  // A colon twice: no id that is its own key looks like this but by intent.
  std::snprintf(hash.data(), hash.size(), "::%016" PRIx64,
                static_cast<std::uint64_t>(XXH3_64bits(id.data(), id.size())));
  return key + hash.data();
}

void write_bibtex(const Article& article, std::string& out) {
  out += "@article{" + bibtex_key(article.id);
  // Twice in braces: styles leave the capitals alone.
  const std::string title = latex(article.title);
  bibtex_field("title", title.empty() ? title : "{" + title + "}", out);
  bibtex_field("author", bibtex_authors(article), out);
  bibtex_field("journal", latex(article.source), out);
  if (const auto day = printed_day(article)) {
    const std::string date = to_string(*day);
    bibtex_field("date", date, out);
    bibtex_field("year", date.substr(0, 4), out);
    bibtex_field("month", std::to_string(day->month), out);
  }
  bibtex_field("address", latex(written_at(article)), out);
  bibtex_field("note", latex(article.section), out);
  bibtex_field("keywords", latex(joined(article.tags)), out);
  bibtex_field("language", latex(article.language), out);
  bibtex_field("url", bibtex_url(article.url), out);
  out += "\n}\n\n";
}

void write_csl(const Article& article, std::string& out) {
  JsonWriter json(out);
  const auto member = [&](std::string_view name, std::string_view value) {
    const std::string text = one_line(value);
    if (!text.empty()) json.string(name, text);
  };
  json.begin_object();
  json.string("type", "article-newspaper");
  json.string("id", article.id);
  member("title", article.title);
  json.key("author");
  json.begin_array();
  for (const std::string& author : article.authors) {
    json.begin_object();
    json.string("literal", one_line(author));
    json.end_object();
  }
  json.end_array();
  member("container-title", article.source);
  member("section", article.section);
  member("publisher-place", written_at(article));
  if (const auto day = printed_day(article)) {
    json.key("issued");
    json.raw("{\"date-parts\":[[" + std::to_string(day->year) + "," + std::to_string(day->month) +
             "," + std::to_string(day->day) + "]]}");
  }
  member("keyword", joined(article.tags));
  member("language", article.language);
  member("URL", article.url);
  json.end_object();
}

}  // namespace gazette::server
