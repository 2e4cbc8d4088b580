#include <utility>

#include "cdtext/disc_cdtext.hpp"
#include "discs.hpp"
#include "image/ddp.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// `text` with a dot for each blank.
std::string dotted(std::string text) {
  std::replace(text.begin(), text.end(), ' ', '.');
  return text;
}

std::string blanks(std::size_t number) { return std::string(number, ' '); }

/// The packets of a PQ stream, without the blanks behind, one to a line.
std::string points(const Disc &disc) {
  const auto pq = ddp_pq(disc);
  ck_assert_uint_eq(pq.size() % 64, 0);
  std::string text;
  for (std::size_t at = 0; at < pq.size(); at += 64) {
    auto packet = pq.substr(at, 64);
    packet.erase(packet.find_last_not_of(' ') + 1);
    text += dotted(packet) + '\n';
  }
  return text;
}

/// The control fields of all packets of a disc whose only track is `subcode`'s.
std::string controls(const Subcode &subcode) {
  const Disc disc{{{Lba{0}, {}, Blocks{900}, {Blocks{300}, Blocks{600}}, {}, subcode}}};
  const auto pq = ddp_pq(disc);
  std::string text;
  for (std::size_t at = 0; at < pq.size(); at += 64) text += pq.substr(at + 16, 2) + ' ';
  return text;
}

}  // namespace

REDBOOK_TEST(test_golden_1_id) {
  const auto id = ddp_id(disc_of_ddp_golden_1());

  assert_text(id, "DDP 2.00" + blanks(79) + "CD" + blanks(39));
  assert_text(md5_of(id), "187970110683c92c25bdb82256354780");
  ck_assert_uint_eq(crc_of(id), 0x730DC92D);
}

REDBOOK_TEST(test_golden_1_map) {
  const auto map = ddp_map(disc_of_ddp_golden_1());

  assert_text(dotted(map),
              "VVVMS0.............640........PQ.DESCR.........................."
              "........17SD...................................................."
              "VVVMD0............2250................DA71.....150.............."
              "........17IMAGE.DAT.............................................");
  assert_text(md5_of(map), "7f773da844b9b1091352eab67fb9e670");
  ck_assert_uint_eq(crc_of(map), 0x9F2C90E1);
}

REDBOOK_TEST(test_golden_1_pq) {
  const auto pq = ddp_pq(disc_of_ddp_golden_1());

  assert_text(points(disc_of_ddp_golden_1()), R"(VVVS0000..00000001
VVVS0100..00000001
VVVS0101..00020001
VVVS0200..00100001
VVVS0201..00110001
VVVS0202..00150001
VVVS0300..00200001
VVVS0301..00220001
VVVSAA01..00300001
VVVSAA01..00300001
)");
  assert_text(md5_of(pq), "2bec8bd934a93dbdfb982c209865b7d6");
  ck_assert_uint_eq(crc_of(pq), 0x9E1F343B);
}

REDBOOK_TEST(test_golden_3_id) {
  assert_text(ddp_id(disc_of_ddp_golden_3()), ddp_id(disc_of_ddp_golden_1()));
}

REDBOOK_TEST(test_golden_3_map) {
  const auto map = ddp_map(disc_of_ddp_golden_3());

  assert_text(dotted(map.substr(0, 128)),
              "VVVMS0.............108........CDTEXT...................00......."
              "........17CDTEXT.BIN............................................");
  assert_text(md5_of(map), "ca3b64005edbd38e83580183c45b834f");
}

REDBOOK_TEST(test_golden_3_pq) {
  assert_text(points(disc_of_ddp_golden_3()), R"(VVVS0000..00000001
VVVS0100..00000001
VVVS0101..00020001
VVVS0201..00120001
VVVSAA01..00220001
VVVSAA01..00220001
)");
  assert_text(md5_of(ddp_pq(disc_of_ddp_golden_3())), "705ac1ddd23cde9d353cb4c70283318d");
}

REDBOOK_TEST(test_golden_3_packs) {
  auto disc = disc_of_ddp_golden_3();
  const auto golden = std::exchange(disc.cdtext, {});

  const auto findings = add_cdtext(disc);

  ck_assert(findings.empty());
  ck_assert(disc.cdtext == golden);
  assert_text(md5_of(disc.cdtext), "9e722863db6c7287828f321a48caac99");
}

REDBOOK_TEST(test_flags_are_in_the_control_nibble) {
  assert_text(controls({}), "01 01 01 01 01 01 01 ");
  assert_text(controls({.pre_emphasis = true}), "01 11 11 11 11 01 01 ");
  assert_text(controls({.copy = Copy::permitted}), "01 21 21 21 21 01 01 ");
  assert_text(controls({.four_channel = true}), "01 81 81 81 81 01 01 ");
  assert_text(controls({{}, true, Copy::permitted, true}), "01 B1 B1 B1 B1 01 01 ");
  assert_text(controls({{}, true, Copy::prohibited, true}), "01 91 91 91 91 01 01 ");
}

