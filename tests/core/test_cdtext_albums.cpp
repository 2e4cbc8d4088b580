#include "cdtext_preparation_fixture.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

const std::vector<std::string> swan_lake{"Вступление",
                                         "Сцена",
                                         "Вальс",
                                         "Танец с кубками",
                                         "Объезд",
                                         "Лебедь",
                                         "Щелкунчик",
                                         "Ёлка",
                                         "Цыганский танец",
                                         "Мазурка",
                                         "Чардаш",
                                         "Испанский танец",
                                         "Неаполитанский",
                                         "Появление гостей",
                                         "Финал",
                                         "Жизель",
                                         "Хор",
                                         "Эпилог",
                                         "Юность",
                                         "Яблоня",
                                         "Подмосковные вечера",
                                         "Весна – лето",
                                         "«Ночь»",
                                         "Кода №2"};

const std::vector<std::string> japanese_titles{"さくら",
                                               "東京ラブストーリー",
                                               "君の名は。",
                                               "夜に駆ける",
                                               "雪の華",
                                               "涙そうそう",
                                               "Love Story",
                                               "ﾊﾛｰ･ｸﾞｯﾊﾞｲ",
                                               "千本桜",
                                               "春よ、来い",
                                               "ロビンソン",
                                               "Beyoncé と僕",
                                               "★☆♪",
                                               "第2章 〜夢〜",
                                               "愛をこめて花束を",
                                               "糸",
                                               "ひこうき雲",
                                               "いとしのエリー",
                                               "上を向いて歩こう",
                                               "天城越え",
                                               "花",
                                               "残酷な天使のテーゼ",
                                               "恋",
                                               "R&B ナイト"};

}  // namespace

REDBOOK_TEST(test_a_cyrillic_album_is_readable) {
  CdTextSet set{{titled("Лебединое озеро", swan_lake)}, {}};
  set.blocks[0].language = Language::russian;

  const auto [result, changes] = prepared(set);

  assert_text(titles_of(result), R"(Vstupleniye
Stsena
Vals
Tanets s kubkami
Obyezd
Lebed
Shchelkunchik
Yëlka
Tsyganskiy tanets
Mazurka
Chardash
Ispanskiy tanets
Neapolitanskiy
Poyavleniye gostey
Final
Zhizel
Khor
Epilog
Yunost
Yablonya
Podmoskovnyye vechera
Vesna - leto
«Noch»
Koda No2
)");
  ck_assert_uint_eq(changes.size(), 25);
  assert_text(to_string(changes[6]),
              "The title of track 6 was transliterated: \"Лебедь\" became \"Lebed\".");
  ck_assert(result.blocks[0].language == Language::russian);
  assert_written_so(result);
}

REDBOOK_TEST(test_a_japanese_album_is_in_ms_jis) {
  CdTextSet set{{titled("ベスト", japanese_titles)}, {}};
  set.blocks[0].language = Language::japanese;
  set.blocks[0].mcn = "1234567890128";

  const auto [result, changes] = prepared(set);

  assert_text(titles_of(result), R"(さくら
東京ラブストーリー
君の名は。
夜に駆ける
雪の華
涙そうそう
Ｌｏｖｅ　Ｓｔｏｒｙ
ハロー・グッバイ
千本桜
春よ、来い
ロビンソン
Ｂｅｙｏｎｃｅ　と僕
★☆♪
第２章　～夢～
愛をこめて花束を
糸
ひこうき雲
いとしのエリー
上を向いて歩こう
天城越え
花
残酷な天使のテーゼ
恋
Ｒ＆Ｂ　ナイト
)");
  ck_assert(result.blocks[0].character_code == CharacterCode::ms_jis);
  ck_assert_uint_eq(changes.size(), 5);
  assert_written_so(result);
}
