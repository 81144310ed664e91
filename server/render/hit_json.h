// A hit as JSON.
#pragma once

#include "server/render/hit_fields.h"
#include "server/render/json_writer.h"
#include "server/search/answer.h"

namespace gazette::server {

/// Which keys, and how marks are shown.
struct HitForm {
  HitFields fields = kDefaultHitFields;
  HighlightForm highlight = HighlightForm::kHtml;
  bool explain = false;  ///< adds `matched`
};

/// One object; every key of `form.fields` stands in it, null or [] when the article has nothing.
void write_hit(const Hit& hit, const HitForm& form, JsonWriter& json);

/// A passage: HTML whose only tag is <mark>, or {"text", "ranges"} in code points.
void write_marked(const MarkedText& text, HighlightForm form, JsonWriter& json);

/// The marks of a passage: [[start, end), …] in code points.
void write_ranges(const MarkedText& text, JsonWriter& json);

void write_place(const Place& place, JsonWriter& json);

/// HTML-escaped text whose only tag is <mark>.
std::string marked_html(const MarkedText& text);

}  // namespace gazette::server
