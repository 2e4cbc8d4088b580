#pragma once

#include <array>
#include <string>

#include "test_drive/catalogue.hpp"
#include "test_drive/mapped.hpp"
#include "test_drive/q_frame.hpp"
#include "test_drive/record_file.hpp"
#include "test_drive/text_groups.hpp"

namespace redbook::drive {

/// One frame of a session's lead-in, the way it is recorded.
struct LeadInFrame {
  int session = 0;
  QFrame q{};
};

/// What a medium is made of: a folder that can be moved from drive to drive.
///   catalogue     what is recorded where (and the ATIP)
///   program       2352 bytes for each block from LBA -160
///   q             12 bytes for each block from LBA -160
///   lead-in       13 bytes for each lead-in frame: session, Q
///   text.N        lead-in blocks of session N as sent: 96 bytes of R to W
class Medium {
 public:
  explicit Medium(std::filesystem::path folder);

  /// Makes `folder` an unwritten medium. `minutes` only matters where there is ATIP.
  static Medium create(const std::filesystem::path &folder, MediumKind, int minutes);
  static bool exists(const std::filesystem::path &folder);

  Catalogue &catalogue() { return *catalogue_; }
  const Catalogue &catalogue() const { return *catalogue_; }
  RecordFile &program() { return program_; }
  RecordFile &q() { return q_; }

  QFrame q_at(Lba);
  std::vector<LeadInFrame> lead_in() const;
  void add_lead_in(const LeadInFrame &);
  void add_text(int session, View blocks);
  std::vector<TextPack> text(int session) const;

  /// Forgets all that is recorded; with `thoroughly` the audio is overwritten too.
  void erase(bool thoroughly);

 private:
  std::filesystem::path text_file(int session) const;

  std::filesystem::path folder_;
  Mapped<Catalogue> catalogue_;
  RecordFile program_;
  RecordFile q_;
};

}  // namespace redbook::drive
