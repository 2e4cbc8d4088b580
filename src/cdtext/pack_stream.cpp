#include "cdtext/pack_stream.hpp"

#include <algorithm>

namespace redbook {
namespace {

constexpr bool may_lead_a_pair(char c) {
  const auto byte = static_cast<std::uint8_t>(c);
  return (byte >= 0x81 && byte <= 0x9f) || byte >= 0xe0;
}

// Packs whose sequence numbers follow each other: their payloads are one piece.
class Segment {
 public:
  Segment(const StreamFormat &format, std::vector<PackFinding> &findings)
      : format_{format}, findings_{findings} {}

  void add(const NumberedPack &pack) {
    const auto payload = pack.pack.payload();
    const auto skipped = repeats_code(payload) ? 2 : 0;
    packs_.push_back({pack.pack.header(), pack.number, bytes_.size()});
    bytes_.append(payload.begin() + skipped, payload.end());
    if (packs_.size() == 1) code_ = {bytes_, 0, 2};
    if (packs_.size() == 1 && is_genre()) bytes_.erase(0, 2);
  }

  bool is_followed_by(const NumberedPack &pack) const {
    return !packs_.empty() &&
           packs_.back().header.sequence + 1 == pack.pack.header().sequence;
  }

  // Reads all texts; the next track is left where the stream may go on.
  void read(std::vector<StreamText> &texts, bool first) {
    if (packs_.empty()) return;
    track_ = packs_.front().header.track;
    bool whole = packs_.front().header.characters_before == 0;
    if (first && (track_ != 0 || !whole)) add_finding(PackFault::header, 0);
    while (at_ < bytes_.size() && track_ <= format_.last_track) {
      read_text(texts, whole);
      whole = true;
    }
    check_rest();
  }

  bool is_at_end() const { return track_ > format_.last_track; }
  int last_pack() const { return packs_.back().number; }

 private:
  struct Piece {
    PackHeader header;
    int number;
    std::size_t start;  ///< of its payload, in the bytes
  };

  bool is_genre() const { return format_.type == PackType::genre; }

  // Some writers put the code of the genre into each pack.
  bool repeats_code(const CdTextPack::Payload &payload) const {
    if (!is_genre() || packs_.empty() || code_[1] == 0) return false;
    return std::equal(
        code_.begin(), code_.end(), payload.begin(),
        [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
  }

  void add_finding(PackFault fault, std::size_t piece) {
    findings_.push_back({fault, packs_[piece].number, packs_[piece].header.block, -1});
  }

  std::size_t piece_at(std::size_t at) const {
    const auto next =
        std::upper_bound(packs_.begin(), packs_.end(), at,
                         [](auto place, auto &piece) { return place < piece.start; });
    return static_cast<std::size_t>(next - packs_.begin()) - 1;
  }

  // Bytes of the character at `at`, or of the end of a text.
  std::size_t width_at(std::size_t at) const {
    const auto left = bytes_.size() - at;
    if (!format_.pairs) return 1;
    if (!format_.mixed_width || left < 2) return std::min<std::size_t>(2, left);
    const auto pair = bytes_.substr(at, 2);
    const bool is_pair =
        pair == std::string(2, '\0') || pair == "\t\t" || may_lead_a_pair(pair[0]);
    return is_pair ? 2 : 1;
  }

  bool ends_at(std::size_t at, std::size_t width) const {
    return bytes_.find_first_not_of('\0', at) >= at + width;
  }

  void read_text(std::vector<StreamText> &texts, bool whole) {
    const auto start = at_;
    int characters = whole ? 0 : packs_.front().header.characters_before;
    while (at_ < bytes_.size()) {
      const auto width = width_at(at_);
      check_header(characters);
      if (ends_at(at_, width)) {
        if (whole) add_text(texts, start);
        at_ += width;
        ++track_;
        return track_ == 1 ? skip_to_first_track() : void();
      }
      at_ += width;
      ++characters;
    }
  }

  void skip_to_first_track() { track_ = std::max(track_, format_.first_track); }

  void add_text(std::vector<StreamText> &texts, std::size_t start) {
    texts.push_back(
        {track_, bytes_.substr(start, at_ - start), packs_[piece_at(start)].number});
  }

  // The header of a pack tells of the character its payload starts with.
  void check_header(int characters) {
    const auto piece = piece_at(at_);
    const auto &[header, number, payload_start] = packs_[piece];
    if (payload_start != at_) return;
    const bool right = header.track == track_ && header.double_byte == format_.pairs &&
                       header.characters_before == std::min(15, characters);
    if (!right) add_finding(PackFault::header, piece);
  }

  void check_rest() {
    const auto more = bytes_.find_first_not_of('\0', at_);
    if (is_at_end() && more != std::string::npos)
      add_finding(PackFault::past_last_track, piece_at(more));
  }

  const StreamFormat &format_;
  std::vector<PackFinding> &findings_;
  std::vector<Piece> packs_;
  std::string bytes_;
  std::string code_;
  std::size_t at_ = 0;
  int track_ = 0;
};

}  // namespace

std::vector<StreamText> texts_of(const PackStream &stream, const StreamFormat &format,
                                 std::vector<PackFinding> &findings) {
  std::vector<StreamText> texts;
  bool first = true;
  for (auto pack = stream.begin(); pack != stream.end();) {
    Segment segment{format, findings};
    segment.add(*pack++);
    while (pack != stream.end() && segment.is_followed_by(*pack)) segment.add(*pack++);
    segment.read(texts, first);
    first = false;
    if (pack == stream.end() && !segment.is_at_end())
      findings.push_back({PackFault::too_few_texts, segment.last_pack(),
                          stream.back().pack.header().block, -1});
  }
  return texts;
}

}  // namespace redbook
