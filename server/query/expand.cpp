// A folded form stands in the index as an exact form without accents, or as a folded form of one
// with accents; both lists together are the archive's words.
#include "server/query/expand.h"

#include <algorithm>
#include <utility>

#include "common/analysis/fold.h"
#include "common/index/schema.h"

namespace gazette::server {
namespace {

struct Prefixes {
  std::string_view exact, folded, stem;
};

Prefixes prefixes(TextField where) {
  if (where == TextField::kTitle) {
    return {schema::kTitleExactPrefix, schema::kTitleFoldedPrefix, schema::kTitlePrefix};
  }
  return {schema::kExactPrefix, schema::kFoldedPrefix, schema::kStemPrefix};
}

bool is_number(std::string_view form) {
  return !form.empty() && std::all_of(form.begin(), form.end(),
                                      [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

}  // namespace

Expander::Expander(const TermSource& source, Analyzer& analyzer)
    : source_(source), analyzer_(analyzer) {}
Expander::~Expander() = default;

TermCursor& Expander::cursor() {
  if (!cursor_) cursor_ = source_.cursor();
  return *cursor_;
}

/// True when the exact form is its own folded form: the others stand in the folded list.
bool Expander::bare(std::string_view form) const {
  const bool ascii = std::all_of(form.begin(), form.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return ascii || fold(form) == form;
}

void Expander::scan(std::string_view term_prefix, std::string_view folded, bool numbers,
                    std::vector<Candidate>& found) {
  const std::string start = std::string(term_prefix) + std::string(folded);
  if (!moves_.take()) return;
  for (bool more = cursor().seek(start); more && cursor().term().starts_with(start);) {
    const std::string_view form = cursor().term().substr(term_prefix.size());
    if (numbers ? is_number(form) : bare(form)) {
      found.push_back({std::string(cursor().term()), std::string(form), cursor().articles()});
    }
    if (!moves_.take()) return;
    more = cursor().next();
  }
}

Expansion Expander::chosen(std::vector<Candidate> found, std::size_t most) {
  Expansion expansion;
  const std::size_t keep = std::min({found.size(), most, terms_left_});
  expansion.bounded = keep < found.size() || moves_.spent;
  if (keep < found.size()) {
    std::nth_element(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(keep), found.end(),
                     [](const Candidate& a, const Candidate& b) {
                       return a.articles != b.articles ? a.articles > b.articles : a.term < b.term;
                     });
    found.resize(keep);
  }
  terms_left_ -= keep;
  for (Candidate& candidate : found) {
    expansion.terms.push_back(std::move(candidate.term));
    expansion.forms.push_back(std::move(candidate.form));
  }
  std::sort(expansion.terms.begin(), expansion.terms.end());
  std::sort(expansion.forms.begin(), expansion.forms.end());
  expansion.forms.erase(std::unique(expansion.forms.begin(), expansion.forms.end()),
                        expansion.forms.end());
  return expansion;
}

Expansion Expander::prefix(std::string_view folded, TextField where) {
  const Prefixes names = prefixes(where);
  std::vector<Candidate> found;
  scan(names.exact, folded, false, found);
  scan(names.folded, folded, false, found);
  if (is_number(folded)) scan(names.stem, folded, true, found);
  return chosen(std::move(found), limits::kMaxPrefixTerms);
}

Expansion Expander::fuzzy(std::string_view folded, TextField where) {
  constexpr int kEdits = 1;
  const Prefixes names = prefixes(where);
  std::vector<Candidate> found;
  for (const std::string_view list : {names.exact, names.folded}) {
    walk_near(
        cursor(), list, folded, kEdits, moves_,
        [&](std::string_view form, std::uint32_t articles, int) {
          if (!bare(form)) return;
          found.push_back({std::string(list) + std::string(form), std::string(form), articles});
        });
  }
  return chosen(std::move(found), limits::kMaxFuzzyTerms);
}

}  // namespace gazette::server
