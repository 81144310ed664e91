// The rows of found_table.tsv.
#include "tests/agreement/found_table.h"

#include <cstdint>
#include <fstream>
#include <stdexcept>

namespace gazette::testing {
namespace {

void append_utf8(std::string& out, std::uint32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

/// `field` with each \uXXXX replaced by its character.
std::string unescape(const std::string& field) {
  std::string out;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (field.compare(i, 2, "\\u") == 0 && i + 6 <= field.size()) {
      append_utf8(out, static_cast<std::uint32_t>(std::stoul(field.substr(i + 2, 4), nullptr, 16)));
      i += 5;
    } else {
      out += field[i];
    }
  }
  return out;
}

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> fields(1);
  for (const char c : line) {
    if (c == '\t') {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  return fields;
}

}  // namespace

std::vector<FoundRow> read_found_table(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::vector<FoundRow> rows;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.starts_with('#')) continue;
    const std::vector<std::string> fields = split(line);
    if (fields.size() != 4 || (fields[2] != "found" && fields[2] != "not")) {
      throw std::runtime_error(path + ":" + std::to_string(number) +
                               ": not text, query, found|not, why");
    }
    rows.push_back(
        {number, unescape(fields[0]), unescape(fields[1]), fields[2] == "found", fields[3]});
  }
  return rows;
}

}  // namespace gazette::testing
