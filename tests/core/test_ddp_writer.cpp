#include "ddp_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

namespace fs = std::filesystem;

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

}  // namespace

REDBOOK_TEST(test_set_has_all_its_files) {
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

REDBOOK_TEST(test_audio_is_preceded_by_the_pregap_of_track_1) {
  Mastering mastering;

  mastering.write();

  auto wanted = silence(ddp_pregap);
  const auto audio = counting_audio(mastering.disc.length());
  wanted.insert(wanted.end(), audio.begin(), audio.end());
  assert_text(md5_of(contents(mastering.set() / "IMAGE.DAT")), md5_of(wanted));
  ck_assert_uint_eq(fs::file_size(mastering.set() / "IMAGE.DAT"), 1650 * 2352);
}

REDBOOK_TEST(test_disc_without_texts_has_no_packs) {
  Mastering mastering;
  mastering.disc.cdtext.clear();

  mastering.write();

  assert_text(names_in(mastering.set()),
              "CHECKSUM.MD5 CHECKSUM.TXT DDPID DDPMS IMAGE.DAT SD ");
  assert_text(checked_by_md5(mastering.set()), "DDPID DDPMS SD IMAGE.DAT ");
}

REDBOOK_TEST(test_checksums_are_those_of_the_files) {
  Mastering mastering;

  mastering.write();

  assert_text(checked_by_md5(mastering.set()), "DDPID DDPMS CDTEXT.BIN SD IMAGE.DAT ");
  assert_text(checked_by_crc(mastering.set()),
              "[CRC32 Checksum] DDPID DDPMS CDTEXT.BIN SD IMAGE.DAT ");
}

REDBOOK_TEST(test_audio_of_a_set_is_not_copied) {
  Mastering mastering;

  mastering.write();

  struct stat audio {
  }, stash{};
  ::stat((mastering.set() / "IMAGE.DAT").c_str(), &audio);
  ::fstat(mastering.stash->fd(), &stash);
  ck_assert_uint_eq(audio.st_ino, stash.st_ino);
}

REDBOOK_TEST(test_files_of_a_set_have_one_mode) {
  Mastering mastering;

  mastering.write();

  for (const auto &entry : fs::directory_iterator{mastering.set()})
    ck_assert_uint_eq(mode_of(entry.path()), mode_of(mastering.set() / "DDPID"));
}

REDBOOK_TEST(test_lead_is_silence_that_offsets_do_not_count) {
  TempDir folder;
  Stash stash{folder.path(), ddp_pregap.bytes()};
  const auto audio = counting_audio(Blocks{2});
  stash.write(0, audio);
  stash.resize(Blocks{3}.bytes());
  auto read = silence(Blocks{2});
  auto lead = counting_audio(ddp_pregap);

  stash.read(0, read);
  stash.read(-ddp_pregap.bytes(), lead);

  ck_assert_int_eq(stash.lead_bytes(), ddp_pregap.bytes());
  ck_assert_int_eq(file_size(stash), Blocks{153}.bytes());
  ck_assert(read == audio);
  ck_assert(lead == silence(ddp_pregap));
}
