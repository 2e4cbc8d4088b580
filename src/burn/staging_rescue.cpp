#include "burn/staging_rescue.hpp"

#include <string>

#include "error.hpp"

namespace redbook {
namespace {

Error without_track(const Error &error, int number) {
  return {error.fault(), error.result(),
          std::string{error.what()} + " Track " + std::to_string(number) +
              " was not complete and is left out.",
          error.detail()};
}

/// Holds the closed tracks still; whether there are any.
bool end_disc(DiscMaster &master) {
  if (master.track_is_open() && master.drop_open_track() != Result::ok) return false;
  return master.begin_recording() == Result::ok;
}

std::exception_ptr kept(const Error &error, DiscMaster &master,
                        Destination &destination) {
  const int open = master.track_is_open() ? master.total_audio_tracks() : 0;
  if (!end_disc(master)) return std::make_exception_ptr(error);
  const auto told = open > 0 ? without_track(error, open) : error;
  auto ended = destination.after_burn(std::make_exception_ptr(told), master.layout(),
                                      *master.stash(), {});
  master.end_recording(ended.keeps_stash ? DiscMaster::StashDisposition::seal
                                         : DiscMaster::StashDisposition::keep);
  return std::move(ended.outcome);
}

}  // namespace

std::exception_ptr keep_closed_tracks(const std::exception_ptr &failure,
                                      DiscMaster &master, Destination &destination) {
  try {
    std::rethrow_exception(failure);
  } catch (const Error &error) {
    if (error.fault() != Fault::stash) return failure;
    try {
      return kept(error, master, destination);
    } catch (const Error &) {
      return failure;  // not even the end of the disc could be written
    }
  } catch (...) {
    return failure;
  }
}

}  // namespace redbook
