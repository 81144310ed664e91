// Completions as JSON.
#include "server/render/suggest_json.h"

#include "common/http/url.h"
#include "server/render/hit_json.h"
#include "server/render/json_writer.h"

namespace gazette::server {
namespace {

void write_suggestion(const Suggestion& suggestion, JsonWriter& json) {
  json.begin_object();
  json.string("text", suggestion.text.text);
  json.string("type", suggestion_type_name(suggestion.type));
  if (suggestion.count) json.number("count", std::uint64_t{*suggestion.count});
  if (suggestion.type != SuggestionType::kTerm) json.string("id", suggestion.id);
  if (suggestion.type == SuggestionType::kPlace) json.string_or_null("within", suggestion.within);
  if (suggestion.type == SuggestionType::kArticle) {
    json.string_or_null("url", suggestion.url);
    json.string_or_null("published",
                        suggestion.published ? suggestion.published->to_string() : std::string());
  }
  json.key("ranges");
  write_ranges(suggestion.text, json);
  json.end_object();
}

std::string described(const Suggestion& suggestion) {
  if (suggestion.type == SuggestionType::kArticle) return "Article";
  const std::size_t count = suggestion.count.value_or(0);
  std::string text = suggestion.within.empty() ? "" : suggestion.within + " · ";
  return text + std::to_string(count) + (count < 2 ? " article" : " articles");
}

std::string address_of(const Suggestion& suggestion) {
  switch (suggestion.type) {
    case SuggestionType::kTerm:
      return "/search?q=" + http::percent_encoded(suggestion.text.text);
    case SuggestionType::kPlace:
      return "/search?place=" + http::percent_encoded(suggestion.id);
    case SuggestionType::kArticle:
      break;
  }
  return "/articles/" + http::percent_encoded(suggestion.id);
}

}  // namespace

std::string_view suggestion_type_name(SuggestionType type) {
  switch (type) {
    case SuggestionType::kTerm:
      return "term";
    case SuggestionType::kPlace:
      return "place";
    case SuggestionType::kArticle:
      break;
  }
  return "article";
}

std::string suggest_json(std::string_view q, const SuggestAnswer& answer) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.string("query", q);
  json.key("suggestions");
  json.begin_array();
  for (const Suggestion& suggestion : answer.suggestions) write_suggestion(suggestion, json);
  json.end_array();
  json.end_object();
  return out;
}

std::string opensearch_suggest_json(std::string_view q, const SuggestAnswer& answer) {
  std::string out;
  JsonWriter json(out);
  json.begin_array();
  json.string(q);
  const auto list = [&](auto text_of) {
    json.begin_array();
    for (const Suggestion& suggestion : answer.suggestions) json.string(text_of(suggestion));
    json.end_array();
  };
  list([](const Suggestion& suggestion) { return suggestion.text.text; });
  list(described);
  list(address_of);
  json.end_array();
  return out;
}

}  // namespace gazette::server
