// Word forms to look up: filling the table.
#include "server/highlight/form_table.h"

namespace gazette::server {

void FormTable::add(std::string_view form, std::uint32_t word) {
  if (form.empty()) return;
  entries_.emplace_back(form, word);
  filter_.set(slot(form));
}

void FormTable::seal() {
  std::sort(entries_.begin(), entries_.end());
  entries_.erase(std::unique(entries_.begin(), entries_.end()), entries_.end());
}

}  // namespace gazette::server
