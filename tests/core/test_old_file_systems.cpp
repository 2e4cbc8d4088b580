// Images on file systems that lack something.
#include "burn/image_burner.hpp"
#include "discs.hpp"
#include "image/ddp.hpp"
#include "image/ddp_writer.hpp"
#include "image/image_writer.hpp"
#include "image_fixture.hpp"
#include "lacking_file_system.hpp"
#include "noting_observer.hpp"
#include "stash/stash_part.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_image_is_whole_whatever_the_file_system_lacks) {
  for (unsigned what = 0; what < 8; ++what) {
    file_system_lacks({.unnamed_files = (what & 1) != 0,
                       .links = (what & 2) != 0,
                       .exchange = (what & 4) != 0});
    Imaging imaging;
    imaging.leave_older_image();

    write_image(imaging.disc, imaging.files(), *imaging.stash);

    imaging.stash.reset();
    ck_assert_msg(imaging.has_image(), "lacks %u: %s", what,
                  imaging.folder.names().c_str());
  }
}

REDBOOK_TEST(test_ddp_set_is_whole_whatever_the_file_system_lacks) {
  for (unsigned what = 0; what < 8; ++what) {
    file_system_lacks({.unnamed_files = (what & 1) != 0,
                       .links = (what & 2) != 0,
                       .exchange = (what & 4) != 0});
    TempDir folder;
    const auto set = folder / "album.ddp";
    std::filesystem::create_directory(set);
    write_file(set / "DDPID", "older");
    write_file(set / "CDTEXT.BIN", "older");
    auto stash = std::make_shared<Stash>(folder.path(), ddp_pregap.bytes());
    stash->write(0, counting_audio(Blocks{2100}, ddp_pregap.samples()));
    FileSums sums;
    sums.add(staged(*stash));

    write_ddp(disc_of_ddp_golden_1(), set, *stash, sums);

    stash.reset();
    ck_assert_msg(folder.names() == "album.ddp ", "lacks %u: %s", what,
                  folder.names().c_str());
    assert_text(md5_of(contents(set / "DDPID")), "187970110683c92c25bdb82256354780");
    ck_assert(!std::filesystem::exists(set / "CDTEXT.BIN"));
    ck_assert_uint_eq(std::filesystem::file_size(set / "IMAGE.DAT"), 5292000);
  }
}

REDBOOK_TEST(test_ddp_set_and_its_names_are_on_the_disk) {
  file_system_lacks({});
  TempDir folder;
  const auto set = folder / "album.ddp";
  auto stash = std::make_shared<Stash>(folder.path(), ddp_pregap.bytes());
  stash->resize(Blocks{2100}.bytes());
  NotingObserver observer;
  ImageBurner burner{stash, image_files(set, ImageFormat::ddp), ImageBurner::Laser::on};

  burner.burn(disc_of_ddp_golden_1(), observer, {});

  for (const auto *name :
       {"DDPID", "DDPMS", "SD", "IMAGE.DAT", "CHECKSUM.MD5", "CHECKSUM.TXT"})
    ck_assert_msg(is_synced(set / name), "%s", name);
  ck_assert(is_synced(set));
  ck_assert(is_synced(folder.path()));
}

REDBOOK_TEST(test_stash_with_a_name_is_hidden_and_goes) {
  file_system_lacks({.unnamed_files = true});
  TempDir folder;

  auto stash = stash_with(folder, silence(10));
  const auto meanwhile = folder.names();
  stash.reset();

  ck_assert(meanwhile.starts_with(".redbooksink-"));
  assert_text(folder.names(), "");
}

REDBOOK_TEST(test_hidden_file_of_a_dead_process_goes_with_the_next_stash) {
  file_system_lacks({.unnamed_files = true});
  const TempDir folder;
  const Stash living{folder.path()};
  const auto name_of_the_living = folder.names();
  write_file(folder / ".redbooksink-abcdef", "audio");
  write_file(folder / ".redbooksink-~letters", "dear");

  { const Stash next{folder.path()}; }

  assert_text(folder.names(), name_of_the_living + ".redbooksink-~letters ");
}

REDBOOK_TEST(test_name_that_others_took_is_not_published) {
  file_system_lacks({.unnamed_files = true});
  TempDir folder;
  auto stash = stash_with(folder, counting_audio(Blocks{1}));
  const auto hidden = folder / folder.names().substr(0, folder.names().size() - 1);
  write_file(folder / "other", "other");
  std::filesystem::remove(hidden);
  std::filesystem::create_symlink("other", hidden);

  stash->publish_as(folder / "album.bin", 0600);

  ck_assert_uint_eq(contents(folder / "album.bin").size(), 2352);
}

