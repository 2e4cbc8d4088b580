#include "image/ddp_writer.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "error.hpp"
#include "file/file_kind.hpp"
#include "file/folder_replacement.hpp"
#include "file/new_file.hpp"
#include "image/ddp.hpp"
#include "image/image_format.hpp"

namespace redbook {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 7> names_in_a_set{
    "DDPID", "DDPMS", "CDTEXT.BIN", "SD", "IMAGE.DAT", "CHECKSUM.MD5", "CHECKSUM.TXT"};

bool is_of_a_set(const fs::path &name) {
  return std::find(names_in_a_set.begin(), names_in_a_set.end(), name.string()) !=
         names_in_a_set.end();
}

std::string text_of(const std::vector<std::byte> &bytes) {
  return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

/// The files of a set in a folder, one after another, with their checksums.
class SetWriter {
 public:
  explicit SetWriter(const fs::path &folder) : folder_{folder} {}

  void add_all_but_audio(const Disc &disc) {
    add("DDPID", ddp_id(disc));
    add("DDPMS", ddp_map(disc));
    if (!disc.cdtext.empty()) add("CDTEXT.BIN", text_of(disc.cdtext));
    add("SD", ddp_pq(disc));
  }
  void add_audio(Stash &stash, FileSums &sums) {
    stash.publish_as(folder_ / "IMAGE.DAT", rights_of(folder_ / "DDPID"));
    add_sums_of(sums);
  }
  void add_sums_of(FileSums &sums) {
    checksums_.push_back({"IMAGE.DAT", sums.md5(), sums.crc32()});
  }
  void finish() {
    write_new_file(folder_ / "CHECKSUM.MD5", ddp_md5_file(checksums_));
    write_new_file(folder_ / "CHECKSUM.TXT", ddp_crc_file(checksums_));
    sync_folder(folder_);
  }

 private:
  void add(const std::string &name, const std::string &contents) {
    write_new_file(folder_ / name, contents);
    FileSums sums;
    sums.add(std::as_bytes(std::span{contents}));
    checksums_.push_back({name, sums.md5(), sums.crc32()});
  }

  fs::path folder_;
  std::vector<DdpChecksum> checksums_;
};

}  // namespace

void check_ddp_folder(const fs::path &folder) {
  std::error_code none;
  const auto type = fs::symlink_status(folder, none).type();
  if (type == fs::file_type::not_found || type == fs::file_type::none) return;
  const Error in_the_way{Fault::settings, Result::invalid_argument,
                         "Something that is no DDP set stands where the set is to be.",
                         folder.string()};
  if (type != fs::file_type::directory && type != fs::file_type::regular)
    check_replaceable(folder);
  if (type != fs::file_type::directory) throw in_the_way;
  for (const auto &entry : entries_of(folder))
    if (!is_of_a_set(entry.path().filename()) || !entry.is_regular_file(none))
      throw in_the_way;
}

void write_ddp(const Disc &disc, const fs::path &folder, Stash &stash, FileSums &audio) {
  check_ddp_folder(folder);
  stash.release_reserve();
  FolderReplacement set{folder, is_of_a_set};
  SetWriter writer{set.temporary_name()};
  writer.add_all_but_audio(disc);
  writer.add_audio(stash, audio);
  writer.finish();
  set.swap_in();
}

void rehearse_ddp(const Disc &disc, const fs::path &folder, FileSums &audio) {
  check_ddp_folder(folder);
  const FolderReplacement set{folder, is_of_a_set};
  SetWriter writer{set.temporary_name()};
  writer.add_all_but_audio(disc);
  writer.add_sums_of(audio);
  writer.finish();
}

const ImageKind ddp_image{
    .name = "ddp",
    .description = "DDP 2.00 set",
    .ending = ".ddp",
    .is_folder = true,
    .lead = ddp_pregap,
    .has_md5 = true,
    .has_packs_beside = false,
    .holds_ms_jis = true,
    .files =
        [](const fs::path &location) {
          check_ddp_folder(location);
          return ImageFiles{{}, location, {}, {}};
        },
    .audio_in_folder = "IMAGE.DAT",
    .settle = [](const ImageFiles &files) { settle_folder(files.sheet, is_of_a_set); },
    .sheet = nullptr,
    .findings = [](const Disc &) { return Findings{}; },
    .write =
        [](const Disc &disc, const ImageFiles &files, Stash &stash, FileSums &sums) {
          write_ddp(disc, files.sheet, stash, sums);
          return OlderFiles{};
        },
    .rehearse = [](const Disc &disc, const ImageFiles &files,
                   FileSums &sums) { rehearse_ddp(disc, files.sheet, sums); }};

}  // namespace redbook
