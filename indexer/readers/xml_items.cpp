// Split, parsed, or rejected.
#include "indexer/readers/xml_items.h"

#include "indexer/readers/xml_tree.h"

namespace gazette::indexer {

std::optional<std::size_t> read_xml_items(InputStream& input,
                                          std::initializer_list<std::string_view> names,
                                          RecordSink& sink, const XmlItemTaker& take) {
  const auto reject = [&](std::size_t line, std::string reason) {
    sink.reject({input.name(), line, "", std::move(reason)});
  };
  const auto parse = [&](const XmlRecord& record) {
    pugi::xml_document document;
    const Result<bool> parsed = xml::parse(record.bytes, document);
    if (parsed.ok()) return take(record, document.document_element());
    reject(record.line, parsed.error().message);
    return true;
  };
  const Result<std::size_t> read = split_xml(input, names, kMaxRecordBytes, {parse, reject});
  if (read.ok()) return *read;
  reject(0, read.error().message);
  return std::nullopt;
}

}  // namespace gazette::indexer
