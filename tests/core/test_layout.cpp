// The layout of a disc, held to what other programs tell drives: entries of SEND CUE
// SHEET as libburn makes them, and frames of the Q channel.
#include <cstdio>

#include "cdtext/pack.hpp"
#include "disc/codes.hpp"
#include "disc_master_fixture.hpp"
#include "discs.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

std::string hex(int byte) {
  char digits[3];
  std::snprintf(digits, sizeof digits, "%02x", static_cast<unsigned>(byte));
  return digits;
}

std::string hex(const std::string &bytes) {
  std::string text;
  for (const char c : bytes) text += hex(static_cast<unsigned char>(c));
  return text;
}

int control(const Subcode &subcode) {
  return (subcode.pre_emphasis ? 1 : 0) + (subcode.copy == Copy::permitted ? 2 : 0) +
         (subcode.four_channel ? 8 : 0);
}

/// One entry: control and ADR, track, index, form, SCMS, MSF.
std::string entry(int control, int track, int index, int form, Copy copy, Lba place) {
  const auto msf = Msf::of(place);
  return hex(control * 16 + 1) + hex(track) + hex(index) + hex(form) +
         (copy == Copy::scms ? "80" : "00") + hex(msf.minutes) + hex(msf.seconds) +
         hex(msf.frames) + ' ';
}

std::string code(int head, int track, const std::string &characters) {
  const auto half = characters.size() / 2 + characters.size() % 2;
  const auto line = [&](const std::string &part) {
    auto text = hex(head) + (track > 0 ? hex(track) : "") + hex(part);
    text.resize(16, '0');
    return text + ' ';
  };
  return line(characters.substr(0, half)) + line(characters.substr(half));
}

std::string entries_of(const Track &track, int number) {
  const auto nibble = control(track.subcode);
  const auto at = [&](int index, Lba place) {
    return entry(nibble, number, index, 0, track.subcode.copy, place);
  };
  std::string text;
  if (!track.subcode.isrc.empty())
    text += code(nibble * 16 + 3, number, track.subcode.isrc);
  if (number == 1)
    text += at(0, Lba{-150});
  else if (track.pregap > Blocks{0})
    text += at(0, track.start);
  text += at(1, track.index_1());
  int index = 2;
  for (const auto offset : track.indexes) text += at(index++, track.index_1() + offset);
  return text;
}

/// What a drive is sent before the audio.
std::string cue_of(const Disc &disc) {
  std::string text;
  if (!disc.mcn.empty()) text += code(2, 0, disc.mcn);
  text += disc.cdtext.empty() ? "0100000100000000 " : "0100004100000000 ";
  int number = 1;
  for (const auto &track : disc.tracks) text += entries_of(track, number++);
  const auto &last = disc.tracks.back().subcode;
  return text + entry(control(last), 0xAA, 1, 1, Copy::prohibited, disc.lead_out());
}

std::string bcd(int number) { return hex(number / 10 * 16 + number % 10); }
std::string bcd(const Msf &msf) {
  return bcd(msf.minutes) + bcd(msf.seconds) + bcd(msf.frames);
}

/// A frame of ADR 1 at `place` in `track`.
std::string q_frame(const Track &track, int number, Lba place) {
  const auto from_index_1 =
      place < track.index_1() ? track.index_1() - place : place - track.index_1();
  return hex(control(track.subcode) * 16 + 1) + bcd(number) +
         bcd(place < track.index_1() ? 0 : 1) + bcd(Msf::of(from_index_1)) + "00" +
         bcd(Msf::of(place));
}

/// A frame of ADR 2: the digits, then zeros.
std::string q_frame_of_mcn(const std::string &mcn, int frame) {
  return "02" + mcn + "000" + bcd(frame);
}

/// A frame of ADR 3: five characters of six bits, then seven digits.
std::string q_frame_of_isrc(const std::string &isrc, int frame) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < 5; ++i)
    bits = bits << 6 | static_cast<std::uint64_t>(isrc[i] - '0');
  bits <<= 2;
  for (std::size_t i = 5; i < 12; ++i)
    bits = bits << 4 | static_cast<std::uint64_t>(isrc[i] - '0');
  bits <<= 4;
  std::string text = "03";
  for (int byte = 7; byte >= 0; --byte)
    text += hex(static_cast<int>(bits >> (8 * byte) & 0xff));
  return text + bcd(frame);
}

std::string with_crc(const std::string &frame) {
  const auto crc = inverted_crc16(bytes_of_hex(frame));
  return frame + ' ' + hex(crc >> 8) + hex(crc & 0xff);
}

}  // namespace

REDBOOK_TEST(test_three_gapless_tracks) {
  const Disc disc{{{Lba{0}, {}, Blocks{22500}, {}, {}},
                   {Lba{22500}, {}, Blocks{22500}, {}, {}},
                   {Lba{45000}, {}, Blocks{27000}, {}, {}}}};

  assert_text(cue_of(disc),
              "0100000100000000 0101000000000000 0101010000000200 0102010000050200 "
              "01030100000a0200 01aa010100100200 ");
}

REDBOOK_TEST(test_codes_flags_pregap_and_index) {
  Disc disc{{{Lba{0}, {}, Blocks{22500}, {}, {}},
             {Lba{22500}, Blocks{150}, Blocks{22650}, {Blocks{4200}}, {}},
             {Lba{45150}, {}, Blocks{27000}, {}, {}}}};
  disc.mcn = "1234567890128";
  disc.cdtext.resize(18);
  disc.tracks[0].subcode = {"XYBLG1101234", false, Copy::permitted};
  disc.tracks[1].subcode = {"XYBLG1100005", true, Copy::scms};

  assert_text(cue_of(disc),
              "0231323334353637 0238393031323800 0100004100000000 "
              "23015859424c4731 2301313031323334 2101000000000000 2101010000000200 "
              "13025859424c4731 1302313030303035 1102000080050200 1102010080050400 "
              "1102020080060000 01030100000a0400 01aa010100100400 ");
}

REDBOOK_TEST(test_short_track_is_filled_up) {
  Staging staging;
  staging.stage(Blocks{100});
  staging.stage(Blocks{400});

  assert_text(cue_of(staging.master.layout()),
              "0100000100000000 0101000000000000 0101010000000200 0102010000000600 "
              "01aa010100000b19 ");
}

REDBOOK_TEST(test_q_frames) {
  const Track plain{Lba{0}, {}, Blocks{300}, {}, {}};
  const Track hidden{Lba{0}, Blocks{150}, Blocks{450}, {}, {}};

  assert_text(q_frame(plain, 1, Lba{0}), "01010100000000000200");
  assert_text(q_frame(plain, 1, Lba{-1}), "01010000000100000174");
  assert_text(q_frame(plain, 1, Lba{299}), "01010100037400000574");
  assert_text(q_frame(hidden, 1, Lba{0}), "01010000020000000200");
  assert_text(q_frame(hidden, 1, Lba{150}), "01010100000000000400");
}

REDBOOK_TEST(test_golden_q_frames) {
  const Track plain{Lba{0}, {}, Blocks{300}, {}, {}};

  assert_text(with_crc(q_frame(plain, 1, Lba{0})), "01010100000000000200 5a28");
  assert_text(with_crc(q_frame_of_mcn(normal_mcn("1234567890128").value(), 10)),
              "02123456789012800010 071f");
  assert_text(with_crc(q_frame_of_isrc(normal_isrc("xy-blg-11-01234").value(), 10)),
              "03a2949c5c1101234010 f20b");
}
