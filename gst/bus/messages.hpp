/// What an element tells on the bus. If several discs are made of one staging, each
/// message of a burn says which it is of.
/// Since: 0.1, each of them if nothing else is said.
#pragma once

#include <gst/gst.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "disc/disc.hpp"
#include "drive/burn_event.hpp"
#include "error.hpp"
#include "report/report.hpp"

namespace redbook {

/// Messages made under a lock, posted when the outbox goes. Declare it before the lock.
class Outbox {
 public:
  explicit Outbox(GstElement *element) : element_{element} {}
  ~Outbox() {
    for (auto *message : messages_) gst_element_post_message(element_, message);
  }
  Outbox(const Outbox &) = delete;
  Outbox &operator=(const Outbox &) = delete;

  void add(GstMessage *message) { messages_.push_back(message); }
  /// A WARNING with a sentence for the user.
  void warn(const std::string &sentence, const std::string &detail = {});
  GstElement *element() const { return element_; }

 private:
  GstElement *element_;
  std::vector<GstMessage *> messages_;
};

/// What one burn is of, and where it goes.
struct BurnSubject {
  Report report{};                ///< as far as it is known
  std::string report_location{};  ///< see report_files(); empty: no report is wanted
  bool one_of_several = false;    ///< with other drives, copies or discs
  int write_speed = 0;            ///< blocks a second; 0: not told

  const Disc &disc() const { return report.disc; }
  const std::string &destination() const { return report.destination.name; }
  const WhichDisc &which() const { return report.destination.which; }
  bool simulate() const { return report.destination.simulate; }
  guint tracks() const { return static_cast<guint>(disc().tracks.size()); }
  guint blocks() const { return static_cast<guint>(disc().length().count()); }
};

/// "/dev/sr1, copy 2 of 3": for people.
std::string where_of(const BurnSubject &subject);
/// "/dev/sr1, copy 2 of 3: "; empty if the subject is the only one.
std::string prefix_of(const BurnSubject &subject);

struct BlockProgress {
  Blocks written;
  double elapsed_seconds = 0;
  int buffer_fill_percent = -1;  ///< -1: an image has no buffer
};

GstMessage *track_staged_message(GstElement *element, int number, const Track &track,
                                 std::int64_t padded_samples);
GstMessage *add_progress_message(GstElement *element, int track, Blocks completed,
                                 Blocks total);
GstMessage *preparing_burn_message(GstElement *element, const BurnSubject &subject,
                                   guint estimated_seconds);
GstMessage *track_progress_message(GstElement *element, const BurnSubject &subject,
                                   int written);
GstMessage *block_progress_message(GstElement *element, const BurnSubject &subject,
                                   const BlockProgress &progress);
GstMessage *closing_disc_message(GstElement *element, const BurnSubject &subject,
                                 guint estimated_seconds);
/// `completed` blocks of the audio have been compared.
GstMessage *verify_progress_message(GstElement *element, const BurnSubject &subject,
                                    Blocks completed, Blocks total);
/// `report`: the report's JSON, or empty.
GstMessage *burn_complete_message(GstElement *element, const BurnSubject &subject,
                                  Result result, int tracks_written,
                                  const std::string &report);

/// Before the burn of `subject`.
GstMessage *erase_progress_message(GstElement *element, const BurnSubject &subject,
                                   const event::Erasing &erasing);
/// By itself.
GstMessage *erase_progress_message(GstElement *element, const event::Erasing &erasing);
GstMessage *erase_complete_message(GstElement *element, Result result);

/// Somebody has to put a disc into a drive.
GstMessage *insert_disc_message(GstElement *element, const BurnSubject &subject,
                                const event::MediumRequested &requested);

/// Of one burn.
GstMessage *progress_message(GstElement *element, const BurnSubject &subject,
                             GstProgressType type, const char *code,
                             const std::string &text, gint percent);
GstMessage *progress_message(GstElement *element, GstProgressType type, const char *code,
                             const std::string &text, gint percent);

GstMessage *warning_message(GstElement *element, const std::string &sentence,
                            const std::string &detail);

/// An ERROR whose details tell `code`, `name` and `stage`, and of a drive `command`,
/// `sense` and `lba`; `stash` if the audio was kept. `stage`: what was being done,
/// such as "staging" or "burning".
GstMessage *error_message(GstElement *element, const Error &error, const char *stage);

}  // namespace redbook
