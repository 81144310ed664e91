// Where a database is built anew, by a bulk load or by `compact`, and how it comes into its place.
#pragma once

#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>

namespace gazette::indexer {

/// What was built is not what Xapian reads, or nothing can be put in its place here: the load is to
/// be done again the ordinary way. what() says why.
class BulkRefused : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Exchanges the names of two folders.
using Swap = std::function<void(const std::filesystem::path&, const std::filesystem::path&)>;

/// Folder without links or a slash at its end, so that what is beside it is beside the real one.
std::filesystem::path real_folder(const std::string& directory);

/// Where what is to take the place of `folder` is built.
std::filesystem::path beside_of(const std::filesystem::path& folder);

/// Makes the empty folder beside `folder`, in the place of what a killed load has left there.
/// Throws BulkRefused when that cannot be, or when what is built there could not take its place:
/// told before the work, not after it.
std::filesystem::path make_beside(const std::filesystem::path& folder, const Swap& swap);

/// Puts `whole` in the place of `folder`, with its owner and permissions. Throws BulkRefused,
/// std::system_error.
void put_in_place(const std::filesystem::path& whole, const std::filesystem::path& folder,
                  const Swap& swap);

}  // namespace gazette::indexer
