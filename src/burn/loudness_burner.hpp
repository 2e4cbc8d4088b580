/// Makes audio louder or softer before it is burned.
#pragma once

#include <functional>
#include <memory>

#include "burn/burner.hpp"
#include "loudness/adjusted_audio.hpp"
#include "report/report.hpp"

namespace redbook {

/// Has the audio adjusted, or takes what another burn has had adjusted, and has another
/// burner burn it: whatever that reads, sums up, verifies and keeps is what goes onto the
/// disc.
class LoudnessBurner : public Burner {
 public:
  /// Makes a burner of the disc of the draft; its audio is at the start of the stash.
  using Make = std::function<std::unique_ptr<Burner>(std::shared_ptr<Stash> stash,
                                                     const ReportDraft &draft)>;

  /// The disc begins at `offset` in `audio`. `draft` gets its checksums and loudness.
  LoudnessBurner(std::shared_ptr<AdjustedAudio> audio, Blocks offset, ReportDraft draft,
                 Make make);

  void burn(const Disc &disc, BurnObserver &observer, std::stop_token stop) override;

 private:
  void adjust(BurnObserver &observer, const std::stop_token &stop);
  std::shared_ptr<Stash> stash() const;

  std::shared_ptr<AdjustedAudio> audio_;
  Blocks offset_;
  ReportDraft draft_;
  Make make_;
};

}  // namespace redbook
