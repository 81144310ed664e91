// Lexicon entries as metadata: key prefix + folded stem, value its accented stems ended by '\n'.
#include "common/index/stem_lexicon.h"

#include <algorithm>

#include "common/index/schema.h"

namespace gazette {
namespace {

void split_lines(std::string_view value, std::vector<std::string>& out) {
  while (!value.empty()) {
    const std::size_t end = value.find('\n');
    if (end == std::string_view::npos) return;  // each stem is ended: what is not was cut
    if (end > 0) out.emplace_back(value.substr(0, end));
    value.remove_prefix(end + 1);
  }
}

std::string entry_key(std::string_view folded_stem) {
  return std::string(schema::kStemsKeyPrefix).append(folded_stem);
}

}  // namespace

bool DatabaseStemLexicon::find(std::string_view folded_stem,
                               std::vector<std::string>& stems) const {
  if (folded_stem.size() + schema::kStemsKeyPrefix.size() > schema::kMaxTermBytes) return false;
  const std::string value = db_.get_metadata(entry_key(folded_stem));
  split_lines(value, stems);
  return !value.empty();
}

StemLexiconWriter::StemLexiconWriter(const Xapian::Database& db) {
  const std::string prefix(schema::kStemsKeyPrefix);
  for (auto key = db.metadata_keys_begin(prefix); key != db.metadata_keys_end(prefix); ++key) {
    split_lines(db.get_metadata(*key), entries_[(*key).substr(prefix.size())].stems);
  }
}

void StemLexiconWriter::add(std::string_view folded_stem, std::string_view stem) {
  auto found = entries_.find(folded_stem);
  if (found == entries_.end()) {
    if (folded_stem.size() + schema::kStemsKeyPrefix.size() > schema::kMaxTermBytes) return;
    found = entries_.emplace(folded_stem, Entry()).first;
  }
  Entry& entry = found->second;
  if (std::find(entry.stems.begin(), entry.stems.end(), stem) != entry.stems.end()) return;
  entry.stems.emplace_back(stem);
  if (!entry.changed) changed_.push_back(found->first);
  entry.changed = true;
}

std::vector<std::pair<std::string, std::string>> StemLexiconWriter::take_changes() {
  std::vector<std::pair<std::string, std::string>> changes;
  for (const std::string& folded : changed_) {
    Entry& entry = entries_[folded];
    std::string value;
    for (const std::string& stem : entry.stems) value.append(stem).push_back('\n');
    changes.emplace_back(entry_key(folded), std::move(value));
    entry.changed = false;
  }
  changed_.clear();
  return changes;
}

void StemLexiconWriter::flush(Xapian::WritableDatabase& db) {
  for (const auto& [key, value] : take_changes()) db.set_metadata(key, value);
}

}  // namespace gazette
