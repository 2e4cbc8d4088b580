#include "core/suite.hpp"
#include "redbook-burner/libburn/command_watch.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// A command on its way, and a device that answers as the test wants.
class Wire {
 public:
  std::array<unsigned char, 10> command{};
  std::array<unsigned char, 32> sense{};
  std::array<unsigned char, 2352> audio{};
  sg_io_hdr header{};
  int sent = 0;
  std::function<int(sg_io_hdr &)> device = [](sg_io_hdr &) { return 0; };

  explicit Wire(unsigned char operation) {
    command[0] = operation;
    command[5] = 42;
    header.interface_id = 'S';
    header.cmdp = command.data();
    header.cmd_len = command.size();
    header.dxfer_direction = SG_DXFER_TO_DEV;
    header.dxferp = audio.data();
    header.dxfer_len = audio.size();
    header.sbp = sense.data();
    header.mx_sb_len = sense.size();
    header.timeout = 200000;
  }

  bool is_good_on(CommandWatch &watch) {
    watch.carry_out(header, [this](sg_io_hdr &given) {
      ++sent;
      return device(given);
    });
    return header.status == 0 && header.host_status == 0;
  }
};

constexpr unsigned char write_10 = 0x2A;
constexpr unsigned char test_unit_ready = 0x00;
constexpr unsigned char prevent_removal = 0x1E;

int time_out(sg_io_hdr &header) {
  header.host_status = 3;
  return 0;
}

}  // namespace

REDBOOK_TEST(test_good_command_passes_as_it_is) {
  CommandWatch watch;
  Wire wire{write_10};
  watch.begin(false);

  ck_assert(wire.is_good_on(watch));

  ck_assert(watch.has_written());
  ck_assert(!watch.fault());
}

REDBOOK_TEST(test_time_out_becomes_a_refusal_and_a_fault) {
  CommandWatch watch;
  Wire wire{write_10};
  wire.device = time_out;
  watch.begin(false);

  ck_assert(!wire.is_good_on(watch));

  ck_assert_uint_eq(wire.header.status, 0x02);
  ck_assert_uint_eq(wire.sense[2], 0x0B);
  assert_text(to_string(watch.fault().value()), "WRITE(10) at LBA 42: host status 3");
}

REDBOOK_TEST(test_nothing_is_written_behind_a_failed_command) {
  CommandWatch watch;
  Wire first{write_10};
  Wire second{write_10};
  first.device = time_out;
  watch.begin(false);

  first.is_good_on(watch);

  ck_assert(!second.is_good_on(watch));
  ck_assert_int_eq(second.sent, 0);
}

REDBOOK_TEST(test_next_burn_starts_without_the_faults_of_the_last) {
  CommandWatch watch;
  Wire first{write_10};
  Wire second{write_10};
  first.device = time_out;
  watch.begin(false);
  first.is_good_on(watch);
  watch.end();

  watch.begin(false);

  ck_assert(second.is_good_on(watch));
  ck_assert(!watch.fault());
}

REDBOOK_TEST(test_busy_drive_is_asked_again) {
  CommandWatch watch;
  Wire wire{write_10};
  wire.device = [&](sg_io_hdr &header) {
    header.status = wire.sent < 3 ? 0x08 : 0;
    return 0;
  };
  watch.begin(false);

  ck_assert(wire.is_good_on(watch));

  ck_assert_int_eq(wire.sent, 3);
}

REDBOOK_TEST(test_missing_device_is_a_fault_with_its_reason) {
  CommandWatch watch;
  Wire wire{write_10};
  wire.device = [](sg_io_hdr &) {
    errno = ENODEV;
    return -1;
  };
  watch.begin(false);

  ck_assert(!wire.is_good_on(watch));

  assert_text(to_string(watch.fault().value()), "WRITE(10) at LBA 42: No such device");
}

REDBOOK_TEST(test_short_transfer_is_a_fault) {
  CommandWatch watch;
  Wire wire{write_10};
  wire.device = [](sg_io_hdr &header) {
    header.resid = 2;
    return 0;
  };
  watch.begin(false);

  ck_assert(!wire.is_good_on(watch));

  ck_assert(watch.fault()->kind == CommandFault::Kind::short_transfer);
}

REDBOOK_TEST(test_sense_in_descriptors_is_read) {
  CommandWatch watch;
  Wire wire{write_10};
  wire.device = [&](sg_io_hdr &header) {
    header.status = 0x02;
    header.sb_len_wr = 20;
    wire.sense = {0x72, 0x03, 0x0C, 0x09};
    return 0;
  };
  watch.begin(false);

  wire.is_good_on(watch);

  assert_text(to_string(watch.fault().value()), "WRITE(10) at LBA 42: sense 3/0C/09");
}

REDBOOK_TEST(test_no_command_waits_longer_than_a_minute) {
  CommandWatch watch;
  Wire wire{write_10};

  wire.is_good_on(watch);

  ck_assert_uint_eq(wire.header.timeout, 60000);
}

REDBOOK_TEST(test_nothing_is_sent_after_the_deadline) {
  CommandWatch watch;
  Wire wire{test_unit_ready};
  watch.set_deadline(CommandWatch::Clock::now() - std::chrono::seconds{1});

  const bool good = wire.is_good_on(watch);

  ck_assert(!good && wire.sent == 0 && watch.ran_out_of_time());
}

REDBOOK_TEST(test_deadline_can_be_lifted) {
  CommandWatch watch;
  Wire wire{test_unit_ready};
  watch.set_deadline(CommandWatch::Clock::now() - std::chrono::seconds{1});

  watch.clear_deadline();

  ck_assert(wire.is_good_on(watch));
}

REDBOOK_TEST(test_library_can_not_lock_the_tray) {
  CommandWatch watch;
  Wire wire{prevent_removal};
  wire.command[4] = 1;

  wire.is_good_on(watch);

  ck_assert_uint_eq(wire.command[4], 0);
}

REDBOOK_TEST(test_refusals_that_do_not_matter_are_no_faults) {
  CommandWatch watch;
  Wire wire{test_unit_ready};
  wire.device = [&](sg_io_hdr &header) {
    header.status = 0x02;
    header.sb_len_wr = 18;
    wire.sense = {0x70, 0, 0x02, 0, 0, 0, 0, 10, 0, 0, 0, 0, 0x3A};
    return 0;
  };
  watch.begin(false);

  wire.is_good_on(watch);

  ck_assert(!watch.fault());
}
