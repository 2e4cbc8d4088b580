#include "bus/messages.hpp"

#include <algorithm>

#include "bus/enums.hpp"
#include "bus/structures.hpp"
#include "util/owned.hpp"

namespace redbook {
namespace {

GstMessage *element_message(GstElement *element, GstStructure *structure) {
  return gst_message_new_element(GST_OBJECT(element), structure);
}

// The fields that tell one burn from another.
void add_which(GstStructure *structure, const BurnSubject &subject) {
  const auto &which = subject.which();
  gst_structure_set(structure, "device", G_TYPE_STRING, subject.destination().c_str(),
                    "copy", G_TYPE_UINT, static_cast<guint>(which.copy), nullptr);
  if (which.discs > 1)
    gst_structure_set(structure, "disc", G_TYPE_UINT, static_cast<guint>(which.disc),
                      "total-discs", G_TYPE_UINT, static_cast<guint>(which.discs),
                      nullptr);
}

GstMessage *element_message(GstElement *element, const BurnSubject &subject,
                            GstStructure *structure) {
  if (subject.one_of_several) add_which(structure, subject);
  return element_message(element, structure);
}

guint count(Blocks blocks) { return static_cast<guint>(blocks.count()); }

struct Where {
  guint track = 0;
  Blocks completed;
  Blocks length;
};

// The track that the last written block belongs to.
Where where_in(const Disc &disc, Blocks written) {
  const auto place = Lba{0} + written;
  guint number = 1;
  for (const auto &track : disc.tracks) {
    if (place <= track.end() || number == disc.tracks.size())
      return {number, std::max(Blocks{0}, place - track.start), track.length};
    ++number;
  }
  return {};
}

GstStructure *erase_progress(const event::Erasing &erasing) {
  return gst_structure_new("redbook-erase-progress", "elapsed", G_TYPE_UINT,
                           static_cast<guint>(erasing.elapsed.count()), "estimated-total",
                           G_TYPE_UINT,
                           static_cast<guint>(erasing.estimated_total.count()), nullptr);
}

double remaining_seconds(const BurnSubject &subject, const BlockProgress &progress) {
  const auto written = progress.written.count();
  if (written == 0) return -1;
  const auto left = static_cast<double>(subject.blocks()) - static_cast<double>(written);
  return progress.elapsed_seconds * left / static_cast<double>(written);
}

struct DomainAndCode {
  GQuark domain;
  gint code;
};

GstResourceError code_of_drive(Result result) {
  switch (result) {
    case Result::device_not_present:
    case Result::medium_not_present: return GST_RESOURCE_ERROR_NOT_FOUND;
    case Result::device_still_in_use: return GST_RESOURCE_ERROR_BUSY;
    case Result::device_not_accessible: return GST_RESOURCE_ERROR_OPEN_WRITE;
    case Result::medium_not_blank:
    case Result::medium_invalid_type:
    case Result::medium_not_erasable:
    case Result::device_invalid_type: return GST_RESOURCE_ERROR_SETTINGS;
    case Result::initialize_end_write: return GST_RESOURCE_ERROR_CLOSE;
    default: return GST_RESOURCE_ERROR_WRITE;
  }
}

DomainAndCode gstreamer_code(const Error &error) {
  if (error.result() == Result::disc_full ||
      error.result() == Result::not_enough_disk_for_stash)
    return {GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_NO_SPACE_LEFT};
  switch (error.fault()) {
    case Fault::settings: return {GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_SETTINGS};
    case Fault::stash:
    case Fault::image: return {GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_WRITE};
    case Fault::layout: return {GST_STREAM_ERROR, GST_STREAM_ERROR_FORMAT};
    case Fault::drive:
    case Fault::medium: return {GST_RESOURCE_ERROR, code_of_drive(error.result())};
  }
  return {GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_FAILED};
}

// A drive knows better than the caller what was going on.
GstStructure *details_of(const Error &error, const char *stage) {
  const auto &trace = error.trace();
  const auto *where = trace.stage.empty() ? stage : trace.stage.c_str();
  auto *details = gst_structure_new(
      "redbook-error", "code", G_TYPE_UINT, code_of(error.result()), "name",
      G_TYPE_STRING, name_of(error.result()), "stage", G_TYPE_STRING, where, nullptr);
  if (!trace.command.empty())
    gst_structure_set(details, "command", G_TYPE_STRING, trace.command.c_str(), nullptr);
  if (!trace.sense.empty())
    gst_structure_set(details, "sense", G_TYPE_STRING, trace.sense.c_str(), nullptr);
  if (trace.lba) gst_structure_set(details, "lba", G_TYPE_INT64, *trace.lba, nullptr);
  if (!error.stash().empty())
    gst_structure_set(details, "stash", G_TYPE_STRING, error.stash().c_str(), nullptr);
  return details;
}

}  // namespace

std::string where_of(const BurnSubject &subject) {
  const auto which = to_string(subject.which());
  return subject.destination() + (which.empty() ? "" : ", ") + which;
}

std::string prefix_of(const BurnSubject &subject) {
  return subject.one_of_several ? where_of(subject) + ": " : "";
}

void Outbox::warn(const std::string &sentence, const std::string &detail) {
  add(warning_message(element_, sentence, detail));
}

GstMessage *track_staged_message(GstElement *element, int number, const Track &track,
                                 std::int64_t padded_samples) {
  return element_message(
      element,
      gst_structure_new("redbook-track-staged", "track", G_TYPE_UINT,
                        static_cast<guint>(number), "blocks", G_TYPE_UINT,
                        count(track.length - track.pregap), "padded-samples", G_TYPE_UINT,
                        static_cast<guint>(padded_samples), "start-block", G_TYPE_UINT,
                        count(track.index_1() - Lba{0}), "title", G_TYPE_STRING,
                        track.texts.title.c_str(), nullptr));
}

GstMessage *add_progress_message(GstElement *element, int track, Blocks completed,
                                 Blocks total) {
  return element_message(element,
                         gst_structure_new("redbook-add-progress", "track", G_TYPE_UINT,
                                           static_cast<guint>(track), "completed-steps",
                                           G_TYPE_UINT, count(completed), "total-steps",
                                           G_TYPE_UINT, count(total), nullptr));
}

GstMessage *preparing_burn_message(GstElement *element, const BurnSubject &subject,
                                   guint estimated_seconds) {
  return element_message(
      element, subject,
      gst_structure_new("redbook-preparing-burn", "estimated-time", G_TYPE_UINT,
                        estimated_seconds, "total-tracks", G_TYPE_UINT, subject.tracks(),
                        "total-blocks", G_TYPE_UINT, subject.blocks(), "write-mode",
                        G_TYPE_STRING, subject.report.destination.write_mode.c_str(),
                        "write-speed", G_TYPE_UINT,
                        static_cast<guint>(subject.write_speed), "simulate",
                        G_TYPE_BOOLEAN, subject.simulate(), nullptr));
}

GstMessage *track_progress_message(GstElement *element, const BurnSubject &subject,
                                   int written) {
  return element_message(
      element, subject,
      gst_structure_new("redbook-track-progress", "current-track", G_TYPE_UINT,
                        static_cast<guint>(written), "total-tracks", G_TYPE_UINT,
                        subject.tracks(), "simulate", G_TYPE_BOOLEAN, subject.simulate(),
                        nullptr));
}

GstMessage *block_progress_message(GstElement *element, const BurnSubject &subject,
                                   const BlockProgress &progress) {
  const auto where = where_in(subject.disc(), progress.written);
  return element_message(
      element, subject,
      gst_structure_new("redbook-block-progress", "completed-blocks", G_TYPE_UINT,
                        count(progress.written), "total-blocks", G_TYPE_UINT,
                        subject.blocks(), "track", G_TYPE_UINT, where.track,
                        "track-completed-blocks", G_TYPE_UINT, count(where.completed),
                        "track-blocks", G_TYPE_UINT, count(where.length), "elapsed",
                        G_TYPE_DOUBLE, progress.elapsed_seconds, "remaining",
                        G_TYPE_DOUBLE, remaining_seconds(subject, progress),
                        "buffer-fill", G_TYPE_INT, progress.buffer_fill_percent,
                        "simulate", G_TYPE_BOOLEAN, subject.simulate(), nullptr));
}

GstMessage *closing_disc_message(GstElement *element, const BurnSubject &subject,
                                 guint estimated_seconds) {
  return element_message(element, subject,
                         gst_structure_new("redbook-closing-disc", "estimated-time",
                                           G_TYPE_UINT, estimated_seconds, "simulate",
                                           G_TYPE_BOOLEAN, subject.simulate(), nullptr));
}

GstMessage *verify_progress_message(GstElement *element, const BurnSubject &subject,
                                    Blocks completed, Blocks total) {
  return element_message(element, subject,
                         gst_structure_new("redbook-verify-progress", "completed-blocks",
                                           G_TYPE_UINT, count(completed), "total-blocks",
                                           G_TYPE_UINT, count(total), nullptr));
}

GstMessage *burn_complete_message(GstElement *element, const BurnSubject &subject,
                                  Result result, int tracks_written,
                                  const std::string &report) {
  auto *structure = gst_structure_new(
      "redbook-burn-complete", "result", GST_TYPE_REDBOOK_RESULT,
      static_cast<gint>(result), "code", G_TYPE_UINT, code_of(result), "tracks-written",
      G_TYPE_UINT, static_cast<guint>(tracks_written), "simulate", G_TYPE_BOOLEAN,
      subject.simulate(), "report", G_TYPE_STRING, report.c_str(), nullptr);
  set(structure, "identities", identities_of(subject.disc()));
  if (const auto &sums = subject.report.sums)
    set(structure, "checksums", structure_of(*sums));
  if (const auto &loudness = subject.report.loudness)
    set(structure, "loudness", structure_of(*loudness));
  return element_message(element, subject, structure);
}

GstMessage *erase_progress_message(GstElement *element, const event::Erasing &erasing) {
  return element_message(element, erase_progress(erasing));
}

GstMessage *erase_progress_message(GstElement *element, const BurnSubject &subject,
                                   const event::Erasing &erasing) {
  return element_message(element, subject, erase_progress(erasing));
}

GstMessage *insert_disc_message(GstElement *element, const BurnSubject &subject,
                                const event::MediumRequested &requested) {
  auto *structure = gst_structure_new("redbook-insert-disc", "reason", G_TYPE_STRING,
                                      name_of(requested.medium), "text", G_TYPE_STRING,
                                      requested.complaint.c_str(), nullptr);
  add_which(structure, subject);
  return element_message(element, structure);
}

GstMessage *erase_complete_message(GstElement *element, Result result) {
  return element_message(
      element, gst_structure_new("redbook-erase-complete", "result",
                                 GST_TYPE_REDBOOK_RESULT, static_cast<gint>(result),
                                 "code", G_TYPE_UINT, code_of(result), nullptr));
}

GstMessage *progress_message(GstElement *element, GstProgressType type, const char *code,
                             const std::string &text, gint percent) {
  auto *message = gst_message_new_progress(GST_OBJECT(element), type, code, text.c_str());
  gst_structure_set(gst_message_writable_structure(message), "percent", G_TYPE_INT,
                    percent, nullptr);
  return message;
}

GstMessage *progress_message(GstElement *element, const BurnSubject &subject,
                             GstProgressType type, const char *code,
                             const std::string &text, gint percent) {
  auto *message =
      progress_message(element, type, code, prefix_of(subject) + text, percent);
  if (subject.one_of_several) add_which(gst_message_writable_structure(message), subject);
  return message;
}

GstMessage *warning_message(GstElement *element, const std::string &sentence,
                            const std::string &detail) {
  GError *error =
      g_error_new_literal(GST_STREAM_ERROR, GST_STREAM_ERROR_FAILED, sentence.c_str());
  auto *message = gst_message_new_warning(GST_OBJECT(element), error, detail.c_str());
  g_error_free(error);
  return message;
}

GstMessage *error_message(GstElement *element, const Error &error, const char *stage) {
  const auto where = gstreamer_code(error);
  GError *gerror = g_error_new_literal(where.domain, where.code, error.what());
  auto *message = gst_message_new_error_with_details(
      GST_OBJECT(element), gerror, error.detail().c_str(), details_of(error, stage));
  g_error_free(gerror);
  return message;
}

}  // namespace redbook
