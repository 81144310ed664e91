// Reads one request's parameters by the table: every fault is collected, none is guessed over.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/http/problem.h"
#include "common/http/url.h"
#include "server/http/params/parameter_table.h"

namespace gazette::server {

using http::ParameterError;

/// Whether unknown and empty parameters are faults (the API) or passed over (pages for people,
/// whose links carry utm_… and whose forms send empty fields).
enum class Strictness : std::uint8_t { kStrict, kLenient };

/// Holds the pairs of one request. Getters return the preset when a parameter is absent or faulty;
/// look at `errors()` when all have been read.
class ParameterReader {
 public:
  ParameterReader(http::QueryList query, Endpoint endpoint, Strictness strictness);

  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] std::string_view text(std::string_view name) const;  ///< "" when absent
  [[nodiscard]] std::vector<std::string_view> all(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> texts(std::string_view name) const;  ///< empty ones too
  std::size_t number(std::string_view name);
  bool flag(std::string_view name);

  /// Index of the value among the table's choices, or `absent`.
  std::size_t choice(std::string_view name, std::size_t absent);

  /// Indices of a comma list's items among the choices, in the order asked, each once.
  std::vector<std::size_t> list(std::string_view name);

  /// Puts the canonical form of a value in its place: an id for a place's name.
  void replace(std::string_view name, std::string_view given, std::string canonical);

  void fail(std::string_view name, std::string detail);
  void fail(ParameterError error) { errors_.push_back(std::move(error)); }

  [[nodiscard]] const std::vector<ParameterError>& errors() const { return errors_; }

  /// The pairs that were understood, sorted by key (values of one key in their order): two requests
  /// that ask the same have the same text. `without` names keys to leave out.
  [[nodiscard]] http::QueryList normalised(std::span<const std::string_view> without = {}) const;

 private:
  void check(const std::pair<std::string, std::string>& pair, std::size_t index);
  std::size_t choice_of(const ParameterSpec& spec, std::string_view value);

  http::QueryList query_;
  Endpoint endpoint_;
  Strictness strictness_;
  std::vector<ParameterError> errors_;
};

}  // namespace gazette::server
