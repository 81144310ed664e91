// Jobs from requests, answers from results.
#include "indexer/push/article_jobs.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "common/http/problem.h"
#include "common/http/request_id.h"
#include "common/http/url.h"
#include "indexer/pipeline/archive_writer.h"
#include "indexer/push/envelope.h"
#include "indexer/push/request_body.h"
#include "indexer/readers/draft.h"

namespace gazette::indexer {
namespace {

using Json = nlohmann::ordered_json;
using http::send_problem;

// Results of one request: some 10 MB of answer. Who writes more lines than that cuts them.
constexpr std::size_t kMaxResults = 50'000;

std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

const char* name_of(Fate fate) {
  switch (fate) {
    case Fate::kCreated:
      return "created";
    case Fate::kReplaced:
      return "replaced";
    case Fate::kUnchanged:
      return "unchanged";
    case Fate::kOutdated:
      return "outdated";
    case Fate::kHeld:
      return "embargoed";
    case Fate::kPassedOver:
      return "passed_over";
    case Fate::kRemoved:
      return "removed";
    case Fate::kUnknown:
      return "unknown";
    case Fate::kRejected:
      return "rejected";
  }
  return "";
}

int status_of(Fate fate) {
  switch (fate) {
    case Fate::kCreated:
      return 201;
    case Fate::kReplaced:
    case Fate::kUnchanged:
    case Fate::kOutdated:
    case Fate::kRemoved:
      return 200;
    case Fate::kHeld:
      return 202;
    case Fate::kUnknown:
      return 404;
    case Fate::kPassedOver:
      return 422;
    case Fate::kRejected:
      return 400;
  }
  return 500;
}

void add_warnings(const std::vector<Complaint>& warnings, Json& out) {
  for (const Complaint& warning : warnings) {
    out["warnings"].push_back({{"field", warning.field}, {"reason", warning.reason}});
  }
}

/// What all three share: the reply, and the answer to a failure.
class RequestJob : public Job {
 public:
  explicit RequestJob(http::Reply&& reply) : reply_(std::move(reply)) {}

  void finish(const Failure* failure) final {
    httplib::Response response;
    put_envelope(reply_.request(), response);
    if (failure != nullptr) {
      send_failure(*failure, response);
    } else {
      answer(response);
    }
    reply_.send(response);
  }

 protected:
  virtual void answer(httplib::Response& response) = 0;

  /// The one result of PUT and DELETE.
  static void send_result(const ArticleResult& result, httplib::Response& response) {
    Json out = {{"id", result.id}, {"result", name_of(result.fate)}};
    if (result.fate == Fate::kHeld) out["until"] = utc_text(result.until);
    add_warnings(result.warnings, out);
    response.status = status_of(result.fate);
    response.set_content(text_of(out), "application/json");
  }

  http::Reply reply_;

 private:
  static void send_failure(const Failure& failure, httplib::Response& response) {
    switch (failure.kind) {
      case Failure::Kind::kDiskFull:
        return send_problem(response, "disk-full",
                            "Le disque est plein : rien de sûr n’est enregistré de cette requête. "
                            "Renvoyez-la quand il y aura de la place.");
      case Failure::Kind::kUnavailable:
        return send_problem(response, "not-committed",
                            "L’écriture a échoué : rien de sûr n’est enregistré de cette requête. "
                            "Renvoyez-la plus tard.");
      case Failure::Kind::kInternal:
        return send_problem(
            response, "internal",
            "La faute est de notre côté ; l’identifiant de la requête aide à la retrouver.");
    }
  }
};

/// Keeps the first record, counts the rest.
class OneRecord : public RecordSink {
 public:
  bool take(Record&& record) override {
    if (!record_) record_ = std::move(record);
    return ++count_ < 2;
  }
  void reject(Complaint&& complaint) override {
    if (!complaint_) complaint_ = std::move(complaint);
    ++count_;
  }
  void warn(Complaint&& complaint) override { warnings_.push_back(std::move(complaint)); }
  void pass_over(Complaint&& reason) override {
    if (!passed_over_) passed_over_ = std::move(reason);
    ++count_;
  }
  bool embargo(Embargoed&& embargoed) override {
    if (!embargoed_) embargoed_ = std::move(embargoed);
    return ++count_ < 2;
  }
  bool withdraw(Withdrawal&& withdrawal) override {
    if (!withdrawal_) withdrawal_ = std::move(withdrawal);
    return ++count_ < 2;
  }

  std::optional<Record> record_;
  std::optional<Embargoed> embargoed_;
  std::optional<Complaint> complaint_, passed_over_;
  std::optional<Withdrawal> withdrawal_;
  std::vector<Complaint> warnings_;
  std::size_t count_ = 0;
};

class PutJob : public RequestJob {
 public:
  PutJob(http::Reply&& reply, std::string id, std::string format)
      : RequestJob(std::move(reply)), id_(std::move(id)), format_(std::move(format)) {}

  void read(JobSink& sink) override {
    OneRecord found;
    read_body(reply_.take_body(), format_, found);
    const auto reject = [&](std::string field, std::string reason) {
      sink.reject({"", 0, std::move(field), std::move(reason)});
    };
    if (found.complaint_) return sink.reject(std::move(*found.complaint_));
    if (found.count_ > 1) return reject("", "plus d’un article dans le corps : utilisez POST");
    if (found.passed_over_) return sink.pass_over(std::move(*found.passed_over_));
    if (found.withdrawal_) {
      found.withdrawal_->id = id_;
      sink.withdraw(std::move(*found.withdrawal_));
      return;
    }
    if (!found.record_ && !found.embargoed_) return reject("", "aucun article dans le corps");
    Record& record = found.record_ ? *found.record_ : found.embargoed_->record;
    const std::string& own = record.article.id;
    if (own != id_ && own != derived_id(record.article)) {
      conflict_ = own;
      return reject("id", "");
    }
    record.article.id = id_;
    for (Complaint& warning : found.warnings_) record.warnings.push_back(std::move(warning));
    if (found.record_) {
      sink.take(std::move(record));
    } else {
      sink.embargo(std::move(*found.embargoed_));
    }
  }

