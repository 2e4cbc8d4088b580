#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <algorithm>

#include "file/file_kind.hpp"
#include "image/image_format.hpp"
#include "report/format/report_files.hpp"
#include "suite.hpp"

using namespace redbook;
using namespace redbook::test;

namespace {

namespace fs = std::filesystem;

void make_link(const fs::path &name) { fs::create_symlink("nowhere", name); }
void make_fifo(const fs::path &name) {
  ck_assert_int_eq(::mkfifo(name.c_str(), 0600), 0);
}
void make_socket(const fs::path &name) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const auto text = name.string();
  std::copy(text.begin(), text.end(), address.sun_path);
  const FileDescriptor socket{::socket(AF_UNIX, SOCK_STREAM, 0)};
  ck_assert_int_eq(
      ::bind(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address),
      0);
}

struct Kind {
  void (*make)(const fs::path &);
  const char *words;
};
constexpr Kind kinds[] = {
    {make_link, "a link"}, {make_fifo, "a FIFO"}, {make_socket, "a socket"}};

std::string refusal_of(const char *words) {
  return std::string{"What has the name of a new file already is "} + words +
         ": only a regular file is replaced.";
}

}  // namespace

REDBOOK_TEST(test_image_replaces_regular_files_only) {
  for (const auto &[make, words] : kinds)
    for (const auto *name : {"album.cue", "album.bin", "album.cdt"}) {
      const TempDir folder;
      make(folder / name);

      const auto error = error_of([&] { image_files(folder / "album.cue", {}); });

      assert_text(error.what(), refusal_of(words));
      assert_text(error.detail(), (folder / name).string());
      ck_assert(error.fault() == Fault::settings);
    }
}

REDBOOK_TEST(test_report_replaces_regular_files_only) {
  for (const auto &[make, words] : kinds)
    for (const auto *name : {"album.json", "album.txt"}) {
      const TempDir folder;
      make(folder / name);

      const auto error =
          error_of([&] { check_report_files(report_files(folder / "album")); });

      assert_text(error.what(), refusal_of(words));
    }
}

REDBOOK_TEST(test_set_replaces_folders_only) {
  for (const auto &[make, words] : kinds) {
    const TempDir folder;
    make(folder / "album.ddp");

    const auto error = error_of([&] { image_files(folder / "album.ddp", {}); });

    assert_text(error.what(), refusal_of(words));
  }
}

REDBOOK_TEST(test_devices_are_not_replaced) {
  assert_text(error_of([] { check_replaceable("/dev/null"); }).what(),
              refusal_of("a device"));
}

REDBOOK_TEST(test_regular_files_and_free_names_are_replaced) {
  const TempDir folder;
  write_file(folder / "album.cue", "old");

  check_replaceable(folder / "album.cue");
  check_replaceable(folder / "free.cue");
}
