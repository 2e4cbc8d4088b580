#include "burn/burner_program.hpp"

#include <dlfcn.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "error.hpp"

namespace redbook {
namespace {

namespace fs = std::filesystem;

constexpr const char *program_name = "redbook-burner";

bool can_be_run(const fs::path &program) {
  std::error_code none;
  return fs::is_regular_file(program, none) && ::access(program.c_str(), X_OK) == 0;
}

/// The folder of the plugin, or of the program that this code is part of.
fs::path own_folder() {
  Dl_info info{};
  if (::dladdr(reinterpret_cast<const void *>(&own_folder), &info) == 0 ||
      !info.dli_fname)
    return {};
  return fs::path{info.dli_fname}.parent_path();
}

}  // namespace

fs::path burner_program() {
  // The environment is the user's way to choose; it is not changed while we run.
  if (const char *chosen =
          std::getenv("REDBOOK_BURNER")) {  // NOLINT(concurrency-mt-unsafe)
    if (can_be_run(chosen)) return chosen;
    throw Error{Fault::drive, Result::file_access,
                "REDBOOK_BURNER does not name a program that can be run.", chosen};
  }
  const auto folder = own_folder();
  const auto installed = fs::path{REDBOOK_BINDIR} / program_name;
  for (const auto &candidate :
       {folder / program_name, folder / "../src/redbook-burner" / program_name,
        installed})
    if (can_be_run(candidate)) return candidate;
  throw Error{
      Fault::drive, Result::file_access,
      "The program redbook-burner, which burns the discs, is missing: reinstall redbooksink, or name it in REDBOOK_BURNER.",
      installed.string()};
}

}  // namespace redbook
