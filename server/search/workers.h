// What a request needs that costs too much to make each time: an analyzer with its cache, scratch
// memory.
#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "common/analysis/analyzer.h"
#include "server/search/view.h"

namespace gazette::server {

struct Worker {
  Analyzer analyzer;
  Scratch scratch;
};

/// Lends workers; there are as many as requests ever ran at once. Thread-safe.
class Workers {
 public:
  class Lease {
   public:
    explicit Lease(Workers& workers) : workers_(workers), worker_(workers.take()) {}
    ~Lease() { workers_.give_back(std::move(worker_)); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    Worker& operator*() const { return *worker_; }
    Worker* operator->() const { return worker_.get(); }

   private:
    Workers& workers_;
    std::unique_ptr<Worker> worker_;
  };

 private:
  std::unique_ptr<Worker> take() {
    {
      const std::lock_guard lock(mutex_);
      if (!free_.empty()) {
        std::unique_ptr<Worker> worker = std::move(free_.back());
        free_.pop_back();
        return worker;
      }
    }
    return std::make_unique<Worker>();
  }

  void give_back(std::unique_ptr<Worker> worker) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(worker));
  }

  std::mutex mutex_;
  std::vector<std::unique_ptr<Worker>> free_;
};

}  // namespace gazette::server
