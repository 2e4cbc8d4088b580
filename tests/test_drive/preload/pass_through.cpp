#include <linux/cdrom.h>
#include <scsi/sg.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "test_drive/preload/device.hpp"

namespace redbook::drive {
namespace {

constexpr int max_cdb_bytes = 16;
constexpr std::uint8_t driver_sense = 0x08;

View bytes_at(const void *memory, std::size_t size) {
  return {static_cast<const std::uint8_t *>(memory), memory ? size : 0};
}

std::size_t copy_to(void *memory, std::size_t room, View bytes) {
  const auto count = std::min(room, bytes.size());
  if (count) std::memcpy(memory, bytes.data(), count);
  return count;
}

int fail_with(int error) {
  errno = error;
  return -1;
}

bool sends(const sg_io_hdr &header) {
  return header.dxfer_direction == SG_DXFER_TO_DEV && header.dxfer_len > 0;
}

bool receives(const sg_io_hdr &header) {
  return header.dxfer_direction == SG_DXFER_FROM_DEV ||
         header.dxfer_direction == SG_DXFER_TO_FROM_DEV;
}

Command command_in(const sg_io_hdr &header) {
  Command command;
  command.cdb = {header.cmdp, header.cmd_len};
  if (sends(header)) command.parameters = bytes_at(header.dxferp, header.dxfer_len);
  if (receives(header)) command.room = header.dxfer_len;
  if (header.timeout) command.timeout_ms = static_cast<int>(header.timeout);
  return command;
}

void report(const Reply &reply, sg_io_hdr &header) {
  header.status = reply.status;
  header.masked_status = reply.status >> 1 & 0x1F;
  header.msg_status = 0;
  header.host_status = reply.host_status;
  header.driver_status = 0;
  header.sb_len_wr = 0;
  header.duration = 0;
  header.info = reply.status || reply.host_status ? SG_INFO_CHECK : SG_INFO_OK;
  if (reply.status != status_check_condition) return;
  header.driver_status = driver_sense;
  header.sb_len_wr = static_cast<unsigned char>(
      copy_to(header.sbp, header.mx_sb_len, fixed_sense(reply.sense)));
}

int direction_in(const cdrom_generic_command &packet) {
  switch (packet.data_direction) {
    case CGC_DATA_WRITE: return SG_DXFER_TO_DEV;
    case CGC_DATA_READ: return SG_DXFER_FROM_DEV;
    default: return SG_DXFER_NONE;
  }
}

}  // namespace

int pass_through(Drive &drive, void *sg_io_header) {
  auto &header = *static_cast<sg_io_hdr *>(sg_io_header);
  if (header.interface_id != 'S' || !header.cmdp || header.iovec_count)
    return fail_with(EINVAL);
  if (header.cmd_len > max_cdb_bytes || header.cmd_len < 6) return fail_with(EINVAL);
  const auto reply = drive.execute(command_in(header));
  if (reply.error_number) return fail_with(reply.error_number);
  report(reply, header);
  header.resid = 0;
  if (receives(header))
    header.resid = static_cast<int>(header.dxfer_len -
                                    copy_to(header.dxferp, header.dxfer_len, reply.data));
  return 0;
}

int send_packet(Drive &drive, void *cdrom_generic_command_) {
  auto &packet = *static_cast<cdrom_generic_command *>(cdrom_generic_command_);
  Command command;
  command.cdb = bytes_at(packet.cmd, CDROM_PACKET_SIZE);
  const int direction = direction_in(packet);
  if (direction == SG_DXFER_TO_DEV)
    command.parameters = bytes_at(packet.buffer, packet.buflen);
  if (direction == SG_DXFER_FROM_DEV) command.room = packet.buflen;
  if (packet.timeout > 0) command.timeout_ms = packet.timeout * 10;  // jiffies
  const auto reply = drive.execute(command);
  if (reply.error_number) return fail_with(reply.error_number);
  if (packet.sense && reply.status == status_check_condition)
    copy_to(packet.sense, sizeof(*packet.sense), fixed_sense(reply.sense));
  if (reply.status != status_good || reply.host_status) return fail_with(EIO);
  copy_to(packet.buffer, command.room, reply.data);
  packet.stat = 0;
  return 0;
}

}  // namespace redbook::drive
