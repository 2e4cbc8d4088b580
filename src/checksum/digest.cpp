#include "checksum/digest.hpp"

#include <glib.h>

#include <algorithm>
#include <utility>

namespace redbook {
namespace {

struct ChecksumFree {
  void operator()(GChecksum *checksum) const { g_checksum_free(checksum); }
};
using OwnedChecksum = std::unique_ptr<GChecksum, ChecksumFree>;

OwnedChecksum new_checksum(bool wanted, GChecksumType type) {
  return OwnedChecksum{wanted ? g_checksum_new(type) : nullptr};
}

OwnedChecksum copy_of(const OwnedChecksum &checksum) {
  return OwnedChecksum{checksum ? g_checksum_copy(checksum.get()) : nullptr};
}

void add_to(const OwnedChecksum &checksum, Bytes bytes) {
  if (checksum)
    g_checksum_update(checksum.get(), reinterpret_cast<const guchar *>(bytes.data()),
                      static_cast<gssize>(bytes.size()));
}

// GChecksum takes no more once it was asked.
std::string text_of(const OwnedChecksum &checksum) {
  const auto copy = copy_of(checksum);
  return copy ? g_checksum_get_string(copy.get()) : "";
}

}  // namespace

struct Digest::State {
  OwnedChecksum md5;
  OwnedChecksum sha1;
};

Digest::Digest(DigestChoice choice)
    : state_{new State{new_checksum(choice.md5, G_CHECKSUM_MD5),
                       new_checksum(choice.sha1, G_CHECKSUM_SHA1)}} {}

Digest::~Digest() = default;

Digest::Digest(const Digest &other)
    : state_{new State{copy_of(other.state_->md5), copy_of(other.state_->sha1)}} {}

Digest::Digest(Digest &&) noexcept = default;
Digest &Digest::operator=(Digest &&) noexcept = default;

void Digest::add(Bytes bytes) {
  add_to(state_->md5, bytes);
  add_to(state_->sha1, bytes);
}

DigestTexts Digest::texts() const {
  return {text_of(state_->md5), text_of(state_->sha1)};
}

TrackDigests::Running *TrackDigests::running_from(std::int64_t start) {
  const auto found =
      std::find_if(running_.begin(), running_.end(),
                   [start](const Running &running) { return running.start == start; });
  return found == running_.end() ? nullptr : &*found;
}

void TrackDigests::add(Bytes audio, std::int64_t position,
                       const std::vector<std::int64_t> &starts) {
  if (!choice_.any()) return;
  std::erase_if(running_, [&starts](const Running &running) {
    return std::find(starts.begin(), starts.end(), running.start) == starts.end();
  });
  for (const auto start : starts)
    if (start == position && !running_from(start))
      running_.push_back({start, Digest{choice_}});
  for (auto &running : running_) running.digest.add(audio);
}

void TrackDigests::may_end(std::int64_t end) {
  for (const auto &[start, digest] : running_)
    finished_.push_back({start, end, digest.texts()});
}

void TrackDigests::rewind(std::int64_t position) {
  running_.clear();
  std::erase_if(finished_,
                [position](const Finished &track) { return track.end > position; });
}

std::optional<DigestTexts> TrackDigests::finished(std::int64_t start,
                                                  std::int64_t end) const {
  for (const auto &track : finished_)
    if (track.start == start && track.end == end) return track.texts;
  return std::nullopt;
}

std::optional<Digest> TrackDigests::unfinished(std::int64_t start) const {
  for (const auto &running : running_)
    if (running.start == start) return running.digest;
  return std::nullopt;
}

}  // namespace redbook
