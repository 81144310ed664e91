// Rejects and warnings: every reject to its file, the first few to the terminal, the rest counted
// by reason.
#pragma once

#include <cstdio>
#include <map>
#include <memory>
#include <string>

#include "indexer/readers/reader.h"

namespace gazette::indexer {

class Complaints {
 public:
  /// `rejects_path` is overwritten; empty for none. Throws std::system_error when it cannot be
  /// written.
  explicit Complaints(const std::string& rejects_path);

  /// One NDJSON line {"source","line","field","reason"}; throws std::system_error on a full disk.
  void reject(const Complaint& complaint);
  /// The same line: whoever looks for a record that is missing finds it there.
  void pass_over(const Complaint& reason);
  void warn(const Complaint& complaint);

  /// Says on stderr what was only counted so far. Flushes the file.
  void finish();

  [[nodiscard]] std::size_t rejected() const { return rejected_; }
  [[nodiscard]] std::size_t passed_over() const { return passed_over_; }
  [[nodiscard]] std::size_t warned() const { return warned_; }

 private:
  void note(const Complaint& complaint);
  void show(const char* kind, const Complaint& complaint, std::size_t shown);

  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  std::string path_;
  std::unique_ptr<std::FILE, CloseFile> file_;
  std::size_t rejected_ = 0;
  std::size_t passed_over_ = 0;
  std::size_t warned_ = 0;
};

/// "source:line" as compilers write it, the field and the reason.
std::string to_sentence(const Complaint& complaint);

/// A line of a file of rejects: {"source","line","field","reason"} and its end.
std::string to_json_line(const Complaint& complaint);

}  // namespace gazette::indexer
