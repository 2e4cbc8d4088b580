/// Discs for the linter, and what it finds.
#pragma once

#include "disc/lint.hpp"
#include "suite.hpp"

namespace redbook::test {

constexpr Blocks no_limit{1 << 30};

/// Tracks of these lengths end to end, without pregaps.
inline Disc disc_of(std::initializer_list<int> lengths) {
  Disc disc;
  for (const auto length : lengths)
    disc.tracks.push_back({disc.lead_out(), {}, Blocks{length}, {}, {}});
  return disc;
}

inline Disc disc_of_tracks(int number, int length = 300) {
  Disc disc;
  for (int i = 0; i < number; ++i)
    disc.tracks.push_back({disc.lead_out(), {}, Blocks{length}, {}, {}});
  return disc;
}

/// Three tracks of a minute.
inline Disc three() { return disc_of({4500, 4500, 4500}); }

template <typename Change>
Disc three_with(Change &&change) {
  auto disc = three();
  change(disc);
  return disc;
}

inline Disc with_mcn(const std::string &mcn) {
  return three_with([&](Disc &disc) { disc.mcn = mcn; });
}

inline Disc with_isrcs(const std::string &first, const std::string &second = {},
                       const std::string &third = {}) {
  return three_with([&](Disc &disc) {
    disc.tracks[0].subcode.isrc = first;
    disc.tracks[1].subcode.isrc = second;
    disc.tracks[2].subcode.isrc = third;
  });
}

/// Track 2 has these index points from 02 on.
inline Disc with_indexes(std::initializer_list<int> indexes) {
  return three_with([&](Disc &disc) {
    for (const auto index : indexes) disc.tracks[1].indexes.push_back(Blocks{index});
  });
}

inline Disc with_index_points(int number, int distance) {
  return three_with([&](Disc &disc) {
    for (int i = 1; i <= number; ++i)
      disc.tracks[1].indexes.push_back(Blocks{i * distance});
  });
}

/// Track 2 has this pregap; its length stays.
inline Disc with_pregap(int pregap) {
  return three_with([&](Disc &disc) { disc.tracks[1].pregap = Blocks{pregap}; });
}

inline Disc with_flags(const Subcode &flags) {
  return three_with([&](Disc &disc) { disc.tracks[1].subcode = flags; });
}

/// Track 1 of `length`, then a track whose pregap is `pregap`.
inline Disc short_before(int length, int pregap) {
  auto disc = disc_of({length, 4500});
  disc.tracks[1].pregap = Blocks{pregap};
  return disc;
}

/// Each finding as `NAME severity track`, and a blank behind it.
inline std::string names(const Findings &findings) {
  std::string text;
  for (const auto &finding : findings)
    text += finding.name + ' ' + name_of(finding.severity) + ' ' +
            std::to_string(finding.track) + ' ';
  return text;
}

struct Case {
  const char *what;
  Disc disc;
  std::string findings;  ///< as names() has them
  Disc repaired;
  Blocks capacity = eighty_minutes;
};

inline Case good(const char *what, const Disc &disc, Blocks capacity = eighty_minutes) {
  return {what, disc, {}, disc, capacity};
}

/// Told, and left as it is.
inline Case told(const char *what, const Disc &disc, const char *findings,
                 Blocks capacity = eighty_minutes) {
  return {what, disc, std::string{findings} + ' ', disc, capacity};
}

inline Case mended(const char *what, const Disc &disc, const char *findings,
                   const Disc &repaired) {
  return {what, disc, std::string{findings} + ' ', repaired};
}

inline void check(const Case &layout) {
  const auto linted = lint(layout.disc, layout.capacity);

  const auto found = names(linted.findings);
  ck_assert_msg(found == layout.findings, "%s: '%s' instead of '%s'", layout.what,
                found.c_str(), layout.findings.c_str());
  ck_assert_msg(linted.disc == layout.repaired, "%s: repaired otherwise", layout.what);
  ck_assert_msg(linted.can_be_made() == (found.find(" error ") == std::string::npos),
                "%s: can_be_made()", layout.what);
}

inline void check(std::initializer_list<Case> layouts) {
  for (const auto &layout : layouts) check(layout);
}

inline const std::string &only_sentence(const Linted &linted) {
  ck_assert_uint_eq(linted.findings.size(), 1);
  return linted.findings.front().sentence;
}

}  // namespace redbook::test
