// A program of ours that burns with libburn, to be built with each sanitizer: what the
// preload has to live with in redbook-burner. Exits with 0 if the disc is right.

#include <libburn/libburn.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdio>
#include <memory>

#include "temp_dir.hpp"
#include "test_drive/drive.hpp"
#include "test_drive/music.hpp"
#include "test_drive/stock.hpp"

using namespace redbook::drive;
using namespace burn;  // libburn.h opens it for C++

namespace {

template <auto release>
struct Release {
  template <typename T>
  void operator()(T *owned) const {
    release(owned);
  }
};

template <typename T, auto release>
using Owned = std::unique_ptr<T, Release<release>>;

constexpr int blocks = 400;

/// A file in memory with the audio, read from its beginning.
int audio_file(const Bytes &audio) {
  const int fd = ::memfd_create("sound", MFD_CLOEXEC);
  if (::write(fd, audio.data(), audio.size()) != static_cast<ssize_t>(audio.size()))
    return -1;
  ::lseek(fd, 0, SEEK_SET);
  return fd;
}

bool write_disc(burn_drive *drive, burn_disc *disc) {
  const Owned<burn_write_opts, burn_write_opts_free> options{burn_write_opts_new(drive)};
  burn_write_opts_set_write_type(options.get(), BURN_WRITE_SAO, BURN_BLOCK_SAO);
  burn_write_opts_set_underrun_proof(options.get(), 1);
  burn_disc_write(options.get(), disc);
  burn_progress progress{};
  while (burn_drive_get_status(drive, &progress) != BURN_DRIVE_IDLE) ::usleep(10000);
  return burn_drive_wrote_well(drive);
}

bool burn_audio(burn_drive *drive, const Bytes &audio) {
  const Owned<burn_disc, burn_disc_free> disc{burn_disc_create()};
  const Owned<burn_session, burn_session_free> session{burn_session_create()};
  const Owned<burn_track, burn_track_free> track{burn_track_create()};
  const Owned<burn_source, burn_source_free> source{
      burn_fd_source_new(audio_file(audio), -1, static_cast<off_t>(audio.size()))};
  burn_track_define_data(track.get(), 0, 0, 1, BURN_AUDIO);
  burn_track_set_source(track.get(), source.get());
  burn_session_add_track(session.get(), track.get(), BURN_POS_END);
  burn_disc_add_session(disc.get(), session.get(), BURN_POS_END);
  return write_disc(drive, disc.get());
}

bool burn_on(const char *path, const Bytes &audio) {
  burn_drive_info *drives = nullptr;
  std::string address{path};
  if (burn_drive_scan_and_grab(&drives, address.data(), 1) != 1) return false;
  const bool well = burn_audio(drives[0].drive, audio);
  burn_drive_release(drives[0].drive, 0);
  burn_drive_info_free(drives);
  return well;
}

}  // namespace

int main() {
  const redbook::test::TempDir dir;
  Drive::create(dir / "sr0");
  make_medium(dir / "sr0/medium", "cd-r-80");
  ::setenv("TEST_DRIVE_FOLDER", dir.path().c_str(), 1);
  const auto audio = music(1, blocks * 588);
  burn_initialize();

  const bool well = burn_on("/dev/sr0", audio);

  burn_finish();
  Medium medium{dir / "sr0/medium"};
  if (well && medium.program().read(Lba{0}, blocks) == audio) return 0;
  std::puts("the disc is not what was burned");
  return 1;
}
