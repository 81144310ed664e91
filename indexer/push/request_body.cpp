// Content types, the readers they stand for, and what is refused before any reader.
#include "indexer/push/request_body.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <utility>
#include <vector>

#include "common/cli/language.h"
#include "common/utf8.h"
#include "indexer/readers/read_input.h"

namespace gazette::indexer {
namespace {

struct Type {
  std::string_view name;
  const char* format;
};

// What may be one of several formats is told by its content.
constexpr std::array kTypes = std::to_array<Type>({
    {"application/json", "json"},
    {"application/x-ndjson", "ndjson"},
    {"application/ndjson", "ndjson"},
    {"application/jsonl", "ndjson"},
    {"application/x-jsonlines", "ndjson"},
    {"application/xml", "auto"},
    {"text/xml", "auto"},
    {"application/rss+xml", "auto"},
    {"application/atom+xml", "auto"},
    {"text/html", "auto"},
    {"application/xhtml+xml", "auto"},
    {"text/csv", "auto"},
    {"text/tab-separated-values", "auto"},
    {"text/plain", "auto"},
});

std::string media_type(const std::string& header) {
  std::string type = header.substr(0, header.find(';'));
  std::erase_if(type, [](char c) { return c == ' ' || c == '\t'; });
  std::transform(type.begin(), type.end(), type.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return type;
}

constexpr const char* kBody = "body";  // what complaints call the input

/// Readers drop NUL bytes, as files padded with them want it; JSON has none.
bool is_json_text(std::string_view text) {
  return text.find('\0') == std::string_view::npos && utf8::valid(text);
}

Complaint not_utf8(std::size_t line) {
  return {kBody, line, "",
          tr("octets nuls, ou qui ne sont pas de l'UTF-8", "bytes that are NUL, or not UTF-8")};
}

/// Empties the lines that are not UTF-8 (readers skip them); their numbers, 1-based.
std::vector<std::size_t> take_out_bad_lines(std::string& body) {
  std::vector<std::size_t> bad;
  if (is_json_text(body)) return bad;
  std::string good;
  good.reserve(body.size());
  std::string_view rest = body;
  for (std::size_t line = 1; !rest.empty(); ++line) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (is_json_text(rest.substr(0, end))) {
      good += rest.substr(0, end);
    } else {
      bad.push_back(line);
    }
    if (end < rest.size()) good += '\n';
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  body = std::move(good);
  return bad;
}

/// Puts the rejects of lines that no reader saw among the others, in order.
class WithBadLines : public RecordSink {
 public:
  WithBadLines(RecordSink& sink, std::vector<std::size_t> bad)
      : sink_(sink), bad_(std::move(bad)) {}

  bool take(Record&& record) override {
    reject_before(record.line);
    return sink_.take(std::move(record));
  }
  void reject(Complaint&& complaint) override {
    reject_before(complaint.line);
    sink_.reject(std::move(complaint));
  }
  void warn(Complaint&& complaint) override { sink_.warn(std::move(complaint)); }
  void pass_over(Complaint&& reason) override {
    reject_before(reason.line);
    sink_.pass_over(std::move(reason));
  }
  bool embargo(Embargoed&& embargoed) override {
    reject_before(embargoed.record.line);
    return sink_.embargo(std::move(embargoed));
  }
  bool withdraw(Withdrawal&& withdrawal) override {
    reject_before(withdrawal.line);
    return sink_.withdraw(std::move(withdrawal));
  }

  void reject_before(std::size_t line) {
    for (; next_ < bad_.size() && bad_[next_] < line; ++next_) sink_.reject(not_utf8(bad_[next_]));
  }

 private:
  RecordSink& sink_;
  std::vector<std::size_t> bad_;
  std::size_t next_ = 0;
};

}  // namespace

const char* const kBodyTypes =
    "application/x-ndjson, application/json, text/html, text/xml, text/csv ou text/plain";

std::optional<std::string> body_format(const httplib::Request& request, const char* standard) {
  const std::string coding = media_type(request.get_header_value("Content-Encoding"));
  if (!coding.empty() && coding != "identity") return std::nullopt;
  const std::string type = media_type(request.get_header_value("Content-Type"));
  if (type.empty()) return standard;
  const auto* const found =
      std::find_if(kTypes.begin(), kTypes.end(), [&](const Type& t) { return t.name == type; });
  if (found == kTypes.end()) return std::nullopt;
  return found->format;
}

void read_body(std::string body, const std::string& format, RecordSink& sink) {
  if (format == "json" && !is_json_text(body)) return sink.reject(not_utf8(0));
  std::vector<std::size_t> bad;
  if (format == "ndjson") bad = take_out_bad_lines(body);
  WithBadLines all(sink, std::move(bad));
  read_input(
      kBody, [&] { return from_memory(std::move(body)); }, format, ReadOptions{}, all);
  all.reject_before(static_cast<std::size_t>(-1));
}

}  // namespace gazette::indexer
