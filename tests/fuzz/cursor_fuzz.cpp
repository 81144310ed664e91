// Cursors that say anything, of the form and with the checksum of ours: a page, or a refusal.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "server/search/cursor.h"
#include "tests/fuzz/archive.h"
#include "tests/fuzz/require.h"
#include "tests/server/search/test_archive.h"

using gazette::fuzz::require;
namespace server = gazette::server;

namespace {

/// Takes values off the front of the input; zeros when it is used up.
class Values {
 public:
  explicit Values(std::string_view bytes) : bytes_(bytes) {}

  template <typename T>
  T next() {
    T value{};
    const std::size_t size = bytes_.copy(reinterpret_cast<char*>(&value), sizeof value);
    bytes_.remove_prefix(size);
    return value;
  }
  [[nodiscard]] std::string_view rest() const { return bytes_; }

 private:
  std::string_view bytes_;
};

/// The revision that the archive is at: it never changes here.
const server::RevisionId& revision() {
  static const server::RevisionId id =
      server::RevisionId::of(Xapian::Database(gazette::fuzz::archive_folder()));
  return id;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Values values(std::string_view(reinterpret_cast<const char*>(data), size));
  const auto choice = values.next<std::uint8_t>();
  server::SearchRequest request;
  request.selection.q = (choice & 1U) != 0 ? "port" : "";
  request.selection.sort = static_cast<server::Sort>(1 + choice / 2 % 3);
  request.limit = 1 + choice / 8 % 4;
  server::Cursor cursor;
  cursor.sort = request.selection.sort;
  cursor.request = server::hash_of(request.selection, cursor.sort);
  cursor.revision = server::hash_of(revision());
  cursor.score = values.next<float>();
  cursor.number = values.next<server::Number>();
  cursor.dated = (choice & 32U) != 0;
  cursor.day = values.next<gazette::CivilDay>();
  cursor.instant = values.next<std::int64_t>();
  cursor.id = values.rest().substr(0, gazette::kMaxIdBytes);
  request.cursor = to_text(cursor);
  const auto answer = gazette::fuzz::archive().search(request);
  require(answer.ok() || !answer.error().message.empty(), "a refusal says why");
  if (answer.ok()) require(answer->hits.size() <= request.limit, "a page is no longer than asked");
  server::SearchRequest text = request;
  text.cursor.assign(reinterpret_cast<const char*>(data), size);
  const auto of_text = gazette::fuzz::archive().search(text);
  require(of_text.ok() || !of_text.error().message.empty(), "a refusal says why");
  return 0;
}
