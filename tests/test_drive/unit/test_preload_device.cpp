// What programs get from a pretend device. Runs with the library preloaded, and is built
// once for each sanitizer.

#include <linux/cdrom.h>

#include <thread>

#include "test_drive/unit/seen_drives.hpp"

using namespace redbook::drive;

REDBOOK_TEST(test_refusal_comes_with_its_sense) {
  const Drives drives;
  const Opened opened;

  const auto answer = send(opened.fd(), {0xD8, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 0);

  ck_assert_int_eq(answer.outcome, 0);
  ck_assert_uint_eq(answer.header.status, 2);
  ck_assert_uint_eq(answer.header.sb_len_wr, 18);
  ck_assert_uint_eq(answer.header.driver_status, 8);
  assert_text(text_of(View{answer.sense}.first(14)),
              "70000500000000"
              "0a00000000"
              "2000");
}

REDBOOK_TEST(test_short_answer_leaves_the_rest) {
  const Drives drives;
  const Opened opened;

  const auto answer = send(opened.fd(), inquiry_command, 100);

  ck_assert_int_eq(answer.header.resid, 64);
}

REDBOOK_TEST(test_cdrom_ioctls_are_answered) {
  const Drives drives;
  const Opened with_disc;
  const Opened without{"/dev/sr1"};
  cdrom_tochdr header{};
  cdrom_tocentry entry{};
  entry.cdte_track = 2;
  entry.cdte_format = CDROM_LBA;
  cdrom_mcn mcn{};

  ck_assert_int_eq(::ioctl(with_disc.fd(), CDROM_DRIVE_STATUS, 0), CDS_DISC_OK);
  ck_assert_int_eq(::ioctl(without.fd(), CDROM_DRIVE_STATUS, 0), CDS_NO_DISC);
  ck_assert_int_eq(::ioctl(with_disc.fd(), CDROM_DISC_STATUS, 0), CDS_AUDIO);
  ck_assert_int_eq(::ioctl(with_disc.fd(), CDROMREADTOCHDR, &header), 0);
  ck_assert_int_eq(::ioctl(with_disc.fd(), CDROMREADTOCENTRY, &entry), 0);
  ck_assert_int_eq(::ioctl(with_disc.fd(), CDROM_GET_MCN, &mcn), 0);

  ck_assert_uint_eq(header.cdth_trk1, 3);
  ck_assert_int_eq(entry.cdte_addr.lba, 450);
  ck_assert_str_eq(reinterpret_cast<const char *>(mcn.medium_catalog_number),
                   "1234567890128");
}

REDBOOK_TEST(test_failures_of_the_way_are_the_hosts) {
  Drives drives;
  drives.plan("tur 1 errno EIO\ntur 2 host 7\ntur 3 hang\ntur 4 gone\nopen 2 busy\n");
  const Opened opened;
  const Opened refused;
  const Bytes ready(6);

  ck_assert_int_eq(refused.error(), EBUSY);
  ck_assert_int_eq(send(opened.fd(), ready, 0).outcome, -1);
  ck_assert_uint_eq(send(opened.fd(), ready, 0).header.host_status, 7);
  ck_assert_uint_eq(send(opened.fd(), ready, 0).header.host_status, 3);
  const int gone = send(opened.fd(), ready, 0).outcome;
  const int error = errno;
  ck_assert_int_eq(gone, -1);
  ck_assert_int_eq(error, ENODEV);
  ck_assert_int_eq((Opened{}.error()), ENXIO);
}

REDBOOK_TEST(test_threads_can_share_the_drives) {
  const Drives drives;
  const auto use = [](const char *path) {
    for (int i = 0; i < 50; ++i) {
      const Opened opened{path};
      send(opened.fd(), inquiry_command, 36);
      send(opened.fd(), {0xBE, 4, 0, 0, 0, 0, 0, 0, 10, 0x10, 0, 0}, 23520);
    }
  };

  std::thread first{use, "/dev/sr0"};
  std::thread second{use, "/dev/sr0"};
  std::thread third{use, "/dev/sr1"};
  first.join();
  second.join();
  third.join();

  const Opened opened;
  ck_assert_int_eq(send(opened.fd(), inquiry_command, 36).data[0], 5);
}

REDBOOK_TEST(test_child_can_use_what_its_parent_opened) {
  const Drives drives;
  const Opened opened{"/dev/sr0", for_itself};

  const int type =
      in_child([&] { return send(opened.fd(), inquiry_command, 36).data[0]; });

  ck_assert_int_eq(type, 5);
}
