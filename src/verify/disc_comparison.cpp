#include "verify/disc_comparison.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "cdtext/decoder.hpp"
#include "cdtext/pack.hpp"
#include "drive/track_at_once.hpp"
#include "result.hpp"
#include "text/text_field.hpp"

namespace redbook {
namespace {

// Control bits of the Q channel (IEC 60908, 17.5).
constexpr std::uint8_t pre_emphasis_bit = 1;
constexpr std::uint8_t copy_bit = 2;
constexpr std::uint8_t four_channel_bit = 8;

constexpr auto no_code = "0000000000000";

class LayoutComparison {
 public:
  LayoutComparison(const Disc &disc, const ReadDisc &read, WriteMode mode)
      : disc_{disc}, read_{read}, mode_{mode} {}

  Findings findings() {
    compare_toc();
    for (track_ = 1; track_ <= common_tracks(); ++track_) compare_track();
    track_ = 0;
    compare_mcn();
    compare_cdtext();
    return std::move(findings_);
  }

 private:
  int common_tracks() const {
    return static_cast<int>(std::min(disc_.tracks.size(), read_.tracks.size()));
  }
  const Track &expected() const {
    return disc_.tracks[static_cast<std::size_t>(track_ - 1)];
  }
  const ReadTrack &found() const {
    return read_.tracks[static_cast<std::size_t>(track_ - 1)];
  }

  void wrong(const char *name, std::string sentence) {
    findings_.push_back({name,
                         Severity::error,
                         track_,
                         std::move(sentence),
                         {},
                         code_of(Result::verification_failed)});
  }
  void not_told(const std::string &what) {
    findings_.push_back({"VERIFY_NOT_TOLD", Severity::warning, track_,
                         "the drive does not tell " + what + ".", "It was not verified.",
                         0});
  }

  void compare_toc() {
    const auto count = read_.tracks.size();
    if (count != disc_.tracks.size())
      wrong("VERIFY_TOC", "it has " + std::to_string(count) + " tracks instead of " +
                              std::to_string(disc_.tracks.size()) + ".");
    else if (mode_ == WriteMode::sao && read_.lead_out != disc_.lead_out())
      wrong("VERIFY_TOC", "it ends at " + block_text(read_.lead_out) + " instead of " +
                              block_text(disc_.lead_out()) + ".");
  }

  void compare_track() {
    compare_start();
    compare_control();
    compare_isrc();
  }

  // Where the tracks of track at once start is up to the drive.
  void compare_start() {
    const auto start = found().start;
    if (mode_ == WriteMode::sao && start != expected().index_1())
      wrong("VERIFY_TOC", "it starts at " + block_text(start) + " instead of " +
                              block_text(expected().index_1()) + ".");
    if (mode_ == WriteMode::tao && end_of_track() - start < expected().length)
      wrong("VERIFY_TOC", "it is " + to_string(Msf::of(end_of_track() - start)) +
                              " long instead of " +
                              to_string(Msf::of(expected().length)) + ".");
  }

  Lba end_of_track() const {
    const auto next = static_cast<std::size_t>(track_);
    return next < read_.tracks.size() ? read_.tracks[next].start : read_.lead_out;
  }

  void compare_control() {
    const int bits = found().control ^ control_of(expected().subcode);
    const auto compare = [&](int bit, const char *what) {
      if ((bits & bit) == 0) return;
      const bool has = found().control & bit;
      wrong("VERIFY_CONTROL", std::string{"it is "} + (has ? "" : "not ") + "marked as " +
                                  what + ", and " +
                                  (has ? "should not be." : "should be."));
    };
    compare(pre_emphasis_bit, "pre-emphasised");
    compare(copy_bit, "to be copied freely");
    compare(4, "data");
    compare(four_channel_bit, "of four channels");
  }

  void compare_isrc() {
    const auto &is = found().isrc;
    const auto &should_be = expected().subcode.isrc;
    if (is == should_be || (!is && should_be.empty())) return;
    if (!is) return not_told("its ISRC " + in_quotes(should_be));
    if (is->empty())
      wrong("VERIFY_ISRC", "its ISRC " + in_quotes(should_be) + " is not on the disc.");
    else if (should_be.empty())
      wrong("VERIFY_ISRC",
            "it has the ISRC " + in_quotes(*is) + " and should have none.");
    else
      wrong("VERIFY_ISRC", "its ISRC is " + in_quotes(*is) + " instead of " +
                               in_quotes(should_be) + ".");
  }

  void compare_mcn() {
    if (!read_.mcn && !disc_.mcn.empty())
      return not_told("the catalogue number " + in_quotes(disc_.mcn));
    const auto is = read_.mcn && *read_.mcn != no_code ? *read_.mcn : std::string{};
    const auto should_be = disc_.mcn == no_code ? std::string{} : disc_.mcn;
    if (is == should_be || !read_.mcn) return;
    if (is.empty())
      wrong("VERIFY_MCN",
            "its catalogue number " + in_quotes(should_be) + " is not on the disc.");
    else
      wrong("VERIFY_MCN",
            "its catalogue number is " + in_quotes(is) +
                (should_be.empty() ? " and it should have none."
                                   : " instead of " + in_quotes(should_be) + "."));
  }

