// score_places [--errors] FILE...: place mentions against texts with labelled places (NDJSON with
// "text" and "entities" whose offsets count code points), or tagged countries ("countries").
// A line a file: precision, recall and F1 by overlap, F1 by exact span, right ids among right
// spans.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "common/places/place_name.h"
#include "common/utf8.h"
#include "indexer/enrich/enrich.h"

namespace gazette::indexer {
namespace {

using Json = nlohmann::json;

struct Span {
  std::size_t begin, end;  ///< code points of the whole text
  std::string id;
  std::string_view rule;
  bool operator==(const Span& other) const { return begin == other.begin && end == other.end; }
};

double share(double part, double whole) { return whole > 0 ? part / whole : 0; }

double f1(double precision, double recall) {
  return share(2 * precision * recall, precision + recall);
}

/// The article of a labelled text: its title is what stands before the first blank line.
struct LabelledText {
  Article article;
  std::size_t body_at = 0;  ///< bytes of the text
  std::string text;

  explicit LabelledText(std::string whole) : text(std::move(whole)) {
    const std::size_t cut = text.find("\n\n");
    body_at = cut == std::string::npos ? 0 : cut + 2;
    article.title = body_at == 0 ? "" : text.substr(0, cut);
    article.body = text.substr(body_at);
  }

  [[nodiscard]] std::vector<Span> mentions() const {
    const FieldMentions found =
        find_place_mentions({.title = article.title, .subtitle = {}, .body = article.body});
    std::vector<Span> spans;
    for (const PlaceMention& mention : found.title) spans.push_back(span(mention, 0));
    for (const PlaceMention& mention : found.body) spans.push_back(span(mention, body_at));
    return spans;
  }

 private:
  [[nodiscard]] Span span(const PlaceMention& mention, std::size_t offset) const {
    const std::string_view whole(text);
    const std::size_t begin = utf8::length(whole.substr(0, mention.begin + offset));
    const std::size_t length =
        utf8::length(whole.substr(mention.begin + offset, mention.end - mention.begin));
    return {begin, begin + length, place_of(mention, whole.substr(offset)).id, mention.rule};
  }
};

/// Bytes [begin - around, end + around) of code points, the span marked.
std::string in_context(const std::string& text, const Span& span) {
  constexpr std::size_t kAround = 45;
  std::string out;
  std::size_t point = 0;
  for (std::size_t at = 0; at < text.size(); ++point) {
    const std::uint32_t length = utf8::decode(text, at).length;
    if (point == span.begin) out += "[[";
    if (point == span.end) out += "]]";
    if (point + kAround >= span.begin && point < span.end + kAround) {
      out += text[at] == '\n' ? std::string("¶") : text.substr(at, length);
    }
    at += length;
  }
  return out;
}

bool overlaps(const Span& span, const std::vector<Span>& others, const Span** which = nullptr) {
  for (const Span& other : others) {
    if (span.begin >= other.end || other.begin >= span.end) continue;
    if (which != nullptr) *which = &other;
    return true;
  }
  return false;
}

struct SpanScore {
  double right = 0, predicted = 0, found = 0, wanted = 0, exact = 0, ids = 0, right_ids = 0;
  bool show_errors = false;

  void add(const Json& record) {
    const LabelledText labelled(record.at("text").get<std::string>());
    std::vector<Span> gold;
    for (const Json& entity : record.at("entities")) {
      gold.push_back({entity.at("start"), entity.at("end"), entity.value("id", ""), {}});
    }
    const std::vector<Span> spans = labelled.mentions();
    for (const Span& span : spans) {
      const Span* same = nullptr;
      if (!overlaps(span, gold, &same)) {
        complain("faux  ", labelled.text, span);
        continue;
      }
      ++right;
      exact += *same == span ? 1 : 0;
      if (same->id.empty()) continue;
      ++ids;
      right_ids += same->id == span.id ? 1 : 0;
      if (same->id != span.id) complain(("sens " + same->id).c_str(), labelled.text, span);
    }
    for (const Span& span : gold) {
      if (overlaps(span, spans)) {
        ++found;
      } else {
        complain("manqué", labelled.text, span);
      }
    }
    predicted += static_cast<double>(spans.size());
    wanted += static_cast<double>(gold.size());
  }

