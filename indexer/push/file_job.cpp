// Reads a file, and once its articles are on disk moves it away. A kill at any moment leaves it
// either where it was, to be taken again, or where it belongs.
#include "indexer/push/file_job.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "common/cli/language.h"
#include "indexer/pipeline/complaints.h"
#include "indexer/push/file_moves.h"
#include "indexer/readers/read_input.h"
#include "indexer/stop.h"

namespace gazette::indexer {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kKept = 20;  // complaints kept in memory, for the note and the log

class DescriptorSource : public ByteSource {
 public:
  explicit DescriptorSource(int descriptor) : fd_(descriptor) {}
  std::size_t read(char* into, std::size_t size) override {
    ssize_t got = 0;
    do {
      got = ::pread(fd_, into, size, at_);
    } while (got < 0 && errno == EINTR);
    if (got < 0) throw std::system_error(errno, std::generic_category());
    at_ += got;
    return static_cast<std::size_t>(got);
  }

 private:
  int fd_;
  off_t at_ = 0;
};

/// Passes everything on until the program is asked to stop.
class StoppableSink : public RecordSink {
 public:
  explicit StoppableSink(JobSink& sink) : sink_(sink) {}
  bool take(Record&& record) override { return sink_.take(std::move(record)) && !stop_requested(); }
  void reject(Complaint&& complaint) override { sink_.reject(std::move(complaint)); }
  void warn(Complaint&& complaint) override { sink_.warn(std::move(complaint)); }
  void pass_over(Complaint&& reason) override { sink_.pass_over(std::move(reason)); }
  bool embargo(Embargoed&& embargoed) override {
    return sink_.embargo(std::move(embargoed)) && !stop_requested();
  }
  bool withdraw(Withdrawal&& withdrawal) override {
    return sink_.withdraw(std::move(withdrawal)) && !stop_requested();
  }

 private:
  JobSink& sink_;
};

class FileJob : public Job {
 public:
  FileJob(DropFile file, std::function<void(FileOutcome&&)> done)
      : file_(std::move(file)), done_(std::move(done)) {
    outcome_.path = file_.path;
  }

  void read(JobSink& sink) override {
    if (!stop_requested()) {
      StoppableSink stoppable(sink);
      const auto open = [&] { return std::make_unique<DescriptorSource>(file_.descriptor.get()); };
      read_input(file_.path, open, "auto", ReadOptions{}, stoppable);
    }
    whole_ = !stop_requested();
  }

  void result(ArticleResult&& result) override {
    for (Complaint& warning : result.warnings) warn(std::move(warning));
    switch (result.fate) {
      case Fate::kCreated:
        ++outcome_.created;
        break;
      case Fate::kReplaced:
        ++outcome_.replaced;
        break;
      case Fate::kUnchanged:
      case Fate::kOutdated:
        ++outcome_.unchanged;
        break;
      case Fate::kHeld:
        if (outcome_.embargoed++ == 0 || result.until < outcome_.first_release) {
          outcome_.first_release = result.until;
        }
        break;
      case Fate::kRemoved:
      case Fate::kUnknown:
        ++outcome_.removed;
        break;
      case Fate::kPassedOver:
        ++outcome_.passed_over;
        warn(std::move(result.complaint));
        break;
      case Fate::kRejected:
        ++outcome_.rejected;
        note_reject(result.complaint);
        break;
    }
  }

  void warn(Complaint&& complaint) override {
    if (outcome_.warnings.size() < kKept) outcome_.warnings.push_back(std::move(complaint));
  }

  void finish(const Failure* failure) override {
    try {
      if (failure != nullptr) {
        outcome_.why = failure->message;
      } else if (whole_ && is_as_it_was()) {
        move();
      }
    } catch (const std::exception& e) {  // the folder's own disk: told, and tried again later
      outcome_.why = e.what();
    }
    rejects_.reset();
    if (!rejects_path_.empty()) unlink(rejects_path_.c_str());
    done_(std::move(outcome_));
  }

 private:
  struct CloseFile {
    void operator()(std::FILE* stream) const { std::fclose(stream); }
  };

  /// Every reject goes to a file of a passing name: there may be millions.
  void note_reject(const Complaint& complaint) {
    if (reasons_.size() < kKept) reasons_.push_back(complaint);
    if (rejects_failed_) return;
    if (!rejects_) open_rejects();
    if (!rejects_) return;
    const std::string text = to_json_line(complaint);
    rejects_failed_ = std::fwrite(text.data(), 1, text.size(), rejects_.get()) != text.size();
  }

  void open_rejects() {
    std::error_code error;
    const fs::path beside = file_.root / "rejected" / file_.path;
    fs::create_directories(beside.parent_path(), error);
    rejects_path_ = beside.parent_path() / ("." + beside.filename().string() + ".rejects.tmp");
    rejects_.reset(std::fopen(rejects_path_.c_str(), "we"));
    rejects_failed_ = rejects_ == nullptr;
  }

  /// Nobody has written to the file since it was opened, and its name is still its own.
  [[nodiscard]] bool is_as_it_was() const {
    struct stat opened {};
    struct stat named {};
    return fstat(file_.descriptor.get(), &opened) == 0 && stamp_of(opened) == file_.stamp &&
           lstat((file_.root / file_.path).c_str(), &named) == 0 && stamp_of(named) == file_.stamp;
  }

  void move() {
    const bool nothing = outcome_.created + outcome_.replaced + outcome_.unchanged +
                             outcome_.embargoed + outcome_.removed + outcome_.passed_over ==
                         0;
    const bool rejected = nothing && outcome_.rejected > 0;
    const char* const folder = rejected ? "rejected" : "done";
    const fs::path to = free_name(file_.root / folder, file_.path);
    const fs::path name = fs::relative(to, file_.root / folder);
    // The notes first: a kill in between has the file taken again, and the notes written again.
    if (outcome_.rejected > 0) keep_rejects(file_.root / "rejected" / name, rejected);
    if (!move_file(file_.root / file_.path, to)) return;
    outcome_.end = rejected ? FileOutcome::End::kRefused : FileOutcome::End::kTaken;
    outcome_.where = (fs::path(folder) / name).string();
  }

  void keep_rejects(const fs::path& beside, bool whole_file) {
    if (whole_file) {
      std::string text;
      for (const Complaint& reason : reasons_) text += to_sentence(reason) + "\n";
      if (outcome_.rejected > reasons_.size()) text += "…\n";
      write_note(beside.string() + ".reason.txt", text);
      if (outcome_.rejected == 1) return;  // the note says it all
    }
    if (rejects_failed_ || std::fflush(rejects_.get()) != 0 ||
        std::rename(rejects_path_.c_str(), (beside.string() + ".rejects.ndjson").c_str()) != 0) {
      throw std::system_error(errno, std::generic_category(), beside.string());
    }
    rejects_path_.clear();
  }

  DropFile file_;
  std::function<void(FileOutcome&&)> done_;
  FileOutcome outcome_;
  bool whole_ = false;
  std::vector<Complaint> reasons_;  ///< the first ones
  fs::path rejects_path_;
  std::unique_ptr<std::FILE, CloseFile> rejects_;
  bool rejects_failed_ = false;
};

}  // namespace

std::unique_ptr<Job> make_file_job(DropFile file, std::function<void(FileOutcome&&)> done) {
  return std::make_unique<FileJob>(std::move(file), std::move(done));
}

}  // namespace gazette::indexer
