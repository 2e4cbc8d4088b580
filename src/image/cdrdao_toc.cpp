#include "image/cdrdao_toc.hpp"

namespace redbook {
namespace {

std::string msf(Blocks length) { return to_string(Msf::of(length)); }

std::string quoted_name(const std::string &name) {
  std::string quoted = "\"";
  for (const char c : name) quoted += c == '\\' ? std::string{"\\\\"} : std::string{c};
  return quoted + '"';
}

void add_track(std::string &toc, const Track &track, const std::string &bin_name) {
  toc += "\nTRACK AUDIO\n";
  toc += "FILE " + quoted_name(bin_name) + " SWAP " + msf(track.start - Lba{0}) + ' ' +
         msf(track.length) + '\n';
  if (track.pregap > Blocks{0}) toc += "START " + msf(track.pregap) + '\n';
  for (const auto offset : track.indexes) toc += "INDEX " + msf(offset) + '\n';
}

}  // namespace

std::string cdrdao_toc(const Disc &disc, const std::string &bin_name) {
  std::string toc = "CD_DA\n";
  for (const auto &track : disc.tracks) add_track(toc, track, bin_name);
  return toc;
}

}  // namespace redbook
