/// How a burn goes on.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <variant>

#include "checksum/track_checksums.hpp"
#include "disc/finding.hpp"
#include "drive/drive_settings.hpp"
#include "loudness/loudness.hpp"

namespace redbook {

/// Why somebody has to put a disc into a drive. blank: there is none. another: the one
/// that is in it won't do. next: the last burn's was the one before.
enum class RequestedMedium { blank, another, next };
template <>
inline constexpr std::array words<RequestedMedium> = {"blank", "another", "next"};

/// What happens in a burn (IDiscMasterProgressEvents), about in this order. Blocks rise
/// from 0 to the total, or to the length of the disc. `type`: what it is called among the
/// messages of redbook-burner.
namespace event {

// Of audio that is made louder or softer.

/// So much of the work on the audio is done.
struct Adjusting {
  Blocks completed{};
  Blocks total{};
  bool operator==(const Adjusting &) const = default;
};

/// The audio of the disc is as it will be burned.
struct Adjusted {
  std::optional<DiscSums> sums{};  ///< none if they are not wanted
  DiscLoudness loudness{};         ///< what its tracks came with
  bool operator==(const Adjusted &) const = default;
};

// Of a drive.

/// Somebody has to do something, or the burn does not begin.
struct MediumRequested {
  RequestedMedium medium = RequestedMedium::blank;
  std::string complaint{};  ///< what is wrong with the one in the drive, for the user
  bool operator==(const MediumRequested &) const = default;
};

/// There is something to say of the disc on this drive, such as what track at once can't
/// hold. At any time.
struct Found {
  static constexpr auto type = "found";
  Finding finding{};
  bool operator==(const Found &) const = default;
};

/// A rewritable medium is being made blank.
struct Erasing {
  static constexpr auto type = "erasing";
  std::chrono::seconds elapsed{};
  std::chrono::seconds estimated_total{};
  bool operator==(const Erasing &) const = default;
};

/// It is decided how the disc will be written.
struct Chosen {
  static constexpr auto type = "chosen";
  WriteMode write_mode = WriteMode::sao;
  int write_speed = 0;  ///< blocks a second, as the drive promises; 0: it does not
  bool operator==(const Chosen &) const = default;
};

// Of a drive or an image.

/// The disc is being prepared; writing starts in about `estimated`.
struct Preparing {
  static constexpr auto type = "preparing";
  std::chrono::seconds estimated{};
  bool operator==(const Preparing &) const = default;
};

/// So many tracks are complete. N + 1 of these for N tracks, the first with 0.
struct TracksWritten {
  static constexpr auto type = "tracks-written";
  int written = 0;
  bool operator==(const TracksWritten &) const = default;
};

/// How full the drive's buffer is. Before each BlocksWritten; never from an image.
struct BufferFilled {
  static constexpr auto type = "buffer-filled";
  int percent = 0;
  bool operator==(const BufferFilled &) const = default;
};

/// So much of the disc is written.
struct BlocksWritten {
  static constexpr auto type = "blocks-written";
  Blocks written{};
  bool operator==(const BlocksWritten &) const = default;
};

/// The disc is being closed, which takes about `estimated`.
struct Closing {
  static constexpr auto type = "closing";
  std::chrono::seconds estimated{};
  bool operator==(const Closing &) const = default;
};

/// So much of the disc has been read back and compared. Of a drive.
struct Verified {
  static constexpr auto type = "verified";
  Blocks completed{};
  Blocks total{};
  bool operator==(const Verified &) const = default;
};

}  // namespace event

using BurnEvent =
    std::variant<event::Adjusting, event::Adjusted, event::MediumRequested, event::Found,
                 event::Erasing, event::Chosen, event::Preparing, event::TracksWritten,
                 event::BufferFilled, event::BlocksWritten, event::Closing,
                 event::Verified>;

/// Hears how a burn goes on.
class BurnObserver {
 public:
  virtual ~BurnObserver() = default;

  /// Called on the burning thread: must return soon, and must not throw.
  virtual void on(const BurnEvent &event) noexcept = 0;
};

/// Ignores all events.
class Unobserved : public BurnObserver {
 public:
  void on(const BurnEvent &) noexcept override {}
};

}  // namespace redbook
