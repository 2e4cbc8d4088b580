#include <glib.h>

#include "cdtext/block_texts.hpp"
#include "cdtext_sets.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

constexpr EncodingOptions with_tabs{.repeats = Repeats::tab,
                                    .overflow = Overflow::refuse};

std::string md5_of(const EncodedCdText &encoded) {
  const auto bytes = encoded.bytes();
  auto *const sum = g_compute_checksum_for_data(
      G_CHECKSUM_MD5, reinterpret_cast<const guchar *>(bytes.data()), bytes.size());
  const std::string text{sum};
  g_free(sum);
  return text;
}

std::string packs_of(const CdTextSet &set, const EncodingOptions &options = {}) {
  return hexadecimal(encode(set, options).packs);
}

}  // namespace

// Vector P1: cdrdao 1.2.6 and cue2ddp 1.1 agree on it to the byte.
REDBOOK_TEST(test_repeats_are_written_in_full) {
  const auto encoded = encode({{english_block()}, {}});

  assert_text(hexadecimal(encoded.packs), R"(80000000 4469736300547261636b204f 4804
80010107 6e6500547261636b2054776f 55c9
80020209 00547261636b205468726565 e66f
8003030b 000000000000000000000000 5df7
81000400 417274697374004172746973 fd22
81010505 740041727469737400417274 8c25
81030603 697374000000000000000000 62ac
8f000700 000103000403000000000000 40fb
8f010800 000000000000000309000000 d6a6
8f020900 000000000900000000000000 0a4e
)");
  assert_text(md5_of(encoded), "635585dbd3cc4b073d1edcf2183bf2d8");
}

// P1t: the same by libburn 1.5.4.
REDBOOK_TEST(test_repeats_can_be_tabs) {
  assert_text(packs_of({{english_block()}, {}}, with_tabs),
              R"(80000000 4469736300547261636b204f 4804
80010107 6e6500547261636b2054776f 55c9
80020209 00547261636b205468726565 e66f
8003030b 000000000000000000000000 5df7
81000400 417274697374004172746973 fd22
81010505 740009000900000000000000 c23f
8f000600 000103000402000000000000 83fb
8f010700 000000000000000308000000 3b7f
8f020800 000000000900000000000000 712f
)");
}

// P3: two languages, by libburn.
REDBOOK_TEST(test_two_languages_are_two_blocks) {
  assert_text(packs_of({{english_block(), german_block()}, {}}, with_tabs),
              R"(80000000 4469736300547261636b204f 4804
80010107 6e6500547261636b2054776f 55c9
80020209 00547261636b205468726565 e66f
8003030b 000000000000000000000000 5df7
81000400 417274697374004172746973 fd22
81010505 740009000900000000000000 c23f
8f000600 000103000402000000000000 83fb
8f010700 000000000000000308070000 beef
8f020800 000000000908000000000000 e282
80000010 4672f6686c69636865204ee4 cb5d
8000011c 63687465004772f6df6500dc 6d8f
80020211 62756e670053747261df6500 1988
81000310 4bfc6e73746c6572004bfc6e 1fd3
81010413 73746c657200090009000000 19a7
8f000510 000103000302000000000000 dff4
8f010610 000000000000000308070000 d33a
8f020710 000000000908000000000000 6f5b
)");
}

// The third golden set of DDP images.
REDBOOK_TEST(test_a_text_of_one_track_is_written_for_all) {
  CdTextSet set{{titled("T", {"A", "B"})}, {}};
  set.blocks[0].tracks[1].texts.songwriter = "Writer Two";

  const auto encoded = encode(set);

  assert_text(hexadecimal(encoded.packs), R"(80000000 540041004200000000000000 7463
82000100 00005772697465722054776f 3681
8202020a 000000000000000000000000 8d60
8f000300 000102000100020000000000 c967
8f010400 000000000000000305000000 8f5a
8f020500 000000000900000000000000 1c80
)");
  assert_text(md5_of(encoded), "9e722863db6c7287828f321a48caac99");
}

REDBOOK_TEST(test_every_type_has_its_packs) {
  CdTextSet set{{titled("T", {"A"})}, {}};
  fill(set.blocks[0], 0);

  assert_text(packs_of(set), R"(80000000 540041000000000000000000 0d15
81000100 500000000000000000000000 cedb
82000200 530000000000000000000000 aeaa
83000300 430000000000000000000000 4abf
84000400 520000000000000000000000 6603
85000500 4d0000000000000000000000 91f5
86000600 585920310000000000000000 80e9
87000700 0017526f636b206f66207468 ee8b
8700080a 652036307300000000000000 b082
8d000900 dc62756e6700000000000000 9a25
8e000a00 313233343536373839303132 6f9b
8e000b0c 38005859424c473131303132 23b9
8e010c0a 333400000000000000000000 ed71
8f000d00 000101030101010101010102 3bc7
8f010e00 00000000000103030f000000 8cd9
8f020f00 000000000900000000000000 0129
)");
}

// doc/cdtext.txt of libburn has it from a file of Sony's tools.
REDBOOK_TEST(test_table_of_contents_is_in_msf) {
  CdTextToc toc{1, {}, {}};
  toc.lead_out = Lba{-150} + Msf{63, 2, 18}.length();
  for (const auto msf : {Msf{0, 2, 0}, Msf{4, 11, 25}, Msf{8, 2, 50}, Msf{11, 47, 62}})
    toc.starts.push_back(Lba{-150} + msf.length());
  toc.starts.resize(12, Lba{0});
  for (const auto msf : {Msf{53, 24, 25}, Msf{57, 3, 25}})
    toc.starts.push_back(Lba{-150} + msf.length());
  int sequence = 0x23;

  const auto packs = packs_of(toc, CdTextBlock{}, 0, sequence);

  ck_assert_uint_eq(packs.size(), 5);
  assert_text(hexadecimal(packs[0]), "88002300 010e003f0212000000000000 1200");
  assert_text(hexadecimal(packs[1]), "88012400 000200040b190802320b2f3e 672d");
  assert_text(hexadecimal(packs[4]), "880d2700 351819390319000000000000 eaaf");
  ck_assert_int_eq(sequence, 0x28);
}

REDBOOK_TEST(test_genre_code_is_no_part_of_the_text) {
  CdTextSet set{{titled("", {""})}, {}};
  set.blocks[0].genre_code = 0x0e;
  set.blocks[0].genre = "Jazz from Chicago";

  const auto packs = encode(set).packs;

  ck_assert_uint_eq(packs.size(), 5);
  ck_assert_int_eq(packs[0].header().characters_before, 0);
  ck_assert_int_eq(packs[1].header().characters_before, 10);
}

REDBOOK_TEST(test_japanese_packs_are_all_double_byte) {
  CdTextSet set{{titled("さくら", {"あ", "あ"})}, {}};
  set.blocks[0].character_code = CharacterCode::ms_jis;
  set.blocks[0].language = Language::japanese;
  set.blocks[0].mcn = "1234567890128";

  assert_text(packs_of(set, with_tabs), R"(80000080 82b382ad82e7000082a00000 62fd
80020180 82a000000000000000000000 fb0d
8e000280 313233343536373839303132 3150
8e000386 380000000000000000000000 d380
8f000480 800102000200000000000000 e555
8f010580 000000000000020306000000 5107
8f020680 000000006900000000000000 a93b
)");
}
