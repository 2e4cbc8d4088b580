#include "burn/staging_rescue.hpp"

#include <string>

#include "error.hpp"

namespace redbook {
namespace {

Error saying(const Error &error, const std::string &more) {
  return {error.fault(), error.result(), std::string{error.what()} + " " + more,
          error.detail()};
}

Error without_open_track(const Error &error, const DiscMaster &master) {
  if (!master.track_is_open()) return error;
  return saying(error, "Track " + std::to_string(master.total_audio_tracks()) +
                           " was not complete and is left out.");
}

/// Holds the closed tracks still, of which there are some.
void end_disc(DiscMaster &master) {
  if (master.track_is_open()) master.drop_open_track();
  master.begin_recording();
}

/// Ends the disc behind its closed tracks, and has `keep` keep them. What the user shall
/// hear; `failure` itself if there is nothing to keep, or if it is not the disk's.
template <typename Keep>
std::exception_ptr with_closed_tracks(const std::exception_ptr &failure,
                                      DiscMaster &master, Keep &&keep) {
  if (master.is_recording() || master.layout().tracks.empty()) return failure;
  try {
    std::rethrow_exception(failure);
  } catch (const Error &error) {
    if (error.fault() != Fault::stash) return failure;
    const auto told = without_open_track(error, master);
    end_disc(master);
    return keep(std::make_exception_ptr(told));
  } catch (...) {
    return failure;
  }
}

}  // namespace

std::exception_ptr keep_closed_tracks(const std::exception_ptr &failure,
                                      DiscMaster &master, Destination &destination) {
  try {
    return with_closed_tracks(failure, master, [&](const std::exception_ptr &told) {
      auto ended = destination.after_burn(told, master.layout(), *master.stash(), {});
      master.end_recording(ended.keeps_stash ? DiscMaster::StashDisposition::seal
                                             : DiscMaster::StashDisposition::keep);
      return std::move(ended.outcome);
    });
  } catch (const Error &second) {
    return std::make_exception_ptr(
        saying(second, "What was staged before could not be kept."));
  }
}

std::exception_ptr keep_tracks_in(const std::filesystem::path &folder,
                                  const std::exception_ptr &failure, DiscMaster &master,
                                  const Destination &destination) {
  if (master.total_audio_tracks() == 0) return failure;
  auto told = failure;
  auto last_track = LastTrack::unfinished;
  try {
    told = with_closed_tracks(failure, master, [&](const std::exception_ptr &ended) {
      master.end_recording(DiscMaster::StashDisposition::keep);
      return ended;
    });
    if (!master.track_is_open()) last_track = LastTrack::complete;
  } catch (const Error &) {
    // The disk refuses even that: what the folder has is told all the same.
  }
  return destination.outcome_with_audio_in(folder, told, {}, last_track);
}

}  // namespace redbook
