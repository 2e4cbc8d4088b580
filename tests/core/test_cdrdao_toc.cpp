#include <sstream>

#include "cdtext/disc_cdtext.hpp"
#include "disc_master_fixture.hpp"
#include "discs.hpp"
#include "image/cdrdao_toc.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

Blocks length_of(const std::string &msf) {
  Msf length;
  std::sscanf(msf.c_str(), "%d:%d:%d", &length.minutes, &length.seconds, &length.frames);
  return length.length();
}

// How long cdrdao would make the disc: it puts the tracks end to end.
Blocks disc_length(const std::string &toc) {
  Blocks length;
  std::istringstream lines{toc};
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("FILE ") || line.starts_with("SILENCE ") ||
        line.starts_with("PREGAP "))
      length += length_of(line.substr(line.rfind(' ') + 1));
  return length;
}

}  // namespace

REDBOOK_TEST(test_toc_of_a_whole_disc) {
  const Disc disc{
      {{Lba{0}, Blocks{150}, Blocks{22800}, {}, {}},
       {Lba{22800}, Blocks{150}, Blocks{22500}, {Blocks{4200}, Blocks{9000}}, {}},
       {Lba{45300}, {}, Blocks{27000}, {}, {}}},
      {}};

  const auto toc = cdrdao_toc(disc, "img.bin");

  assert_text(toc, R"(CD_DA

TRACK AUDIO
NO COPY
NO PRE_EMPHASIS
TWO_CHANNEL_AUDIO
FILE "img.bin" SWAP 00:00:00 05:04:00
START 00:02:00

TRACK AUDIO
NO COPY
NO PRE_EMPHASIS
TWO_CHANNEL_AUDIO
FILE "img.bin" SWAP 05:04:00 05:00:00
START 00:02:00
INDEX 00:56:00
INDEX 02:00:00

TRACK AUDIO
NO COPY
NO PRE_EMPHASIS
TWO_CHANNEL_AUDIO
FILE "img.bin" SWAP 10:04:00 06:00:00
)");
  assert_blocks(disc_length(toc), 72300);
}

REDBOOK_TEST(test_golden_toc) {
  auto disc = disc_of_the_golden_pair();
  disc.cdtext.clear();

  assert_text(cdrdao_toc(disc, "img.bin"), R"(CD_DA
CATALOG "1234567890128"

TRACK AUDIO
COPY
NO PRE_EMPHASIS
TWO_CHANNEL_AUDIO
ISRC "XYBLG1101234"
FILE "img.bin" SWAP 00:00:00 05:02:00
START 00:02:00

TRACK AUDIO
NO COPY
PRE_EMPHASIS
TWO_CHANNEL_AUDIO
FILE "img.bin" SWAP 05:02:00 05:02:00
START 00:02:00
INDEX 00:56:00

TRACK AUDIO
NO COPY
NO PRE_EMPHASIS
TWO_CHANNEL_AUDIO
FILE "img.bin" SWAP 10:04:00 06:00:00
)");
}

REDBOOK_TEST(test_packs_become_texts) {
  auto disc = disc_of_ddp_golden_3();

  assert_text(cdrdao_toc(disc, "a.bin"), R"(CD_DA
CD_TEXT {
  LANGUAGE_MAP { 0 : 9 }
  LANGUAGE 0 {
    TITLE "T"
    PERFORMER ""
    SONGWRITER ""
  }
}

TRACK AUDIO
NO COPY
NO PRE_EMPHASIS
TWO_CHANNEL_AUDIO
CD_TEXT {
  LANGUAGE 0 {
    TITLE "A"
    PERFORMER ""
    SONGWRITER ""
  }
}
FILE "a.bin" SWAP 00:00:00 00:10:00

TRACK AUDIO
NO COPY
NO PRE_EMPHASIS
TWO_CHANNEL_AUDIO
CD_TEXT {
  LANGUAGE 0 {
    TITLE "B"
    PERFORMER ""
    SONGWRITER "Writer Two"
  }
}
FILE "a.bin" SWAP 00:10:00 00:10:00
)");
}

REDBOOK_TEST(test_odd_characters_are_octal) {
  Disc disc{{{Lba{0}, {}, Blocks{300}, {}, {}}}, {"\"Größe\" \\ 1"}};
  add_cdtext(disc);

  const auto toc = cdrdao_toc(disc, "a.bin");

  ck_assert(toc.find(R"(TITLE "\042Gr\366\337e\042 \134 1")") != std::string::npos);
}

REDBOOK_TEST(test_packs_of_fewer_tracks_leave_the_others_without_texts) {
  auto disc = disc_of_ddp_golden_3();
  for (int i = 0; i < 97; ++i)
    disc.tracks.push_back({disc.lead_out(), {}, Blocks{300}, {}, {}});

  const auto toc = cdrdao_toc(disc, "a.bin");

  ck_assert(toc.find("TITLE \"B\"") != std::string::npos);
}

REDBOOK_TEST(test_backslash_in_the_file_name_is_escaped) {
  const auto toc = cdrdao_toc({{{Lba{0}, {}, Blocks{300}, {}, {}}}, {}}, "a\\b.bin");

  assert_text(toc,
              "CD_DA\n\nTRACK AUDIO\n"
              "NO COPY\nNO PRE_EMPHASIS\nTWO_CHANNEL_AUDIO\n"
              "FILE \"a\\\\b.bin\" SWAP 00:00:00 00:04:00\n");
}

REDBOOK_TEST(test_gaps_between_tracks_are_part_of_the_disc) {
  Staging staging{{.gap = Blocks{150}}};
  staging.stage(Blocks{300});
  staging.stage(Blocks{300});

  const auto toc = cdrdao_toc(staging.master.layout(), "img.bin");

  assert_blocks(disc_length(toc), staging.master.layout().length().count());
}