REDBOOK_TEST(test_copied_audio_has_the_access_rights) {
  file_system_lacks({.links = true});
  Imaging imaging;

  write_image(imaging.disc, imaging.files(), *imaging.stash);

  ck_assert_uint_eq(mode_of(imaging.folder / "album.bin"),
                    mode_of(imaging.folder / "album.cue"));
}

REDBOOK_TEST(test_burned_image_and_its_names_are_on_the_disk) {
  file_system_lacks({});
  Imaging imaging;
  NotingObserver observer;
  ImageBurner burner{imaging.stash, imaging.files(), ImageBurner::Laser::on};

  burner.burn(imaging.disc, observer, {});

  ck_assert(is_synced(imaging.folder / "album.bin"));
  ck_assert(is_synced(imaging.folder / "album.cue"));
  ck_assert(is_synced(imaging.folder.path()));
}

REDBOOK_TEST(test_copied_audio_is_on_the_disk_like_the_rest) {
  file_system_lacks({.links = true});
  Imaging imaging;

  write_image(imaging.disc, imaging.files(), *imaging.stash);

  ck_assert(is_synced(imaging.folder / "album.bin"));
}

REDBOOK_TEST(test_copy_without_space_leaves_nothing) {
  file_system_lacks({.links = true, .space_for_a_copy = true});
  Imaging imaging;
  imaging.leave_older_image();

  const auto error =
      error_of([&] { write_image(imaging.disc, imaging.files(), *imaging.stash); });

  assert_result(error.result(), not_enough_disk_for_stash);
  ck_assert(imaging.has_older_image());
}

REDBOOK_TEST(test_half_a_copy_is_not_left_under_its_name) {
  file_system_lacks({.links = true, .space_for_a_copy = true});
  TempDir folder;
  const auto stash = stash_with(folder, silence(250000));

  error_of([&] { stash->publish_as(folder / "audio", 0600); });

  assert_text(folder.names(), "");
}

REDBOOK_TEST(test_copy_goes_on_where_the_kernel_makes_none) {
  file_system_lacks({.links = true, .copies = true});
  TempDir folder;
  const auto audio = counting_audio(3000000);

  stash_with(folder, audio)->publish_as(folder / "audio", 0600);

  const auto copy = contents(folder / "audio");
  ck_assert(copy ==
            std::string(reinterpret_cast<const char *>(audio.data()), audio.size()));
}

REDBOOK_TEST(test_image_is_written_over_itself_without_exchange) {
  file_system_lacks({.exchange = true});
  Imaging imaging;
  write_image(imaging.disc, imaging.files(), *imaging.stash);

  write_image(imaging.disc, imaging.files(), *imaging.stash);

  ck_assert_msg(imaging.has_image(), "%s", imaging.folder.names().c_str());
}

REDBOOK_TEST(test_failure_without_exchange_takes_no_older_file) {
  file_system_lacks({.exchange = true});
  Imaging imaging;
  imaging.leave_older_image();
  auto files = imaging.files();
  files.sheet = imaging.folder / (std::string(300, 'x') + ".cue");

  error_of([&] { write_image(imaging.disc, files, *imaging.stash); });

  ck_assert_msg(imaging.has_older_image(), "%s", imaging.folder.names().c_str());
}

REDBOOK_TEST(test_pushing_to_the_disk_may_be_missing) {
  file_system_lacks({.pushing = true});
  TempDir folder;
  const auto stash = stash_with(folder, silence(10));

  stash->push_to_disk(0, 10);
}

REDBOOK_TEST(test_interrupted_and_short_writes_go_on) {
  file_system_lacks({});
  TempDir folder;
  Stash stash{folder.path()};
  interruptions = 2;

  stash.write(0, counting_audio(250000));

  ck_assert_int_eq(interruptions, 0);
  ck_assert(staged(stash) == counting_audio(250000));
}

REDBOOK_TEST(test_part_of_a_stash_is_copied_by_hand_where_the_kernel_does_not) {
  file_system_lacks({.copies = true});
  const TempDir folder;
  const auto whole = stash_with(folder, counting_audio(Blocks{500}));

  const auto part =
      copied_part(*whole, Blocks{100}, Blocks{400}, folder.path(), Blocks{0}, {});

  ck_assert(staged(*part) == counting_audio(Blocks{400}, Blocks{100}.samples()));
}
