// An article while it is read: takes each field as the source writes it, cleans and checks it, and
// in the end gives the article or says why there is none. Every format goes through here, so that
// all of them keep the same rules.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/reader.h"

namespace gazette::indexer {

/// Texts must be valid UTF-8. A field that cannot be used is left out with a warning; setting a
/// field to nothing is allowed and does nothing.
class Draft {
 public:
  Draft(const InputStream& input, std::size_t line, const ReadOptions& options);

  void id(std::string_view text);  ///< as given by the source; too long or unprintable: see finish
  void guid(
      std::string_view text);  ///< an id by a standard's rules, of any length: long ones are hashed
  void version(std::string_view text);  ///< a whole number
  void url(std::string_view text);
  void title(std::string_view text);
  void subtitle(std::string_view text);
  void body(std::string_view text);  ///< paragraphs parted by blank lines
  void published(std::string_view text);
  void modified(std::string_view text);
  void published_at(const NewsTime& time, std::string_view printed = {});  ///< as the page has it
  void modified_at(const NewsTime& time);
  void source(std::string_view text);
  void section(std::string_view text);
  void author(std::string_view text);  ///< one more
  void tag(std::string_view text);     ///< one more
  void language(std::string_view text);
  void dateline(std::string_view text, std::optional<Place> place);
  void printed_dateline(std::string_view text);  ///< its place read from it, where one stands there
  void place(Place place);                       ///< one more, after those before it
  /// One more, by name and coordinates; either may be missing.
  void place(std::string_view name, std::optional<double> lat, std::optional<double> lon);
  void image(std::string_view text);
  void rights(std::string_view text);

  /// What news standards call a publishing status: usable, withheld, canceled, embargoed, draft …,
  /// in English or French, with or without the prefix of its vocabulary; others change nothing.
  void status(std::string_view text);
  void embargo(std::string_view until);  ///< not before; an unreadable time keeps it back for good
  void keep_back(std::string reason);    ///< not indexed, and passed over with this reason
  void take_back();                      ///< the source withdraws it

  void warn(std::string field, std::string reason);
  void dropped(std::size_t line, std::string_view text, std::string reason);

  /// What stands so far.
  [[nodiscard]] const Article& article() const { return record_.article; }

  /// Hands the article to `sink`, or the reason why it cannot be one, or the withdrawal. False asks
  /// to stop.
  bool finish(RecordSink& sink) &&;

 private:
  bool hand_over_withdrawal(RecordSink& sink);
  [[nodiscard]] const std::string& reason_against() const;
  [[nodiscard]] bool under_embargo() const;
  void label(std::string& field, const char* name, std::string_view text);
  void label(std::vector<std::string>& list, const char* name, std::string_view text);
  void link(std::string& field, const char* name, std::string_view text);
  void time(std::optional<NewsTime>& field, const char* name, std::string_view text);

  Record record_;
  std::string input_name_;
  const ReadOptions& options_;
  std::string bad_id_;                       ///< why the id given cannot be one
  std::string kept_back_;                    ///< why it is not to be indexed; empty when it is
  std::string embargo_;                      ///< what is said of one
  std::optional<std::int64_t> embargo_end_;  ///< UTC seconds; none when only its status says so
  bool taken_back_ = false;
};

/// A place known only by name, looked up in the gazetteer: its most prominent sense, or one of its
/// own that answers can still show and filter by ("name:…"). None for a name without letters.
std::optional<Place> place_of_name(std::string_view name);

/// `text` as an id of bounded length: itself, or a hash that is the same in every run.
std::string bounded_id(std::string_view text);

/// An absolute http or https URL without spaces or control characters.
bool is_web_url(std::string_view text);

/// An id made from the URL, or from title, date and body where there is none: the same for the same
/// article in every run.
std::string derived_id(const Article& article);

}  // namespace gazette::indexer
