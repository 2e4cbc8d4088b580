#include <sstream>

#include "discs.hpp"
#include "image/ddp.hpp"
#include "image/ddp_writer.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

namespace fs = std::filesystem;

constexpr const char *whole_set =
    "CDTEXT.BIN CHECKSUM.MD5 CHECKSUM.TXT DDPID DDPMS IMAGE.DAT SD ";

/// The names in `folder`, hidden ones too, sorted, each with a blank behind it.
std::string names_in(const fs::path &folder) {
  std::vector<std::string> all;
  for (const auto &entry : fs::directory_iterator{folder})
    all.push_back(entry.path().filename().string());
  std::sort(all.begin(), all.end());
  std::string text;
  for (const auto &name : all) text += name + ' ';
  return text;
}

/// A DDP set in the making: golden 3, in a folder of its own.
struct Mastering {
  TempDir folder;
  Disc disc = disc_of_ddp_golden_3();
  std::shared_ptr<Stash> stash;

  Mastering() : stash{std::make_shared<Stash>(folder.path(), ddp_pregap.bytes())} {
    stash->write(0, counting_sound(disc.length()));
  }

  fs::path set() const { return folder / "album.ddp"; }

  void write() const { write_to(set()); }
  void write_to(const fs::path &target) const {
    FileSums sums;
    sums.add(staged(*stash));
    write_ddp(disc, target, *stash, sums);
  }

  Error refusal() const {
    return error_of([this] { write(); });
  }

  /// An earlier set, of other packs, which this one has to take the place of.
  void leave_older_set() const {
    fs::create_directory(set());
    for (const auto *name : {"DDPID", "DDPMS", "SD", "CDTEXT.BIN", "IMAGE.DAT"})
      write_file(set() / name, "older");
  }
};

/// As `md5sum -c` in `folder`: the names that are as they should be.
std::string checked_by_md5(const fs::path &folder) {
  std::istringstream lines{contents(folder / "CHECKSUM.MD5")};
  std::string good;
  for (std::string line; std::getline(lines, line);) {
    const auto name = line.substr(34);
    const bool right = line.substr(32, 2) == " *" &&
                       md5_of(contents(folder / name)) == line.substr(0, 32);
    good += name + (right ? " " : "! ");
  }
  return good;
}

std::string checked_by_crc(const fs::path &folder) {
  std::istringstream lines{contents(folder / "CHECKSUM.TXT")};
  std::string line;
  std::getline(lines, line);
  std::string good = line + ' ';
  while (std::getline(lines, line)) {
    const auto name = line.substr(0, line.find('='));
    const auto crc = std::stoul(line.substr(name.size() + 1), nullptr, 16);
    good += name + (crc_of(contents(folder / name)) == crc ? " " : "! ");
  }
  return good;
}

void assert_refused(const Mastering &mastering) {
  const auto error = mastering.refusal();
  assert_text(error.what(),
              "Something that is no DDP set stands where the set is to be.");
  assert_text(error.detail(), mastering.set().string());
  ck_assert(error.fault() == Fault::settings);
}

}  // namespace

START_TEST(test_set_has_all_its_files) {
  Mastering mastering;

  mastering.write();

  assert_text(mastering.folder.names(), "album.ddp ");
  assert_text(names_in(mastering.set()), whole_set);
  assert_text(contents(mastering.set() / "DDPID"), ddp_id(mastering.disc));
  assert_text(contents(mastering.set() / "DDPMS"), ddp_map(mastering.disc));
  assert_text(contents(mastering.set() / "SD"), ddp_pq(mastering.disc));
  assert_text(md5_of(contents(mastering.set() / "CDTEXT.BIN")),
              "9e722863db6c7287828f321a48caac99");
}
END_TEST

START_TEST(test_sound_is_preceded_by_the_pregap_of_track_1) {
  Mastering mastering;

  mastering.write();

  auto wanted = silence(ddp_pregap);
  const auto sound = counting_sound(mastering.disc.length());
  wanted.insert(wanted.end(), sound.begin(), sound.end());
  assert_text(md5_of(contents(mastering.set() / "IMAGE.DAT")), md5_of(wanted));
  ck_assert_uint_eq(fs::file_size(mastering.set() / "IMAGE.DAT"), 1650 * 2352);
}
END_TEST

