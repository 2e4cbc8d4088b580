#include "image/ddp.hpp"

#include "text/number_text.hpp"

namespace redbook {
namespace {

constexpr std::size_t id_bytes = 128;
constexpr std::size_t map_packet_bytes = 128;
constexpr std::size_t pq_packet_bytes = 64;

/// A record of fixed length, blank where nothing is put.
class DdpRecord {
 public:
  explicit DdpRecord(std::size_t bytes) : text_(bytes, ' ') {}

  DdpRecord &put(std::size_t at, const std::string &field) {
    text_.replace(at, field.size(), field);
    return *this;
  }
  DdpRecord &put_right(std::size_t at, std::size_t length, std::int64_t number) {
    const auto digits = std::to_string(number);
    return put(at + length - digits.size(), digits);
  }
  const std::string &text() const { return text_; }

 private:
  std::string text_;
};

/// What a packet of the map says of any stream: its kind, its length, its file.
DdpRecord stream(const char *kind, std::int64_t length, const std::string &file) {
  DdpRecord packet{map_packet_bytes};
  packet.put(0, "VVVM").put(4, kind).put_right(14, 8, length);
  return packet.put_right(71, 3, 17).put(74, file);
}

/// The control nibble of a track in hexadecimal, then ADR 1, or S for SCMS.
std::string control(const Track &track, int index) {
  const int nibble = (track.subcode.pre_emphasis ? 1 : 0) +
                     (track.subcode.copy == Copy::permitted ? 2 : 0) +
                     (track.subcode.four_channel ? 8 : 0);
  const bool scms = track.subcode.copy == Copy::scms && index <= 1;
  return std::string{"0123456789AB"[nibble]} + (scms ? 'S' : '1');
}

std::string time(Lba place) {
  const auto msf = Msf::of(place);
  return "  " + two_digits(msf.minutes) + two_digits(msf.seconds) +
         two_digits(msf.frames);
}

DdpRecord point(const std::string &track, int index, Lba place,
                const std::string &control) {
  DdpRecord packet{pq_packet_bytes};
  return packet.put(0, "VVVS")
      .put(4, track)
      .put(6, two_digits(index))
      .put(8, time(place))
      .put(16, control);
}

// Track 1 always has an index 00: the pregap before LBA 0.
std::string points_of(const Track &track, int number) {
  const auto name = two_digits(number);
  std::vector<DdpRecord> points;
  const bool first = number == 1;
  if (first || track.pregap > Blocks{0})
    points.push_back(
        point(name, 0, first ? Lba{0} - ddp_pregap : track.start, control(track, 0)));
  points.push_back(point(name, 1, track.index_1(), control(track, 1)));
  int index = 2;
  for (const auto offset : track.indexes) {
    points.push_back(point(name, index, track.index_1() + offset, control(track, index)));
    ++index;
  }
  points.front().put(20, track.subcode.isrc);
  std::string text;
  for (const auto &packet : points) text += packet.text();
  return text;
}

std::int64_t pq_length(const Disc &disc) {
  return static_cast<std::int64_t>(ddp_pq(disc).size());
}

}  // namespace

std::string ddp_id(const Disc &disc) {
  return DdpRecord{id_bytes}.put(0, "DDP 2.00").put(8, disc.mcn).put(87, "CD").text();
}

std::string ddp_map(const Disc &disc) {
  std::string map;
  if (!disc.cdtext.empty())
    map += stream("S0", static_cast<std::int64_t>(disc.cdtext.size()), "CDTEXT.BIN")
               .put(30, "CDTEXT")
               .put(55, "00")
               .text();
  map += stream("S0", pq_length(disc), "SD").put(30, "PQ DESCR").text();
  const auto blocks = (disc.length() + ddp_pregap).count();
  map += stream("D0", blocks, "IMAGE.DAT")
             .put(38, "DA")
             .put(40, "7")
             .put(41, "1")
             .put_right(46, 4, ddp_pregap.count())
             .text();
  return map;
}

std::string ddp_pq(const Disc &disc) {
  auto pq = point("00", 0, Lba{0} - ddp_pregap, "01").put(32, disc.mcn).text();
  int number = 1;
  for (const auto &track : disc.tracks) pq += points_of(track, number++);
  const auto lead_out = point("AA", 1, disc.lead_out(), "01").text();
  return pq + lead_out + lead_out;
}

std::string ddp_md5_file(const std::vector<DdpChecksum> &checksums) {
  std::string text;
  for (const auto &file : checksums) text += file.md5 + " *" + file.name + "\n";
  return text;
}

std::string ddp_crc_file(const std::vector<DdpChecksum> &checksums) {
  std::string text = "[CRC32 Checksum]\n";
  for (const auto &file : checksums)
    text += file.name + "=" + hexadecimal(file.crc32) + "\n";
  return text;
}

}  // namespace redbook
