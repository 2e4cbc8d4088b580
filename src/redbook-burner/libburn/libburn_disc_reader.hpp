// SPDX-License-Identifier: GPL-2.0-or-later
/// A disc in a drive that libburn holds, read back.
#pragma once

#include "redbook-burner/libburn/libburn_handle.hpp"
#include "redbook-burner/libburn/read_commands.hpp"
#include "verify/verification.hpp"

namespace redbook {

/// Errors: drive if it has gone or does not answer, medium (verification_failed) if
/// the disc was taken out or changed meanwhile.
class LibburnDiscReader : public DiscReader {
 public:
  /// libburn must have looked at the disc. `handle` must outlive this.
  explicit LibburnDiscReader(const LibburnHandle &handle) : handle_{handle} {}

  ReadDisc layout() override;
  void read(Lba first, std::span<std::byte> into) override;
  bool read_q(Lba first, std::span<std::byte> into) override;

 private:
  void read_again(Lba block, std::span<std::byte> into) const;
  std::optional<std::vector<std::byte>> packs() const;
  std::optional<std::string> told(const ReadCode &code) const;
  void check(const CommandFault &fault) const;

  const LibburnHandle &handle_;
};

}  // namespace redbook
