#include "test_drive/drive_state.hpp"

#include "test_drive/bytes.hpp"

namespace redbook::drive {

WriteParameters default_write_parameters() {
  WriteParameters parameters{};
  auto &page = parameters.page;
  page[0] = 0x05;
  page[1] = WriteParameters::bytes - 2;
  page[2] = 0x01;
  put_16(page, 14, first_pregap_blocks);
  return parameters;
}

DriveState power_on_state() {
  DriveState state{};
  state.write_parameters = default_write_parameters();
  return state;
}

}  // namespace redbook::drive
