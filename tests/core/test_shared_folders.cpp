// Folders that others write into, and what they may have put there.
#include <sys/stat.h>

#include <optional>

#include "burn/image_destination.hpp"
#include "discs.hpp"
#include "noting_observer.hpp"
#include "report/format/report_files.hpp"
#include "stash/cache_folder.hpp"
#include "stash/staging_folder.hpp"
#include "stash/stash_folder.hpp"

using namespace redbook;
using namespace redbook::test;

namespace fs = std::filesystem;

namespace {

/// A folder as /tmp is, and a file elsewhere that is nobody's business here.
struct Shared {
  TempDir parent;
  fs::path folder = parent / "shared";
  fs::path secret = parent / "secret";

  Shared() {
    fs::create_directory(folder);
    ::chmod(folder.c_str(), 01777);
    write_file(secret, "secret");
    ::chmod(secret.c_str(), 0640);
  }
  void plant(const std::string &name) const { fs::create_symlink(secret, folder / name); }
  bool secret_is_untouched() const {
    return contents(secret) == "secret" && mode_of(secret) == 0640;
  }
  bool is_plain(const std::string &name) const {
    return fs::symlink_status(folder / name).type() == fs::file_type::regular;
  }
};

Disc disc_called(const std::string &title) {
  auto disc = disc_of_ddp_golden_3();
  disc.texts.title = title;
  for (auto &track : disc.tracks) track.texts.title = track.texts.performer = title;
  return disc;
}

void make_image(const fs::path &location, const Disc &disc) {
  const ImageDestination destination{location, {}, ImageDestination::Laser::on};
  const auto stash = destination.new_stash();
  stash->write(0, counting_audio(disc.length()));
  NotingObserver observer;
  destination.burner(stash, destination.name(1), {})->burn(disc, observer, {});
}

Report report_of(const Disc &disc) {
  Report report{};
  report.disc = disc;
  return report;
}

/// The only name in `folder` that begins like this.
std::optional<fs::path> only_entry(const fs::path &folder, const std::string &beginning) {
  std::optional<fs::path> found;
  for (const auto &entry : fs::directory_iterator{folder})
    if (entry.path().filename().string().starts_with(beginning)) {
      if (found) return {};
      found = entry.path();
    }
  return found;
}

}  // namespace

REDBOOK_TEST(test_links_in_the_place_of_an_image_are_refused_and_not_followed) {
  for (const auto *ending : {".cue", ".toc"})
    for (const auto &name : {std::string{"album"} + ending, std::string{"album.bin"}}) {
      Shared shared;
      shared.plant(name);

      const auto error = error_of([&] {
        make_image(shared.folder / (std::string{"album"} + ending),
                   disc_of_ddp_golden_3());
      });

      ck_assert(error.fault() == Fault::settings);
      ck_assert(shared.secret_is_untouched());
      ck_assert(!shared.is_plain(name));
    }
}

REDBOOK_TEST(test_links_in_the_place_of_a_report_are_replaced_and_not_followed) {
  Shared shared;
  shared.plant("album.json");
  shared.plant("album.txt");

  write_report(report_of(disc_of_ddp_golden_3()),
               report_files(shared.folder / "album.json"));

  ck_assert(shared.secret_is_untouched());
  ck_assert(shared.is_plain("album.json") && shared.is_plain("album.txt"));
}

REDBOOK_TEST(test_link_in_the_place_of_a_stash_is_refused) {
  Shared shared;
  fs::create_directory(shared.parent / "elsewhere");
  fs::create_directory_symlink(shared.parent / "elsewhere", shared.folder / "stash");

  const auto error = error_of([&] { StagingFolder{shared.folder / "stash"}; });

  ck_assert(error.fault() == Fault::stash);
  ck_assert(fs::is_empty(shared.parent / "elsewhere"));
}

REDBOOK_TEST(test_links_in_the_place_of_a_stashs_files_are_not_followed) {
  for (const auto *name : {"lock", "journal", "journal.new", "sound.pcm"}) {
    Shared shared;
    fs::create_directory(shared.folder / "stash");
    shared.plant(std::string{"stash/"} + name);

    try {
      const StagingFolder folder{shared.folder / "stash"};
      folder.has_tracks();
    } catch (const Error &) {
    }

    ck_assert_msg(shared.secret_is_untouched(), "%s", name);
  }
}

