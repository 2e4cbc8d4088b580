/// GObject's things in C++ hands.
#pragma once

#include <glib-object.h>

#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace player {

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
struct Free {
  void operator()(gpointer memory) const { g_free(memory); }
};
struct FreeError {
  void operator()(GError *error) const { g_error_free(error); }
};

/// One reference to a GObject.
template <typename T>
using Owned = std::unique_ptr<T, Unref>;
using OwnedText = std::unique_ptr<char, Free>;
using OwnedError = std::unique_ptr<GError, FreeError>;

using Work = std::function<void()>;

/// The text, which is freed; empty where there is none.
inline std::string taken(char *text) {
  const OwnedText owned{text};
  return text ? text : "";
}

/// Does the work whenever the object gives the signal, whatever values that has.
inline gulong on(gpointer object, const char *signal, Work work) {
  return g_signal_connect_data(
      object, signal, G_CALLBACK(+[](Work *each) { (*each)(); }),
      new Work{std::move(work)},
      [](gpointer data, GClosure *) { delete static_cast<Work *>(data); },
      G_CONNECT_SWAPPED);
}

/// Does the work soon on the main loop. From any thread.
inline void later(Work work) {
  g_idle_add_full(
      G_PRIORITY_DEFAULT,
      [](gpointer data) -> gboolean {
        (*static_cast<Work *>(data))();
        return G_SOURCE_REMOVE;
      },
      new Work{std::move(work)}, [](gpointer data) { delete static_cast<Work *>(data); });
}

}  // namespace player
