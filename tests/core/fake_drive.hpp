/// A drive that does what a test says.
#pragma once

#include <functional>
#include <string>

#include "drive/drive.hpp"

namespace redbook::test {

/// Calls these, each with what its method gets.
struct DriveActs {
  std::function<DriveStatus()> status = [] { return DriveStatus{}; };
  std::function<void(Blanking, BurnObserver &, std::stop_token)> erase =
      [](Blanking, BurnObserver &, const std::stop_token &) {};
  std::function<void()> eject = [] {};
  std::function<void()> load = [] {};
  std::function<void(const Disc &, const Stash &, const DriveSettings &, BurnObserver &,
                     std::stop_token)>
      burn = [](const Disc &, const Stash &, const DriveSettings &, BurnObserver &,
                const std::stop_token &) {};
  std::function<void()> closed = [] {};
};

class FakeDrive : public Drive {
 public:
  explicit FakeDrive(DriveActs acts) : acts_{std::move(acts)} {}
  ~FakeDrive() override { acts_.closed(); }
  FakeDrive(const FakeDrive &) = delete;
  FakeDrive &operator=(const FakeDrive &) = delete;

  DriveStatus status() override { return acts_.status(); }
  void erase(Blanking kind, BurnObserver &observer, std::stop_token stop) override {
    acts_.erase(kind, observer, stop);
  }
  void eject() override { acts_.eject(); }
  void load() override { acts_.load(); }
  void burn(const Disc &disc, const Stash &stash, const DriveSettings &settings,
            BurnObserver &observer, std::stop_token stop) override {
    acts_.burn(disc, stash, settings, observer, stop);
  }

 private:
  DriveActs acts_;
};

}  // namespace redbook::test
