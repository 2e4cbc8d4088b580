#include "disc/lint.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "disc/codes.hpp"
#include "result.hpp"
#include "text/text_field.hpp"

namespace redbook {
namespace {

/// IMAPI v2's codes for what v1 has none.
constexpr std::uint32_t invalid_isrc = 0xC0AA050B;
constexpr std::uint32_t invalid_mcn = 0xC0AA050C;
constexpr std::uint32_t too_many_indexes = 0x80AA0A06;
constexpr std::uint32_t index_too_close = 0x80AA0A0A;

/// MMC-5 and IMAPI: two index points of a track are this far apart at least.
constexpr Blocks closest_indexes{10};

/// The lead-out of a 74 minute disc; longer discs want longer blanks.
constexpr Blocks seventy_four_minutes{332850};

/// Applies the rules to one disc, in the order of the disc.
class Linter {
 public:
  Linter(Disc disc, Blocks capacity) : disc_{std::move(disc)}, capacity_{capacity} {}

  Linted lint() {
    check_disc();
    for (auto &track : disc_.tracks) {
      ++number_;
      check_place(track);
      check_length(track);
      check_indexes(track);
      check_isrc(track);
      check_flags(track);
    }
    number_ = 0;
    check_same_isrc();
    return {std::move(disc_), std::move(findings_)};
  }

 private:
  void note(const char *name, std::string sentence) {
    findings_.push_back({name, Severity::note, number_, std::move(sentence), {}, 0});
  }
  void changed(const char *name, std::string sentence, std::string action,
               std::uint32_t code = 0) {
    findings_.push_back(
        {name, Severity::warning, number_, std::move(sentence), std::move(action), code});
  }
  void wrong(const char *name, std::string sentence, Result result) {
    findings_.push_back(
        {name, Severity::error, number_, std::move(sentence), {}, code_of(result)});
  }

  void check_disc() {
    if (disc_.tracks.empty())
      wrong("NO_TRACKS", "it has no tracks.", Result::invalid_image);
    if (disc_.tracks.size() > max_tracks)
      wrong("TRACK_LIMIT",
            "it has " + std::to_string(disc_.tracks.size()) +
                " tracks, and 99 at most fit.",
            Result::track_limit);
    check_lead_out();
    check_mcn();
  }

  void check_lead_out() {
    const auto length = disc_.length();
    const auto limit = std::min(capacity_, max_program_length);
    if (length > limit)
      wrong("LEADOUT_LIMIT",
            "it is " + msf_text(length) + " long, and " + msf_text(limit) +
                " is the most that fits.",
            Result::disc_full);
    else if (length > eighty_minutes)
      note("LONGER_THAN_80_MINUTES",
           "it is " + msf_text(length) + " long, which needs an oversize blank.");
    else if (length > seventy_four_minutes)
      note("LONGER_THAN_74_MINUTES",
           "it is " + msf_text(length) + " long, which needs an 80 minute blank.");
  }

  void check_mcn() {
    if (disc_.mcn.empty()) return;
    const auto mcn = normal_mcn(disc_.mcn);
    if (!mcn)
      changed("MCN_SYNTAX",
              "its catalogue number " + in_quotes(disc_.mcn) + " is not 12 or 13 digits.",
              "It was left out.", invalid_mcn);
    else if (!has_right_check_digit(*mcn))
      changed("MCN_CHECKSUM",
              "the last digit of its catalogue number " + in_quotes(*mcn) +
                  " is not the check digit of the others.",
              "It was left out.", invalid_mcn);
    const bool good = mcn && has_right_check_digit(*mcn);
    disc_.mcn = good ? *mcn : std::string{};
  }

  void check_place(const Track &track) {
    if (track.start != end_)
      wrong("TRACK_PLACE", "it does not begin where the one before ends.",
            Result::invalid_image);
    if (track.pregap < Blocks{0})
      wrong("PREGAP_LENGTH", "its pregap is shorter than nothing.",
            Result::invalid_image);
    if (track.pregap > track.length)
      wrong("PREGAP_LENGTH", "its pregap is longer than the track itself.",
            Result::invalid_image);
    end_ = track.end();
  }