START_TEST(test_disc_without_texts_has_no_packs) {
  Mastering mastering;
  mastering.disc.cdtext.clear();

  mastering.write();

  assert_text(names_in(mastering.set()),
              "CHECKSUM.MD5 CHECKSUM.TXT DDPID DDPMS IMAGE.DAT SD ");
  assert_text(checked_by_md5(mastering.set()), "DDPID DDPMS SD IMAGE.DAT ");
}
END_TEST

START_TEST(test_checksums_are_those_of_the_files) {
  Mastering mastering;

  mastering.write();

  assert_text(checked_by_md5(mastering.set()), "DDPID DDPMS CDTEXT.BIN SD IMAGE.DAT ");
  assert_text(checked_by_crc(mastering.set()),
              "[CRC32 Checksum] DDPID DDPMS CDTEXT.BIN SD IMAGE.DAT ");
}
END_TEST

START_TEST(test_sound_of_a_set_is_not_copied) {
  Mastering mastering;

  mastering.write();

  struct stat audio {
  }, stash{};
  ::stat((mastering.set() / "IMAGE.DAT").c_str(), &audio);
  ::fstat(mastering.stash->fd(), &stash);
  ck_assert_uint_eq(audio.st_ino, stash.st_ino);
}
END_TEST

START_TEST(test_files_of_a_set_have_one_mode) {
  Mastering mastering;

  mastering.write();

  for (const auto &entry : fs::directory_iterator{mastering.set()})
    ck_assert_uint_eq(mode_of(entry.path()), mode_of(mastering.set() / "DDPID"));
}
END_TEST

START_TEST(test_older_set_is_replaced_whole) {
  Mastering mastering;
  mastering.leave_older_set();
  mastering.disc.cdtext.clear();

  mastering.write();

  assert_text(mastering.folder.names(), "album.ddp ");
  assert_text(names_in(mastering.set()),
              "CHECKSUM.MD5 CHECKSUM.TXT DDPID DDPMS IMAGE.DAT SD ");
  assert_text(contents(mastering.set() / "DDPID"), ddp_id(mastering.disc));
}
END_TEST

START_TEST(test_empty_folder_becomes_a_set) {
  Mastering mastering;
  fs::create_directory(mastering.set());

  mastering.write();

  assert_text(names_in(mastering.set()), whole_set);
}
END_TEST

START_TEST(test_set_can_be_written_over_itself) {
  Mastering mastering;
  mastering.write();
  mastering.disc.texts.title = "Other";

  mastering.write();

  assert_text(mastering.folder.names(), "album.ddp ");
  assert_text(checked_by_md5(mastering.set()), "DDPID DDPMS CDTEXT.BIN SD IMAGE.DAT ");
}
END_TEST

START_TEST(test_second_set_goes_beside_the_first) {
  Mastering mastering;
  mastering.write();

  mastering.write_to(mastering.folder / "copy.ddp");

  assert_text(mastering.folder.names(), "album.ddp copy.ddp ");
  assert_text(checked_by_md5(mastering.folder / "copy.ddp"),
              "DDPID DDPMS CDTEXT.BIN SD IMAGE.DAT ");
}
END_TEST

START_TEST(test_folder_with_anything_else_is_left_alone) {
  for (const auto *name : {"cover.png", ".hidden", "ddpid", "DDPID.txt"}) {
    Mastering mastering;
    mastering.leave_older_set();
    write_file(mastering.set() / name, "precious");
    const auto before = names_in(mastering.set());

    assert_refused(mastering);

    assert_text(mastering.folder.names(), "album.ddp ");
    assert_text(names_in(mastering.set()), before);
    assert_text(contents(mastering.set() / name), "precious");
    assert_text(contents(mastering.set() / "IMAGE.DAT"), "older");
  }
}
END_TEST

