#include "stash/journal_format.hpp"

#include <algorithm>
#include <optional>
#include <span>

#include "checksum/crc32.hpp"
#include "error.hpp"

namespace redbook {
namespace {

constexpr std::string_view magic{"RBSTASH\n"};
constexpr std::uint32_t min_type = 1;
constexpr std::uint32_t max_type = 8;

std::uint32_t crc_of(std::string_view bytes) {
  return crc32(0, std::as_bytes(std::span{bytes}));
}

void add(std::string &bytes, std::uint32_t number) {
  for (unsigned shift = 0; shift < 32; shift += 8)
    bytes += static_cast<char>(number >> shift & 0xffU);
}

std::uint32_t number_at(std::string_view bytes, std::size_t place) {
  std::uint32_t number = 0;
  for (unsigned i = 0; i < 4; ++i)
    number |= std::uint32_t{static_cast<unsigned char>(bytes[place + i])} << (8 * i);
  return number;
}

Error newer() {
  return {Fault::stash, Result::invalid_image,
          "The stash was made by a newer redbooksink: it was left as it is."};
}

Error no_journal() {
  return {Fault::stash, Result::invalid_image, "The journal of the stash is not one.",
          "no record can be read"};
}

struct Head {
  std::uint32_t length, type, number, payload_crc;
};

/// The head at `place`, if one is there and right.
std::optional<Head> head_at(std::string_view bytes, std::size_t place) {
  if (bytes.size() - place < record_head_bytes) return std::nullopt;
  const auto head = bytes.substr(place, record_head_bytes);
  if (crc_of(head.substr(0, 16)) != number_at(head, 16)) return std::nullopt;
  const Head read{number_at(head, 0), number_at(head, 4), number_at(head, 8),
                  number_at(head, 12)};
  if (read.type < min_type || read.type > max_type || read.length > max_payload_bytes)
    throw newer();
  return read;
}

bool is_zero(std::string_view bytes) {
  return bytes.find_first_not_of('\0') == std::string_view::npos;
}

class RecordReader {
 public:
  explicit RecordReader(std::string_view bytes) : bytes_{bytes} {}

  ReadRecords read() {
    read_header();
    while (at_ < bytes_.size())
      if (const auto head = head_at(bytes_, at_))
        take(*head);
      else if (is_torn())
        tear_off();
      else
        skip_damage();
    if (!read_.damage.empty() && read_.records.empty()) throw no_journal();
    return std::move(read_);
  }

 private:
  std::string_view rest() const { return bytes_.substr(at_); }

  void damaged(const std::string &what) {
    read_.damage.push_back(what + " at byte " + std::to_string(at_));
  }

  void read_header() {
    if (bytes_.size() < journal_header_bytes || is_zero(bytes_)) return tear_off();
    const auto header = bytes_.substr(0, journal_header_bytes);
    const bool good = crc_of(header.substr(0, 12)) == number_at(header, 12);
    if (good && header.starts_with(magic) && number_at(header, 8) > journal_version)
      throw newer();
    if (!good || header != journal_header()) damaged("header: wrong");
    at_ = read_.end = journal_header_bytes;
  }

  // Not even its head was written to its end.
  bool is_torn() const { return rest().find_last_not_of('\0') + 1 < record_head_bytes; }

  // A payload ends with a brace: if zeros stand there, it was not written to its end.
  bool is_torn(const Head &head) const {
    const auto payload = rest().substr(record_head_bytes);
    if (payload.size() < head.length) return true;
    return head.length > 0 && is_zero(payload.substr(head.length - 1));
  }

  void tear_off() {
    read_.torn_bytes = rest().size();
    at_ = bytes_.size();
  }

  std::string name_of_next() const {
    return "record " + std::to_string(read_.next_number);
  }

  void take(const Head &head) {
    if (is_torn(head)) return tear_off();
    if (head.number != read_.next_number) damaged(name_of_next() + ": missing");
    read_.next_number = head.number;
    const auto payload = bytes_.substr(at_ + record_head_bytes, head.length);
    if (crc_of(payload) == head.payload_crc)
      read_.records.push_back({static_cast<RecordType>(head.type), std::string{payload}});
    else
      damaged(name_of_next() + ": payload wrong");
    ++read_.next_number;
    at_ += record_head_bytes + head.length;
    read_.end = at_;
  }

  void skip_damage() {
    damaged(name_of_next() + ": head wrong");
    auto next = head_at(bytes_, at_);
    while (!next && ++at_ < bytes_.size()) next = head_at(bytes_, at_);
    if (next) read_.next_number = next->number;  // what is missing has been told
    read_.end = at_;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  ReadRecords read_;
};

}  // namespace

std::string journal_header() {
  std::string bytes{magic};
  add(bytes, journal_version);
  add(bytes, crc_of(bytes));
  return bytes;
}

std::string bytes_of(const Record &record, std::uint32_t number) {
  std::string bytes;
  add(bytes, static_cast<std::uint32_t>(record.payload.size()));
  add(bytes, static_cast<std::uint32_t>(record.type));
  add(bytes, number);
  add(bytes, crc_of(record.payload));
  add(bytes, crc_of(bytes));
  return bytes + record.payload;
}

ReadRecords records_in(std::string_view bytes) { return RecordReader{bytes}.read(); }

}  // namespace redbook
