// What a job reads, analysed and packed into parcels for the writer.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "indexer/push/job_queue.h"

namespace gazette::indexer {

/// One job's, in one preparing thread.
class ParcelPacker : public JobSink {
 public:
  ParcelPacker(std::shared_ptr<QueuedJob> job, ArticlePreparer& preparer, JobQueue& queue)
      : job_(std::move(job)), preparer_(preparer), queue_(queue) {}

  bool take(Record&& record) override;
  void reject(Complaint&& complaint) override;
  void warn(Complaint&& complaint) override;
  void pass_over(Complaint&& reason) override;
  bool embargo(Embargoed&& embargoed) override;
  bool withdraw(Withdrawal&& withdrawal) override;
  void remove(std::string id) override;

  /// Sends off what is left as the job's last parcel, with what stopped its reading.
  void finish(std::optional<Failure> failure);

 private:
  void add(Entry&& entry, std::size_t bytes);
  void send(bool last);

  std::shared_ptr<QueuedJob> job_;
  ArticlePreparer& preparer_;
  JobQueue& queue_;
  Parcel parcel_;
  std::size_t bytes_ = 0;
};

}  // namespace gazette::indexer