START_TEST(test_folder_named_as_a_file_of_a_set_is_left_alone) {
  Mastering mastering;
  fs::create_directories(mastering.set() / "SD");
  write_file(mastering.set() / "SD" / "photo", "precious");

  assert_refused(mastering);

  assert_text(contents(mastering.set() / "SD" / "photo"), "precious");
}
END_TEST

START_TEST(test_file_in_the_place_of_the_set_is_left_alone) {
  Mastering mastering;
  write_file(mastering.set(), "precious");

  assert_refused(mastering);

  assert_text(mastering.folder.names(), "album.ddp ");
  assert_text(contents(mastering.set()), "precious");
}
END_TEST

START_TEST(test_link_in_the_place_of_the_set_is_left_alone) {
  Mastering mastering;
  fs::create_directory(mastering.folder / "elsewhere");
  fs::create_symlink("elsewhere", mastering.set());

  assert_refused(mastering);

  ck_assert(fs::is_symlink(mastering.set()));
}
END_TEST

START_TEST(test_full_disk_leaves_nothing) {
  Mastering mastering;

  const auto error =
      error_when_files_end_at(100, [&] { mastering.write(); });  // DDPID has 128 bytes

  ck_assert(error.fault() == Fault::image);
  assert_result(error.result(), not_enough_disk_for_stash);
  assert_text(mastering.folder.names(), "");
}
END_TEST

START_TEST(test_full_disk_leaves_the_older_set) {
  Mastering mastering;
  mastering.leave_older_set();

  error_when_files_end_at(200, [&] { mastering.write(); });  // DDPMS has more

  assert_text(mastering.folder.names(), "album.ddp ");
  assert_text(names_in(mastering.set()), "CDTEXT.BIN DDPID DDPMS IMAGE.DAT SD ");
  assert_text(contents(mastering.set() / "DDPID"), "older");
}
END_TEST

START_TEST(test_failed_set_can_be_written_again) {
  Mastering mastering;
  error_when_files_end_at(100, [&] { mastering.write(); });

  mastering.write();

  assert_text(checked_by_md5(mastering.set()), "DDPID DDPMS CDTEXT.BIN SD IMAGE.DAT ");
}
END_TEST

START_TEST(test_missing_folder_is_told) {
  Mastering mastering;

  const auto error =
      error_of([&] { mastering.write_to(mastering.folder / "none" / "album.ddp"); });

  ck_assert(error.fault() == Fault::image);
  assert_text(error.what(), "The folder of the disc image could not be made.");
  assert_text(mastering.folder.names(), "");
}
END_TEST

START_TEST(test_lead_is_silence_that_offsets_do_not_count) {
  TempDir folder;
  Stash stash{folder.path(), ddp_pregap.bytes()};
  const auto sound = counting_sound(Blocks{2});
  stash.write(0, sound);
  stash.resize(Blocks{3}.bytes());
  auto read = silence(Blocks{2});
  auto lead = counting_sound(ddp_pregap);

  stash.read(0, read);
  stash.read(-ddp_pregap.bytes(), lead);

  ck_assert_int_eq(stash.lead_bytes(), ddp_pregap.bytes());
  ck_assert_int_eq(file_size(stash), Blocks{153}.bytes());
  ck_assert(read == sound);
  ck_assert(lead == silence(ddp_pregap));
}
END_TEST

int main() {
  return run(
      "ddp_writer",
      {test_set_has_all_its_files, test_sound_is_preceded_by_the_pregap_of_track_1,
       test_disc_without_texts_has_no_packs, test_checksums_are_those_of_the_files,
       test_sound_of_a_set_is_not_copied, test_files_of_a_set_have_one_mode,
       test_older_set_is_replaced_whole, test_empty_folder_becomes_a_set,
       test_set_can_be_written_over_itself, test_second_set_goes_beside_the_first,
       test_folder_with_anything_else_is_left_alone,
       test_folder_named_as_a_file_of_a_set_is_left_alone,
       test_file_in_the_place_of_the_set_is_left_alone,
       test_link_in_the_place_of_the_set_is_left_alone, test_full_disk_leaves_nothing,
       test_full_disk_leaves_the_older_set, test_failed_set_can_be_written_again,
       test_missing_folder_is_told, test_lead_is_silence_that_offsets_do_not_count});
}
