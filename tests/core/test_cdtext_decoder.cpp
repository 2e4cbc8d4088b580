#include "cdtext_files.hpp"

using namespace redbook;
using namespace redbook::test;

REDBOOK_TEST(test_everything_comes_back) { assert_comes_back(with_everything()); }

REDBOOK_TEST(test_repeats_come_back_in_full) {
  assert_comes_back(two_languages(),
                    {.repeats = Repeats::tab, .overflow = Overflow::refuse});
}

REDBOOK_TEST(test_japanese_comes_back) {
  assert_comes_back({{japanese_block()}, {}});
  assert_comes_back({{japanese_block()}, {}},
                    {.repeats = Repeats::tab, .overflow = Overflow::refuse});
}

REDBOOK_TEST(test_a_double_tab_is_one_character) {
  auto block = titled("七文字の題名だ", {"ああああ", "ああああ", "ああああ", "いい"});
  block.character_code = CharacterCode::ms_jis;
  for (std::size_t length = 0; length < 7; ++length) {
    block.disc.title = block.disc.title.substr(3);
    assert_comes_back({{block}, {}},
                      {.repeats = Repeats::tab, .overflow = Overflow::refuse});
  }
}

REDBOOK_TEST(test_eight_languages_come_back) {
  CdTextSet set;
  set.blocks.resize(8, german_block());
  assert_comes_back(set);
}

REDBOOK_TEST(test_full_disc_comes_back) { assert_comes_back(full_set(65)); }

REDBOOK_TEST(test_tracks_may_begin_late) {
  auto block = english_block();
  block.first_track = 97;
  assert_comes_back({{block}, {}});
}

REDBOOK_TEST(test_10000_random_sets_come_back) {
  Lottery lottery{20};
  for (int i = 0; i < 10000; ++i) {
    const auto set = random_set(lottery);
    assert_comes_back(set, {.repeats = i % 2 == 0 ? Repeats::tab : Repeats::automatic,
                            .overflow = Overflow::shorten});
  }
}

REDBOOK_TEST(test_three_kinds_of_files_are_read) {
  const auto bare = file_of(two_languages());
  const auto size = static_cast<unsigned>(bare.size()) + 2;

  for (const auto &file :
       {bare, bytes({size >> 8U, size & 0xffU, 0, 0}) + bare, bare + bytes({0})}) {
    const auto decoded = decode_cdtext(file);

    assert_text(found_in(decoded), "");
    ck_assert(decoded.set == two_languages());
  }
}
