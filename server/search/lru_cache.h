// A cache bounded by bytes that forgets what was used longest ago. Thread-safe.
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace gazette::server {

/// Values are immutable and shared: what a caller holds stays valid after it was forgotten here.
/// `Value` must have `std::size_t bytes() const`.
template <typename Value>
class LruCache {
 public:
  explicit LruCache(std::size_t max_bytes) : max_bytes_(max_bytes) {}

  /// The value kept for `key`, or what `make()` returns, which is then kept. Two threads that miss
  /// at once both make it; one is kept. `make` may throw: nothing is kept then.
  template <typename Make>
  std::shared_ptr<const Value> get(const std::string& key, Make make) {
    if (std::shared_ptr<const Value> found = find(key)) return found;
    std::shared_ptr<const Value> made = make();
    put(key, made);
    return made;
  }

  std::shared_ptr<const Value> find(const std::string& key) {
    const std::lock_guard lock(mutex_);
    const auto at = index_.find(key);
    if (at == index_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, at->second);
    return at->second->value;
  }

  void put(const std::string& key, std::shared_ptr<const Value> value) {
    const std::size_t bytes = value->bytes() + 2 * key.size() + kEntryBytes;
    if (bytes > max_bytes_) return;
    const std::lock_guard lock(mutex_);
    if (index_.contains(key)) return;
    entries_.push_front(Entry{key, std::move(value), bytes});
    index_.emplace(entries_.front().key, entries_.begin());
    bytes_ += bytes;
    while (bytes_ > max_bytes_) forget_last();
  }

  [[nodiscard]] std::size_t bytes() {
    const std::lock_guard lock(mutex_);
    return bytes_;
  }

 private:
  static constexpr std::size_t kEntryBytes = 160;  // list node, hash node, control block

  struct Entry {
    std::string key;
    std::shared_ptr<const Value> value;
    std::size_t bytes;
  };

  void forget_last() {
    bytes_ -= entries_.back().bytes;
    index_.erase(entries_.back().key);
    entries_.pop_back();
  }

  std::mutex mutex_;
  std::size_t max_bytes_;
  std::size_t bytes_ = 0;
  std::list<Entry> entries_;  // most recently used first
  std::unordered_map<std::string_view, typename std::list<Entry>::iterator>
      index_;  // views into the entries' keys
};

}  // namespace gazette::server
