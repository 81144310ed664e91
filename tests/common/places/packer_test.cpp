// The packer refuses a table that it cannot use, and says where.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "common/places/packer/pack_gazetteer.h"
#include "common/places/packer/pack_protected.h"

namespace gazette::packer {
namespace {

constexpr const char* kHeader =
    "id\tname\taliases\tforms\tdemonyms\ttype\tcc\tparent\tlat\tlon\tpopulation\trank\tflags\textra"
    "\n";
constexpr const char* kWorld = "world\tMonde\t\t\t\tworld\t\t\t\t\t\t10\t\t\n";

class TableFile {
 public:
  explicit TableFile(const std::string& text)
      : path_(std::filesystem::temp_directory_path() /
              ("gazette_places_" + std::to_string(reinterpret_cast<std::uintptr_t>(this)))) {
    std::ofstream(path_) << text;
  }
  ~TableFile() { std::filesystem::remove(path_); }
  TableFile(const TableFile&) = delete;
  TableFile& operator=(const TableFile&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

TEST_CASE("packer: a sound table is read") {
  const TableFile file(std::string(kHeader) + kWorld +
                       "x:1\tVille\tBourg|Cité\t\t\tcity\tFR\tworld\t1.5\t-2.25\t12\t33.5\tw\t\n");
  const std::vector<PlaceLine> places = read_place_tables({file.path()});
  REQUIRE(places.size() == 2);
  CHECK(places[1].parent_row == 0);
  CHECK(places[1].lat == 1.5);
  CHECK(places[1].population == 12);
  CHECK_FALSE(places[0].lat.has_value());
  CHECK(pack_gazetteer(places).size() > 200);
  CHECK(pack_protected(places, {}).size() > 16);
}

TEST_CASE("packer: an unsound table is refused with its reason") {
  struct Case {
    std::string lines;
    const char* reason;
  };
  const Case cases[] = {
      {std::string(kWorld) + "x:1\tVille\n", ":3: 14 columns wanted"},
      {std::string(kWorld) + kWorld, "id stands twice: world"},
      {std::string(kWorld) + "x\tV\t\t\t\tcity\tFR\tnone\t\t\t\t\t\t\n", "unknown parent none"},
      {"x\tV\t\t\t\tcity\tFR\tx\t\t\t\t\t\t\n", "circle of parents"},
      {"x\tV\t\t\t\tcity\tFR\t\tnorth\t1\t\t\t\t\n", ":2: not a number: north"},
      {"x\tV\t\t\t\tcity\tFR\t\t1\t\t\t\t\t\n", "half a coordinate"},
      {"\tV\t\t\t\tcity\tFR\t\t\t\t\t\t\t\n", "id, name and type"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.reason);
    const TableFile file(kHeader + c.lines);
    std::string message;
    try {
      read_place_tables({file.path()});
    } catch (const std::exception& e) {
      message = e.what();
    }
    CHECK(message.find(c.reason) != std::string::npos);
  }
  CHECK_THROWS(read_place_tables({"/nonexistent/places.tsv"}));
  const TableFile other("another header\n");
  CHECK_THROWS(read_place_tables({other.path()}));
}

}  // namespace
}  // namespace gazette::packer
