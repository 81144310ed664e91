// JSON records -> drafts.
#include "indexer/readers/json_reader.h"

#include <nlohmann/json.hpp>

#include "common/cli/language.h"
#include "indexer/readers/draft.h"
#include "indexer/readers/json_parse.h"
#include "indexer/readers/json_records.h"
#include "indexer/readers/native_json.h"
#include "indexer/readers/ninjs.h"
#include "indexer/readers/wordpress_json.h"

namespace gazette::indexer {
namespace {

using Json = nlohmann::json;

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

/// nlohmann's sentence without its prefix and without the bytes it quotes, which may be any.
std::string syntax_reason(const Json::parse_error& error) {
  return tr("JSON mal formé, octet ", "malformed JSON, byte ") + std::to_string(error.byte);
}

/// One record; false asks to stop.
bool take_record(std::string_view bytes, std::size_t line, const InputStream& input,
                 const ReadOptions& options, RecordSink& sink) {
  const auto reject = [&](std::string reason) {
    sink.reject({input.name(), line, "", std::move(reason)});
    return true;
  };
  std::optional<Json> parsed;
  try {
    parsed = parse_json(bytes);
  } catch (const Json::parse_error& error) {
    return reject(syntax_reason(error));
  } catch (const Json::out_of_range&) {  // a number beyond double
    return reject(tr("nombre hors limites", "number out of range"));
  }
  if (!parsed) return reject(tr("JSON imbriqué trop profondément", "JSON nested too deep"));
  const Json& object = *parsed;
  if (!object.is_object()) {
    return reject(tr("un article est un objet JSON, pas ", "an article is a JSON object, not ") +
                  std::string(object.type_name()));
  }
  Draft draft(input, line, options);
  if (is_wordpress_post(object)) {
    fill_from_wordpress(object, options, draft);
  } else if (is_ninjs(object)) {
    fill_from_ninjs(object, draft);
  } else {
    fill_from_native(object, draft);
  }
  return std::move(draft).finish(sink);
}

}  // namespace

void NdjsonReader::read(InputStream& input, const ReadOptions& options, RecordSink& sink) const {
  for (;;) {
    const std::size_t line = input.line();
    std::string_view text;
    switch (input.next_line(text, kMaxRecordBytes)) {
      case InputStream::Line::kEnd:
        return;
      case InputStream::Line::kTooLong:
        sink.reject({input.name(), line, "",
                     tr("ligne de plus de ", "line of more than ") +
                         std::to_string(kMaxRecordBytes >> 20) + tr(" Mio", " MiB")});
        break;
      case InputStream::Line::kLine:
        if (!is_blank(text) && !take_record(text, line, input, options, sink)) return;
    }
  }
}

void JsonReader::read(InputStream& input, const ReadOptions& options, RecordSink& sink) const {
  const Result<std::size_t> records =
      split_json(input, kMaxRecordBytes, [&](std::string_view bytes, std::size_t line) {
        return take_record(bytes, line, input, options, sink);
      });
  if (!records.ok()) sink.reject({input.name(), 1, "", records.error().message});
}

}  // namespace gazette::indexer