  // Whether the next track's pregap counts is read differently; the loose reading is
  // refused, the strict one told (MMC-5, 6.33.3.6).
  void check_length(const Track &track) {
    const auto own = track.length - track.pregap;
    if (own >= min_track_length || own < Blocks{0}) return;
    if (own + pregap_after() < min_track_length)
      wrong("TRACK_TOO_SHORT",
            "it is " + msf_text(own) + " long, and 4 seconds are the least.",
            Result::track_not_big_enough);
    else
      note("TRACK_SHORT_WITHOUT_PREGAP",
           "it is " + msf_text(own) +
               " long, less than 4 seconds without the pregap behind it.");
  }

  Blocks pregap_after() const {
    const auto next = static_cast<std::size_t>(number_);
    return next < disc_.tracks.size() ? disc_.tracks[next].pregap : Blocks{0};
  }

  void check_indexes(Track &track) {
    std::vector<Blocks> good;
    auto last = Blocks{0};
    bool out_of_order = false;
    bool outside = false;
    bool too_close = false;
    for (const auto index : track.indexes) {
      out_of_order |= index <= last;
      outside |= track.index_1() + index >= track.end();
      if (index <= last || track.index_1() + index >= track.end()) continue;
      too_close |= index - last < closest_indexes;
      if (index - last < closest_indexes) continue;
      good.push_back(index);
      last = index;
    }
    if (out_of_order)
      changed("INDEX_ORDER", "its index points do not rise.",
              "Those out of order were left out.");
    if (outside)
      changed("INDEX_OUTSIDE", "it has index points behind its end.",
              "They were left out.");
    if (too_close)
      changed("INDEX_TOO_CLOSE", "it has index points less than 10 blocks apart.",
              "The later ones were left out.", index_too_close);
    track.indexes = std::move(good);
    limit_indexes(track);
  }

  void limit_indexes(Track &track) {
    constexpr std::size_t most = max_index - 1;
    if (track.indexes.size() <= most) return;
    changed("INDEX_LIMIT", "it has more than 99 index points.",
            "Those behind index 99 were left out.", too_many_indexes);
    track.indexes.resize(most);
  }

  void check_isrc(Track &track) {
    if (track.subcode.isrc.empty()) return;
    const auto isrc = normal_isrc(track.subcode.isrc);
    if (!isrc)
      changed("ISRC_SYNTAX",
              "its ISRC " + in_quotes(track.subcode.isrc) +
                  " is not five letters or digits and seven digits.",
              "It was left out.", invalid_isrc);
    track.subcode.isrc = isrc.value_or("");
  }

  void check_flags(const Track &track) {
    if (track.subcode.four_channel)
      note("FOUR_CHANNEL", "it is marked as four-channel audio, which no player plays.");
  }

  void check_same_isrc() {
    std::map<std::string, int> first;
    int number = 0;
    for (const auto &track : disc_.tracks) {
      ++number;
      if (track.subcode.isrc.empty()) continue;
      const auto [earlier, added] = first.emplace(track.subcode.isrc, number);
      if (!added)
        findings_.push_back(
            {"ISRC_TWICE",
             Severity::note,
             number,
             "it has the ISRC of track " + std::to_string(earlier->second) + ".",
             {},
             0});
    }
  }

  Disc disc_;
  Blocks capacity_;
  Findings findings_;
  Lba end_;         // of the track before
  int number_ = 0;  // of the track being looked at; 0: the disc
};

}  // namespace

bool Linted::can_be_made() const {
  return std::none_of(findings.begin(), findings.end(), [](const Finding &finding) {
    return finding.severity == Severity::error;
  });
}

Linted lint(Disc disc, Blocks capacity) {
  return Linter{std::move(disc), capacity}.lint();
}

}  // namespace redbook
