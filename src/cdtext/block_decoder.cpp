#include "cdtext/block_decoder.hpp"

#include <algorithm>

#include "cdtext/charset.hpp"
#include "disc/disc.hpp"

namespace redbook {
namespace {

std::optional<CharacterCode> character_code_of(const SizeInfo &info) {
  const auto code = static_cast<CharacterCode>(info.character_code);
  switch (code) {
    case CharacterCode::latin_1:
    case CharacterCode::ascii:
    case CharacterCode::ms_jis: return code;
  }
  return std::nullopt;
}

bool is_repeat(const std::string &bytes, bool pairs) {
  return bytes == "\t" || (pairs && bytes == "\t\t");
}

std::optional<Lba> place_of(const std::uint8_t *msf) {
  if (msf[1] > 59 || msf[2] > 74 || msf[0] > 99) return std::nullopt;
  return Lba{-150} + Msf{msf[0], msf[1], msf[2]}.length();
}

}  // namespace

void BlockDecoder::add_finding(PackFault fault, int pack, int sequence) {
  findings_.push_back({fault, pack, index_, sequence});
}

PackStream BlockDecoder::stream_of(PackType type) const {
  PackStream stream;
  for (const auto &pack : packs_)
    if (pack && pack->pack.header().type == type) stream.push_back(*pack);
  return stream;
}

std::optional<SizeInfo> BlockDecoder::size_info() const {
  std::array<std::uint8_t, SizeInfo::bytes> bytes{};
  std::array<bool, size_packs> seen{};
  for (const auto &[pack, number] : stream_of(PackType::size_info)) {
    const auto part = static_cast<std::size_t>(pack.header().track);
    if (part >= seen.size()) continue;
    const auto payload = pack.payload();
    std::copy(payload.begin(), payload.end(),
              bytes.begin() + static_cast<std::ptrdiff_t>(part * payload_bytes));
    seen.at(part) = true;
  }
  if (!std::all_of(seen.begin(), seen.end(), [](bool part) { return part; }))
    return std::nullopt;
  return SizeInfo::of(bytes);
}

int BlockDecoder::last_track_seen() const {
  int last = 1;
  for (const auto &pack : packs_)
    if (pack && is_of_tracks(pack->pack.header().type))
      last = std::max(last, pack->pack.header().track);
  return std::min(last, max_tracks);
}

int BlockDecoder::last_sequence() const {
  int last = -1;
  for (const auto &pack : packs_)
    if (pack) last = pack->pack.header().sequence;
  return last;
}

void BlockDecoder::take_tracks(const SizeInfo &info) {
  const bool sane = info.first_track >= 1 && info.first_track <= info.last_track &&
                    info.last_track <= max_tracks;
  if (!sane) add_finding(PackFault::size_info);
  block().first_track = sane ? info.first_track : 1;
  const int last = sane ? info.last_track : last_track_seen();
  const auto tracks = last - block().first_track + 1;
  block().tracks.resize(static_cast<std::size_t>(tracks));
}

void BlockDecoder::take(const SizeInfo &info) {
  const auto code = character_code_of(info);
  if (!code) add_finding(PackFault::character_code);
  readable_ = code.has_value();
  block().character_code = code.value_or(CharacterCode::latin_1);
  block().language =
      static_cast<Language>(info.languages.at(static_cast<std::size_t>(index_)));
  block().copyrighted = info.copyright != 0;
  take_tracks(info);
}

bool BlockDecoder::agrees(const SizeInfo &info) const {
  std::array<std::uint8_t, 16> counts{};
  for (const auto &pack : packs_)
    if (pack) ++counts.at(static_cast<unsigned>(pack->pack.header().type) & 0x0fU);
  return counts == info.packs &&
         last_sequence() == info.last_sequence.at(static_cast<std::size_t>(index_));
}

void BlockDecoder::find_missing(const std::optional<SizeInfo> &info) {
  const int told = info ? info->last_sequence.at(static_cast<std::size_t>(index_)) : 0;
  const int last = std::max(told, last_sequence());
  bool missing = false;
  for (int sequence = 0; sequence <= last; ++sequence)
    if (!packs_.at(static_cast<std::size_t>(sequence))) {
      add_finding(PackFault::missing, -1, sequence);
      missing = true;
    }
  if (info && !missing && !agrees(*info)) add_finding(PackFault::size_info);
}

void BlockDecoder::decode_genre_code(const PackStream &stream) {
  if (stream.empty()) return;
  const auto payload = stream.front().pack.payload();
  block().genre_code = payload[0] << 8U | payload[1];
}

// A text that is the same as the one of the track before.
bool BlockDecoder::put_repeat(const StreamText &text, PackType type) {
  if (text.track <= block().first_track) {
    add_finding(PackFault::repeats_nothing, text.pack);
    return false;
  }
  const CdTextPlace before{index_, type, text.track - 1};
  text_at(set_, {index_, type, text.track}) = text_at(set_, before);
  return true;
}

void BlockDecoder::put(const StreamText &text, PackType type, bool pairs) {
  if (is_of_tracks(type) && is_repeat(text.bytes, pairs)) {
    put_repeat(text, type);
    return;
  }
  auto bytes = text.bytes;
  std::erase(bytes, '\0');
  auto utf8 = decoded(bytes, code_for(type, block().character_code));
  if (utf8.find("\uFFFD") != std::string::npos)
    add_finding(PackFault::unreadable, text.pack);
  text_at(set_, {index_, type, text.track}) = std::move(utf8);
}

void BlockDecoder::decode_type(PackType type) {
  const auto stream = stream_of(type);
  if (stream.empty() || (!readable_ && type <= PackType::message)) return;
  if (type == PackType::genre) decode_genre_code(stream);
  const bool of_block =
      type <= PackType::message && block().character_code == CharacterCode::ms_jis;
  const bool pairs = of_block || stream.front().pack.header().double_byte;
  const StreamFormat format{.type = type,
                            .pairs = pairs,
                            .mixed_width = of_block,
                            .first_track = block().first_track,
                            .last_track = is_of_tracks(type) ? block().last_track() : 0};
  for (const auto &text : texts_of(stream, format, findings_))
    if (text.track == 0 || text.track >= block().first_track) put(text, type, pairs);
}

void BlockDecoder::decode_toc() {
  std::vector<std::uint8_t> bytes;
  const auto stream = stream_of(PackType::toc);
  if (index_ != 0 || stream.empty()) return;
  for (const auto &pack : stream) {
    const auto payload = pack.pack.payload();
    bytes.insert(bytes.end(), payload.begin(), payload.end());
  }
  const int count = bytes[1] - bytes[0] + 1;
  const auto lead_out = place_of(&bytes[3]);
  const auto needed = payload_bytes + 3 * static_cast<std::size_t>(std::max(0, count));
  if (bytes[0] < 1 || count < 1 || bytes[1] > max_tracks || !lead_out ||
      bytes.size() < needed)
    return add_finding(PackFault::unreadable, stream.front().number);
  CdTextToc toc{.first_track = bytes[0], .starts = {}, .lead_out = *lead_out};
  for (std::size_t at = payload_bytes; at < needed; at += 3)
    if (const auto start = place_of(&bytes[at])) toc.starts.push_back(*start);
  if (static_cast<int>(toc.starts.size()) != count)
    return add_finding(PackFault::unreadable, stream.front().number);
  set_.toc = std::move(toc);
}

void BlockDecoder::decode() {
  const auto info = size_info();
  if (info) {
    take(*info);
  } else {
    add_finding(PackFault::no_size_info);
    block().tracks.resize(static_cast<std::size_t>(last_track_seen()));
  }
  find_missing(info);
  for (const auto type : text_types) decode_type(type);
  decode_toc();
}

}  // namespace redbook
