// Stashes that redbook-burner is given.
#include <sys/wait.h>

#include "core/saved_stash_fixture.hpp"
#include "image/reader/image_reader.hpp"
#include "rig.hpp"
#include "stash/disc_master.hpp"
#include "stash/staging_folder.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// Runs redbook-burner; what it says is in `said` of the rig's folder.
int redbook_burner(const Rig &rig, const std::string &words) {
  const auto said = (rig.folder() / "said").string();
  const auto command =
      std::string{std::getenv("REDBOOK_BURNER")} + ' ' + words + " >" + said + " 2>&1";
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// A stash of tracks of these lengths, in which the first 1700 blocks are no hole.
std::string long_stash(const Rig &rig, std::initializer_list<Blocks> lengths) {
  Disc disc;
  for (const auto length : lengths)
    disc.tracks.push_back({disc.lead_out(), {}, length, {}, {}});
  Stash stash{rig.folder()};
  stash.write(0, counting_audio(Blocks{1700}));
  stash.resize(disc.length().bytes());
  return save_stash(disc, stash, rig.folder()).string();
}

std::string said(const Rig &rig) { return contents(rig.folder() / "said"); }

}  // namespace

REDBOOK_TEST(test_stash_is_burned_bit_for_bit) {
  Rig rig;
  Saving saving;

  const int code = redbook_burner(rig, "--device /dev/sr0 " + saving.folder.string());

  ck_assert_msg(code == 0, "%s", said(rig).c_str());
  ck_assert(rig.recorded(saving.disc.length()) == counting_audio(saving.disc.length()));
  ck_assert(rig.medium().catalogue().finalised);
}

REDBOOK_TEST(test_damaged_stash_leaves_the_medium_blank) {
  Rig rig;
  Saving saving;
  std::filesystem::remove(saving.journal());

  const int code = redbook_burner(rig, "--device /dev/sr0 " + saving.folder.string());

  ck_assert_int_eq(code, 5);
  assert_text(said(rig),
              "redbook-burner: The journal of the stash is missing: redbook-burner "
              "--stash-repair saves what is there.\n(" +
                  saving.journal().string() + ": missing)\n");
  ck_assert(rig.medium().catalogue().blank());
}

REDBOOK_TEST(test_stash_is_told) {
  Rig rig;
  Saving saving;

  const int code = redbook_burner(rig, "--stash-info " + saving.folder.string());

  ck_assert_int_eq(code, 0);
  assert_text(said(rig), R"(   1  00:10:00  A
   2  00:10:00  B
2 tracks, 00:20:00 (mm:ss:ff) of audio, finished.
)");
}

REDBOOK_TEST(test_no_name_reaches_the_terminal_raw_from_a_repair) {
  Rig rig;
  Saving saving;
  std::filesystem::remove(saving.journal());
  const auto folder = rig.folder() / "\x1b[31m";
  std::filesystem::rename(saving.folder, folder);

  const int code = redbook_burner(rig, "--stash-repair '" + folder.string() + "'");

  ck_assert_int_eq(code, 0);
  ck_assert(said(rig).starts_with("was damaged: "));
  ck_assert(said(rig).find('\x1b') == std::string::npos);
}

REDBOOK_TEST(test_stash_is_told_to_programs) {
  Rig rig;
  Saving saving;

  redbook_burner(rig, "--json --stash-info " + saving.folder.string());

  const auto text = said(rig);
  ck_assert_msg(text.ends_with(R"(,"finished":true,"unfinished-blocks":0,"marks":[],)"
                               R"("torn-bytes":0,"in-use-by":"","damage":[],"discs":1})"
                               "\n"),
                "%s", text.c_str());
}

REDBOOK_TEST(test_damaged_stash_is_told_and_repaired) {
  Rig rig;
  Saving saving;
  const auto records = saving.records();
  write_file(saving.journal(),
             with_flipped_bit(contents(saving.journal()), records[1] + 30));
  const auto folder = saving.folder.string();

  const int told = redbook_burner(rig, "--stash-info " + folder);
  const auto page = said(rig);
  const int repaired = redbook_burner(rig, "--stash-repair " + folder);
  const int told_again = redbook_burner(rig, "--stash-info " + folder);

  ck_assert_int_eq(told, 5);
  ck_assert_msg(page.find("damaged: " + saving.journal().string() +
                          ": record 1: payload wrong at byte ") != std::string::npos,
                "%s", page.c_str());
  ck_assert_int_eq(repaired, 0);
  ck_assert_int_eq(told_again, 0);
  assert_text(said(rig), R"(   1  00:10:00  A
   2  00:10:00  B
2 tracks, 00:20:00 (mm:ss:ff) of audio, finished.
)");
}

REDBOOK_TEST(test_stash_becomes_an_image_of_its_own) {
  Rig rig;
  Saving saving;
  const auto sheet = rig.folder() / "album.cue";

  const int code =
      redbook_burner(rig, "--export " + saving.folder.string() + " " + sheet.string());

  ck_assert_msg(code == 0, "%s", said(rig).c_str());
  const auto image = read_image(sheet);
  auto audio = silence(saving.disc.length());
  image.stash->read(0, audio);
  ck_assert(audio == counting_audio(saving.disc.length()));
  assert_text(image.disc.tracks.at(1).texts.title, "B");
  ck_assert_uint_eq(std::filesystem::hard_link_count(rig.folder() / "album.bin"), 1);
}

