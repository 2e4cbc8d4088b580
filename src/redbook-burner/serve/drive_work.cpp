#include "redbook-burner/serve/drive_work.hpp"

#include <sys/stat.h>

#include <stdexcept>
#include <utility>

#include "overloaded.hpp"
#include "redbook-burner/serve/burn_report.hpp"
#include "redbook-burner/serve/burnable_disc.hpp"

namespace redbook {
namespace {

void check_length(const Stash &stash, const Disc &disc) {
  struct stat status {};
  const auto needed = stash.lead_bytes() + disc.length().bytes();
  if (::fstat(stash.fd(), &status) != 0)
    throw Error::of_errno(Fault::stash, "The staged audio can't be read.", "fstat");
  if (status.st_size < needed)
    throw Error{Fault::stash, Result::invalid_image,
                "The staged audio ends before the disc does.",
                std::to_string(status.st_size) + " bytes of " + std::to_string(needed)};
}

}  // namespace

DriveWork::DriveWork(Request request, FileDescriptor stash, const DriveOpener &open_drive,
                     EventQueue &events)
    : open_drive_{open_drive},
      events_{events},
      thread_{[this, request = std::move(request),
               stash = std::move(stash)](const std::stop_token &stop) mutable {
        run(request, std::move(stash), stop);
      }} {}

void DriveWork::abandon() noexcept {
  auto stage = Stage::before;
  if (stage_.compare_exchange_strong(stage, Stage::abandoned)) cancel();
}

void DriveWork::begin_burning() {
  auto stage = Stage::before;
  if (!stage_.compare_exchange_strong(stage, Stage::burning)) throw Cancelled{};
}

void DriveWork::run(const Request &request, FileDescriptor stash,
                    const std::stop_token &stop) {
  auto outcome = outcome_of(request, std::move(stash), stop);
  ended_ = true;
  events_.post(std::move(outcome));
}

Event DriveWork::outcome_of(const Request &request, FileDescriptor stash,
                            const std::stop_token &stop) {
  try {
    perform(request, std::move(stash), stop);
    return event::Done{};
  } catch (const Cancelled &) {
    return event::Cancelled{};
  } catch (const Error &error) {
    return event::Failed{error};
  } catch (const std::exception &error) {
    return event::Failed{{Fault::drive, Result::generic,
                          "The program redbook-burner failed.", error.what()}};
  }
}

void DriveWork::perform(const Request &request, FileDescriptor stash,
                        const std::stop_token &stop) {
  std::visit(
      Overloaded{[&](const request::Probe &probe) {
                   events_.post(event::Status{open_drive_(probe.device)->status()});
                 },
                 [&](const request::Erase &erase) {
                   PostingObserver observer{events_};
                   open_drive_(erase.device)->erase(erase.kind, observer, stop);
                 },
                 [&](const request::Eject &eject) { open_drive_(eject.device)->eject(); },
                 [&](const request::Load &load) { open_drive_(load.device)->load(); },
                 [&](const request::Burn &asked) { burn(asked, std::move(stash), stop); },
                 [](const auto &) { throw std::logic_error{"no request to a drive"}; }},
      request);
}

void DriveWork::burn(request::Burn burn, FileDescriptor file,
                     const std::stop_token &stop) {
  if (!file)
    throw Error{Fault::stash, Result::generic, "The burn came without its audio."};
  const Stash stash{std::move(file), burn.lead_bytes};
  const auto changes = make_burnable(burn.disc);
  check_length(stash, burn.disc);
  BurnReport report{burn, stash, events_};
  for (const auto &change : changes) report.on(event::Found{change});
  const auto drive = open_drive_(burn.device);
  throw_if_stopped(stop);
  begin_burning();
  report.write_how_it_ends(
      [&] { drive->burn(burn.disc, stash, burn.settings, report, stop); });
}

}  // namespace redbook
