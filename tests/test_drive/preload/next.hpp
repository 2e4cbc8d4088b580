#pragma once

#include <dlfcn.h>

/// Makes a function visible to the programs this library is loaded into.
#define REDBOOK_ANSWERS extern "C" __attribute__((visibility("default")))

namespace redbook::drive {

/// The function that would have been called without us.
template <typename Function>
Function *next(const char *name) {
  return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

}  // namespace redbook::drive
