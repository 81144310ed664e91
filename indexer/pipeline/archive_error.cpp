// What Xapian says, as a person at the terminal can use it.
#include "indexer/pipeline/archive_error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "common/cli/language.h"

namespace gazette::indexer {
namespace {

/// Xapian keeps the system's words, not its number; where going back to the last commit failed as
/// well, they stand within its message.
bool is_no_space(const Xapian::Error& error) {
  const std::string words = reason_of(error);
  constexpr std::array kNumbers{ENOSPC, EDQUOT, EFBIG};
  return std::any_of(kNumbers.begin(), kNumbers.end(), [&](int number) {
    return words.find(std::strerror(number)) != std::string::npos;
  });
}

}  // namespace

std::string sentence(const std::string& directory, const char* problem, const char* advice) {
  return directory + " : " + problem + "\n  " + advice;
}

std::string reason_of(const Xapian::Error& error) {
  std::string reason = error.get_msg();
  if (error.get_error_string() != nullptr) reason += std::string(" : ") + error.get_error_string();
  return reason;
}

void throw_failed(const std::string& directory, const Xapian::Error& error) {
  throw ArchiveError(
      directory + " : " + tr("l'écriture a échoué : ", "writing failed: ") + reason_of(error) +
          "\n  " +
          tr("la dernière validation est intacte ; libérez de la place ou vérifiez le disque, puis "
             "relancez la même commande",
             "the last commit is intact; free some space or check the disk, then run the same "
             "command "
             "again"),
      is_no_space(error));
}

void throw_unusable(const std::string& directory, const Xapian::Error& error) {
  if (std::string_view(error.get_type()) == "DatabaseLockError") {
    throw ArchiveError(
        sentence(directory,
                 tr("la base est déjà ouverte en écriture par un autre programme",
                    "the database is already open for writing in another program"),
                 tr("attendez qu'il finisse ou arrêtez-le, puis relancez la même commande",
                    "wait until it ends or stop it, then run the same command again")));
  }
  throw ArchiveError(
      directory + " : " +
          tr("la base ne peut pas être ouverte : ", "the database cannot be opened: ") +
          reason_of(error) + "\n  " +
          tr("vérifiez le chemin, les droits et « gazette-indexer check »",
             "check the path, the permissions and “gazette-indexer check”"),
      is_no_space(error));
}

}  // namespace gazette::indexer