REDBOOK_TEST(test_image_becomes_an_image_of_another_format) {
  Rig rig;
  Saving saving;
  const auto cue = (rig.folder() / "album.cue").string();
  const auto toc = (rig.folder() / "copy.toc").string();
  ck_assert_int_eq(redbook_burner(rig, "--export " + saving.folder.string() + " " + cue),
                   0);

  const int code = redbook_burner(rig, "--export " + cue + " " + toc);

  ck_assert_msg(code == 0, "%s", said(rig).c_str());
  ck_assert(contents(rig.folder() / "copy.bin") == contents(rig.folder() / "album.bin"));
  assert_text(read_image(toc).disc.tracks.at(1).texts.title, "B");
  assert_text(said(rig), "Track 1 of 2 is written.\nTrack 2 of 2 is written.\n" + toc +
                             " is written.\n");
}

REDBOOK_TEST(test_image_that_cannot_be_read_becomes_none) {
  Rig rig;
  const auto toc = (rig.folder() / "copy.toc").string();
  write_file(rig.folder() / "album.cue", "FILE \"gone.bin\" BINARY\n");

  const int code = redbook_burner(
      rig, "--export " + (rig.folder() / "album.cue").string() + " " + toc);

  ck_assert_int_eq(code, 5);
  ck_assert(!std::filesystem::exists(toc));
}

REDBOOK_TEST(test_stash_that_a_killed_process_left_is_repaired_and_burned) {
  Rig rig;
  const auto path = rig.folder() / "stash";
  if (const auto child = ::fork(); child == 0) {
    auto folder = std::make_shared<StagingFolder>(path);
    DiscMaster master{{}, [&] { return folder->new_stash(); }, folder};
    master.create_audio_track();
    master.append(counting_audio(Blocks{300}));
    master.close_audio_track();
    master.create_audio_track();
    master.append(counting_audio(Blocks{700}, Blocks{300}.samples()));
    ::kill(::getpid(), SIGKILL);
  } else {
    ::waitpid(child, nullptr, 0);
  }

  const int refused = redbook_burner(rig, "--device /dev/sr0 " + path.string());
  const int repaired = redbook_burner(rig, "--stash-repair " + path.string());
  const int burned = redbook_burner(rig, "--device /dev/sr0 " + path.string());

  ck_assert_int_eq(refused, 5);
  ck_assert_int_eq(repaired, 0);
  ck_assert_msg(burned == 0, "%s", said(rig).c_str());
  const auto length = Blocks{std::int64_t{ExtentWriter::batch_bytes} * 3 / 2352};
  ck_assert(rig.recorded(length) == counting_audio(length));
}

REDBOOK_TEST(test_stash_longer_than_a_disc_is_told_and_refused) {
  Rig rig;
  const auto path = long_stash(rig, {eighty_minutes, max_program_length, Blocks{300}});

  const int told = redbook_burner(rig, "--stash-info " + path);
  const auto page = said(rig);
  const int code = redbook_burner(rig, "--device /dev/sr0 " + path);

  ck_assert_int_eq(told, 0);
  ck_assert_msg(page.find("It needs 3 discs of 80 minutes: --disc says which one is "
                          "meant.\n") != std::string::npos,
                "%s", page.c_str());
  ck_assert_int_eq(code, 5);
  assert_text(said(rig),
              "redbook-burner: It needs 3 discs of 79:57:74 (mm:ss:ff): say which one, "
              "from --disc 1 to --disc 3.\n");
  ck_assert(rig.medium().catalogue().blank());
}

REDBOOK_TEST(test_chosen_disc_is_burned_and_verified) {
  Rig rig;
  const auto path = long_stash(rig, {Blocks{700}, Blocks{600}, Blocks{400}});

  const int burned =
      redbook_burner(rig, "--device /dev/sr0 --disc 2 --capacity 1000 " + path);
  const auto output = said(rig);
  const int verified =
      redbook_burner(rig, "--verify /dev/sr0 --disc 2 --capacity 1000 " + path);

  ck_assert_msg(burned == 0, "%s", output.c_str());
  ck_assert_msg(verified == 0, "%s", said(rig).c_str());
  ck_assert(rig.recorded(Blocks{1000}) ==
            counting_audio(Blocks{1000}, Blocks{700}.samples()));
}

REDBOOK_TEST(test_chosen_discs_are_exported) {
  Rig rig;
  const auto path = long_stash(rig, {Blocks{700}, Blocks{600}, Blocks{400}});
  const auto sheet = (rig.folder() / "album-2.cue").string();

  const int code =
      redbook_burner(rig, "--export " + path + " --disc 2 --capacity 1200 " + sheet);
  const auto output = said(rig);
  const int none =
      redbook_burner(rig, "--export " + path + " --disc 3 --capacity 1200 x.cue");

  ck_assert_msg(code == 0, "%s", output.c_str());
  const auto image = read_image(sheet);
  ck_assert_int_eq(image.disc.length().count(), 1000);
  auto audio = silence(image.disc.length());
  image.stash->read(0, audio);
  ck_assert(audio == counting_audio(Blocks{1000}, Blocks{700}.samples()));
  ck_assert_int_eq(none, 5);
  assert_text(said(rig),
              "redbook-burner: It needs 2 discs of 00:16:00 (mm:ss:ff): there is no disc "
              "3.\n");
}

REDBOOK_TEST(test_choice_of_a_disc_goes_with_a_disc) {
  Rig rig;

  ck_assert_int_eq(redbook_burner(rig, "--list --disc 2"), 2);
  ck_assert_int_eq(redbook_burner(rig, "--device /dev/sr0 --disc 0 x.cue"), 2);
  ck_assert_int_eq(redbook_burner(rig, "--device /dev/sr0 --capacity 0 x.cue"), 2);
}