REDBOOK_TEST(test_stash_in_a_folder_that_others_write_into_is_refused) {
  Shared shared;

  const auto error = error_of([&] { StagingFolder{shared.folder}; });

  assert_text(error.what(),
              "Others may write into the folder of the stash: choose one that is yours "
              "alone.");
}

REDBOOK_TEST(test_cache_folder_that_is_not_the_users_alone_is_not_used) {
  using Spoil = void (*)(const fs::path &);
  constexpr Spoil ways[] = {
      [](const fs::path &folder) { ck_assert_int_eq(::chmod(folder.c_str(), 0777), 0); },
      [](const fs::path &folder) { ck_assert_int_eq(::chmod(folder.c_str(), 0770), 0); },
      [](const fs::path &folder) {
        fs::rename(folder, folder.string() + ".moved");
        fs::create_directory_symlink(folder.string() + ".moved", folder);
      }};
  for (const auto spoil : ways) {
    const auto folder = cache_folder();
    spoil(folder);

    const auto error = error_of([] { cache_folder(); });

    assert_text(error.what(),
                "The folder for the audio in the cache is not yours alone: remove it, "
                "or set XDG_CACHE_HOME to another one.");
    ck_assert(error.detail().starts_with(folder.string()));
    fs::remove_all(folder);
    fs::remove_all(folder.string() + ".moved");
  }
}

REDBOOK_TEST(test_stash_beside_others_is_for_the_user_alone) {
  Shared shared;
  const StagingFolder folder{shared.folder / "stash"};

  ck_assert_uint_eq(mode_of(shared.folder / "stash"), 0700);
  for (const auto *name : {"lock", "journal", "sound.pcm"})
    ck_assert_msg(mode_of(shared.folder / "stash" / name) == 0600, "%s", name);
}

REDBOOK_TEST(test_rescued_audio_beside_others_is_for_the_user_alone) {
  Shared shared;
  const auto disc = disc_of_ddp_golden_3();
  Stash stash{shared.folder};
  stash.write(0, counting_audio(disc.length()));

  const auto first = save_stash(disc, stash, shared.folder);
  const auto second = save_stash(disc, stash, shared.folder);

  ck_assert(first != second);
  ck_assert_uint_eq(mode_of(first), 0700);
  ck_assert_uint_eq(mode_of(first / "sound.pcm"), 0600);
  ck_assert_uint_eq(mode_of(first / "journal"), 0600);
}

REDBOOK_TEST(test_image_is_readable_as_the_user_wants_it) {
  Shared shared;
  const auto before = ::umask(027);
  make_image(shared.folder / "album.cue", disc_of_ddp_golden_3());
  ::umask(before);

  ck_assert_uint_eq(mode_of(shared.folder / "album.cue"), 0640);
  ck_assert_uint_eq(mode_of(shared.folder / "album.bin"), 0640);
}

REDBOOK_TEST(test_texts_name_no_file_and_run_no_command) {
  for (const auto *title :
       {"../../secret", "/etc/passwd", "$(touch told)", "`touch told`", "; touch told",
        "| touch told", "-rf", "a\nFILE \"/etc/passwd\" BINARY"}) {
    Shared shared;
    const auto disc = disc_called(title);
    Stash stash{shared.folder};
    stash.write(0, counting_audio(disc.length()));

    make_image(shared.folder / "album.cue", disc);
    save_stash(disc, stash, shared.folder);
    write_report(report_of(disc), report_files(shared.folder / "report.json"));

    ck_assert(shared.secret_is_untouched());
    assert_text(shared.parent.names(), "secret shared ");
    ck_assert_msg(only_entry(shared.folder, "stash-").has_value(), "%s", title);
    const auto files = std::distance(fs::directory_iterator{shared.folder}, {});
    ck_assert_int_eq(files, 5 + (disc.cdtext.empty() ? 0 : 1));
    const auto sheet = '\n' + contents(shared.folder / "album.cue");
    ck_assert_msg(sheet.find("\nFILE ") == sheet.rfind("\nFILE "), "%s", sheet.c_str());
  }
}
