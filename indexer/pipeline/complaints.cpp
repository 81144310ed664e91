// Tells what was refused without drowning the terminal.
#include "indexer/pipeline/complaints.h"

#include <cerrno>
#include <nlohmann/json.hpp>
#include <system_error>

#include "common/cli/language.h"

namespace gazette::indexer {
namespace {

constexpr std::size_t kShown = 10;  // of each kind on the terminal; a bad file may have thousands

}  // namespace

std::string to_sentence(const Complaint& complaint) {
  std::string out = complaint.source;
  if (complaint.line > 0) out += ":" + std::to_string(complaint.line);
  out += tr(" : ", ": ");
  if (!complaint.field.empty()) out += complaint.field + tr(" : ", ": ");
  return out + complaint.reason;
}

Complaints::Complaints(const std::string& rejects_path) : path_(rejects_path) {
  if (path_.empty()) return;
  file_.reset(std::fopen(path_.c_str(), "we"));
  if (file_ == nullptr) throw std::system_error(errno, std::generic_category(), path_);
}

void Complaints::show(const char* kind, const Complaint& complaint, std::size_t shown) {
  if (shown < kShown) {
    std::fprintf(stderr, "%s%s%s\n", kind, tr(" : ", ": "), to_sentence(complaint).c_str());
  }
  if (shown == kShown)
    std::fprintf(stderr, "%s\n", tr("… (la suite est comptée)", "… (the rest is counted)"));
}

void Complaints::reject(const Complaint& complaint) {
  show(tr("refusé", "rejected"), complaint, rejected_);
  ++rejected_;
  note(complaint);
}

void Complaints::pass_over(const Complaint& reason) {
  show(tr("écarté", "passed over"), reason, passed_over_);
  ++passed_over_;
  note(reason);
}

void Complaints::note(const Complaint& complaint) {
  if (file_ == nullptr) return;
  const std::string text = to_json_line(complaint);
  if (std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size()) {
    throw std::system_error(errno, std::generic_category(), path_);
  }
}

void Complaints::warn(const Complaint& complaint) {
  show(tr("attention", "warning"), complaint, warned_);
  ++warned_;
}

void Complaints::finish() {
  if (file_ != nullptr && std::fflush(file_.get()) != 0) {
    throw std::system_error(errno, std::generic_category(), path_);
  }
  if (rejected_ > 0 && file_ != nullptr) {
    std::fprintf(stderr, "%s%s\n", tr("refus notés dans ", "rejects written to "), path_.c_str());
  } else if (rejected_ > kShown) {
    std::fprintf(stderr, "%s\n",
                 tr("relancez avec --rejects FICHIER pour les avoir tous",
                    "run again with --rejects FILE to have them all"));
  }
}

std::string to_json_line(const Complaint& complaint) {
  using Json = nlohmann::ordered_json;
  const Json line = {{"source", complaint.source},
                     {"line", complaint.line},
                     {"field", complaint.field},
                     {"reason", complaint.reason}};
  return line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace gazette::indexer
