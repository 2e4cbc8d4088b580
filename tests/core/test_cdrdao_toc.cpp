#include <sstream>

#include "image/cdrdao_toc.hpp"
#include "staging.hpp"

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

START_TEST(test_toc_of_a_whole_disc) {
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
END_TEST

START_TEST(test_backslash_in_the_file_name_is_escaped) {
  const auto toc = cdrdao_toc({{{Lba{0}, {}, Blocks{300}, {}, {}}}, {}}, "a\\b.bin");

  assert_text(toc,
              "CD_DA\n\nTRACK AUDIO\n"
              "NO COPY\nNO PRE_EMPHASIS\nTWO_CHANNEL_AUDIO\n"
              "FILE \"a\\\\b.bin\" SWAP 00:00:00 00:04:00\n");
}
END_TEST

START_TEST(test_gaps_between_tracks_are_part_of_the_disc) {
  Staging staging{{.gap = Blocks{150}}};
  staging.stage(Blocks{300});
  staging.stage(Blocks{300});

  const auto toc = cdrdao_toc(staging.master.layout(), "img.bin");

  assert_blocks(disc_length(toc), staging.master.layout().length().count());
}
END_TEST

int main() {
  return run("cdrdao_toc",
             {test_toc_of_a_whole_disc, test_backslash_in_the_file_name_is_escaped,
              test_gaps_between_tracks_are_part_of_the_disc});
}