  void result(ArticleResult&& result) override { result_ = std::move(result); }

 private:
  void answer(httplib::Response& response) override {
    if (!conflict_.empty()) {
      return send_problem(response, "id-conflict",
                          "L’article du corps a un autre identifiant que l’adresse : « " +
                              conflict_ + " ». Ôtez-le, ou rendez-les égaux.");
    }
    if (result_.fate == Fate::kRejected) {
      const Complaint& complaint = result_.complaint;
      std::vector<http::ParameterError> errors;
      if (!complaint.field.empty()) {
        errors.push_back({.parameter = complaint.field, .detail = complaint.reason});
      }
      return send_problem(response, "bad-article", complaint.reason, std::move(errors));
    }
    if (result_.fate == Fate::kPassedOver) {
      return send_problem(response, "not-indexed", result_.complaint.reason);
    }
    send_result(result_, response);
    if (result_.fate == Fate::kCreated) {
      response.headers.emplace("Location", "/v1/articles/" + http::percent_encoded(id_));
    }
  }

  std::string id_, format_;
  std::string conflict_;
  ArticleResult result_;
};

/// Lets so many results pass, then breaks the reading off: a reader does not stop for rejects.
class Bounded : public RecordSink {
 public:
  struct Exceeded {};

  explicit Bounded(RecordSink& sink) : sink_(sink) {}

  bool take(Record&& record) override {
    count();
    return sink_.take(std::move(record));
  }
  void reject(Complaint&& complaint) override {
    count();
    sink_.reject(std::move(complaint));
  }
  void warn(Complaint&& complaint) override { sink_.warn(std::move(complaint)); }
  void pass_over(Complaint&& reason) override {
    count();
    sink_.pass_over(std::move(reason));
  }
  bool embargo(Embargoed&& embargoed) override {
    count();
    return sink_.embargo(std::move(embargoed));
  }
  bool withdraw(Withdrawal&& withdrawal) override {
    count();
    return sink_.withdraw(std::move(withdrawal));
  }

 private:
  void count() {
    if (++results_ > kMaxResults) throw Exceeded{};
  }

  RecordSink& sink_;
  std::size_t results_ = 0;
};

class PostJob : public RequestJob {
 public:
  PostJob(http::Reply&& reply, std::string format)
      : RequestJob(std::move(reply)), format_(std::move(format)) {}

  void read(JobSink& sink) override {
    Bounded bounded(sink);
    try {
      read_body(reply_.take_body(), format_, bounded);
    } catch (const Bounded::Exceeded&) {
      exceeded_ = true;
    }
  }

  void result(ArticleResult&& result) override {
    Json out = {{"line", result.line}};
    if (!result.id.empty()) out["id"] = result.id;
    out["status"] = status_of(result.fate);
    out["result"] = name_of(result.fate);
    if (result.fate == Fate::kHeld) out["until"] = utc_text(result.until);
    if (result.fate == Fate::kRejected || result.fate == Fate::kPassedOver) {
      if (!result.complaint.field.empty()) out["field"] = result.complaint.field;
      out["reason"] = result.complaint.reason;
    }
    add_warnings(result.warnings, out);
    lines_ += text_of(out);
    lines_ += '\n';
  }

 private:
  void answer(httplib::Response& response) override {
    if (exceeded_) {
      return send_problem(response, "body-too-large",
                          "Plus de " + std::to_string(kMaxResults) +
                              " articles : envoyez-les en plusieurs requêtes. Ceux qui précèdent "
                              "sont enregistrés.");
    }
    if (lines_.empty()) {
      return send_problem(response, "bad-body", "Aucun article dans le corps.");
    }
    response.status = 200;
    response.set_content(std::move(lines_), "application/x-ndjson");
  }

  std::string format_;
  std::string lines_;
  bool exceeded_ = false;
};

class DeleteJob : public RequestJob {
 public:
  DeleteJob(http::Reply&& reply, std::string id)
      : RequestJob(std::move(reply)), id_(std::move(id)) {}

  void read(JobSink& sink) override { sink.remove(id_); }
  void result(ArticleResult&& result) override { result_ = std::move(result); }

 private:
  void answer(httplib::Response& response) override {
    if (result_.fate == Fate::kUnknown) {
      return send_problem(response, "unknown-article", "Aucun article n’a cet identifiant.");
    }
    send_result(result_, response);
  }

  std::string id_;
  ArticleResult result_;
};

}  // namespace

std::unique_ptr<Job> make_put_job(http::Reply&& reply, std::string id, std::string format) {
  return std::make_unique<PutJob>(std::move(reply), std::move(id), std::move(format));
}

std::unique_ptr<Job> make_post_job(http::Reply&& reply, std::string format) {
  return std::make_unique<PostJob>(std::move(reply), std::move(format));
}

std::unique_ptr<Job> make_delete_job(http::Reply&& reply, std::string id) {
  return std::make_unique<DeleteJob>(std::move(reply), std::move(id));
}

}  // namespace gazette::indexer