  void print(const char* path) const {
    const double precision = share(right, predicted);
    const double recall = share(found, wanted);
    std::printf(
        "%s: P %.3f  R %.3f  F1 %.3f  exact F1 %.3f  ids %.0f/%.0f  (%.0f gold, %.0f found)\n",
        path, precision, recall, f1(precision, recall),
        f1(share(exact, predicted), share(exact, wanted)), right_ids, ids, wanted, predicted);
  }

 private:
  void complain(const char* what, const std::string& text, const Span& span) const {
    if (!show_errors) return;
    std::printf("  %s  %s  %s %s\n", what, in_context(text, span).c_str(), span.id.c_str(),
                std::string(span.rule).c_str());
  }
};

/// Recall of the tagged countries that the text names by a name of theirs.
struct CountryScore {
  double named = 0, found = 0, tagged = 0, tagged_found = 0;
  bool show_errors = false;

  void add(const Json& record) {
    LabelledText labelled(record.at("text").get<std::string>());
    const std::string folded = " " + fold_place_name(labelled.text) + " ";
    std::set<std::string, std::less<>> countries;
    enrich(labelled.article);
    const Gazetteer& gazetteer = Gazetteer::instance();
    for (const Place& place : labelled.article.places) {
      if (!place.country.empty()) countries.insert(place.country);
      // An overseas territory has a code of its own and lies in its country all the same.
      const auto row = gazetteer.find_id(place.id);
      if (!row) continue;
      for (const Gazetteer::Row up : gazetteer.ancestors(*row)) {
        countries.insert(std::string(gazetteer.row(up).country));
      }
    }
    for (const Json& tag : record.at("countries")) {
      const std::string code = tag.get<std::string>();
      const bool has = countries.contains(code);
      ++tagged;
      tagged_found += has ? 1 : 0;
      if (!is_named(code, folded)) continue;
      ++named;
      found += has ? 1 : 0;
      if (!has && show_errors) {
        std::printf("  %s  %s\n", code.c_str(), labelled.article.title.c_str());
      }
    }
  }

  void print(const char* path) const {
    std::printf("%s: %.3f of the tagged countries that are named (%.0f), %.3f of all (%.0f)\n",
                path, share(found, named), named, share(tagged_found, tagged), tagged);
  }

 private:
  static bool is_named(const std::string& code, const std::string& folded) {
    const Gazetteer& gazetteer = Gazetteer::instance();
    const auto row = gazetteer.find_id("country:" + code);
    if (!row) return false;
    const PlaceRow place = gazetteer.row(*row);
    std::string names = std::string(place.name) + "|" + std::string(place.aliases);
    for (std::size_t at = 0; at < names.size();) {
      const std::size_t end = std::min(names.find('|', at), names.size());
      const std::string name = fold_place_name(names.substr(at, end - at));
      if (name.size() > 2 && folded.find(" " + name + " ") != std::string::npos) return true;
      at = end + 1;
    }
    return false;
  }
};

void score(const char* path, bool errors) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(std::string(path) + ": cannot be read");
  SpanScore spans;
  CountryScore countries;
  spans.show_errors = countries.show_errors = errors;
  bool tags = false;
  for (std::string line; std::getline(in, line);) {
    const Json record = Json::parse(line);
    tags = record.contains("countries");
    if (tags) {
      countries.add(record);
    } else {
      spans.add(record);
    }
  }
  if (tags) {
    countries.print(path);
  } else {
    spans.print(path);
  }
}

}  // namespace
}  // namespace gazette::indexer

int main(int argc, char** argv) {
  const bool errors = argc > 1 && std::string_view(argv[1]) == "--errors";
  const int first = errors ? 2 : 1;
  if (argc <= first) {
    std::fprintf(stderr, "usage: score_places [--errors] FILE...\n");
    return 2;
  }
  try {
    for (int i = first; i < argc; ++i) gazette::indexer::score(argv[i], errors);
    return 0;
  } catch (const std::exception& e) {
    std::fprintf(stderr, "score_places: %s\n", e.what());
    return 2;
  }
}
