// The advanced form writes the query line that its reader could have typed.
#include <string>
#include <string_view>
#include <vector>

#include "common/utf8.h"
#include "server/web/links.h"
#include "server/web/search_form.h"

namespace gazette::server {
namespace {

/// The words of a field, parted by spaces; a passage in quotes stays one.
std::vector<std::string> words_of(std::string_view field) {
  std::vector<std::string> words;
  std::string word;
  bool quoted = false;
  for (const char c : field) {
    if (c == '"') quoted = !quoted;
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',';
    if (!space || quoted) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (quoted) word += '"';
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

/// As a phrase; quotes of its own would end it.
std::string in_quotes(std::string_view field) {
  std::string bare(field);
  for (const std::string_view quote : {"\"", "«", "»", "“", "”"}) {
    for (std::size_t at = bare.find(quote); at != std::string::npos; at = bare.find(quote)) {
      bare.replace(at, quote.size(), " ");
    }
  }
  std::string phrase;
  for (const std::string& word : words_of(bare)) phrase += (phrase.empty() ? "" : " ") + word;
  return phrase.empty() ? "" : '"' + phrase + '"';
}

std::string one_of(const std::vector<std::string>& words) {
  if (words.empty()) return {};
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " OU ") + word;
  return words.size() == 1 ? out : "(" + out + ")";
}

/// A line that joins by OU keeps its meaning beside other conditions.
std::string guarded(std::string_view line, bool alone) {
  const bool joins =
      line.find(" OU ") != std::string_view::npos || line.find(" OR ") != std::string_view::npos;
  return joins && !alone ? "(" + std::string(line) + ")" : std::string(line);
}

/// A line without a lower-case letter is plain words, operators included: case means nothing else.
void lower_words(std::vector<std::string>& words) {
  for (std::string& word : words) {
    for (char& c : word) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
}

}  // namespace

http::QueryList compose_search(const http::QueryList& fields) {
  const auto field = [&](std::string_view name) { return value_of(fields, name); };
  std::vector<std::string> any = words_of(field("any"));
  std::vector<std::string> none = words_of(field("none"));
  const std::string all(field("all"));
  if (!utf8::has_lower_case(all)) {
    lower_words(any);
    lower_words(none);
  }
  std::vector<std::string> parts;
  const std::string phrase = in_quotes(field("phrase"));
  const std::vector<std::string> title = words_of(field("title"));
  const std::vector<std::string> byline = words_of(field("byline"));
  const bool alone =
      phrase.empty() && any.empty() && none.empty() && title.empty() && byline.empty();
  if (!all.empty()) parts.push_back(guarded(all, alone));
  if (!phrase.empty()) parts.push_back(phrase);
  if (!any.empty()) parts.push_back(one_of(any));
  for (const std::string& word : title) parts.push_back("titre:" + word);
  for (const std::string& word : byline) parts.push_back("auteur:" + word);
  for (const std::string& word : none) parts.push_back("-" + word);
  std::string q;
  for (const std::string& part : parts) q += (q.empty() ? "" : " ") + part;

  http::QueryList search;
  if (!q.empty()) search.emplace_back("q", std::move(q));
  for (const auto& [name, value] : without_paging(fields)) {
    const bool written = name == "all" || name == "phrase" || name == "any" || name == "none" ||
                         name == "title" || name == "byline" || name == "q";
    if (!written && !value.empty()) search.emplace_back(name, value);
  }
  return search;
}

}  // namespace gazette::server
