#include "held_burn.hpp"

#include <dlfcn.h>
#include <pthread.h>

// The element asks here instead of the C library.
extern "C" int pthread_join(pthread_t thread, void **result) {
  if (auto *gate = redbook::test::gate_opened_by_join.exchange(nullptr)) gate->open();
  using Join = int (*)(pthread_t, void **);
  static const auto join = reinterpret_cast<Join>(::dlsym(RTLD_NEXT, "pthread_join"));
  return join(thread, result);
}
