// A sink that keeps what a reader gives, and readers run over text in memory.
#pragma once

#include <string>
#include <vector>

#include "indexer/readers/reader.h"

namespace gazette::testing {

struct Collected : indexer::RecordSink {
  std::vector<indexer::Record> records;
  std::vector<indexer::Complaint> rejects, warnings;
  std::vector<indexer::Complaint> passed_over;
  std::vector<indexer::Embargoed> embargoed;
  std::vector<indexer::Withdrawal> withdrawals;

  bool take(indexer::Record&& record) override {
    records.push_back(std::move(record));
    return true;
  }
  void reject(indexer::Complaint&& complaint) override { rejects.push_back(std::move(complaint)); }
  void warn(indexer::Complaint&& complaint) override { warnings.push_back(std::move(complaint)); }
  void pass_over(indexer::Complaint&& reason) override { passed_over.push_back(std::move(reason)); }
  bool embargo(indexer::Embargoed&& record) override {
    embargoed.push_back(std::move(record));
    return true;
  }
  bool withdraw(indexer::Withdrawal&& withdrawal) override {
    withdrawals.push_back(std::move(withdrawal));
    return true;
  }
};

/// What `reader` makes of `bytes`.
inline Collected read_with(const indexer::Reader& reader, std::string bytes) {
  Collected out;
  indexer::InputStream input(indexer::from_memory(std::move(bytes)), "essai");
  reader.read(input, indexer::ReadOptions{}, out);
  return out;
}

}  // namespace gazette::testing
