// The form of 14 March 2016, which all of Xapian 1.4 reads.
#include "indexer/bulk/glass_rows.h"

#include <random>

#include "indexer/bulk/glass_codec.h"

namespace gazette::indexer::glass {

std::string value_chunk_key(std::uint32_t slot, std::uint32_t document) {
  std::string key(kValueChunkKey);
  put_uint(key, slot);
  put_sorted_uint(key, document);
  return key;
}

std::string version_file(const std::vector<TableRoot>& roots, const Figures& figures) {
  constexpr std::string_view kMagic{"\x0F\x0DXapian Glass\x04\x6E", 16};
  constexpr unsigned kBlockUnits = kBlockBytes / 2048;
  constexpr unsigned kCompressMin[] = {0, 18, 18, 0, 18, 18};  // as Xapian sets it
  std::string out(kMagic);
  std::random_device random;
  for (int i = 0; i < 4; ++i) {
    const std::uint32_t bits = random();
    for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>(bits >> shift));
  }
  put_uint(out, 1);  // revision
  for (std::size_t i = 0; i < roots.size(); ++i) {
    const TableRoot& root = roots[i];
    const bool absent = root.blocks == 0;
    put_uint(out, root.root);
    put_uint(out, root.level << 2 | 2u | (absent ? 1u : 0u));  // written in order; no table yet
    put_uint(out, root.entries);
    put_uint(out, kBlockUnits);
    put_uint(out, kCompressMin[i]);
    std::string free_list;
    if (!absent) {
      put_uint(free_list, 1);  // revision
      put_uint(free_list, root.blocks);
      free_list.append(4, '\0');  // no free block
    }
    put_string(out, free_list);
  }
  put_uint(out, figures.documents);
  put_uint(out, 0);  // the last document's number less their count
  put_uint(out, figures.least_length);
  put_uint(out, figures.greatest_wdf);
  put_uint(out, figures.greatest_length - figures.greatest_wdf);
  put_uint(out, 0);  // oldest change set
  put_uint(out, figures.total_length);
  put_uint(out, 0);  // spelling
  return out;
}

}  // namespace gazette::indexer::glass
