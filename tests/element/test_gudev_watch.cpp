// Drives of a machine that umockdev pretends, as libgudev tells of them.
#include <umockdev.h>

#include <deque>

#include "device/gudev_watch.hpp"
#include "element_support.hpp"
#include "udev_readings.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

/// Numbers that no drive of this machine has.
const std::string scsi = "/devices/pci0000:00/ata7/host6/target6:0:0/6:0:0:0";
const std::string block = scsi + "/block/sr30";
const std::string other_block = scsi + "/block/sr31";

/// What is told of the drives of the test, in its order.
class Heard : public DriveEvents {
 public:
  void seen(const KnownDrive &drive) noexcept override {
    const auto &status = drive.status;
    add(status.device, "seen " + status.device + " " + status.vendor + " " +
                           status.product + " " + status.revision +
                           (drive.is_recorder() ? " recorder" : " reader") + " medium " +
                           std::to_string(static_cast<int>(status.medium.state)));
  }
  void gone(const std::string &device) noexcept override {
    add(device, "gone " + device);
  }

  std::string next() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return !words_.empty(); });
    auto words = words_.front();
    words_.pop_front();
    return words;
  }
  bool has_more() {
    const std::lock_guard lock{mutex_};
    return !words_.empty();
  }

 private:
  void add(const std::string &device, const std::string &words) {
    if (device != "/dev/sr30" && device != "/dev/sr31") return;
    const std::lock_guard lock{mutex_};
    words_.push_back(words);
    changed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::string> words_;
};

class Machine {
 public:
  ~Machine() { g_object_unref(testbed_); }

  /// udev announces it.
  void plug(const std::string &path, const std::string &reading) {
    const auto name = path.substr(path.rfind('/') + 1);
    const auto text = "P: " + path + "\nN: " + name +
                      "\nE: SUBSYSTEM=block\nE: DEVTYPE=disk\nE: DEVNAME=/dev/" + name +
                      "\n" + reading + "L: device=../../../6:0:0:0\n";
    GError *error = nullptr;
    umockdev_testbed_add_from_string(testbed_, text.c_str(), &error);
    g_assert_no_error(error);
  }
  /// The drive that all of them are behind.
  void plug_scsi_device() {
    const auto text = "P: " + scsi +
                      "\nE: SUBSYSTEM=scsi\nE: DEVTYPE=scsi_device\n"
                      "A: vendor=HL-DT-ST\nA: model=DVDRAM_GH 24NSD1 \nA: rev=LG00\n";
    GError *error = nullptr;
    umockdev_testbed_add_from_string(testbed_, text.c_str(), &error);
    g_assert_no_error(error);
  }
  void set(const std::string &path, const char *property, const char *value) {
    umockdev_testbed_set_property(testbed_, ("/sys" + path).c_str(), property, value);
  }
  void tell(const std::string &path, const char *action) {
    umockdev_testbed_uevent(testbed_, ("/sys" + path).c_str(), action);
  }

 private:
  UMockdevTestbed *testbed_ = umockdev_testbed_new();
};

}  // namespace

REDBOOK_TEST(test_drives_that_are_there_are_told_of_before_start_returns) {
  Machine machine;
  machine.plug(block, empty_writer + blank_cd_r);
  Heard heard;
  GudevWatch watch;

  watch.start(heard);

  fail_unless(heard.has_more());
  assert_text(heard.next(),
              "seen /dev/sr30 HL-DT-ST DVDRAM GH24NSD1 LG00 recorder medium 1");
  fail_if(heard.has_more());
}

REDBOOK_TEST(test_name_is_what_the_drive_said) {
  Machine machine;
  machine.plug_scsi_device();
  machine.plug(block, empty_writer);
  Heard heard;
  GudevWatch watch;

  watch.start(heard);

  assert_text(heard.next(),
              "seen /dev/sr30 HL-DT-ST DVDRAM_GH 24NSD1 LG00 recorder medium 0");
}

REDBOOK_TEST(test_drive_that_is_plugged_in_and_out_is_told_of) {
  Machine machine;
  machine.plug(block, empty_writer);
  Heard heard;
  GudevWatch watch;
  watch.start(heard);
  heard.next();

  machine.plug(other_block, empty_writer);
  const auto plugged = heard.next();
  machine.tell(other_block, "remove");
  const auto unplugged = heard.next();

  assert_text(plugged.substr(0, 23), "seen /dev/sr31 HL-DT-ST");
  assert_text(unplugged, "gone /dev/sr31");
}

REDBOOK_TEST(test_new_medium_is_told_of_and_the_button_is_not) {
  Machine machine;
  machine.plug(block, empty_writer);
  Heard heard;
  GudevWatch watch;
  watch.start(heard);
  heard.next();

  machine.set(block, "DISK_EJECT_REQUEST", "1");
  machine.tell(block, "change");
  machine.plug(other_block, empty_writer);
  const auto appeared = heard.next();
  machine.set(other_block, "ID_CDROM_MEDIA", "1");
  machine.set(other_block, "ID_CDROM_MEDIA_CD_R", "1");
  machine.set(other_block, "ID_CDROM_MEDIA_STATE", "blank");
  machine.tell(other_block, "change");

  assert_text(appeared, "seen /dev/sr31 HL-DT-ST DVDRAM GH24NSD1 LG00 recorder medium 0");
  assert_text(heard.next(),
              "seen /dev/sr31 HL-DT-ST DVDRAM GH24NSD1 LG00 recorder medium 1");
}

REDBOOK_TEST(test_other_disks_are_no_drives) {
  Machine machine;
  machine.plug(scsi + "/block/sda", "E: ID_MODEL=SAMSUNG_SSD\n");
  machine.plug(block, empty_writer);
  Heard heard;
  GudevWatch watch;

  watch.start(heard);
  machine.tell(scsi + "/block/sda", "change");
  machine.tell(block, "remove");

  heard.next();
  assert_text(heard.next(), "gone /dev/sr30");
}

REDBOOK_TEST(test_watch_ends_at_once) {
  Machine machine;
  Heard heard;

  for (int i = 0; i < 20; ++i) {
    GudevWatch watch;
    watch.start(heard);
  }
}
