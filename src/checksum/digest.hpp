/// MD5 and SHA-1 of whole tracks, for those who ask for them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bytes.hpp"

namespace redbook {

/// Which digests are computed. They take longer than all the other checksums together.
struct DigestChoice {
  bool md5 = false;
  bool sha1 = false;
  bool any() const { return md5 || sha1; }
};

/// In lower case hexadecimal digits; empty where it was not asked for.
struct DigestTexts {
  std::string md5;
  std::string sha1;
  bool operator==(const DigestTexts &) const = default;
};

/// The digests of what is added. A copy goes on by itself.
class Digest {
 public:
  explicit Digest(DigestChoice choice);
  ~Digest();
  Digest(const Digest &);
  Digest(Digest &&) noexcept;
  Digest &operator=(const Digest &) = delete;
  Digest &operator=(Digest &&) noexcept;

  void add(Bytes bytes);

  /// Those of all that was added; more can be.
  DigestTexts texts() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The digests of the tracks that may be, while their audio goes by.
class TrackDigests {
 public:
  explicit TrackDigests(DigestChoice choice) : choice_{choice} {}

  /// Adds audio at `position`, in which the tracks that start at `starts` may be.
  void add(Bytes audio, std::int64_t position, const std::vector<std::int64_t> &starts);

  /// Remembers the digests of the tracks if they end at `end`, where the last audio did.
  void may_end(std::int64_t end);

  /// Forgets what went behind `position`.
  void rewind(std::int64_t position);

  /// Those of the track from `start` to `end`.
  std::optional<DigestTexts> finished(std::int64_t start, std::int64_t end) const;

  /// Those of the track from `start` as far as the audio has come.
  std::optional<Digest> unfinished(std::int64_t start) const;

  DigestChoice choice() const { return choice_; }

 private:
  struct Running {
    std::int64_t start;
    Digest digest;
  };
  struct Finished {
    std::int64_t start;
    std::int64_t end;
    DigestTexts texts;
  };
  Running *running_from(std::int64_t start);

  DigestChoice choice_;
  std::vector<Running> running_;
  std::vector<Finished> finished_;
};

}  // namespace redbook
