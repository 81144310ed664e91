// The value of a field: an author, a section, a place … or days.
#include <string>
#include <string_view>

#include "server/query/bind_text.h"
#include "server/query/dates.h"
#include "server/query/quotes.h"

namespace gazette::server {
namespace {

constexpr std::size_t kLongestQuote = 40;  // bytes of the query repeated in a message

ValueField value_field(FieldName name) {
  switch (name) {
    case FieldName::kSection:
      return ValueField::kSection;
    case FieldName::kPlace:
      return ValueField::kPlace;
    case FieldName::kSource:
      return ValueField::kSource;
    case FieldName::kTag:
      return ValueField::kTag;
    default:
      return ValueField::kAuthor;
  }
}

Clause date(const Ast& ast, const BindContext& context) {
  Clause clause;
  const auto value = parse_date_value(ast.text, context.today);
  if (!value) {
    context.diagnostics.mended("unknown-date", ast.begin,
                               "« " + plain_line(ast.text.substr(0, kLongestQuote)) +
                                   " » n'est pas une date (2023, 2023-09, 2023-09-22, 22/09/2023, "
                                   "2023-01..2023-03) : elle est ignorée.");
    return clause;
  }
  if (value->swapped) {
    context.diagnostics.mended("reversed-dates", ast.begin,
                               "Les deux dates sont dans l'ordre inverse : elles sont échangées.");
  }
  clause.kind = Clause::Kind::kDate;
  clause.from = value->range.from;
  clause.to = value->range.to;
  return clause;
}

}  // namespace

Clause bind_filter(const Ast& ast, FieldName field, const BindContext& context) {
  if (field == FieldName::kDate) return date(ast, context);
  Clause clause;
  const std::string name = "« " + std::string(french_name(field)) + " »";
  const auto words = words_of(ast.text, 0, context.analyzer);
  if (words.empty()) {
    context.diagnostics.mended("empty-field", ast.begin,
                               "La valeur du champ " + name + " n'a pas de mot : il est ignoré.");
    return clause;
  }
  if (ast.prefix || ast.fuzzy) {
    context.diagnostics.mended(
        "sign-in-field", ast.begin,
        "L'astérisque et le tilde ne s'appliquent pas au champ " + name + " : ils sont ignorés.");
  }
  clause.kind = Clause::Kind::kValue;
  clause.field = value_field(field);
  clause.quoted = ast.kind == Ast::Kind::kPhrase || ast.exact;
  clause.text =
      clause.quoted ? plain_line(ast.text) : trimmed_text(ast.text, 0, words, context.analyzer);
  return clause;
}

}  // namespace gazette::server
