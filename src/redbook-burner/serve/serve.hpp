/// The burner's end of the protocol.
///
/// redbook-burner calls serve() when it is started as `redbook-burner --serve FD`: a
/// hidden option for the player, which hands the socket down as descriptor FD (3) and
/// starts the program in a session of its own, with /dev/null as input and output. main()
/// gives a function that opens drives by libburn, and returns 0 afterwards:
///
///     serve(fd, [](const std::string &device) { return open_libburn_drive(device); });
#pragma once

#include <chrono>

#include "redbook-burner/serve/drive_work.hpp"

namespace redbook {

/// Answers the player at the other end of the socket `fd`, which it takes over, until
/// that one is gone and what burns is burned. The drive is opened for each request and
/// free again before its outcome is told; its work has a thread of its own, and never
/// waits for the player. `heartbeat`: how often silence is broken while the drive works.
/// From here on the process ignores SIGPIPE. Throws nothing that comes from the player or
/// a drive.
void serve(int fd, const DriveOpener &open_drive,
           std::chrono::milliseconds heartbeat = std::chrono::seconds{1});

}  // namespace redbook
