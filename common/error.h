// Result<T>: a value, or a sentence for the person who sent the input that could not be used.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

namespace gazette {

/// Bad input, told to its author. Broken machinery (disk, Xapian, ICU) throws instead.
struct Error {
  std::string code;        ///< stable, machine-readable, kebab-case: "bad-date"
  std::string message;     ///< one sentence in the user's language: what, why, what to do
  std::string field;       ///< name of the field or parameter, or empty
  std::size_t offset = 0;  ///< bytes into the input, 0-based, where known
};

/// What a function returns that may refuse its input.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(*-explicit-*)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(*-explicit-*)

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  /// The value; throws std::logic_error on an error, which is a bug of the caller.
  [[nodiscard]] const T& value() const& { return require(); }
  [[nodiscard]] T&& value() && { return std::move(const_cast<T&>(require())); }
  const T& operator*() const& { return require(); }
  const T* operator->() const { return &require(); }

  [[nodiscard]] const Error& error() const { return std::get<1>(state_); }

 private:
  const T& require() const {
    if (!ok()) throw std::logic_error("Result without a value: " + error().message);
    return std::get<0>(state_);
  }

  std::variant<T, Error> state_;
};

}  // namespace gazette