REDBOOK_TEST(test_scms_is_told_at_index_00_and_01_only) {
  assert_text(controls({.copy = Copy::scms}), "01 0S 0S 01 01 01 01 ");
  assert_text(controls({{}, true, Copy::scms}), "01 1S 1S 11 11 01 01 ");
}

REDBOOK_TEST(test_isrc_is_in_the_first_packet_of_its_track) {
  auto disc = disc_of_ddp_golden_1();
  disc.tracks[0].subcode.isrc = "XYBLG1101234";
  disc.tracks[1].subcode.isrc = "XYBLG1100005";
  disc.tracks[2].pregap = Blocks{0};
  disc.tracks[2].subcode.isrc = "USABC1234567";

  assert_text(points(disc), R"(VVVS0000..00000001
VVVS0100..00000001..XYBLG1101234
VVVS0101..00020001
VVVS0200..00100001..XYBLG1100005
VVVS0201..00110001
VVVS0202..00150001
VVVS0301..00200001..USABC1234567
VVVSAA01..00300001
VVVSAA01..00300001
)");
}

REDBOOK_TEST(test_catalogue_number_is_in_the_id_and_the_lead_in) {
  auto disc = disc_of_ddp_golden_3();
  disc.mcn = "1234567890128";

  assert_text(ddp_id(disc), "DDP 2.001234567890128" + blanks(66) + "CD" + blanks(39));
  assert_text(ddp_pq(disc).substr(0, 64),
              "VVVS0000  00000001" + blanks(14) + "1234567890128" + blanks(19));
  assert_text(ddp_map(disc), ddp_map(disc_of_ddp_golden_3()));
}

REDBOOK_TEST(test_hidden_track_lies_between_index_00_and_01_of_track_1) {
  const Disc disc{{{Lba{0}, Blocks{4500}, Blocks{9000}, {Blocks{75}}, {}}}};

  assert_text(points(disc), R"(VVVS0000..00000001
VVVS0100..00000001
VVVS0101..01020001
VVVS0102..01030001
VVVSAA01..02020001
VVVSAA01..02020001
)");
}

REDBOOK_TEST(test_longest_disc_still_has_two_digits_of_minutes) {
  const Disc disc{{{Lba{0}, {}, max_program_length, {}, {}}}};

  assert_text(ddp_pq(disc).substr(192, 18), "VVVSAA01  99597401");
}

REDBOOK_TEST(test_99_tracks_of_99_indexes_fill_their_records) {
  Disc disc;
  disc.mcn = "1234567890128";
  for (int i = 0; i < 99; ++i) {
    Track track{disc.lead_out(), Blocks{10}, Blocks{1010}, {}, {}, {"XYBLG1101234"}};
    for (int index = 1; index <= 98; ++index) track.indexes.push_back(Blocks{10 * index});
    disc.tracks.push_back(track);
  }

  const auto pq = ddp_pq(disc);

  ck_assert_uint_eq(pq.size(), (1 + 99 * 100 + 2) * 64);
  for (std::size_t at = 0; at < pq.size(); at += 64)
    assert_text(pq.substr(at, 4), "VVVS");
  ck_assert(ddp_map(disc).find("  633792") != std::string::npos);
}

REDBOOK_TEST(test_md5_file_is_that_of_md5sum) {
  assert_text(ddp_md5_file({{"DDPID", "187970110683c92c25bdb82256354780", 0x730DC92D},
                            {"SD", "2bec8bd934a93dbdfb982c209865b7d6", 0x9E1F343B}}),
              "187970110683c92c25bdb82256354780 *DDPID\n"
              "2bec8bd934a93dbdfb982c209865b7d6 *SD\n");
}

REDBOOK_TEST(test_crc_file_has_eight_capital_digits) {
  assert_text(ddp_crc_file({{"DDPID", {}, 0x730DC92D}, {"SD", {}, 0xAF}}),
              "[CRC32 Checksum]\nDDPID=730DC92D\nSD=000000AF\n");
}

REDBOOK_TEST(test_sums_of_golden_audio) {
  const auto audio = counting_audio(Blocks{2250});
  FileSums at_once;
  at_once.add(audio);
  FileSums in_pieces;
  in_pieces.add(Bytes{audio}.first(1));
  in_pieces.add({});
  in_pieces.add(Bytes{audio}.subspan(1));

  ck_assert_uint_eq(audio.size(), 5292000);
  ck_assert_uint_eq(at_once.crc32(), 0x96AC5AFF);
  ck_assert_uint_eq(in_pieces.crc32(), 0x96AC5AFF);
  assert_text(at_once.md5(), "16551afeac0b9d80e6d90af18c8a8d7e");
  assert_text(in_pieces.md5(), "16551afeac0b9d80e6d90af18c8a8d7e");
}
