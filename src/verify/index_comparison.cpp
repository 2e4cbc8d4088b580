#include "verify/index_comparison.hpp"

#include <utility>

#include "error.hpp"
#include "result.hpp"
#include "verify/read_disc.hpp"

namespace redbook {
namespace {

/// Codes in the Q data may hide an index that is shorter.
constexpr Blocks min_told_length{4};

/// Where an index begins that was staged.
struct Beginning {
  IndexPoint point{};
  IndexPoint previous{};  ///< what lies before it
  Lba place{};
  Blocks length{};  ///< up to the next one
};

/// All indexes of the disc, in order.
std::vector<Beginning> all_beginnings(const Disc &disc) {
  std::vector<Beginning> all;
  const auto add = [&](int track, int index, Lba place) {
    Beginning next{{track, index}, {}, place, disc.lead_out() - place};
    if (!all.empty()) {
      next.previous = all.back().point;
      all.back().length = place - all.back().place;
    }
    all.push_back(next);
  };
  int number = 0;
  for (const auto &track : disc.tracks) {
    ++number;
    int index = 1;
    if (track.pregap > Blocks{}) add(number, 0, track.start);
    add(number, index, track.index_1());
    for (const auto further : track.indexes)
      add(number, ++index, track.index_1() + further);
  }
  return all;
}

/// Those that can be seen to begin: not at the start of the disc, since drives don't read
/// what lies before LBA 0.
std::vector<Beginning> visible_beginnings(const Disc &disc) {
  auto all = all_beginnings(disc);
  std::erase_if(all, [](const Beginning &beginning) {
    return beginning.length < min_told_length ||
           beginning.place < Lba{} + min_told_length;
  });
  return all;
}

/// "03", as sheets have it.
bool begins_there(const Border &border, const Beginning &staged) {
  return border.before && border.behind && border.behind->point == staged.point &&
         border.before->place < staged.place + index_tolerance &&
         border.behind->place + index_tolerance >= staged.place;
}

bool follows_another(const Border &border, const Beginning &staged) {
  return border.before && border.before->point > staged.previous;
}

bool is_right(const Border &border, const Beginning &staged) {
  return begins_there(border, staged) && !follows_another(border, staged);
}

class IndexComparison {
 public:
  IndexComparison(const Disc &disc, const QReader &read_q, const std::stop_token &stop)
      : beginnings_{visible_beginnings(disc)}, scan_{disc.lead_out(), read_q, stop} {}

  Findings findings() {
    for (const auto &beginning : beginnings_) {
      compare(beginning);
      if (tells_nothing()) break;
    }
    if (unread_ > 0) findings_.push_back(unreadable());
    return std::move(findings_);
  }

 private:
  /// A drive that has told of none so far is not asked for all of them.
  bool tells_nothing() const {
    constexpr int patience = 3;
    return read_ == 0 && unread_ == patience;
  }

  void compare(const Beginning &staged) {
    const auto border = sure_border(staged);
    if (!border) {
      if (unread_++ == 0) first_unread_ = staged;
      return;
    }
    ++read_;
    if (!begins_there(*border, staged))
      wrong(staged, misplaced(staged));
    else if (follows_another(*border, staged))
      wrong(staged, preceded(staged, *border->before));
  }

  /// The border as it should be, or seen twice; nothing if the drive does not tell.
  std::optional<Border> sure_border(const Beginning &staged) const {
    constexpr int max_tries = 3;
    std::optional<Border> last;
    for (int i = 0; i < max_tries; ++i) {
      const auto border = scan_.border(staged.point, staged.place);
      if (border && (is_right(*border, staged) || border == last)) return border;
      last = border;
    }
    return {};
  }

  std::string misplaced(const Beginning &staged) {
    constexpr int max_searches = 10;
    const auto name = "its index " + two_digits(staged.point.index);
    const auto place = block_text(staged.place);
    if (searches_++ >= max_searches) return name + " does not begin at " + place + ".";
    const auto found = scan_.find(staged.point);
    if (!found || found->point != staged.point)
      return name + " is not on the disc, and should begin at " + place + ".";
    return name + " begins at " + block_text(found->place) + " instead of " + place + ".";
  }

  static std::string preceded(const Beginning &staged, const QPosition &before) {
    return "before its index " + two_digits(staged.point.index) + ", at " +
           block_text(before.place) + ", lies index " + two_digits(before.point.index) +
           " of track " + std::to_string(before.point.track) +
           ", which should not be on the disc.";
  }

  void wrong(const Beginning &staged, std::string sentence) {
    findings_.push_back({"VERIFY_INDEX",
                         Severity::error,
                         staged.point.track,
                         std::move(sentence),
                         {},
                         code_of(Result::verification_failed)});
  }

  Finding unreadable() const {
    const auto &first = first_unread_.point;
    const auto sentence =
        read_ == 0
            ? std::string{"the drive does not tell where its indexes begin."}
            : "the drive does not tell where " + std::to_string(unread_) + " of " +
                  std::to_string(beginnings_.size()) +
                  " indexes begin, the first being index " + two_digits(first.index) +
                  " of track " + std::to_string(first.track) + ".";
    return {"VERIFY_INDEX_UNREADABLE",
            Severity::note,
            0,
            sentence,
            "That was not verified.",
            0};
  }

  std::vector<Beginning> beginnings_;
  IndexScan scan_;
  int read_ = 0;
  int unread_ = 0;
  int searches_ = 0;
  Beginning first_unread_{};
  Findings findings_{};
};

}  // namespace

Findings compare_indexes(const Disc &disc, const QReader &read_q,
                         const std::stop_token &stop) {
  return IndexComparison{disc, read_q, stop}.findings();
}

}  // namespace redbook
