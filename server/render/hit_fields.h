// The keys of a hit: their names, their order, and which ones are given when nothing is asked.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace gazette::server {

/// In the order of kHitFieldNames.
enum class HitField : std::uint8_t {
  kId,
  kUrl,
  kTitle,
  kSubtitle,
  kPublished,
  kModified,
  kSource,
  kSection,
  kAuthors,
  kTags,
  kLanguage,
  kDateline,
  kPlaces,
  kImage,
  kRights,
  kBody,
  kScore,
  kSimilarCount,
  kHighlights,
};

inline constexpr std::array<std::string_view, 19> kHitFieldNames{
    "id",      "url",     "title", "subtitle",      "published", "modified", "source",
    "section", "authors", "tags",  "language",      "dateline",  "places",   "image",
    "rights",  "body",    "score", "similar_count", "highlights"};

using HitFields = std::vector<HitField>;

/// What /v1/search and the NDJSON export give.
inline const HitFields kDefaultHitFields{
    HitField::kId,        HitField::kUrl,     HitField::kTitle,   HitField::kPublished,
    HitField::kSource,    HitField::kSection, HitField::kAuthors, HitField::kLanguage,
    HitField::kDateline,  HitField::kPlaces,  HitField::kScore,   HitField::kSimilarCount,
    HitField::kHighlights};

/// What /v1/articles/{id}/similar gives: no query, no marks.
inline const HitFields kDefaultSimilarFields{
    HitField::kId,       HitField::kUrl,     HitField::kTitle,   HitField::kPublished,
    HitField::kSource,   HitField::kSection, HitField::kAuthors, HitField::kLanguage,
    HitField::kDateline, HitField::kPlaces,  HitField::kScore,   HitField::kSimilarCount};

/// The columns of the CSV export.
inline const HitFields kDefaultCsvFields{
    HitField::kId,      HitField::kPublished, HitField::kTitle,    HitField::kSource,
    HitField::kSection, HitField::kAuthors,   HitField::kDateline, HitField::kPlaces,
    HitField::kTags,    HitField::kUrl};

}  // namespace gazette::server
