// pack_places DATA_DIR OUT_DIR: turns the tables of places into the files that the programs embed.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "common/places/packer/pack_gazetteer.h"
#include "common/places/packer/pack_protected.h"

namespace {

void write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: pack_places DATA_DIR OUT_DIR\n");
    return 2;
  }
  try {
    const std::filesystem::path data(argv[1]);
    const std::filesystem::path out(argv[2]);
    const auto places =
        gazette::packer::read_place_tables({data / "gazetteer.tsv", data / "small_communes.tsv"});
    write_file(out / "gazetteer.bin", gazette::packer::pack_gazetteer(places));
    const gazette::packer::WordLists lists{
        gazette::packer::read_word_list(data / "also_common.txt"),
        gazette::packer::read_word_list(data / "generic_words.txt"),
        gazette::packer::read_word_list(data / "other_names.txt")};
    write_file(out / "protected_names.bin", gazette::packer::pack_protected(places, lists));
  } catch (const std::exception& e) {
    std::fprintf(stderr, "pack_places: %s\n", e.what());
    return 1;
  }
  return 0;
}
