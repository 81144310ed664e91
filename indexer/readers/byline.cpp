// Parts bylines at what joins names, then leaves out what is no name.
#include "indexer/readers/byline.h"

#include <algorithm>

#include "common/analysis/fold.h"
#include "indexer/enrich/date_line.h"
#include "indexer/readers/clean_text.h"

namespace gazette::indexer {
namespace {

// Folded, longest first: what a byline opens with.
constexpr std::string_view kOpenings[] = {"texte et photos par ",
                                          "propos recueillis par ",
                                          "texte et photos : ",
                                          "entretien par ",
                                          "recueilli par ",
                                          "traduit par ",
                                          "written by ",
                                          "texte par ",
                                          "publie par ",
                                          "soumis par ",
                                          "poste par ",
                                          "redige par ",
                                          "ecrit par ",
                                          "signe par ",
                                          "auteur : ",
                                          "auteurs : ",
                                          "texte : ",
                                          "story by ",
                                          "propos de ",
                                          "par : ",
                                          "par ",
                                          "von ",
                                          "by ",
                                          "av ",
                                          "por ",
                                          "di "};

// Folded: what joins two names.
constexpr std::string_view kJoints[] = {" et ", " and ", " avec ", " with ", " und ",
                                        " & ",  ";",     "/",      "|",      "\xC2\xB7"};

// Folded starts of what stands behind a name and is none.
constexpr std::string_view kFunctions[] = {
    "envoye",     "correspondant", "notre ",     "a ",         "au ",         "aux ",
    "en ",        "redact",        "journalist", "chef ",      "grand ",      "de notre",
    "staff",      "special",       "correspond", "professeur", "directeur",   "directrice",
    "editor",     "reporter",      "photograph", "service ",   "chroniqueu",  "editorialist",
    "philosophe", "economiste",    "sociologue", "historien",  "politologue", "avocat",
    "stagiaire",  "bureau ",       "in ",        "from ",      "pour ",       "for "};

// Folded, anywhere in what stands behind a name.
constexpr std::string_view kFunctionWords[] = {"correspond", " editor",    "reporter", "journalist",
                                               "redacteur",  "redactrice", "envoye"};

std::string folded(std::string_view text) { return fold(exact_form(text)); }

/// True when the folded form of `text` starts with `start`; `bytes` is what it takes of `text`.
bool starts_with_folded(std::string_view text, std::string_view start, std::size_t& bytes) {
  // Folding changes lengths: the shortest prefix whose folded form is `start`.
  for (std::size_t size = 1; size <= text.size() && size <= start.size() * 2; ++size) {
    if (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) continue;
    const std::string prefix = folded(text.substr(0, size));
    if (prefix == start) {
      bytes = size;
      return true;
    }
  }
  return false;
}

std::string_view without_opening(std::string_view text) {
  for (const std::string_view opening : kOpenings) {
    std::size_t bytes = 0;
    if (starts_with_folded(text, opening, bytes)) return text.substr(bytes);
  }
  return text;
}

/// Ends of lists of names: each joint becomes a line end. Parentheses keep what they hold.
std::string parted(std::string_view text) {
  std::string out;
  std::size_t depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '(') ++depth;
    if (text[at] == ')' && depth > 0) --depth;
    std::size_t joint = 0;
    if (depth == 0) {
      for (const std::string_view candidate : kJoints) {
        if (text.substr(at).starts_with(candidate)) joint = candidate.size();
      }
    }
    if (joint > 0) {
      out += '\n';
      at += joint;
      continue;
    }
    out += depth == 0 && text[at] == ',' ? '\n' : text[at];
    ++at;
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == ':' || text.front() == '-')) {
    text.remove_prefix(1);
  }
  while (!text.empty() &&
         (text.back() == ' ' || text.back() == ':' || text.back() == '-' || text.back() == '*')) {
    text.remove_suffix(1);
  }
  // A full stop ends a byline, an initial keeps its own.
  if (text.size() > 3 && text.back() == '.' && text[text.size() - 3] != ' ') text.remove_suffix(1);
  return text;
}

/// "gr", "dpa": the initials of an editor or an agency, in small letters.
bool is_initials(std::string_view name) {
  constexpr std::size_t kLongest = 4;
  return name.size() <= kLongest && std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || c == '.';
         });
}

bool is_function(std::string_view name) {
  const std::string text = folded(name);
  const bool starts = std::any_of(std::begin(kFunctions), std::end(kFunctions),
                                  [&](std::string_view start) { return text.starts_with(start); });
  return starts ||
         std::any_of(std::begin(kFunctionWords), std::end(kFunctionWords),
                     [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

/// "3 mars", "à 14h05", "2 min de lecture": bylines share their line with dates.
bool is_time(std::string_view text) {
  const Result<DateLine> read = parse_date_line(text);
  if (read.ok() || folded(text).find("lecture") != std::string::npos) return true;
  const std::string& code = read.error().code;
  return code == "no-year" || code == "no-reference" || code == "time-only";
}

/// "Jean Dupont (à Paris)" and "Jean Dupont à Paris" without their ends.
std::string_view without_place(std::string_view name) {
  std::size_t end = name.find(" (");
  for (const std::string_view word : {" à ", " in ", " au ", " depuis "}) {
    const std::size_t at = name.find(word);
    if (at != std::string_view::npos && at > 0) end = std::min(end, at);
  }
  return name.substr(0, end);
}

}  // namespace

std::vector<std::string> split_byline(std::string_view byline) {
  const std::string line = clean_line(byline);
  const std::string list = parted(without_opening(line));
  std::vector<std::string> names;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find('\n', at), list.size());
    const std::string_view part = trimmed(std::string_view(list).substr(at, end - at));
    at = end + 1;
    if (part.empty() || is_time(part) || (!names.empty() && is_function(part)) ||
        part.front() == '(')
      continue;
    std::string name(trimmed(without_place(without_opening(part))));
    if (name.empty() || is_initials(name) ||
        std::find(names.begin(), names.end(), name) != names.end())
      continue;
    names.push_back(std::move(name));
  }
  return names;
}

std::string person_name(std::string_view text) {
  std::string line = clean_line(text);
  const std::size_t address = line.find('@');
  if (address == std::string::npos) return line;
  const std::size_t open = line.find('(');
  const std::size_t close = line.rfind(')');
  if (open != std::string::npos && close != std::string::npos && close > open + 1) {
    return clean_line(std::string_view(line).substr(open + 1, close - open - 1));
  }
  const std::size_t angle = line.find('<');
  if (angle != std::string::npos && angle > 0 && angle < address) {
    return clean_line(std::string_view(line).substr(0, angle));
  }
  return line;
}

std::vector<std::string> names_in_byline(std::string_view text) {
  std::vector<std::string> names = split_byline(text);
  const bool person = std::any_of(names.begin(), names.end(), [](const std::string& name) {
    return name.find(' ') != std::string::npos;
  });
  if (person || names.size() < 2) return names;
  return {clean_line(text)};
}

}  // namespace gazette::indexer
