#include "burn/drive_burner.hpp"

#include <fcntl.h>

#include <utility>

#include "text/text_field.hpp"
#include "text/utf8.hpp"

namespace redbook {
namespace {

FileDescriptor copy_of(int fd) {
  FileDescriptor copy{::fcntl(fd, F_DUPFD_CLOEXEC, 0)};
  if (!copy)
    throw Error::of_errno(Fault::stash, "The staged audio can't be handed to the burner.",
                          "fcntl");
  return copy;
}

void shorten(Texts &texts) {
  for (auto *text : {&texts.title, &texts.performer, &texts.songwriter, &texts.composer,
                     &texts.arranger, &texts.message})
    *text = cut_to(*text, max_text_field_length);
  texts.translated.clear();
}

/// The texts are on the disc as packs; beside them they serve the report only, and must
/// not make the message too long.
Disc with_short_texts(Disc disc) {
  shorten(disc.texts);
  disc.genre = cut_to(disc.genre, max_text_field_length);
  for (auto &track : disc.tracks) shorten(track.texts);
  return disc;
}

}  // namespace

std::optional<DriveStatus> RemoteDrive::call(const Request &request,
                                             const std::stop_token &stop) const {
  Unobserved nobody;
  return call_drive(request, {}, Stopping::leaves, nobody, stop, patience_);
}

DriveStatus RemoteDrive::status(const std::stop_token &stop) const {
  auto status = call(request::Probe{device_}, stop);
  if (!status)
    throw Error{Fault::drive, Result::generic,
                "The program redbook-burner tells nothing of the drive.", device_};
  return *std::move(status);
}

void RemoteDrive::erase(Blanking kind, BurnObserver &observer,
                        const std::stop_token &stop) const {
  call_drive(request::Erase{device_, kind}, {}, Stopping::asks, observer, stop,
             patience_);
}

void RemoteDrive::eject(const std::stop_token &stop) const {
  call(request::Eject{device_}, stop);
}

void RemoteDrive::load(const std::stop_token &stop) const {
  call(request::Load{device_}, stop);
}

void RemoteDrive::burn(const Disc &disc, const Stash &stash,
                       const DriveSettings &settings, const ReportDraft &report,
                       BurnObserver &observer, const std::stop_token &stop) const {
  call_drive(request::Burn{device_, with_short_texts(disc), settings, stash.lead_bytes(),
                           report},
             copy_of(stash.fd()), Stopping::asks, observer, stop, patience_);
}

DriveBurner::DriveBurner(std::shared_ptr<Stash> stash, RemoteDrive drive,
                         DriveSettings settings, ReportDraft report, MediumWait wait)
    : stash_{std::move(stash)},
      drive_{std::move(drive)},
      settings_{settings},
      report_{std::move(report)},
      wait_{wait} {}

void DriveBurner::burn(const Disc &disc, BurnObserver &observer, std::stop_token stop) {
  if (wait_.limit.count() > 0)
    wait_for_medium({[&] { return drive_.status(stop); }, [&] { drive_.eject(stop); }},
                    disc, settings_, wait_, observer, stop);
  drive_.burn(disc, *stash_, settings_, report_, observer, stop);
}

}  // namespace redbook