  // Track at once has no room for CD-TEXT: the plan of the burn says so.
  void compare_cdtext() {
    const bool expected = mode_ == WriteMode::sao && !disc_.cdtext.empty();
    if (!read_.cdtext && expected) return not_told("its CD-TEXT");
    if (!read_.cdtext) return;
    const std::vector<std::byte> none;
    for (auto &finding : compare_packs(expected ? disc_.cdtext : none, *read_.cdtext))
      findings_.push_back(std::move(finding));
  }

  const Disc &disc_;
  const ReadDisc &read_;
  WriteMode mode_;
  int track_ = 0;
  Findings findings_{};
};

std::vector<CdTextPack> packs_in(const std::vector<std::byte> &bytes) {
  std::vector<CdTextPack> packs;
  for (Bytes left{bytes}; left.size() >= bytes_per_pack;
       left = left.subspan(bytes_per_pack))
    packs.push_back(CdTextPack::of(left));
  return packs;
}

/// "pack 4 (title of track 2)", counted from 1.
std::string name_of_pack(const CdTextPack &pack, std::size_t position) {
  const auto header = pack.header();
  auto name = "pack " + std::to_string(position + 1);
  if (header.type >= PackType::title && header.type <= PackType::genre)
    name += " (" + to_string(CdTextPlace{header.block, header.type, header.track}) + ")";
  return name;
}

Finding cdtext_finding(std::string sentence) {
  return {"VERIFY_CDTEXT",
          Severity::error,
          0,
          std::move(sentence),
          {},
          code_of(Result::verification_failed)};
}

void add_missing(const std::vector<CdTextPack> &staged,
                 const std::vector<CdTextPack> &read, Findings &findings) {
  std::string first;
  int missing = 0;
  for (std::size_t i = 0; i < staged.size(); ++i) {
    const bool there = std::any_of(read.begin(), read.end(), [&](const CdTextPack &pack) {
      return pack.header() == staged[i].header();
    });
    if (!there && missing++ == 0) first = name_of_pack(staged[i], i);
  }
  if (missing == 0) return;
  const auto count = std::to_string(missing) + " of " + std::to_string(staged.size());
  findings.push_back(cdtext_finding(
      count + " packs of its CD-TEXT are not on the disc, the first being " + first +
      "."));
}

void add_text_differences(const std::vector<std::byte> &staged,
                          const std::vector<std::byte> &read, Findings &findings) {
  constexpr std::size_t max_told = 10;
  const auto found = differences(decode_cdtext(staged).set, decode_cdtext(read).set);
  for (std::size_t i = 0; i < std::min(found.size(), max_told); ++i)
    findings.push_back(cdtext_finding("in its CD-TEXT the " + found[i].what + " is " +
                                      in_quotes(found[i].second) + " instead of " +
                                      in_quotes(found[i].first) + "."));
}

}  // namespace

std::uint8_t control_of(const Subcode &subcode) {
  const int bits = (subcode.pre_emphasis ? pre_emphasis_bit : 0) |
                   (subcode.copy == Copy::permitted ? copy_bit : 0) |
                   (subcode.four_channel ? four_channel_bit : 0);
  return static_cast<std::uint8_t>(bits);
}

WriteMode mode_of(const Disc &disc, const ReadDisc &read) {
  constexpr Blocks max_link{10};   // between a track and its gap, whatever the drive
  constexpr Blocks max_lack{100};  // of a track whose end was not written
  if (read.tracks.size() != disc.tracks.size()) return WriteMode::sao;
  bool apart = true;
  bool as_staged = read.lead_out == disc.lead_out();
  for (std::size_t i = 0; i < disc.tracks.size(); ++i) {
    const bool last = i + 1 == disc.tracks.size();
    const auto start = read.tracks[i].start;
    const auto end = last ? read.lead_out : read.tracks[i + 1].start;
    const auto behind = end - start - disc.tracks[i].length;
    const auto least = last ? Blocks{} : track_at_once_gap;
    as_staged = as_staged && start == disc.tracks[i].index_1();
    apart = apart && behind >= least - max_lack && behind <= least + max_link;
  }
  return apart && !as_staged ? WriteMode::tao : WriteMode::sao;
}

Findings compare_packs(const std::vector<std::byte> &staged,
                       const std::vector<std::byte> &read) {
  Findings findings;
  if (staged == read) return findings;
  if (staged.empty())
    findings.push_back(cdtext_finding("it has CD-TEXT and should have none."));
  else if (read.empty())
    findings.push_back(cdtext_finding("its CD-TEXT is not on the disc."));
  if (!findings.empty()) return findings;
  const auto expected = packs_in(staged);
  const auto found = packs_in(read);
  add_missing(expected, found, findings);
  add_text_differences(staged, read, findings);
  if (!findings.empty()) return findings;
  const auto other =
      std::mismatch(expected.begin(), expected.end(), found.begin(), found.end());
  const auto position = static_cast<std::size_t>(other.first - expected.begin());
  findings.push_back(cdtext_finding(
      position < expected.size() ? name_of_pack(expected[position], position) +
                                       " of its CD-TEXT is not the same."
                                 : "it has more packs of CD-TEXT than it should."));
  return findings;
}

Findings compare_layout(const Disc &disc, const ReadDisc &read, WriteMode mode) {
  return LayoutComparison{disc, read, mode}.findings();
}

}  // namespace redbook
