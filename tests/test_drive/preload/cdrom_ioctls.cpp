#include <linux/cdrom.h>

#include <cerrno>
#include <cstring>
#include <initializer_list>

#include "test_drive/preload/device.hpp"

namespace redbook::drive {
namespace {

int fail_with(int error) {
  errno = error;
  return -1;
}

constexpr std::uint8_t low(unsigned value) { return static_cast<std::uint8_t>(value); }

/// A command of the kernel's own; its data, or nothing and errno if it failed.
std::optional<Bytes> ask(Drive &drive, std::initializer_list<std::uint8_t> cdb,
                         std::size_t room = 0) {
  Command command;
  command.cdb = {cdb.begin(), cdb.size()};
  command.room = room;
  auto reply = drive.execute(command);
  // The kernel's driver asks again after a unit attention.
  if (reply.status == status_check_condition && reply.sense.key == 6)
    reply = drive.execute(command);
  if (reply.error_number)
    errno = reply.error_number;
  else if (reply.sense.key == 2)
    errno = ENOMEDIUM;
  else
    errno = EIO;
  if (reply.error_number || reply.host_status || reply.status) return {};
  return std::move(reply.data);
}

int outcome(const std::optional<Bytes> &data) { return data ? 0 : -1; }

cdrom_addr address_in(const Bytes &bytes, std::size_t at, std::uint8_t format) {
  cdrom_addr address{};
  if (format == CDROM_MSF)
    address.msf = {bytes[at + 1], bytes[at + 2], bytes[at + 3]};
  else
    address.lba = static_cast<int>(get_32(bytes, at));
  return address;
}

int toc_header(Drive &drive, cdrom_tochdr &header) {
  const auto data = ask(drive, {0x43, 0, 0, 0, 0, 0, 0, 0, 12, 0}, 12);
  if (!data) return -1;
  header = {(*data)[2], (*data)[3]};
  return 0;
}

int toc_entry(Drive &drive, cdrom_tocentry &entry) {
  const bool msf = entry.cdte_format == CDROM_MSF;
  const auto data =
      ask(drive, {0x43, low(msf ? 2 : 0), 0, 0, 0, 0, entry.cdte_track, 0, 12, 0}, 12);
  if (!data) return -1;
  entry.cdte_ctrl = (*data)[5] & 0xF;
  entry.cdte_adr = (*data)[5] >> 4 & 0xF;
  entry.cdte_datamode = entry.cdte_ctrl & CDROM_DATA_TRACK ? 1 : 0;
  entry.cdte_addr = address_in(*data, 8, entry.cdte_format);
  return 0;
}

int multi_session(Drive &drive, cdrom_multisession &session) {
  const bool msf = session.addr_format == CDROM_MSF;
  const auto data = ask(drive, {0x43, low(msf ? 2 : 0), 1, 0, 0, 0, 0, 0, 12, 0}, 12);
  if (!data) return -1;
  session.xa_flag = (*data)[3] > 1;
  session.addr = address_in(*data, 8, session.addr_format);
  return 0;
}

int catalogue_number(Drive &drive, cdrom_mcn &mcn) {
  const auto data = ask(drive, {0x42, 0, 0x40, 2, 0, 0, 0, 0, 24, 0}, 24);
  if (!data) return -1;
  std::memset(&mcn, 0, sizeof mcn);
  if ((*data)[8] & 0x80) std::memcpy(mcn.medium_catalog_number, data->data() + 9, 13);
  return 0;
}

int sub_channel(Drive &drive, cdrom_subchnl &channel) {
  const bool msf = channel.cdsc_format == CDROM_MSF;
  const auto data = ask(drive, {0x42, low(msf ? 2 : 0), 0x40, 1, 0, 0, 0, 0, 16, 0}, 16);
  if (!data) return -1;
  const auto &bytes = *data;
  channel.cdsc_audiostatus = bytes[1];
  channel.cdsc_ctrl = bytes[5] & 0xF;
  channel.cdsc_adr = bytes[5] >> 4 & 0xF;
  channel.cdsc_trk = bytes[6];
  channel.cdsc_ind = bytes[7];
  channel.cdsc_absaddr = address_in(bytes, 8, channel.cdsc_format);
  channel.cdsc_reladdr = address_in(bytes, 12, channel.cdsc_format);
  return 0;
}

int read_audio(Drive &drive, const cdrom_read_audio &wanted) {
  const auto &at = wanted.addr.msf;
  const Lba lba = wanted.addr_format == CDROM_MSF
                      ? Msf{at.minute, at.second, at.frame}.lba()
                      : Lba{wanted.addr.lba};
  const auto place = static_cast<unsigned>(lba.value);
  const auto count = static_cast<unsigned>(wanted.nframes);
  const auto data =
      ask(drive,
          {0xBE, 0x04, low(place >> 24), low(place >> 16), low(place >> 8), low(place),
           low(count >> 16), low(count >> 8), low(count), 0x10, 0, 0},
          std::size_t{count} * bytes_per_block);
  if (!data) return -1;
  std::memcpy(wanted.buf, data->data(), data->size());
  return 0;
}

int drive_status(Drive &drive) {
  Command ready;
  const std::uint8_t cdb[6]{};
  ready.cdb = cdb;
  auto reply = drive.execute(ready);
  if (reply.status && reply.sense.key == 6) reply = drive.execute(ready);
  if (reply.error_number) return fail_with(reply.error_number);
  if (reply.status == status_good) return CDS_DISC_OK;
  if (reply.sense.asc != 0x3A) return CDS_DRIVE_NOT_READY;
  return reply.sense.ascq == 2 ? CDS_TRAY_OPEN : CDS_NO_DISC;
}

int disc_status(Drive &drive) {
  const auto data = ask(drive, {0x43, 0, 0, 0, 0, 0, 0, 3, 0x24, 0}, 804);
  if (!data) return CDS_NO_INFO;
  bool audio = false;
  bool other = false;
  for (std::size_t at = 4; at + 8 < data->size(); at += 8)
    ((*data)[at + 1] & CDROM_DATA_TRACK ? other : audio) = true;
  if (audio && other) return CDS_MIXED;
  return other ? CDS_DATA_1 : CDS_AUDIO;
}

int select_speed(Drive &drive, unsigned speed) {
  const unsigned kb = speed ? speed * 177 : 0xFFFF;
  return outcome(
      ask(drive, {0xBB, 0, low(kb >> 8), low(kb), 0xFF, 0xFF, 0, 0, 0, 0, 0, 0}));
}

constexpr int capabilities = CDC_CLOSE_TRAY | CDC_OPEN_TRAY | CDC_LOCK |
                             CDC_SELECT_SPEED | CDC_MULTI_SESSION | CDC_MCN |
                             CDC_MEDIA_CHANGED | CDC_PLAY_AUDIO | CDC_CD_R | CDC_CD_RW |
                             CDC_GENERIC_PACKET | CDC_DRIVE_STATUS;

}  // namespace

int cdrom_ioctl(Drive &drive, unsigned long request, void *argument) {
  const auto number = reinterpret_cast<std::uintptr_t>(argument);
  switch (request) {
    case CDROMREADTOCHDR:
      return toc_header(drive, *static_cast<cdrom_tochdr *>(argument));
    case CDROMREADTOCENTRY:
      return toc_entry(drive, *static_cast<cdrom_tocentry *>(argument));
    case CDROMMULTISESSION:
      return multi_session(drive, *static_cast<cdrom_multisession *>(argument));
    case CDROM_GET_MCN:
      return catalogue_number(drive, *static_cast<cdrom_mcn *>(argument));
    case CDROMSUBCHNL: return sub_channel(drive, *static_cast<cdrom_subchnl *>(argument));
    case CDROMREADAUDIO:
      return read_audio(drive, *static_cast<cdrom_read_audio *>(argument));
    case CDROMEJECT: return outcome(ask(drive, {0x1B, 0, 0, 0, 2, 0}));
    case CDROMCLOSETRAY: return outcome(ask(drive, {0x1B, 0, 0, 0, 3, 0}));
    case CDROM_LOCKDOOR:
      return outcome(ask(drive, {0x1E, 0, 0, 0, low(number ? 1 : 0), 0}));
    case CDROM_SELECT_SPEED: return select_speed(drive, static_cast<unsigned>(number));
    case CDROM_DRIVE_STATUS: return drive_status(drive);
    case CDROM_DISC_STATUS: return disc_status(drive);
    case CDROM_GET_CAPABILITY: return capabilities;
    default: return fail_with(ENOTTY);
  }
}

}  // namespace redbook::drive
