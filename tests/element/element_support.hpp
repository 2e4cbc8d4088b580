/// What the element's tests share, on libcheck's side.
#pragma once

#include <gst/check/gstcheck.h>
#undef fail  // libcheck's macro; the standard library has members of that name

#include <condition_variable>
#include <initializer_list>
#include <mutex>

#include "player.hpp"
#include "test_case.hpp"

namespace redbook::test {

/// A place where a thread of the element waits until the test lets it go on.
class Gate {
 public:
  /// On the element's thread.
  void pass() {
    std::unique_lock lock{mutex_};
    reached_ = true;
    changed_.notify_all();
    changed_.wait(lock, [this] { return open_; });
  }
  void wait_until_reached() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return reached_; });
  }
  void open() {
    const std::lock_guard lock{mutex_};
    open_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool reached_ = false;
  bool open_ = false;
};

inline std::string text_of(const Pcm &pcm) {
  return {reinterpret_cast<const char *>(pcm.data()), pcm.size()};
}

/// The audio is these parts end to end. Says where it is not.
inline void assert_audio(const std::string &audio, std::initializer_list<Pcm> parts) {
  std::string wanted;
  for (const auto &part : parts) wanted += text_of(part);
  fail_unless_equals_int(audio.size(), wanted.size());
  const auto differs = std::mismatch(audio.begin(), audio.end(), wanted.begin());
  fail_unless_equals_int(differs.first - audio.begin(),
                         static_cast<std::ptrdiff_t>(wanted.size()));
}

/// A cue sheet of untitled tracks; index 01 of each in blocks.
inline std::string plain_cue(std::initializer_list<int> starts) {
  std::string sheet = "FILE \"album.bin\" BINARY\n";
  char line[80];
  int number = 0;
  for (const auto start : starts) {
    g_snprintf(line, sizeof line, "  TRACK %02d AUDIO\n    INDEX 01 %02d:%02d:%02d\n",
               ++number, start / 4500, start / 75 % 60, start % 75);
    sheet += line;
  }
  return sheet;
}

}  // namespace redbook::test
