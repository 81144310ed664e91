// Walks folders; decides by kind of file only: what a file holds is for the readers to see.
#include "indexer/pipeline/inputs.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <string_view>
#include <system_error>

#include "common/cli/language.h"

namespace gazette::indexer {
namespace {

namespace fs = std::filesystem;

struct Ending {
  std::string_view ending;
  const char* french;
  const char* english;
};

// What lies beside articles in folders of saved pages and exports. Other endings say nothing here:
// the readers look at the content.
constexpr Ending kEndings[] = {
    {".md", "documentation", "documentation"},
    {".css", "feuille de style", "style sheet"},
    {".js", "script de page", "page script"},
    {".mjs", "script de page", "page script"},
    {".jpg", "image", "picture"},
    {".jpeg", "image", "picture"},
    {".png", "image", "picture"},
    {".gif", "image", "picture"},
    {".webp", "image", "picture"},
    {".avif", "image", "picture"},
    {".svg", "image", "picture"},
    {".ico", "image", "picture"},
    {".mp3", "son ou film", "sound or film"},
    {".mp4", "son ou film", "sound or film"},
    {".woff", "police de caractères", "font"},
    {".woff2", "police de caractères", "font"},
    {".ttf", "police de caractères", "font"},
    {".part", "copie inachevée", "unfinished copy"},
    {".crdownload", "copie inachevée", "unfinished copy"},
    {".tmp", "copie inachevée", "unfinished copy"},
    {"~", "copie d'éditeur", "editor's copy"},
};

/// Why something inside a folder is not read; empty when it is.
std::string reason_against(const fs::path& path, bool is_folder) {
  std::string name = path.filename().string();
  if (name.starts_with('.')) return tr("fichier caché", "hidden file");
  if (is_folder) return {};
  if (name.starts_with("README") || name.starts_with("LICENSE") || name.starts_with("LICENCE")) {
    return tr("documentation", "documentation");
  }
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  for (const Ending& ending : kEndings) {
    if (name.ends_with(ending.ending)) return tr(ending.french, ending.english);
  }
  return {};
}

void add_file(const fs::path& path, bool found, InputFiles& out) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  out.files.push_back({path.string(), error ? 0 : size, found});
}

void add_folder(const fs::path& folder, InputFiles& out) {
  std::error_code error;
  if (fs::exists(folder / "iamglass", error)) {  // perhaps the one being written
    out.passed_over.push_back({folder.string(), tr("base de données", "database")});
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
    const fs::file_status status = fs::status(path, error);
    const bool unknown = status.type() == fs::file_type::none && !fs::is_symlink(path, error);
    const bool is_folder = fs::is_directory(status);
    std::string reason = reason_against(path, is_folder);
    if (reason.empty() && is_folder && fs::is_symlink(path, error)) {
      reason = tr("lien vers un dossier", "link to a folder");
    } else if (reason.empty() && !is_folder && !unknown && !fs::is_regular_file(status)) {
      reason = tr("ni fichier ni dossier", "neither file nor folder");
    }
    if (!reason.empty()) {
      out.passed_over.push_back({path.string(), std::move(reason)});
    } else if (is_folder) {
      add_folder(path, out);
    } else {
      add_file(path, true, out);  // one that cannot even be looked at will say why
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
      add_file(path, false, out);
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

std::string tally(const std::vector<PassedOverFile>& passed_over) {
  std::map<std::string, std::size_t> counts;
  for (const PassedOverFile& file : passed_over) ++counts[file.reason];
  std::string out;
  for (const auto& [reason, count] : counts) {
    out += (out.empty() ? "" : ", ") + std::to_string(count) + " × " + reason;
  }
  return out;
}

}  // namespace gazette::indexer
