// Walks folders; decides by kind of file only: what a file holds is for the readers to see.
#include "indexer/pipeline/inputs.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "common/cli/language.h"

namespace gazette::indexer {
namespace {

namespace fs = std::filesystem;

/// Files about a corpus rather than of it.
bool is_documentation(const fs::path& path) {
  const std::string name = path.filename().string();
  return path.extension() == ".md" || name.starts_with("README") || name.starts_with("LICENSE") ||
         name.starts_with("LICENCE");
}

void add_file(const fs::path& path, InputFiles& out) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  out.files.push_back({path.string(), error ? 0 : size});
}

void add_folder(const fs::path& folder, InputFiles& out) {
  std::error_code error;
  if (fs::exists(folder / "iamglass", error)) {  // a database, perhaps the one being written
    out.passed_over.push_back(folder.string());
    return;
  }
  std::vector<fs::path> entries;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    entries.push_back(entry->path());
  }
  if (error)
    out.files.push_back({folder.string(), 0});  // reading it will say why it cannot be read
  std::sort(entries.begin(), entries.end());
  for (const fs::path& path : entries) {
    const bool hidden = path.filename().string().starts_with('.');
    if (fs::is_directory(path, error) && !fs::is_symlink(path, error) && !hidden) {
      add_folder(path, out);
    } else if (fs::is_regular_file(path, error) && !hidden && !is_documentation(path)) {
      add_file(path, out);
    } else {
      out.passed_over.push_back(path.string());
    }
  }
}

}  // namespace

Result<InputFiles> list_inputs(const std::vector<std::string>& paths) {
  InputFiles out;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path == "-") {
      out.files.push_back({path, 0});
    } else if (fs::is_directory(path, error)) {
      add_folder(path, out);
    } else if (fs::exists(path, error)) {
      add_file(path, out);
    } else {
      return Error{
          "no-such-input",
          path + tr(" : ni fichier ni dossier\n  vérifiez le chemin ; « - » lit l'entrée "
                    "standard",
                    ": no such file or folder\n  check the path; “-” reads standard input"),
          "PATH", 0};
    }
  }
  const bool all_known = std::all_of(out.files.begin(), out.files.end(),
                                     [](const InputFile& file) { return file.bytes > 0; });
  for (const InputFile& file : out.files) out.bytes += all_known ? file.bytes : 0;
  return out;
}

}  // namespace gazette::indexer
