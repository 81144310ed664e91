// Reads a request's head, strictly: what two readers could understand in two ways is refused.
#include "common/http/head_parser.h"

#include <algorithm>
#include <charconv>

#include "common/http/url.h"

namespace gazette::http {
namespace {

Refusal malformed(std::string detail) { return {400, "bad-request", std::move(detail)}; }

bool token_char(char c) {
  static constexpr std::string_view kOthers = "!#$%&'*+-.^_`|~";
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         kOthers.find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), token_char);
}

/// Control characters but the tab; bytes over 0x7F pass (names in file names, proxies' headers).
bool is_field_value(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == '\t' || (byte >= 0x20 && byte != 0x7F);
  });
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool equal_nocase(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return lower(x) == lower(y);
  });
}

/// True when a comma list such as that of Connection holds `word`.
bool list_has(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    if (equal_nocase(trimmed(list.substr(0, comma)), word)) return true;
    if (comma == std::string_view::npos) return false;
    list.remove_prefix(comma + 1);
  }
  return false;
}

/// "http://host/path" as proxies send it is "/path"; "*" is for OPTIONS alone.
std::optional<Refusal> parse_target(std::string_view target, httplib::Request& request) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (target.size() > scheme.size() && equal_nocase(target.substr(0, scheme.size()), scheme)) {
      const std::size_t slash = target.find_first_of("/?", scheme.size());
      target = slash == std::string_view::npos ? "/" : target.substr(slash);
      break;
    }
  }
  const bool star = target == "*" && request.method == "OPTIONS";
  if (!star && (target.empty() || target[0] != '/')) {
    return malformed("La cible de la requête doit commencer par « / ».");
  }
  target = target.substr(0, target.find('#'));
  request.target = target;
  const std::size_t mark = target.find('?');
  auto path = percent_decoded(target.substr(0, mark), false);
  if (!path) return malformed("Le chemin contient un « % » sans deux chiffres hexadécimaux.");
  request.path = std::move(*path);
  if (mark == std::string_view::npos) return std::nullopt;
  auto query = parse_query_string(target.substr(mark + 1));
  if (!query) {
    return malformed("Les paramètres contiennent un « % » sans deux chiffres hexadécimaux.");
  }
  for (auto& [key, value] : *query) request.params.emplace(std::move(key), std::move(value));
  return std::nullopt;
}

std::optional<Refusal> parse_request_line(std::string_view line, httplib::Request& request) {
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) {
    return malformed("La première ligne doit être « MÉTHODE /chemin HTTP/1.1 ».");
  }
  const std::string_view method = line.substr(0, first);
  const std::string_view target = line.substr(first + 1, last - first - 1);
  const std::string_view version = line.substr(last + 1);
  if (!is_token(method)) return malformed("La méthode contient un caractère interdit.");
  const bool printable = std::all_of(target.begin(), target.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte != 0x7F;
  });
  if (!printable) return malformed("La cible contient une espace ou un caractère de commande.");
  if (version != "HTTP/1.1" && version != "HTTP/1.0") {
    if (version.starts_with("HTTP/")) {
      return Refusal{505, "version", "Seuls HTTP/1.1 et HTTP/1.0 sont compris."};
    }
    return malformed("La première ligne doit se terminer par HTTP/1.1.");
  }
  request.method = method;
  request.version = version;
  return parse_target(target, request);
}

std::optional<Refusal> parse_header(std::string_view line, httplib::Request& request) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) {
    return malformed("Un en-tête doit être « Nom: valeur », sans espace avant les deux-points.");
  }
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = trimmed(line.substr(colon + 1));
  if (!is_field_value(value)) return malformed("Un en-tête contient un caractère de commande.");
  if (equal_nocase(name, "Range") || equal_nocase(name, "If-Range")) return std::nullopt;
  request.headers.emplace(name, value);
  return std::nullopt;
}

std::optional<Refusal> parse_length(const httplib::Request& request, BodyForm& body) {
  const auto [begin, end] = request.headers.equal_range("Content-Length");
  for (auto it = begin; it != end; ++it) {
    const std::string& text = it->second;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), body.length);
    const bool digits = !text.empty() && text[0] >= '0' && text[0] <= '9';
    if (!digits || error == std::errc::invalid_argument || stop != text.data() + text.size()) {
      return malformed("Content-Length n’est pas un nombre.");
    }
    if (error == std::errc::result_out_of_range) body.length = static_cast<std::size_t>(-1);
    if (text != begin->second) return malformed("Deux Content-Length différents.");
  }
  return std::nullopt;
}

std::optional<Refusal> parse_body_form(const httplib::Request& request, BodyForm& body) {
  if (auto refusal = parse_length(request, body)) return refusal;
  const std::size_t encodings = request.get_header_value_count("Transfer-Encoding");
  if (encodings > 0) {
    if (request.has_header("Content-Length")) {
      return malformed("Content-Length et Transfer-Encoding ne vont pas ensemble.");
    }
    if (request.version == "HTTP/1.0") return malformed("HTTP/1.0 n’a pas de Transfer-Encoding.");
    if (encodings > 1 || !equal_nocase(request.get_header_value("Transfer-Encoding"), "chunked")) {
      return Refusal{501, "transfer-encoding",
                     "Le seul Transfer-Encoding compris est « chunked »."};
    }
    body.chunked = true;
  }
  const std::string expect = request.get_header_value("Expect");
  if (!expect.empty()) {
    if (!equal_nocase(expect, "100-continue")) {
      return Refusal{417, "expectation", "Le seul Expect compris est « 100-continue »."};
    }
    body.expects_continue = request.version == "HTTP/1.1";
  }
  return std::nullopt;
}

bool wants_keep_alive(const httplib::Request& request) {
  bool close = false;
  bool keep = false;
  const auto [begin, end] = request.headers.equal_range("Connection");
  for (auto it = begin; it != end; ++it) {
    close = close || list_has(it->second, "close");
    keep = keep || list_has(it->second, "keep-alive");
  }
  return !close && (request.version == "HTTP/1.1" || keep);
}

}  // namespace

std::optional<Refusal> parse_head(std::string_view bytes, Head& head) {
  bool first = true;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find("\r\n");
    const std::string_view line = bytes.substr(0, end);
    bytes = end == std::string_view::npos ? std::string_view{} : bytes.substr(end + 2);
    auto refusal =
        first ? parse_request_line(line, head.request) : parse_header(line, head.request);
    if (refusal) return refusal;
    first = false;
  }
  const std::size_t hosts = head.request.get_header_value_count("Host");
  if (hosts > 1 || (hosts == 0 && head.request.version == "HTTP/1.1")) {
    return malformed("Il faut un en-tête Host, un seul.");
  }
  head.keep_alive = wants_keep_alive(head.request);
  return parse_body_form(head.request, head.body);
}

}  // namespace gazette::http
